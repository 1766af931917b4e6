// Without a network, and from one build to the next: a host that goes away, and one that changes under an open page.
import { cpSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../scripts/static-server.mjs";
import { assert, DIST, pause, scratch, test, until } from "./lib.mjs";
import { LOCK_ID, PASTE } from "./samples.mjs";

const down = (server) => new Promise((done) => (server.closeAllConnections(), server.close(done)));
const offline = (bench) => until(async () => (await bench.text("#strip-offline")) === "yes", "kept for offline");
const ready = (bench) =>
  until(() => bench.work.evaluate(() => document.documentElement.dataset.state === "ready"), "the page is ready");
const build = (bench) => bench.text("#strip-build");

/** A copy of the page that can be changed, and its host. */
const host = async (name) => {
  const folder = join(scratch, name);
  cpSync(DIST, folder, { recursive: true });
  const server = await serve(folder, 0);
  return { folder, server, port: server.address().port, url: `http://127.0.0.1:${server.address().port}/` };
};

/** What a later build looks like: another name, and a script and style of other names. */
const nextBuild = (folder, build) => {
  const old = /name="build" content="([0-9a-f]{12})"/.exec(readFileSync(join(folder, "index.html"), "utf8"))[1];
  const names = readdirSync(folder).filter((name) => /^(app|style)-[0-9a-f]{12}\.(js|css)$/.test(name));
  const renamed = names.map((name) => [name, name.replace(/[0-9a-f]{12}/, build)]);
  for (const [from, to] of renamed) renameSync(join(folder, from), join(folder, to));
  for (const name of ["index.html", "sw.js", "guides/index.html", "guides/lock-held/gcs/index.html"]) {
    let text = readFileSync(join(folder, name), "utf8").replaceAll(old, build);
    for (const [from, to] of renamed) text = text.replaceAll(from, to);
    writeFileSync(join(folder, name), text);
  }
  return { old, renamed };
};

test("a reload and a paste with the server down; guides that were never opened, the matrix and its search", async (bench) => {
  const { server, url } = await host("offline");
  await bench.open(url);
  await offline(bench);
  const online = await (await fetch(`${url}guides/lock-held/gcs/`)).text();
  await down(server);
  await bench.page.reload();
  await ready(bench);
  await bench.paste(PASTE);
  assert.ok((await bench.text("#fields")).includes(LOCK_ID));
  const [guide] = await Promise.all([
    bench.context.waitForEvent("page"),
    bench.work.locator("#guide-link").click(),
  ]);
  await guide.waitForLoadState();
  assert.match(await guide.title(), /state lock: Amazon S3/);
  await guide.close();
  const response = await bench.page.goto(`${url}guides/lock-held/gcs/`);
  await ready(bench);
  assert.equal(await response.text(), online, "byte for byte what the host has");
  await bench.work.locator("[data-do=page-sample]").click();
  await until(async () => (await bench.text("#steps")).includes("force-unlock"), "the guide's sample");
  await bench.page.goto(`${url}guides/`);
  await bench.page.locator("#find").fill("state blob is already locked");
  await until(async () => /^\d+ guide/.test(await bench.page.locator("#count").innerText()), "the search");
  await bench.page.goto(url);
  await ready(bench);
  assert.equal(await bench.text("#strip-sent"), "nothing");
  const failed = bench.problems.filter((one) => !/ERR_CONNECTION_REFUSED|Failed to load resource/.test(one));
  assert.deepEqual(failed, []);
});

test("a new build: the open page says so and goes on whole; then nothing of the old one is left", async (bench) => {
  const { folder, server, port, url } = await host("update");
  await bench.open(url);
  await offline(bench);
  await bench.page.reload();
  await ready(bench);
  const { old, renamed } = nextBuild(folder, "feedfacecafe");
  // Another tab is what makes the browser look for a new worker.
  const other = await bench.context.newPage();
  await other.goto(url);
  await until(
    () => other.evaluate(() => document.documentElement.dataset.state === "ready"),
    "the new build is ready in the other tab",
  );
  assert.equal(await other.locator("#strip-build").innerText(), "feedfacecafe");
  await until(async () => (await bench.text("#toast")).includes("new version"), "the open page tells of it");
  assert.equal(await build(bench), old);
  await bench.paste(PASTE);
  assert.ok((await bench.text("#fields")).includes(LOCK_ID), "the old page goes on");
  assert.equal(await other.locator("#toast").isVisible(), false, "the new page has nothing to tell");
  const kept = await other.evaluate(async () => {
    const names = await caches.keys();
    const files = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((r) => r.url)));
    return { names, files: files.flat() };
  });
  assert.deepEqual(kept.names, ["stackengine-feedfacecafe"]);
  for (const [from, to] of renamed) {
    assert.ok(kept.files.some((file) => file.endsWith(to)) && !kept.files.some((file) => file.endsWith(from)), to);
  }
  await down(server);
  await bench.page.reload();
  await ready(bench);
  assert.equal(await build(bench), "feedfacecafe", "offline it is the new build, whole");
  await bench.paste(PASTE);
  assert.ok((await bench.text("#fields")).includes(LOCK_ID));
  assert.ok(port > 0);
});

test("a host in the middle of an update: no files of two builds are kept together", async (bench) => {
  const { folder, server, url } = await host("mixed");
  await bench.open(url);
  await offline(bench);
  await bench.page.reload();
  await ready(bench);
  // The pages are new, the worker is still the old one; the new files are there, the old ones are gone.
  const worker = readFileSync(join(folder, "sw.js"));
  const { old } = nextBuild(folder, "feedfacecafe");
  writeFileSync(join(folder, "sw.js"), worker);
  await bench.page.reload();
  await ready(bench);
  assert.equal(await build(bench), "feedfacecafe", "with a network it is what the host has");
  await pause(500);
  await down(server);
  await bench.page.reload();
  await ready(bench);
  assert.equal(await build(bench), old, "without, the last build that is whole");
  await bench.paste(PASTE);
  assert.ok((await bench.text("#fields")).includes(LOCK_ID));
  rmSync(folder, { recursive: true });
});
