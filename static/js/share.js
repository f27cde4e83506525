/* Sharing a page: the phone's own sheet where there is one, and copying the address. Without script the links stay. */
"use strict";
(() => {
  const said = document.querySelector("[data-copied]");
  for (const button of document.querySelectorAll("[data-share]")) {
    if (!navigator.share) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.share({ title: button.dataset.shareTitle, url: button.dataset.share }).catch(() => {});
    });
  }
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
        said.textContent = "Tautan disalin.";
      } catch {
        said.textContent = `Salin sendiri: ${button.dataset.copy}`;
      }
    });
  }
})();
