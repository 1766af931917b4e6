// Starts the page, in this order:
//   1. load the WASM, wait for the valve's frames, register the service worker;
//   2. SEAL: append a second policy. Policies only ever narrow, so from here on no script in this document, ours or
//      injected, can reach any host, its own included;
//   3. make the worker that examines the paste (made after the seal, from a blob, it is sealed too);
//   4. start the views, which open the paste box.
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

  const wasm = async () => {
    const inline = document.getElementById("wasm-inline");
    if (inline) {
      const bytes = Uint8Array.from(atob(inline.textContent.trim()), (c) => c.charCodeAt(0));
      const raw = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      return WebAssembly.compile(await new Response(raw).arrayBuffer());
    }
    const link = document.getElementById("wasm");
    // A guide is there to be read first: its words are on the screen before the examiner is fetched.
    if (link.rel !== "preload") {
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
        setTimeout(resolve, 1000);
      });
    }
    const response = await fetch(link.href);
    if (!response.ok) throw new Error(`the examiner's file answers ${response.status}`);
    // Compiled while it comes, where the host names its type.
    const streams = response.headers.get("Content-Type") === "application/wasm" && WebAssembly.compileStreaming;
    return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
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
    const [module] = await Promise.all([wasm(), frames()]);

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

    // Whoever cancels an examination ends its worker; the next one is made here too.
    const wake =
      "self.onmessage = (e) => { self.onmessage = null; (" + glue + ")()({ module_or_path: e.data }); };";
    const url = URL.createObjectURL(new Blob([wake], { type: "text/javascript" }));
    const worker = () => {
      const made = new Worker(scripts.createScriptURL(url));
      made.postMessage(module);
      return made;
    };

    // The first one starts beside the views. What it says before they listen is kept in `early`.
    const first = worker();
    first.early = 0;
    first.addEventListener("message", () => (first.early += 1), { once: true });
    let isTaken = false;
    const next = () => (isTaken ? worker() : ((isTaken = true), first));

    window.stackengine = { worker: next, sealed, root: new URL(root, document.baseURI).href };
    await glue()({ module_or_path: module });
    document.documentElement.dataset.state = "ready";
  } catch (error) {
    fail(
      "The examiner did not start: " + error.message + ". Reload the page; if that does not help, this browser may " +
        "be too old. The guide below works without it.",
    );
  }
})();
