/* Where a photo was taken: noted only when somebody presses the button and the browser is allowed to say. */
"use strict";
for (const button of document.querySelectorAll("[data-locate]")) {
  const { form } = button;
  const note = document.getElementById(button.dataset.locate);
  const { latitude, longitude } = form.elements;
  const say = (text) => { note.textContent = text; };
  const keep = ({ coords }) => {
    latitude.value = coords.latitude.toFixed(5);
    longitude.value = coords.longitude.toFixed(5);
    button.textContent = "Hapus lokasi";
    say(`Lokasi dicatat, ketepatan sekitar ${Math.round(coords.accuracy)} meter.`);
  };
  const forget = () => {
    latitude.value = longitude.value = "";
    button.textContent = "Catat lokasi";
    say("Lokasi tidak dicatat.");
  };
  button.addEventListener("click", () => {
    if (latitude.value) return forget();
    say("Mencari lokasi…");
    navigator.geolocation.getCurrentPosition(keep, () => say("Lokasi tidak diizinkan atau tidak ditemukan. Boleh dilanjutkan tanpa lokasi."), { timeout: 15000 });
  });
  if (!("geolocation" in navigator)) button.hidden = true;
}
