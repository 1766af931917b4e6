// What the browser tests share: one Chromium, the built page on loopback servers, a stand-in for every other host.
//
// The page under test is the final one, unmodified. Every host but this machine leads to one TLS server here, so that
// whatever leaves is seen, and the providers' wire formats can be spoken under their own names.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createServer as createTls } from "node:https";
import { createServer } from "node:http";
import { connect, createServer as createSocket } from "node:net";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serve } from "../../scripts/static-server.mjs";

export const ROOT = resolve(fileURLToPath(import.meta.url), "../../..");
export const DIST = process.env.DIST ? resolve(process.env.DIST) : join(ROOT, "dist");
const require = createRequire(import.meta.url);
const TOOLS = join(ROOT, ".tools/node_modules");
const { chromium } = require(join(TOOLS, "playwright-core"));
export const AXE = readFileSync(join(TOOLS, "axe-core/axe.min.js"), "utf8");

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication",
];

export const scratch = mkdtempSync(join(tmpdir(), "stackengine-browser-"));
export const pictures = process.env.PICTURES ? resolve(process.env.PICTURES) : null;
if (pictures) mkdirSync(pictures, { recursive: true });

// ---- tests ---------------------------------------------------------------------------------------------------------

export const tests = [];

/** Registers a test. It gets a fresh browser context: see `Bench`. */
export const test = (name, run, options = {}) => tests.push({ name, run, ...options });

// ---- the servers ---------------------------------------------------------------------------------------------------

const body = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
};

/** Every host that is not this machine. `world.answer` is set by a test; `world.seen` is what came. */
export const world = {
  seen: [],
  answer: null,
  error: null,
  reset() {
    this.seen = [];
    this.answer = null;
    this.error = null;
  },
  /** Requests that carry something: preflights are left out. */
  calls() {
    return this.seen.filter((one) => one.method !== "OPTIONS");
  },
};

/** What a provider that lets browsers in answers to a preflight, and the headers that let the page read. */
export const cors = (request) => ({
  "Access-Control-Allow-Origin": request.headers.origin ?? "*",
  "Access-Control-Allow-Headers": request.headers["access-control-request-headers"] ?? "*",
  "Access-Control-Allow-Methods": "GET, POST",
});

const everywhere = async (request, response) => {
  const bytes = await body(request);
  const one = {
    host: request.headers.host,
    method: request.method,
    path: request.url,
    headers: request.headers,
    body: bytes.toString("utf8"),
  };
  // Chromium asks its maker's hosts for updates and the like. No page can send a request with these two headers.
  if (one.headers["sec-fetch-site"] === "none" && one.headers["sec-fetch-dest"] === "empty") {
    response.writeHead(404).end();
    return;
  }
  world.seen.push(one);
  if (request.method === "OPTIONS") {
    response.writeHead(204, cors(request)).end();
  } else if (world.answer) {
    try {
      await world.answer(one, response, cors(request));
    } catch (error) {
      world.error = error;
      response.destroy();
    }
  } else {
    response.writeHead(404, cors(request)).end("nobody is here");
  }
};

const certificate = () => {
  const [key, cert] = [join(scratch, "key.pem"), join(scratch, "cert.pem")];
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"].concat([
      "-subj",
      "/CN=stackengine-tests",
      "-keyout",
      key,
      "-out",
      cert,
    ]),
    { stdio: "ignore" },
  );
  return { key: readFileSync(key), cert: readFileSync(cert) };
};

const listen = (server, port = 0) =>
  new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => done(server.address().port));
  });

const closing = [];
const ending = [];

/** Runs something when all tests are done. */
export const atEnd = (run) => ending.push(run);

/** A plain HTTP server on this machine, as a local model's. Gives its port. */
export const local = async (answer) => {
  const seen = [];
  const server = createServer(async (request, response) => {
    const bytes = await body(request);
    const one = {
      method: request.method,
      path: request.url,
      headers: request.headers,
      body: bytes.toString("utf8"),
    };
    seen.push(one);
    await answer(one, response, request);
  });
  const port = await listen(server);
  closing.push(server);
  return { port, seen, close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))) };
};

/** The page's own host; `site.seen` is what was asked of it. */
export const site = { seen: [], url: "", under: "", root: "" };

export const start = async () => {
  if (!existsSync(join(DIST, "index.html"))) {
    throw new Error(`${DIST}/index.html is missing: build the page first (./serve, or trunk build --release)`);
  }
  const files = await serve(DIST, 0, (request) => site.seen.push(`${request.method} ${request.url}`));
  const root = join(scratch, "root");
  mkdirSync(join(root, "some"), { recursive: true });
  symlinkSync(DIST, join(root, "some/where"));
  const deeper = await serve(root, 0, (request) => site.seen.push(`${request.method} ${request.url}`));
  closing.push(files, deeper);
  site.url = `http://127.0.0.1:${files.address().port}/`;
  site.under = `http://127.0.0.1:${deeper.address().port}/some/where/`;
  site.file = pathToFileURL(join(DIST, "stackengine.html")).href;
  const tls = createTls(certificate(), everywhere);
  world.port = await listen(tls);
  closing.push(tls);
};

/** Firefox's own errands go to its maker; they are not the page's. */
const MAKER = /(^|\.)(mozilla\.(com|org|net)|firefox\.com|mozaws\.net|mozgcp\.net):443$/;

