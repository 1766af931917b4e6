// The program comes in two parts of one file, and the second may be late, or never come: the first result needs none of
// it, nothing is told by half, and no request begins behind the seal.
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { assert, atEnd, Bench, DIST, pause, ROOT, test, until } from "./lib.mjs";
import { Fox } from "./firefox.mjs";
import { LOCK_ID, PASTE } from "./samples.mjs";

const PROGRAM = readdirSync(DIST).find((name) => /^stackengine-[0-9a-f]{12}\.wasm$/.test(name));
const CUT = Number(/data-first="(\d+)"/.exec(readFileSync(join(DIST, "index.html"), "utf8"))[1]);
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml" };

/** The page's host, which does with the second part what a test says: the first one comes, and `more` of the second. */
const host = async ({ more = 100_000, never = /^$/ } = {}) => {
  const seen = [];
  let held;
  const asked = new Promise((resolve) => (held = resolve));
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    seen.push(path);
    // A service worker that does nothing: ours would hold the file that is missing here.
    if (path === "/sw.js") return response.writeHead(200, { "Content-Type": "text/javascript" }).end();
    const name = path === "/" ? "index.html" : path.slice(1);
    if (never.test(name)) return undefined;
    let bytes;
    try {
      bytes = readFileSync(join(DIST, name));
    } catch {
      return response.writeHead(404).end();
    }
    const head = { "Content-Type": TYPES[name.split(".").pop()] ?? "application/octet-stream" };
    if (name !== PROGRAM) return response.writeHead(200, head).end(bytes);
    response.writeHead(200, { ...head, "Content-Length": bytes.length });
    response.write(bytes.subarray(0, CUT + more));
    held({ finish: () => response.end(bytes.subarray(CUT + more)), drop: () => response.destroy() });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  atEnd(() => (server.closeAllConnections(), server.close()));
  return { url: `http://127.0.0.1:${server.address().port}/`, seen, asked };
};

/** What comes first, as it stands on the page. */
const first = (bench) =>
  bench.work.evaluate(() => {
    // Ages go on while this runs.
    const text = (id) => document.getElementById(id).innerText.replace(/\d+ (d|h|min|s|days?)\b/g, "");
    return [text("fields"), text("verdict"), text("reasons"), text("steps"), text("fallbacks-list")];
  });

const paste = async (bench, text) => {
  await bench.work.locator("#text").fill("");
  await until(() => bench.work.locator("#kit").isHidden(), "cleared");
  await bench.work.locator("#text").fill(text);
  await until(() => bench.work.locator("#kit").isVisible(), "a result");
  await pause(120);
};

test("without the second part: diagnosis and command are whole; what is missing says so", async (bench) => {
  const { url, seen, asked } = await host();
  await bench.open(url);
  await asked;
  const before = seen.length;
  await paste(bench, PASTE);
  assert.ok((await bench.text("#fields")).includes(LOCK_ID));
  assert.ok((await bench.text("#steps")).includes(`terraform force-unlock ${LOCK_ID}`));
  await until(async () => /still on its way/.test(await bench.text("#pending")), "it is said that more comes");
  for (const id of ["hardened", "companions", "prevention", "whynot", "redaction", "ask", "all"]) {
    assert.ok(await bench.work.locator(`#${id}`).isHidden(), `${id} is not shown by half`);
  }
  // What needs the second part refuses, and nothing breaks.
  for (const press of ["[data-do=zip]", "[data-do=sheet]", "[data-do=ask-prepare]"]) {
    await bench.work.evaluate(() => (document.getElementById("toast-text").textContent = ""));
    await bench.work.locator(press).first().dispatchEvent("click");
    await until(async () => /still on its way/.test(await bench.work.locator("#toast-text").textContent()), press);
  }
  assert.equal(await bench.text("#strip-offline"), "getting ready");
  assert.equal(await bench.text("#strip-sent"), "nothing");
  assert.deepEqual(seen.slice(before).filter((path) => !/icon|manifest/.test(path)), [], "nothing is asked for after the seal");
  assert.deepEqual(bench.problems, []);
});

test("the first result is the same with the second part and without it, on 17 texts", async (bench) => {
  const folder = join(ROOT, "tests/corpus/lock-errors/captured");
  const all = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const blocks = join(ROOT, "tests/corpus/backends");
  const tf = readdirSync(blocks).filter((name) => name.endsWith(".tf"));
  const pick = (names, from, count) =>
    Array.from({ length: count }, (_, at) => readFileSync(join(from, names[Math.floor((at * names.length) / count)]), "utf8"));
  const texts = [...pick(all, folder, 12), ...pick(tf, blocks, 4), PASTE];
  const { url, asked } = await host();
  await bench.open(url);
  const told = [];
  for (const text of texts) {
    await paste(bench, text);
    told.push(await first(bench));
  }
  (await asked).finish();
  await until(async () => (await bench.work.locator("#kit").getAttribute("aria-busy")) === "false", "the rest");
  for (const [at, text] of texts.entries()) {
    await paste(bench, text);
    await bench.whole();
    assert.deepEqual(await first(bench), told[at], `text ${at}`);
  }
  assert.ok(told.filter((one) => /force-unlock/.test(one[3])).length > 3, "commands are among them");
  assert.deepEqual(bench.problems, []);
}, { limit: 120_000 });

