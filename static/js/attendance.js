/* Attendance where the network comes and goes: what is marked stays in this browser until the server has it.
   Sent again and again under the same stamp; the server takes it once, and never over something newer. */
"use strict";
(() => {
  const form = document.querySelector("form[data-offline]");
  if (!form) return;
  const prefix = `hadir:${form.dataset.offline}:`;
  const own = prefix + location.pathname;
  const note = form.querySelector("[data-offline-note]");
  const kept = (key) => JSON.parse(localStorage.getItem(key));
  const keep = (key, entry) => localStorage.setItem(key, JSON.stringify(entry));
  const marks = () => Object.fromEntries([...form.querySelectorAll("[type=radio]:checked")].map((box) => [box.name, box.value]));

  function stamp() {
    const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  function say(text, kind) {
    note.textContent = text;
    note.className = `alert alert-${kind}`;
    note.hidden = false;
  }

  async function send(key, pressed) {
    const entry = kept(key);
    const body = new FormData();
    for (const [name, value] of Object.entries(entry.marks)) body.append(name, value);
    body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    body.append("tanda", entry.stamp);
    body.append("umur", Date.now() - entry.at);
    const answer = await fetch(key.slice(prefix.length), { method: "POST", body, redirect: "manual", headers: { Accept: "application/json" } });
    if (answer.type === "opaqueredirect" || answer.status === 403) {
      say("Belum terkirim: Anda sudah keluar. Isian tetap tersimpan di HP ini. Masuk lagi, lalu buka halaman ini.", "warning");
      return;
    }
    if (answer.status >= 500) throw new Error("later");
    const said = answer.ok || answer.status === 409 ? await answer.json() : { message: "Isian lama tidak dapat dikirim lagi." };
    if (kept(key)?.stamp === entry.stamp) {
      if (answer.ok || key !== own) localStorage.removeItem(key);
      else keep(key, { ...entry, ready: false });
    }
    say(said.message, answer.ok ? "success" : "danger");
    if (answer.ok && pressed && key === own) location.assign(form.dataset.next);
  }

  async function sendAll(pressed) {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(prefix) || !kept(key).ready) continue;
      try {
        await send(key, pressed);
      } catch {
        say("Belum terkirim: tidak ada jaringan. Isian tersimpan di HP ini dan dikirim sendiri begitu jaringan kembali.", "warning");
        break;
      }
    }
    window.dispatchEvent(new Event("pageshow")); // the buttons work again
  }

  form.addEventListener("change", () => keep(own, { marks: marks(), ready: false }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep(own, { marks: marks(), at: Date.now(), stamp: stamp(), ready: true });
    setTimeout(() => sendAll(true));
  });
  for (const [name, value] of Object.entries(kept(own)?.marks || {})) {
    const box = form.querySelector(`[name="${name}"][value="${value}"]`);
    if (box) box.checked = true;
  }
  window.addEventListener("online", () => sendAll(false));
  setInterval(() => sendAll(false), 30000);
  if (Object.keys(localStorage).some((key) => key.startsWith(prefix))) sendAll(false);
})();
