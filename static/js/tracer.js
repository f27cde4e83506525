/* The tracer form: follow-up questions appear at once, and what is chosen is saved as one goes. Works without it too. */
"use strict";
(() => {
  const form = document.querySelector("form[data-tracer]");
  if (!form) return;
  const known = JSON.parse(form.dataset.known || "{}");
  const boxes = [...form.querySelectorAll("[data-question]")];
  const saved = form.querySelector("[data-saved]");

  function said(box) {
    const fields = [...box.querySelectorAll("input, select, textarea")];
    return fields
      .filter((field) => (field.type === "radio" || field.type === "checkbox" ? field.checked : field.value !== ""))
      .map((field) => field.value);
  }

  // [[[number, isOneOf, options], …], …]: one of the ways must hold as a whole.
  const holds = (ways, answers) => ways.some((way) => way.every(([number, isOneOf, options]) => {
    const given = answers[number] || [];
    return given.length > 0 && isOneOf === given.some((value) => options.includes(value));
  }));

  function show() {
    const answers = { ...known };
    const shown = [];
    for (const box of boxes) {
      const asked = !box.dataset.when || holds(JSON.parse(box.dataset.when), answers);
      box.hidden = !asked;
      for (const field of box.querySelectorAll("input, select, textarea")) field.disabled = !asked;
      if (!asked) continue;
      shown.push(box.dataset.question);
      answers[box.dataset.question] = said(box);
    }
    form.elements.tampil.value = shown.join(",");
  }

  let timer;
  async function save() {
    const data = new FormData(form);
    data.append("simpan", "otomatis");
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "text/plain" } });
      saved.textContent = answer.ok ? "Tersimpan" : "Belum tersimpan";
    } catch {
      saved.textContent = "Belum tersimpan: tidak ada sambungan";
    }
  }

  form.addEventListener("change", () => {
    show();
    clearTimeout(timer);
    timer = setTimeout(save, 600);
  });
  form.addEventListener("submit", () => clearTimeout(timer));
  show();
})();