test("the second part comes late: the rest appears by itself, and everything works", async (bench) => {
  const { url, asked } = await host();
  await bench.open(url);
  await paste(bench, PASTE);
  const fields = await bench.text("#fields");
  (await asked).finish();
  await bench.whole();
  assert.ok((await bench.text("#blocks")).includes("encrypt"), "the block is hardened");
  assert.ok(await bench.work.locator("#pending").isHidden());
  assert.equal(await bench.text("#fields"), fields, "the first result stays as it is");
  assert.equal(await bench.work.locator("#text").inputValue(), PASTE);
  assert.ok((await bench.work.locator("#provider option").count()) > 5, "Ask is there");
  await bench.work.locator("#marked .mark.secret").first().click();
  assert.match(await bench.text("#reason-title"), /^Secret: \w/);
  await bench.page.keyboard.press("Escape");
  // A worker that is made anew gets both parts.
  await bench.work.evaluate(() => document.querySelector("[data-do=cancel]").click());
  await bench.work.locator("#text").fill(`${PASTE}\n`);
  await bench.whole();
  assert.ok((await bench.text("#blocks")).includes("encrypt"));
  assert.deepEqual(bench.problems, []);
});

test("the second part is lost on its way: that is said, the result and the paste stay", async (bench) => {
  const { url, asked } = await host();
  await bench.open(url);
  await paste(bench, PASTE);
  (await asked).drop();
  await until(async () => /did not arrive/.test(await bench.text("#pending")), "it is said");
  assert.match(await bench.text("#strip-offline"), /^no/);
  assert.ok((await bench.text("#steps")).includes(`terraform force-unlock ${LOCK_ID}`));
  assert.equal(await bench.work.locator("#text").inputValue(), PASTE);
  // The next paste is examined as well.
  await paste(bench, PASTE.replaceAll(LOCK_ID, LOCK_ID.replace("a1", "b2")));
  assert.ok((await bench.text("#steps")).includes(LOCK_ID.replace("a1", "b2")));
  await until(async () => /did not arrive/.test(await bench.text("#pending")), "it is said again");
  for (const id of ["hardened", "redaction", "ask"]) assert.ok(await bench.work.locator(`#${id}`).isHidden(), id);
});

test("a host that stops in the middle of the first part: the page says that it did not start", async (bench) => {
  const { url, asked } = await host({ more: -200_000 });
  const page = await bench.context.newPage();
  bench.page = page;
  await page.goto(url);
  (await asked).drop();
  await until(() => page.evaluate(() => document.documentElement.dataset.state === "unable"), "it is said");
  assert.match(await page.locator("#cover-text").innerText(), /The examiner did not start: .*Reload the page/s);
  assert.ok(await page.locator("#text").isDisabled());
});

test("the first result needs nothing of what the valve loads for itself", async (bench) => {
  const { url, seen } = await host({ never: /^valve-.*\.(js|css)$/ });
  const page = await bench.context.newPage();
  [bench.page, bench.work] = [page, page.mainFrame()];
  await page.goto(url, { waitUntil: "commit" });
  await until(() => page.evaluate(() => document.documentElement.dataset.state === "ready"), "the page is ready", 4000);
  await paste(bench, PASTE);
  assert.ok((await bench.text("#steps")).includes(`terraform force-unlock ${LOCK_ID}`));
  assert.ok(seen.some((path) => /valve-.*\.js$/.test(path)), "it was asked for, and did not come");
  assert.equal(await page.evaluate(() => document.readyState), "interactive", "the window still loads");
});

test("Firefox: the second part comes behind the seal", async () => {
  const { url, seen, asked } = await host();
  const fox = await Fox.open(url);
  try {
    await fox.paste(PASTE);
    const before = seen.length;
    (await asked).finish();
    await until(() => fox.shows("#blocks", "encrypt"), "the block is hardened");
    assert.deepEqual(seen.slice(before).filter((path) => !/icon|manifest/.test(path)), []);
    assert.deepEqual(fox.problems, []);
  } finally {
    await fox.close();
  }
});

test("Firefox: thirty openings one after the other, and none is left waiting", async () => {
  const { url } = await host();
  for (let at = 0; at < 30; at += 1) await (await Fox.open(url)).close();
});

test("the program is asked for once, when the page can be read", async (bench) => {
  for (const path of ["", "guides/lock-held/s3-lockfile/index.html"]) {
    const { url, seen, asked } = await host();
    bench.page = await bench.context.newPage();
    await bench.page.goto(url + path);
    (await asked).finish();
    // The browser tells of a request when its answer is whole.
    const times = () =>
      bench.page.evaluate((name) => {
        const find = (kind, like) => performance.getEntriesByType(kind).find((one) => one.name.endsWith(like))?.startTime;
        return [find("paint", "first-contentful-paint"), find("resource", name)];
      }, PROGRAM);
    await until(async () => (await times())[1] > 0, "the program is here");
    const [painted, from] = await times();
    assert.ok(from >= painted - 1, `asked for at ${from}, painted at ${painted}`);
    assert.equal(seen.filter((one) => one === `/${PROGRAM}`).length, 1, "asked for once");
  }
  const front = readFileSync(join(DIST, "index.html"), "utf8");
  assert.ok(!/rel="stylesheet"/.test(front), "the front page waits for no style");
});
