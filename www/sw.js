// Keeps the workbench usable without a network. One cache per build, so that files of two builds never mix.
// It takes no messages (and sends one: its build's name), never touches another host, and never changes what it
// serves; a guide that was never opened it puts together from the one file that holds what differs among them.
"use strict";

const BUILD = "@BUILD@";
const CACHE = `stackengine-${BUILD}`;
const FILES = ["@FILES@"];
const HASHED = /-[0-9a-f]{12}\.[a-z]+$/;

self.addEventListener("install", (event) => {
  // A name with a hash is right wherever it comes from; the others are asked for anew.
  const isProgram = (file) => file.url.endsWith(".wasm");
  const fresh = FILES.map((file) => new Request(file, { cache: HASHED.test(file) ? "default" : "no-cache" }));
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      // What the page itself is still loading comes first, and comes once; nothing else takes its time from it.
      await cache.addAll(fresh.filter(isProgram));
      await cache.addAll(fresh.filter((file) => !isProgram(file)));
      // In the middle of an update of the host: tried again at the next visit.
      if (!(await isOwn(await cache.match("./")))) throw new Error("the host has files of two builds");
    })(),
  );
  // An open page has loaded all it needs and is sealed; it loses nothing when the next build takes over.
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("stackengine-") && name !== CACHE;
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (old(name)) await caches.delete(name);
      // A page of the build before may stand open: it says so, see the strip.
      for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage(BUILD);
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const own = request.url.startsWith(self.registration.scope);
  if (request.method !== "GET" || !own) return;
  event.respondWith(request.mode === "navigate" ? page(event) : file(request));
});

/** Whether a page says that it is of this build. */
async function isOwn(response) {
  return (await response.text()).includes(`name="build" content="${BUILD}"`);
}

// Pages: the network's word first, what was kept where there is none. Each says its build; one of a newer build is
// passed on but not kept among this build's files.
async function page(event) {
  const { request } = event;
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) {
      const [seen, kept] = [response.clone(), response.clone()];
      event.waitUntil(isOwn(seen).then((own) => own && cache.put(request, kept)));
    }
    return response;
  } catch (error) {
    const kept = (await cache.match(request, { ignoreSearch: true })) ?? (await guide(request, cache));
    if (kept) return kept;
    throw error;
  }
}

// One of the guides, from its frame and its words.
async function guide(request, cache) {
  const path = new URL(request.url).pathname.slice(new URL(self.registration.scope).pathname.length);
  const name = FILES.find((file) => /guides-[0-9a-f]{12}\.json$/.test(file));
  const { frame, pages } = await (await cache.match(name)).json();
  const words = pages[path.replace(/(\/index\.html|\/)?$/, "/")];
  if (!words) return undefined;
  const text = frame.map((piece, at) => piece + (words[at] ?? "")).join("").replaceAll("@" + "BUILD@", BUILD);
  return new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

// Files carry their content's hash in their name: what was kept is right for ever. Of the few others the network's word
// comes first.
async function file(request) {
  const kept = () => caches.open(CACHE).then((cache) => cache.match(request));
  if (HASHED.test(request.url)) return (await kept()) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const copy = await kept();
    if (copy) return copy;
    throw error;
  }
}
