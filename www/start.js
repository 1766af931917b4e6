// Starts the page, in this order:
//   1. load the first part of the WASM, wait for the valve's frames, register the service worker;
//   2. ask for the second part, and wait until its answer begins: what has begun may go on behind the seal;
//   3. SEAL: append a second policy. Policies only ever narrow, so from here on no script in this document, ours or
//      injected, can reach any host, its own included;
//   4. make the worker that examines the paste (made after the seal, from a blob, it is sealed too);
//   5. start the views, which open the paste box;
//   6. when the second part is here, give it to document and worker. Until then nothing calls it (crates/web/src/later).
// The build wraps wasm-bindgen's glue into the function `glue` above this text, so that the worker can be made from
// the function's own source. No other script runs here.
"use strict";
(async () => {
  const root = document.documentElement.dataset.root ?? "./";
  const say = (id, text) => {
    const place = document.getElementById(id);
    if (place) place.textContent = text;
  };
  const fail = (text) => {
    document.documentElement.dataset.state = "unable";
    say("cover-text", text);
  };

  if (typeof WebAssembly !== "object" || typeof WebAssembly.compile !== "function") {
    fail(
      "This browser has WebAssembly switched off or does not know it, so nothing can be examined here. " +
        "The guide below works without it.",
    );
    return;
  }
  document.documentElement.dataset.state = "starting";

  // The one Trusted Types policy: our own blobs, and the service worker's file.
  const serviceWorker = new URL(root + "sw.js", document.baseURI).href;
  const ours = (url) => {
    if (url.startsWith("blob:") || url === serviceWorker) return url;
    throw new TypeError("not a script of this page");
  };
  const scripts = self.trustedTypes?.createPolicy("stackengine", { createScriptURL: ours }) ?? {
    createScriptURL: ours,
  };

  // The single file has both parts within, packed as one (www/unpack.js, which it brings along).
  const inline = document.getElementById("wasm-inline");
  const inlined = () => {
    const all = unpack(Uint8Array.from(atob(inline.textContent.trim()), (c) => c.charCodeAt(0)));
    const cut = Number(inline.dataset.first);
    return [all.subarray(0, cut), all.subarray(cut)].map((bytes) => WebAssembly.compile(bytes));
  };
  const ask = async (id, options) => {
    const response = await fetch(document.getElementById(id).href, options);
    if (!response.ok) throw new Error(`the examiner's file answers ${response.status}`);
    return response;
  };
  // Compiled while it comes, where the host names its type.
  const compiled = async (response) => {
    const streams = response.headers.get("Content-Type") === "application/wasm" && WebAssembly.compileStreaming;
    return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  };

  // The second part is asked for when so little of the first is still to come that its answer begins as the first one
  // ends: what is left takes as long as this page's own answer let wait.
  let hasten;
  const soon = new Promise((resolve) => (hasten = resolve));
  const watched = (response) => {
    const total = Number(document.getElementById("wasm").dataset.bytes);
    const [opened] = performance.getEntriesByType("navigation");
    const wait = opened ? opened.responseStart - opened.requestStart : 0;
    const since = performance.now();
    let got = 0;
    const count = new TransformStream({
      transform(chunk, to) {
        got += chunk.length;
        if (((total - got) / got) * (performance.now() - since) <= wait) hasten();
        to.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(count), { headers: { "Content-Type": "application/wasm" } });
  };

  const first = async () => {
    // A guide is there to be read first: its words are on the screen before the examiner is fetched.
    if (document.getElementById("wasm").rel !== "preload") {
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
        setTimeout(resolve, 1000);
      });
    }
    const response = await ask("wasm");
    // What was kept on this machine is here at once, and the browser keeps what it made of the very file.
    const isKept = navigator.serviceWorker?.controller || !response.body || !self.TransformStream;
    return compiled(isKept ? response : watched(response));
  };

  // Waits until the answer begins, and gives a function that gives the module. A host that does not answer must not
  // keep the page closed; what goes wrong is told by that function, since the first result needs none of it.
  const second = async () => {
    const asked = ask("wasm-later", { priority: "low" });
    const limit = new Promise((resolve) => setTimeout(resolve, 4000));
    await Promise.race([asked, limit]).catch(() => {});
    return () => asked.then(compiled);
  };

  // The valve's frames must stand before the seal; one that does not load must not keep the page closed. They begin to
  // load with the page, so that the window's own event tells of them.
  const frames = () =>
    new Promise((resolve) => {
      if (document.readyState === "complete") return resolve();
      window.addEventListener("load", resolve, { once: true });
      setTimeout(resolve, 5000);
    });

  try {
    let [one, two] = inline ? inlined() : [first()];
    two = two ? two.then((module) => async () => module) : Promise.race([one, soon]).then(second);
    const [module, finish] = await Promise.all([one, two, frames()]);

    if ("serviceWorker" in navigator && location.protocol.startsWith("http") && !window.frameElement) {
      navigator.serviceWorker
        .register(scripts.createScriptURL(serviceWorker), { scope: root })
        .catch((error) => console.info("no offline copy:", error.message));
    }

    const seal = document.createElement("meta");
    seal.httpEquiv = "Content-Security-Policy";
    seal.content = "connect-src 'none'; frame-src 'none'; worker-src blob:";
    document.head.append(seal);
    const sealed = performance.now();

    // Whoever cancels an examination ends its worker; the next one is made here too. It is sent the first part, then
    // the second one or what went wrong with it.
    const wake = `self.onmessage = ({ data }) => {
      let exports, got;
      const later = new Promise((resolve, reject) => { got = { resolve, reject }; });
      self.onmessage = ({ data }) => {
        if (!(data instanceof WebAssembly.Module) && typeof data !== "string") return;
        self.onmessage = null;
        if (typeof data === "string") got.reject(new Error(data));
        else exports.then((all) => WebAssembly.instantiate(data, { 0: all })).then(got.resolve, got.reject);
      };
      self.stackengine = { later };
      exports = (${glue})()({ module_or_path: data });
    };`;
    const url = URL.createObjectURL(new Blob([wake], { type: "text/javascript" }));
    let [current, kept] = [null, null];
    const worker = () => {
      current = new Worker(scripts.createScriptURL(url));
      current.postMessage(module);
      if (kept) current.postMessage(kept);
      return current;
    };

    // The first one starts beside the views. What it says before they listen is kept in `early`.
    const earliest = worker();
    earliest.early = 0;
    earliest.addEventListener("message", () => (earliest.early += 1), { once: true });
    let isTaken = false;
    const next = () => (isTaken ? worker() : ((isTaken = true), earliest));

    // The first part's exports are all that the second one imports.
    let started;
    const exports = new Promise((resolve) => (started = resolve));
    const later = finish().then(
      async (module) => {
        current.postMessage((kept = module));
        await WebAssembly.instantiate(module, { 0: await exports });
      },
      (error) => {
        current.postMessage((kept = error.message || "lost"));
        throw error;
      },
    );
    later.catch((error) => console.info("the second part:", error.message));
    window.stackengine = { worker: next, sealed, root: new URL(root, document.baseURI).href, later };
    started(await glue()({ module_or_path: module }));
    document.documentElement.dataset.state = "ready";
  } catch (error) {
    fail(
      "The examiner did not start: " + error.message + ". Reload the page; if that does not help, this browser may " +
        "be too old. The guide below works without it.",
    );
  }
})();
