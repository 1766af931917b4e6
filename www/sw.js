// Keeps the workbench usable without a network. One cache per build, so that files of two builds never mix.
// It takes no messages, never touches another host, and never changes what it serves.
"use strict";

const CACHE = "stackengine-@BUILD@";
const FILES = ["@FILES@"];

self.addEventListener("install", (event) => {
  // A name with a hash is right wherever it comes from; the others are asked for anew.
  const hashed = /-[0-9a-f]{12}\./;
  const fresh = FILES.map((file) => new Request(file, { cache: hashed.test(file) ? "default" : "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
  // An open page has loaded all it needs and is sealed; it loses nothing when the next build takes over.
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("stackengine-") && name !== CACHE;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const own = request.url.startsWith(self.registration.scope);
  if (request.method !== "GET" || !own) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});

// Pages: the network's word first, what was kept where there is none.
async function page(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

// Files carry their content's hash in their name: what was kept is right for ever.
async function file(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? fetch(request);
}
