// Starts the page, in this order:
//   1. ask for the program when the page is painted (a line in its head does so, if it can): one file, of which the first
//      part is all that the first result needs, and is compiled while it comes;
//   2. wait until its answer begins (what has begun may go on behind the seal) and until the valve's frames stand;
//      register the service worker;
//   3. SEAL: append a second policy. Policies only ever narrow, so from here on no script in this document, ours or
//      injected, can reach any host, its own included;
//   4. make the worker that examines the paste (made after the seal, from a blob, it is sealed too);
//   5. when the first part is here, start the views, which open the paste box;
//   6. when the second part is here, give it to document and worker. Until then nothing calls it (crates/web/src/later).
// The build wraps wasm-bindgen's glue into the function `glue` above this text, so that the worker can be made from
// the function's own source. No other script runs here but the line that asks (crates/site/src/assets.rs).
"use strict";
(async () => {
  const root = document.documentElement.dataset.root ?? "./";
  const parsed = new Promise((resolve) => {
    if (document.readyState !== "loading") return resolve();
    document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });
  const late = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  // The sentences stand in the page (`t-start`), with a hole for what differs.
  const words = (name, hole = "") =>
    document.querySelector("#t-start").content.querySelector(`[data-say=${name}]`).textContent.replace(/{\w+}/, () => hole);
  const fail = async (name, why) => {
    document.documentElement.dataset.state = "unable";
    await parsed;
    document.getElementById("cover-text").textContent = words(name, why);
  };

  if (typeof WebAssembly !== "object" || typeof WebAssembly.compile !== "function") {
    fail("without");
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

  // One part of the program, compiled while it comes. Firefox 140 forgets about one in thirteen of such compilations (of a
  // stream made by a script), and whatever is compiled behind them waits for ever: there a part is compiled when it is
  // whole.
  const forgets = "mozInnerScreenX" in window;
  const compiled = async (next) => {
    if (forgets || !WebAssembly.compileStreaming) {
      const chunks = [];
      for (let chunk = await next(); chunk; chunk = await next()) chunks.push(chunk);
      return WebAssembly.compile(await new Blob(chunks).arrayBuffer());
    }
    const stream = new ReadableStream({
      async pull(to) {
        const chunk = await next();
        if (chunk) to.enqueue(chunk);
        else to.close();
      },
    }, { highWaterMark: 0 });
    // The name of the type is ours: hosts do not all know it.
    return WebAssembly.compileStreaming(new Response(stream, { headers: { "Content-Type": "application/wasm" } }));
  };

  // The page is there to be read first. A tab in the background paints nothing.
  const painted = Promise.race([
    new Promise((resolve) => {
      const look = (list) => list.getEntriesByName("first-contentful-paint")[0] && resolve();
      new PerformanceObserver(look).observe({ type: "paint", buffered: true });
    }),
    late(1000),
  ]);

  // Both parts of one stream. The second one is read when the first one is through.
  const divided = (stream, cut) => {
    const reader = stream.getReader();
    let [got, rest, reached] = [0, null, null];
    const first = async () => {
      if (got === cut) return reached();
      const { done, value } = await reader.read();
      if (done) throw new Error(words("short"));
      const left = cut - got;
      if (value.length > left) rest = value.subarray(left);
      got += Math.min(value.length, left);
      return value.subarray(0, left);
    };
    const second = async () => {
      const value = rest ?? (await reader.read()).value;
      rest = null;
      return value;
    };
    const behind = new Promise((resolve) => (reached = resolve));
    return [compiled(first), behind.then(() => compiled(second))];
  };

  // Gives both modules to come, as soon as nothing more has to be asked for.
  const program = async () => {
    const inline = document.getElementById("wasm-inline");
    if (inline) {
      // The single file has both parts within, packed as one (www/unpack.js, which it brings along).
      const all = unpack(Uint8Array.from(atob(inline.textContent.trim()), (c) => c.charCodeAt(0)));
      const cut = Number(inline.dataset.first);
      return [all.subarray(0, cut), all.subarray(cut)].map((bytes) => WebAssembly.compile(bytes));
    }
    const link = document.getElementById("wasm");
    if (!window.program) await painted;
    const response = await (window.program ??= fetch(link.href));
    if (!response.ok) throw new Error(words("answers", response.status));
    return divided(response.body, Number(link.dataset.first));
  };

  // The valve's frames must stand before the seal: their documents must have come, since none may be asked for behind
  // it. What is in them comes by their own policies, and the browser counts each document when it is here; where it
  // does not, the window's own event tells of them. One that does not load must not keep the page closed.
  const loaded = new Promise((resolve) => {
    if (document.readyState === "complete") return resolve();
    window.addEventListener("load", resolve, { once: true });
  });
  const frames = async () => {
    const missing = new Set(Array.from(document.querySelectorAll("iframe"), (frame) => frame.src));
    const stand = new Promise((resolve) => {
      if (missing.size === 0) return resolve();
      const look = (list) => {
        for (const entry of list.getEntries()) missing.delete(entry.name);
        if (missing.size === 0) resolve();
      };
      new PerformanceObserver(look).observe({ type: "resource", buffered: true });
    });
    await Promise.race([stand, loaded, late(5000)]);
  };

  try {
    // The script may stand before the page that it needs.
    await parsed;
    const [[first, second]] = await Promise.all([program(), frames()]);
    // What goes wrong with the second part is told by `later`, since the first result needs none of it.
    second.catch(() => {});

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
      const made = new Worker(scripts.createScriptURL(url));
      current = made;
      first.then((module) => {
        made.postMessage(module);
        if (kept) made.postMessage(kept);
      });
      return made;
    };

    // The first one is made while the program is still coming, and starts beside the views. What it says before they listen is kept in `early`.
    const earliest = worker();
    earliest.early = 0;
    earliest.addEventListener("message", () => (earliest.early += 1), { once: true });
    let isTaken = false;
    const next = () => (isTaken ? worker() : ((isTaken = true), earliest));

    // The first part's exports are all that the second one imports.
    let started;
    const exports = new Promise((resolve) => (started = resolve));
    // What needs it talks with the valve too, whose scripts may come after their documents.
    const later = Promise.all([second, first, Promise.race([loaded, late(5000)])]).then(
      async ([module]) => {
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
    started(await glue()({ module_or_path: await first }));
    document.documentElement.dataset.state = "ready";
  } catch (error) {
    fail("failed", error.message);
  }
})();