/** Takes a browser's CONNECT and leads it to the server that stands for every other host. */
export const proxy = () =>
  new Promise((done) => {
    const server = createSocket((socket) => {
      socket.once("data", (head) => {
        const host = /^CONNECT (\S+)/.exec(head.toString("latin1"))?.[1];
        if (!host || MAKER.test(host)) {
          socket.destroy();
          return;
        }
        const to = connect(world.port, "127.0.0.1", () => {
          socket.write("HTTP/1.1 200 OK\r\n\r\n");
          socket.pipe(to).pipe(socket);
        });
        for (const end of [socket, to]) end.on("error", () => (socket.destroy(), to.destroy()));
      });
      socket.on("error", () => socket.destroy());
    });
    server.listen(0, "127.0.0.1", () => done(server));
  });

/** Starts a browser in which every other host is `world`. */
export const browser = (more = []) =>
  chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: [
      ...QUIET,
      "--ignore-certificate-errors",
      `--host-resolver-rules=MAP * 127.0.0.1:${world.port}, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
      ...more,
    ],
  });

export const stop = async () => {
  for (const run of ending) await run();
  for (const server of closing) {
    server.closeAllConnections?.();
    server.close();
  }
  rmSync(scratch, { recursive: true, force: true });
};

// ---- one test's browser context ------------------------------------------------------------------------------------

/** A context, and what went wrong in it. */
export class Bench {
  constructor(context) {
    this.context = context;
    this.problems = [];
    context.on("weberror", (error) => this.problems.push(`page error: ${error.error().message}`));
    context.on("console", (message) => {
      if (message.type() === "error") this.problems.push(`console: ${message.text()}`);
    });
  }

  /** Opens the workbench and waits until it takes a paste. */
  async open(url = site.url) {
    const page = await this.context.newPage();
    this.page = page;
    await page.goto(url);
    this.work = page.mainFrame();
    if (url === site.file || url.endsWith("/stackengine.html")) {
      const element = await page.waitForSelector("#workbench");
      this.work = await element.contentFrame();
    }
    await until(
      () => this.work.evaluate(() => document.documentElement.dataset.state === "ready"),
      "the page is ready",
    );
    return page;
  }

  /** Puts a text into the paste box as a user does, and waits for its result. */
  async paste(text) {
    const before = await this.work.evaluate(() => document.getElementById("summary").textContent);
    await this.work.locator("#text").fill(text);
    await until(async () => {
      const now = await this.work.evaluate(() => document.getElementById("summary").textContent);
      return now !== "" && (now !== before || before !== "");
    }, "a result");
    await this.whole();
    await pause(150);
  }

  /** Waits until all of the last result is on the page: what comes first, and what follows it. */
  whole() {
    return until(
      () => this.work.evaluate(() => document.getElementById("kit").getAttribute("aria-busy") === "false"),
      "the whole result",
    );
  }

  /** The valve's document: a frame of the page, or in the single file the outer document. */
  valve(which = "valve") {
    if (this.work !== this.page.mainFrame()) return this.page.mainFrame();
    return this.page.frames().find((frame) => new RegExp(`/${which}\\.html`).test(frame.url()));
  }

  /** Waits until a request is shown in the valve; its Send takes no press in the first moment. */
  async valveReady(which = "valve") {
    await until(() => this.valve(which).locator("#request").isVisible(), "a request in the valve");
    await pause(350);
  }

  text(selector) {
    return this.work.locator(selector).first().innerText();
  }

  /** A picture of one part of the page, as long as it is. */
  async part(name, selector = "#ask") {
    if (!pictures) return;
    await this.page.bringToFront();
    await this.work
      .locator(selector)
      .screenshot({ path: join(pictures, `${name}.png`), timeout: 5000 })
      .catch(() => {});
  }

  async picture(name, options = {}) {
    if (pictures) await this.page.screenshot({ path: join(pictures, `${name}.png`), ...options });
  }
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until something holds; the policy forbids Playwright's own way, which evaluates a string. */
export const until = async (holds, what, limit = 10_000) => {
  const end = Date.now() + limit;
  for (;;) {
    let last;
    try {
      if (await holds()) return;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${limit} ms in vain for: ${what}${last ? ` (${last.message})` : ""}`);
    await pause(25);
  }
};

/** Every spelling in which a secret could leave. */
export const spellings = (secret) => {
  const bytes = Buffer.from(secret, "utf8");
  // Base64 within a longer text starts at any of three phases: what does not depend on the neighbours is searched.
  const phases = [0, 1, 2].map((phase) => {
    const text = Buffer.concat([Buffer.alloc(phase), bytes]).toString("base64");
    return text.slice(phase === 0 ? 0 : phase + 1, text.length - 4);
  });
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
    [...secret].reverse().join(""),
    ...phases.filter((text) => text.length >= 8),
  ];
};

/** Fails if a text holds one of the secrets in any spelling. Never prints the secret. */
export const free = (text, secrets, where) => {
  for (const [name, secret] of Object.entries(secrets)) {
    for (const spelling of spellings(secret)) {
      assert.ok(!text.toLowerCase().includes(spelling.toLowerCase()), `${where} holds the ${name}`);
    }
  }
};

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Runs axe-core in a frame; gives its violations in short. `rules` names single ones. */
export const axe = async (frame, rules) => {
  await frame.evaluate(AXE);
  return frame.evaluate(
    async ([rules, tags]) => {
      const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
      const result = await window.axe.run(document, { runOnly, iframes: false, preload: false });
      return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
    },
    [rules, RULES],
  );
};

export { assert };
