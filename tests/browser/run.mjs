// Runs every tests/browser/*.test.mjs in a real Chromium, some in Firefox and WebKitGTK, against the built page (dist/).
//   node tests/browser/run.mjs [WORD...]     only tests whose name or file holds one of the words
// CHROMIUM and FIREFOX name other browsers, DIST another build, PICTURES a folder for screenshots.
import { fork } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Bench, browser, start, stop, tests, world } from "./lib.mjs";

// What measures time runs alone, at the end. The others wait more than they work: two lanes, of about the same length.
const ALONE = ["quick"];
const FIRST = ["ask", "firefox", "local", "paper", "parts", "walks", "webkit"];
const lane = process.env.LANE;

const words = process.argv.slice(2);
const here = new URL(".", import.meta.url);
for (const file of readdirSync(here)
  .filter((name) => name.endsWith(".test.mjs"))
  .sort()) {
  const before = tests.length;
  await import(new URL(file, here));
  for (const one of tests.slice(before)) one.file = file.replace(".test.mjs", "");
}

const LIMIT = 60_000;
const isMine = (one) => {
  if (words.length > 0) return words.some((word) => `${one.file}: ${one.name}`.includes(word));
  if (!lane || ALONE.includes(one.file)) return !lane && ALONE.includes(one.file);
  return FIRST.includes(one.file) === (lane === "first");
};
const chosen = tests.filter(isMine);
let [passed, failed] = [0, 0];
const began = Date.now();

/** Another process with its own browser and servers; gives how many passed and failed. */
const run = (name) =>
  new Promise((done) => {
    const child = fork(fileURLToPath(import.meta.url), [], { env: { ...process.env, LANE: name } });
    let told = { passed: 0, failed: 1 };
    child.on("message", (message) => (told = message));
    child.on("exit", () => done(told));
  });

if (words.length === 0 && !lane) {
  for (const one of await Promise.all(["first", "second"].map(run))) {
    passed += one.passed;
    failed += one.failed;
  }
}
await start();
const shared = await browser();
for (const one of chosen) {
  const from = Date.now();
  const context = await shared.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    ...one.context,
  });
  const bench = new Bench(context);
  world.reset();
  let timer;
  try {
    const late = new Promise((_, reject) => {
      const limit = one.limit ?? LIMIT;
      timer = setTimeout(() => reject(new Error(`not done after ${limit} ms`)), limit);
    });
    await Promise.race([one.run(bench), late]);
    if (world.error) throw world.error;
    passed += 1;
    console.log(`ok    ${one.file}: ${one.name} (${Date.now() - from} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${one.file}: ${one.name} (${Date.now() - from} ms)\n${error.stack ?? error}`);
    if (bench.problems.length) console.log(`      the page said: ${bench.problems.slice(0, 8).join("\n      ")}`);
    if (bench.page) await bench.picture(`failed-${one.file}-${failed}`).catch(() => {});
  }
  clearTimeout(timer);
  await context.close().catch(() => {});
}
await shared.close();
await stop();
if (chosen.length === 0) {
  console.log("no test has such a name");
  failed += 1;
}
if (lane) {
  await new Promise((done) => process.send({ passed, failed }, done));
  process.exit(0);
}
console.log(`browser tests took ${((Date.now() - began) / 1000).toFixed(1)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
