/* The pages without network: which vacancies can still be read, and the way back to what was typed. */
"use strict";
(() => {
  document.querySelector("[data-back]")?.addEventListener("click", () => history.back());
  const list = document.querySelector("[data-kept]");
  if (!list || !("caches" in window)) return;
  const entry = async (pages, request) => {
    const html = await (await pages.match(request)).text();
    const link = document.createElement("a");
    link.href = request.url;
    const title = new DOMParser().parseFromString(html, "text/html").querySelector("h1").textContent;
    const { search, searchParams } = new URL(request.url);
    link.textContent = title + (search && `: ${searchParams.get("q") || "disaring"}`); // one list from another
    const item = document.createElement("li");
    item.append(link);
    return item;
  };
  caches.open("halaman").then(async (pages) => {
    const kept = (await pages.keys()).reverse();
    list.append(...await Promise.all(kept.map((request) => entry(pages, request))));
    list.closest("section").hidden = kept.length === 0;
  });
})();
