/* The service worker (kit/installable.py puts SHELL, VERSION and the addresses before this). The network comes first;
   without it the last lists and the vacancies opened lately are shown as they were. Nothing is sent later by itself. */
"use strict";
const PAGES = "halaman";
const SHELL_CACHE = `kulit-${VERSION}`;
const LISTS = 3, VACANCIES = 30;
const HASHED = /\.[0-9a-f]{12}\.\w+$/; // its content never changes

const isList = (url) => url.pathname === LIST;
const isVacancy = (url) => url.pathname.startsWith(LIST) && /^\d+-[^/]+\/$/.test(url.pathname.slice(LIST.length));

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(SHELL_CACHE).then((cache) =>
    cache.addAll(SHELL.map((address) => new Request(address, { credentials: "omit" })))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== PAGES && name !== SHELL_CACHE) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(request.method === "POST" ? send(request, url) : show(event, url));
  else if (request.method === "GET" && url.pathname.startsWith(STATIC)) event.respondWith(part(event, url));
});

async function show(event, url) {
  try {
    const response = await fetch(event.request);
    if (isList(url) || isVacancy(url)) event.waitUntil(keep(url, response.clone()));
    return response;
  } catch {
    const pages = await caches.open(PAGES);
    return (await pages.match(url)) || caches.match(OFFLINE);
  }
}

async function keep(url, response) {
  const pages = await caches.open(PAGES);
  if (response.type !== "basic") return; // a redirect, kept under where it leads
  await pages.delete(url);
  if (!response.ok) return;
  await pages.put(url, response);
  const kept = (await pages.keys()).filter((request) => isList(new URL(request.url)) === isList(url));
  for (const old of kept.slice(0, -(isList(url) ? LISTS : VACANCIES))) await pages.delete(old);
}

async function send(request, url) {
  try {
    const response = await fetch(request);
    if (PERSON_CHANGES.includes(url.pathname)) await caches.delete(PAGES); // whoever comes next sees none of it
    return response;
  } catch {
    return caches.match(UNSENT);
  }
}

async function part(event, url) {
  const kept = await caches.match(url);
  if (kept && HASHED.test(url.pathname)) return kept;
  try {
    const response = await fetch(event.request);
    const copy = response.clone();
    if (response.ok) event.waitUntil(caches.open(SHELL_CACHE).then((cache) => cache.put(url, copy)));
    return response;
  } catch {
    return kept || Response.error();
  }
}
