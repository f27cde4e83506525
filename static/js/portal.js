/* Small helps on top of plain HTML; every page works without them. Hooks are data- attributes, see docs/look.md. */
"use strict";
(() => {
  const all = (selector, root = document) => root.querySelectorAll(selector);
  document.documentElement.classList.add("js");

  // A form is sent once. The server checks too; this only keeps a double click from waiting twice.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const question = event.submitter?.dataset.confirm || form.dataset.confirm;
    if (form.dataset.sent || (question && !window.confirm(question))) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (form.method !== "post") return;
    if (!navigator.onLine && !("offline" in form.dataset)) { // those send by themselves later (attendance.js)
      event.preventDefault();
      event.stopImmediatePropagation();
      return tellUnsent(form);
    }
    form.dataset.sent = "1";
    setTimeout(() => lock(form, true));
    setTimeout(() => lock(form, false), 10000); // a download leaves the page standing
  }, true);

  // Without network nothing is sent, now or later: what was typed stays where it is.
  const OFFLINE = "Anda sedang luring, jadi belum ada yang terkirim. Isian Anda tetap di sini: tekan tombolnya lagi begitu ada sinyal.";
  const AGAIN = "Belum tersimpan. Muat ulang halaman ini, lalu coba lagi.";
  const SIGNED_OUT = "Anda sudah keluar, jadi belum tersimpan. Salin dulu isian Anda, lalu masuk lagi.";
  function tellUnsent(form, sentence = OFFLINE) {
    const told = form.querySelector("[data-unsent]") || document.createElement("p");
    told.className = "alert alert-danger";
    told.dataset.unsent = "";
    told.setAttribute("role", "alert");
    told.textContent = sentence;
    form.append(told);
    told.scrollIntoView({ block: "nearest" });
  }
  for (const failure of ["htmx:responseError", "htmx:sendError"]) document.addEventListener(failure, (event) => {
    const form = event.target.closest("form");
    if (!form || event.detail.requestConfig?.verb === "get") return;
    if (event.detail.xhr?.status !== 401) return tellUnsent(form, navigator.onLine ? AGAIN : OFFLINE);
    if (form.querySelector("textarea")) return tellUnsent(form, SIGNED_OUT); // what was typed must not be lost
    location.assign("/masuk/?next=" + encodeURIComponent(location.pathname + location.search));
  });
  const note = document.createElement("p");
  note.className = "alert alert-warning";
  note.setAttribute("role", "status");
  note.textContent = "Anda sedang luring. Yang tampil adalah simpanan terakhir.";
  const sayOffline = () => navigator.onLine ? note.remove() : document.querySelector("main").prepend(note);
  for (const change of ["online", "offline", "DOMContentLoaded"]) window.addEventListener(change, sayOffline);
  window.addEventListener("load", () => navigator.serviceWorker?.register("/sw.js").catch(() => {}));

  function lock(form, locked) {
    if (!locked) delete form.dataset.sent;
    for (const button of form.elements) if (button.type === "submit") button.disabled = locked;
  }
  const unlockAll = () => all("form[data-sent]").forEach((form) => lock(form, false));
  window.addEventListener("pageshow", unlockAll);
  document.addEventListener("htmx:afterRequest", unlockAll);

  // Filters apply themselves beside the list, on phones only those above it: the sheet there has its button.
  const beside = window.matchMedia("(min-width: 62rem)");
  document.addEventListener("change", (event) => {
    const field = event.target;
    const form = field.form;
    if (!form || !("autosubmit" in form.dataset) || !field.matches("select, [type=checkbox], [type=radio]")) return;
    if (beside.matches || !form.contains(field)) form.requestSubmit();
  });

  // "Tandai semua hadir": checks every box or radio of the form whose data-mark, or value, is the word.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-mark-all]");
    if (!button) return;
    const word = button.dataset.markAll;
    for (const box of (button.form || document).querySelectorAll("[type=checkbox], [type=radio]")) {
      if ((box.dataset.mark ?? box.value) === word && !box.disabled) {
        box.checked = true;
        box.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
  });

  // What came back with a fault is shown at its first faulty field, which on a telephone is often far down.
  const faulty = document.querySelector("main .is-invalid");
  if (faulty) {
    faulty.focus({ preventScroll: true });
    faulty.scrollIntoView({ block: "center" });
  }

  // A strip of tabs begins one before the tab one stands on.
  for (const tab of all(".tabs [aria-current]")) {
    const before = tab.previousElementSibling;
    if (before) tab.parentElement.scrollLeft = before.offsetLeft - tab.parentElement.offsetLeft;
  }

  // The menu "Lainnya" closes on Escape and on a tap beside it.
  const more = document.querySelector(".bar-more");
  const closeMore = (focus) => {
    if (!more?.open) return;
    more.open = false;
    if (focus) more.querySelector("summary").focus();
  };
  document.addEventListener("click", (event) => { if (!more?.contains(event.target)) closeMore(false); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeMore(true); });

  // Printing is a button, not a link with script in it.
  document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) window.print(); });

  // Photos are made smaller before they travel over a slow line.
  async function shrunk(file, longest) {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.82));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
  }

  async function shrinkInput(input) {
    const longest = Number(input.dataset.shrink) || 1600;
    const kept = new DataTransfer();
    for (const file of input.files) {
      const small = file.type.startsWith("image/") ? await shrunk(file, longest).catch(() => file) : file;
      kept.items.add(small);
    }
    input.files = kept.files;
    preview(input);
  }

  function preview(input) {
    let box = input.nextElementSibling;
    if (!box?.classList.contains("preview")) {
      box = document.createElement("div");
      box.className = "preview";
      input.after(box);
    }
    box.replaceChildren(...[...input.files].map((file) => {
      if (!file.type.startsWith("image/")) return document.createTextNode(file.name);
      const image = new Image();
      image.alt = "Pratinjau " + file.name;
      image.src = URL.createObjectURL(file);
      image.onload = () => URL.revokeObjectURL(image.src);
      return image;
    }));
  }
  document.addEventListener("change", (event) => { if (event.target.matches("[data-shrink]")) shrinkInput(event.target); });

  // A signature drawn with finger, pen or mouse becomes a PNG in the hidden field beside it.
  function signaturePad(canvas) {
    const field = canvas.parentElement.querySelector(`input[name="${canvas.dataset.signature}"]`);
    const pen = canvas.getContext("2d");
    pen.lineWidth = canvas.width / 256;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = "#0b1f3a";
    const point = (event) => {
      const box = canvas.getBoundingClientRect();
      return [((event.clientX - box.left) * canvas.width) / box.width, ((event.clientY - box.top) * canvas.height) / box.height];
    };
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      pen.beginPath();
      pen.moveTo(...point(event));
      pen.lineTo(...point(event));
      pen.stroke();
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!canvas.hasPointerCapture(event.pointerId)) return;
      pen.lineTo(...point(event));
      pen.stroke();
    });
    canvas.addEventListener("pointerup", () => { field.value = canvas.toDataURL("image/png"); });
    document.querySelector(`[data-clear-signature="${canvas.dataset.signature}"]`)?.addEventListener("click", () => {
      pen.clearRect(0, 0, canvas.width, canvas.height);
      field.value = "";
    });
  }
  all("canvas[data-signature]").forEach(signaturePad);
})();
