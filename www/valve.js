// The valve: the only part of StackEngine that can reach a network. It never sees the paste. The workbench hands it one
// finished, redacted request; it shows that request as it is, sends it when Send is pressed HERE, hands the answer's
// bytes back as they come, and keeps the ledger. The key is typed here, stays here, and goes into one header.
//
// It knows no provider's format. Where it may send stands in its document's policy, which the browser enforces; the
// same list is read from there and checked again before a request is shown.
"use strict";
(() => {
  // What it says beside what stands in its document, ready for translation, with holes for what differs.
  const WORDS = {
    "no-name": "it has no name",
    "no-method": "only GET and POST are sent",
    "no-address": "its address does not read as one",
    "not-plain": "its address is not written plainly",
    "not-listed": "{origin} is not on the list of this page",
    "no-headers": "its headers do not read as such",
    "no-header": "it has a header that is not sent from here: {name}",
    "no-body": "its body does not read as one",
    "not-again": "it may not be sent again by itself",
    key: "{name} key",
    "key-if": "{name} key, if the server wants one",
    kept: "It is kept in the memory of this frame until the page is closed.",
    "kept-file": "It is kept in the memory of this frame until the page is closed or reloaded. It cannot be kept longer: files from a disk share one storage.",
    "kept-frame": "It is kept in the memory of this frame until the page is closed or reloaded. It cannot be kept longer: this frame has no storage, so that nothing else can read the key.",
    byte: "{count} byte",
    bytes: "{count} bytes",
    secret: "{count} secret",
    secrets: "{count} secrets",
    identifier: "{count} identifier",
    identifiers: "{count} identifiers",
    request: "{count} request",
    requests: "{count} requests",
    "your-key": "•••••••• your key",
    body: "Body: {size}, about {tokens} tokens at 4 bytes each.",
    bodiless: "It has no body: it asks for a list.",
    hidden: "Hidden in it: {hidden}. Each stands there as a marked placeholder.",
    "hidden-kinds": "Hidden in it: {hidden} ({kinds}). Each stands there as a marked placeholder.",
    send: "Send to {host}",
    "key-missing": "Type your key first.",
    "key-odd": "That does not look like a key: it has spaces or unusual characters, or is too short.",
    "key-in-body": "The body holds your key. Take it out of your paste, then prepare again.",
    waiting: "{size} to {host}. Waiting for the answer, {seconds} s.",
    received: "{size} to {host}. Received {received} in {seconds} s.",
    sum: "{requests}, {size} of redacted text",
    said: "Sent since this page opened: {sum}.",
    "no-text": "no text in it",
    asking: "Asking…",
  };
  const words = (name, holes = {}) => WORDS[name].replace(/{(\w+)}/g, (_, hole) => holes[hole]);

  // ---- the two ends -------------------------------------------------------------------------------------------------
  const byId = (id) => document.getElementById(id);
  const kind = document.documentElement.dataset.kind; // hosted, local, or single: the one-file build
  const isLocal = kind !== "hosted";

  // In the one-file build this document is the outer one and the workbench its sandboxed child; else the reverse.
  const child = byId("workbench");
  const peer = () => (child ? child.contentWindow : window.parent);
  // A frame without an origin still knows the address it was loaded from; its parent must come from there too.
  const home = new URL(location.href).origin;
  const fromPeer = (event) => event.source === peer() && event.origin === (child ? "null" : home);
  const target = child || home === "null" ? "*" : home;

  const post = (message, transfer = []) => {
    if (child || window.parent !== window) peer().postMessage({ v: 1, ...message }, target, transfer);
  };

  // ---- where it may send --------------------------------------------------------------------------------------------
  const policy = document.querySelector("meta[http-equiv='Content-Security-Policy']").content;
  const hosts = (/connect-src ([^;]+)/.exec(policy)?.[1] ?? "").split(" ").filter((word) => word.includes("://"));
  const isLoopback = (origin) => /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin);
  const permits = (origin) =>
    hosts.some((host) =>
      host.endsWith(":*") ? isLoopback(origin) && origin.replace(/:\d+$/, "") === host.slice(0, -2) : origin === host,
    );

  // More headers break preflights, and none of these can carry text.
  const HEADERS = {
    accept: /^[a-z/+*-]+$/,
    "content-type": /^application\/json$/,
    authorization: /^Bearer <key>$/,
    "x-api-key": /^<key>$/,
    "x-goog-api-key": /^<key>$/,
    "anthropic-version": /^[0-9-]{1,20}$/,
    "anthropic-dangerous-direct-browser-access": /^true$/,
  };

  // ---- what the workbench may say -----------------------------------------------------------------------------------
  const isText = (value, most) => typeof value === "string" && value.length <= most;
  const textOr = (value, most) => (isText(value, most) ? value : "");
  const isId = (value) => isText(value, 64) && /^[a-z0-9-]+$/.test(value);

  // Gives the request as it will be sent, or a sentence that says what is wrong with it.
  const checked = (message) => {
    const { id, provider, method, url, headers, body, summary, placeholders } = message;
    if (!isId(id) || !isId(provider)) return words("no-name");
    if (method !== "GET" && method !== "POST") return words("no-method");
    let address;
    try {
      address = new URL(textOr(url, 4000));
    } catch {
      return words("no-address");
    }
    if (address.href !== url || address.username || address.password || address.hash) {
      return words("not-plain");
    }
    if (!permits(address.origin)) return words("not-listed", { origin: address.origin });
    if (!Array.isArray(headers) || headers.length > 12) return words("no-headers");
    for (const header of headers) {
      const [name, value] = Array.isArray(header) ? header : [];
      if (!isText(name, 60) || !isText(value, 200) || !Object.hasOwn(HEADERS, name) || !HEADERS[name].test(value)) {
        return words("no-header", { name: textOr(name, 60) });
      }
    }
    if (!isText(body, 40e6) || (method === "GET" && body !== "")) return words("no-body");
    const counts = Array.isArray(summary) ? summary.slice(0, 300) : [];
    const known = Array.isArray(placeholders) ? placeholders.slice(0, 100000) : [];
    return {
      id,
      provider,
      method,
      url,
      origin: address.origin,
      host: address.host,
      headers: headers.map(([name, value]) => [name, value]),
      needsKey: headers.some(([, value]) => value.includes("<key>")),
      body,
      bytes: new TextEncoder().encode(body).length,
      summary: counts
        .filter((one) => one && isText(one.kind, 80) && Number.isSafeInteger(one.count) && one.count > 0)
        .map((one) => ({ kind: one.kind, class: one.class === "secret" ? "secret" : "identifier", count: one.count })),
      placeholders: new Map(
        known
          .filter((one) => Array.isArray(one) && isText(one[0], 120))
          .map(([name, whose]) => [name, whose === "secret" ? "secret" : "identifier"]),
      ),
    };
  };

  const hear = {
    hello: ({ theme }) => {
      document.documentElement.dataset.theme = theme === "dark" || theme === "light" ? theme : "";
      post({ type: "ready", kind, hosts });
      tellHeight();
    },
    select: (message) => {
      const host = textOr(message.host, 200);
      const fits = isText(message.provider, 64) && permits(host);
      chosen = fits
        ? {
            host,
            name: textOr(message.name, 80),
            header: textOr(message.header, 60),
            key: ["required", "optional"].includes(message.key) ? message.key : "none",
            note: textOr(message.note, 600),
            path: /^\/[\w/.?=&-]{0,200}$/.test(message.path) ? message.path : "/",
            isServer: message.server === true,
          }
        : null;
      if (waiting && waiting.origin !== host) discard("discarded");
      showKey();
    },
    request: (message) => {
      const request = checked(message);
      if (typeof request === "string") {
        post({ type: "failed", id: isId(message.id) ? message.id : "", why: "refused", detail: request });
      } else if (running) {
        post({ type: "failed", id: request.id, why: "busy" });
      } else {
        if (waiting) discard("replaced");
        approved = null;
        waiting = request;
        showRequest();
      }
    },
    // The very request that was approved by hand, once more. Nothing new leaves.
    again: ({ id }) => {
      if (approved && approved.id === id && approved.tries < 2 && !running && !waiting) {
        approved.tries += 1;
        send(approved);
      } else {
        post({ type: "failed", id: isId(id) ? id : "", why: "refused", detail: words("not-again") });
      }
    },
    advice: ({ sentence, command }) => {
      byId("advice").textContent = textOr(sentence, 1000);
      byId("setting").textContent = textOr(command, 500);
      byId("setting").hidden = !command;
      tellHeight();
    },
    cancel: ({ id }) => {
      if (running && running.id === id) running.abort.abort();
      else if (waiting && waiting.id === id) discard("discarded");
    },
  };

  addEventListener("message", (event) => {
    const message = event.data;
    if (!fromPeer(event) || typeof message !== "object" || message === null || message.v !== 1) return;
    if (Object.hasOwn(hear, message.type)) hear[message.type](message);
  });

  // ---- the key ------------------------------------------------------------------------------------------------------
  let chosen = null;
  const keys = new Map(); // by origin: a key never goes to another host
  // A frame without an origin has no storage; a file from a disk shares it with every other file.
  const storage = (() => {
    try {
      return location.protocol === "file:" ? null : sessionStorage;
    } catch {
      return null;
    }
  })();
  const stored = (host) => `stackengine.key ${host}`;

  const keyOf = (host) => keys.get(host) ?? storage?.getItem(stored(host)) ?? "";

  const setKey = (host, key) => {
    if (key) keys.set(host, key);
    else keys.delete(host);
    if (storage && key && byId("keep").checked) storage.setItem(stored(host), key);
    else storage?.removeItem(stored(host));
    byId("forget").disabled = !key;
    post({ type: "state", host, hasKey: Boolean(key) });
    if (waiting) showWhy("");
  };

  const showKey = () => {
    const wants = chosen && chosen.key !== "none";
    byId("key-part").hidden = !wants;
    byId("doctor").hidden = !(chosen?.isServer && isLocal);
    byId("advice").textContent = "";
    byId("setting").hidden = true;
    if (!chosen) return;
    byId("doctor-host").textContent = chosen.host;
    byId("key-label").textContent = words(chosen.key === "optional" ? "key-if" : "key", chosen);
    byId("key-host").textContent = chosen.host;
    byId("key-header").textContent = chosen.header;
    byId("key-note").textContent = chosen.note;
    const isFile = location.protocol === "file:";
    byId("key-where").textContent = words(storage ? "kept" : isFile ? "kept-file" : "kept-frame");
    byId("keep-row").hidden = !storage;
    byId("keep").checked = Boolean(storage?.getItem(stored(chosen.host)));
    byId("key").value = keyOf(chosen.host);
    byId("key").type = "password";
    byId("reveal").setAttribute("aria-pressed", "false");
    setKey(chosen.host, byId("key").value);
  };

  byId("key").addEventListener("input", () => chosen && setKey(chosen.host, byId("key").value.trim()));
  byId("keep").addEventListener("change", () => chosen && setKey(chosen.host, byId("key").value.trim()));
  byId("reveal").addEventListener("click", () => {
    const shown = byId("key").type === "text";
    byId("key").type = shown ? "password" : "text";
    byId("reveal").setAttribute("aria-pressed", String(!shown));
  });
  byId("forget").addEventListener("click", () => {
    byId("key").value = "";
    if (chosen) setKey(chosen.host, "");
    byId("key").focus();
  });

  // What comes back may quote the key: providers do so in errors. Every run of 8 characters of the key and more becomes
  // asterisks, also where it lies across two pieces; a shorter key only as a whole.
  const masker = (key) => {
    const code = new TextEncoder().encode(key);
    const length = Math.min(8, code.length);
    const text = (bytes, from, to) => String.fromCharCode(...bytes.subarray(from, to));
    const runs = new Set();
    const starts = new Set(); // what a run may begin with, at the end of a piece
    const pairs = new Uint8Array(65536); // its first two bytes: most of a text begins no run
    for (let at = 0; length >= 4 && at + length <= code.length; at += 1) {
      runs.add(text(code, at, at + length));
      pairs[code[at] * 256 + code[at + 1]] = 1;
      for (let end = 1; end < length; end += 1) starts.add(text(code, at, at + end));
    }
    let rest = new Uint8Array(); // bytes kept back, and which of them are hidden already
    let restHidden = new Uint8Array();
    return (piece, isLast) => {
      const all = new Uint8Array(rest.length + piece.length);
      all.set(rest);
      all.set(piece, rest.length);
      if (runs.size === 0) return all;
      const hidden = new Uint8Array(all.length);
      hidden.set(restHidden);
      for (let at = 0; at + length <= all.length; at += 1) {
        const begins = pairs[all[at] * 256 + all[at + 1]] === 1;
        if (begins && runs.has(text(all, at, at + length))) hidden.fill(1, at, at + length);
      }
      let keep = isLast ? 0 : Math.min(length - 1, all.length);
      while (keep > 0 && !starts.has(text(all, all.length - keep, all.length))) keep -= 1;
      rest = all.slice(all.length - keep);
      restHidden = hidden.slice(all.length - keep);
      return all.slice(0, all.length - keep).map((byte, at) => (hidden[at] ? 42 : byte));
    };
  };

  // ---- the request, shown and sent ----------------------------------------------------------------------------------
  let waiting = null; // shown, not sent
  let approved = null; // sent by hand last
  let running = null;

  // The formatter takes a browser some 20 ms to make, and nothing sent yet needs one.
  let formatter;
  const number = (value) => (value < 1000 ? String(value) : (formatter ??= new Intl.NumberFormat("en")).format(value));
  const count = (many, one) => words(many === 1 ? one : `${one}s`, { count: number(many) });
  const size = (bytes) => count(bytes, "byte");
  const INVISIBLE =
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\ufff0-\ufffb]|[\u{1d173}-\u{1d17a}]|[\u{e0000}-\u{e0fff}]/gu;

  const element = (tag, text, className = "") => {
    const made = document.createElement(tag);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  // Text with its placeholders marked, and what nobody would see written out.
  const marked = (text, placeholders) => {
    const out = document.createDocumentFragment();
    const BLOCK = 20000; // a long line in one piece takes seconds to lay out
    for (let from = 0; from < text.length;) {
      let to = Math.min(from + BLOCK, text.length);
      while (to < text.length && /[\w\udc00-\udfff]/.test(text[to])) to += 1;
      const block = text.length > BLOCK ? element("span", "", "block") : out;
      const part = text.slice(from, to);
      let done = 0;
      const pieces = [...part.matchAll(/[A-Z][A-Z0-9_]*_[0-9]+/g)].filter(([name]) => placeholders.has(name));
      for (const found of [...pieces, ...part.matchAll(INVISIBLE)].sort((one, other) => one.index - other.index)) {
        const [word] = found;
        block.append(part.slice(done, found.index));
        const whose = placeholders.get(word);
        block.append(
          whose
            ? element("mark", word, whose)
            : element("mark", `U+${word.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`, "invisible"),
        );
        done = found.index + word.length;
      }
      block.append(part.slice(done));
      if (block !== out) out.append(block);
      from = to;
    }
    return out;
  };

  // The strings of a JSON body, each under its place, with their line ends.
  const texts = (body) => {
    const out = [];
    const walk = (value, place) => {
      if (typeof value === "string") {
        out.push(`${place}:${value.includes("\n") ? "\n" : " "}${value}\n`);
      } else if (value && typeof value === "object") {
        for (const [name, inner] of Object.entries(value)) walk(inner, place ? `${place}.${name}` : name);
      } else {
        out.push(`${place}: ${value}\n`);
      }
    };
    try {
      walk(JSON.parse(body), "");
      return out.join("\n");
    } catch {
      return body;
    }
  };

  const showBody = (readable) => {
    byId("as-bytes").setAttribute("aria-pressed", String(!readable));
    byId("as-text").setAttribute("aria-pressed", String(readable));
    byId("body").replaceChildren(marked(readable ? texts(waiting.body) : waiting.body, waiting.placeholders));
  };

  const hiddenIn = (request) => {
    const sum = (whose) =>
      request.summary.filter((one) => one.class === whose).reduce((all, one) => all + one.count, 0);
    return `${count(sum("secret"), "secret")}, ${count(sum("identifier"), "identifier")}`;
  };

  const showWhy = (text) => {
    byId("why").textContent = text;
  };

  const showRequest = () => {
    const request = waiting;
    byId("request").hidden = !request;
    byId("idle").hidden = Boolean(request);
    if (!request) return;
    open(true);
    byId("method").textContent = request.method;
    byId("url").textContent = request.url;
    byId("headers").replaceChildren(
      ...request.headers.flatMap(([name, value]) => {
        const shown = element("dd", "");
        for (const part of value.split(/(<key>)/)) {
          shown.append(part === "<key>" ? element("mark", words("your-key"), "key") : part);
        }
        return [element("dt", name), shown];
      }),
    );
    const tokens = Math.max(1, Math.round(request.bytes / 4));
    byId("size").textContent = request.body
      ? words("body", { size: size(request.bytes), tokens: number(tokens) })
      : words("bodiless");
    const kinds = request.summary.map((one) => `${one.kind} ${number(one.count)}`).join(", ");
    byId("hidden-list").textContent = request.body
      ? words(kinds ? "hidden-kinds" : "hidden", { hidden: hiddenIn(request), kinds })
      : "";
    byId("body-part").hidden = !request.body;
    showBody(false);
    byId("send").textContent = words("send", request);
    showWhy("");
    // Who clicks twice on the button that brought this up must not send it.
    request.since = performance.now();
    byId("request-title").focus({ preventScroll: Boolean(!child) });
    post({ type: "shown", id: request.id });
    tellHeight();
  };

  const discard = (why) => {
    post({ type: "failed", id: waiting.id, why });
    waiting = null;
    showRequest();
  };

  byId("as-bytes").addEventListener("click", () => waiting && showBody(false));
  byId("as-text").addEventListener("click", () => waiting && showBody(true));
  byId("discard").addEventListener("click", () => waiting && discard("discarded"));
  byId("stop").addEventListener("click", () => running?.abort.abort());
  byId("send").addEventListener("click", (event) => {
    if (!event.isTrusted || !waiting || running || performance.now() - waiting.since < 300) return;
    const key = keyOf(waiting.origin);
    if (waiting.needsKey && !key) {
      showWhy(words("key-missing"));
      byId("key").focus();
    } else if (waiting.needsKey && !/^[\x21-\x7e]{4,4000}$/.test(key)) {
      showWhy(words("key-odd"));
      byId("key").focus();
    } else if (waiting.needsKey && waiting.body.includes(key)) {
      showWhy(words("key-in-body"));
    } else {
      approved = Object.assign(waiting, { tries: 0 });
      waiting = null;
      showRequest();
      send(approved);
    }
  });

  const send = async (request) => {
    const key = request.needsKey ? keyOf(request.origin) : "";
    const mask = masker(key);
    const abort = new AbortController();
    running = { id: request.id, abort };
    const entry = enter(request.method, request.url, request.bytes, request.summary);
    const started = performance.now();
    const progress = () => {
      const seconds = Math.round((performance.now() - started) / 1000);
      byId("progress").textContent = words(entry.status === null ? "waiting" : "received", {
        size: size(request.bytes),
        host: request.host,
        received: size(entry.received),
        seconds,
      });
    };
    byId("running").hidden = false;
    byId("idle").hidden = true;
    const clock = setInterval(progress, 500);
    progress();
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers.map(([name, value]) => [name, value.replace("<key>", key)]),
        body: request.body || undefined,
        credentials: "omit",
        referrerPolicy: "no-referrer",
        mode: "cors",
        cache: "no-store",
        redirect: "error",
        signal: abort.signal,
      });
      entry.status = response.status;
      const wait = /^\d{1,6}$/.exec(response.headers.get("retry-after") ?? "")?.[0] ?? "";
      post({ type: "head", id: request.id, status: response.status, retryAfter: wait });
      const hand = (bytes) =>
        bytes.length && post({ type: "chunk", id: request.id, bytes: bytes.buffer }, [bytes.buffer]);
      const reader = response.body?.getReader();
      for (let read = await reader?.read(); read && !read.done; read = await reader.read()) {
        entry.received += read.value.length;
        hand(mask(read.value, false));
      }
      hand(mask(new Uint8Array(), true));
      entry.outcome = `answered ${response.status}`;
      post({ type: "end", id: request.id });
    } catch {
      // The browser's own words may hold anything; what happened is told in ours.
      const why = abort.signal.aborted
        ? "cancelled"
        : entry.status !== null
          ? "cut"
          : navigator.onLine === false
            ? "offline"
            : "unreachable";
      entry.outcome = why;
      post({ type: "failed", id: request.id, why });
    }
    clearInterval(clock);
    running = null;
    byId("running").hidden = true;
    byId("idle").hidden = Boolean(waiting);
    showLedger();
  };

  // ---- the ledger ---------------------------------------------------------------------------------------------------
  const ledger = [];

  const enter = (method, url, sent, hidden) => {
    const { host, pathname } = new URL(url);
    const at = new Date().toISOString();
    const entry = { at, method, host, path: pathname, sent, received: 0, hidden, status: null, outcome: "running" };
    ledger.push(entry);
    showLedger();
    return entry;
  };

  const showLedger = () => {
    const bytes = ledger.reduce((sum, one) => sum + one.sent, 0);
    const sum = words("sum", { requests: count(ledger.length, "request"), size: size(bytes) });
    byId("ledger-sum").textContent = sum;
    byId("said").textContent = words("said", { sum });
    byId("ledger-rows").replaceChildren(
      ...ledger.map((one) => {
        const row = document.createElement("tr");
        const path = `${one.method} ${one.host}${one.path}`;
        const hidden = one.hidden.length ? hiddenIn({ summary: one.hidden }) : words("no-text");
        for (const text of [one.at.slice(11, 19), path, size(one.sent), size(one.received), hidden, one.outcome]) {
          row.append(element("td", text));
        }
        return row;
      }),
    );
    byId("valve").dataset.used = "yes";
    post({ type: "ledger", entries: ledger });
    tellHeight();
  };

  // ---- the connection doctor, for servers on this machine ------------------------------------------------------------
  // A browser tells a page "failed to fetch" and no more. What can be tried beside it is tried here; what it means is
  // said by the workbench, which knows the servers.
  const probe = async (url, options) => {
    const entry = enter("GET", url, 0, []);
    let status = null;
    try {
      const plain = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" };
      status = (await fetch(url, { ...plain, ...options, signal: AbortSignal.timeout(8000) })).status;
    } catch {
      // Refused, forbidden or late: the browser does not say which.
    }
    entry.outcome = status === null ? "unreachable" : "examined";
    showLedger();
    return status;
  };

  const permission = async () => {
    // A page from this machine needs none.
    if (home === "null" || isLoopback(home)) return "granted";
    for (const name of ["loopback-network", "local-network-access"]) {
      try {
        return (await navigator.permissions.query({ name })).state;
      } catch {
        // This browser does not know that name.
      }
    }
    return "unknown";
  };

  byId("examine").addEventListener("click", async () => {
    byId("examine").disabled = true;
    byId("advice").textContent = words("asking");
    byId("setting").hidden = true;
    const url = chosen.host + chosen.path;
    // Without CORS the browser tells only whether somebody answered: a closed port from a closed door.
    const listens = (await probe(url, { mode: "no-cors" })) !== null;
    // This header makes the browser ask the server first, as for a question.
    const headers = { "content-type": "application/json" };
    const status = listens ? await probe(url, { mode: "cors", redirect: "error", headers }) : null;
    const https = location.protocol === "https:";
    post({ type: "symptoms", listens, status, permission: await permission(), origin: home, https });
    byId("examine").disabled = false;
  });

  // In the one-file build it is a bar at the foot of the window: its head always, the rest when it is wanted.
  const open = (wanted) => {
    byId("valve").dataset.open = wanted ? "yes" : "no";
    byId("fold").setAttribute("aria-expanded", String(wanted));
  };
  if (child) {
    byId("fold").hidden = false;
    open(false);
    byId("fold").addEventListener("click", () => open(byId("valve").dataset.open === "no"));
  }

  // ---- its place in the page ----------------------------------------------------------------------------------------
  const tellHeight = () => {
    const { height } = document.documentElement.getBoundingClientRect();
    if (!child && height > 0) post({ type: "height", pixels: Math.ceil(height) });
  };
  new ResizeObserver(tellHeight).observe(document.documentElement);
})();
