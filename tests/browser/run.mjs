// Runs every tests/browser/*.test.mjs in a real Chromium, some in Firefox and WebKitGTK, against the built page (dist/).
//   node tests/browser/run.mjs [WORD...]     only tests whose name or file holds one of the words
// Up to three tests that fail are run once more, when nothing runs beside them: two lanes on two processors move every
// time. What passes only then is named at the end, and is to be looked into.
// CHROMIUM and FIREFOX name other browsers, DIST another build, PICTURES a folder for screenshots.
import { fork } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Bench, browser, start, stop, tests, world } from "./lib.mjs";

// What measures time runs alone, at the end. The others wait more than they work: two lanes, of about the same length.
const ALONE = ["quick"];
const FIRST = ["ask", "local", "paper", "parts", "walks"];
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
const AGAIN = 3;
const isMine = (one) => {
  if (words.length > 0) return words.some((word) => `${one.file}: ${one.name}`.includes(word));
  if (!lane || ALONE.includes(one.file)) return !lane && ALONE.includes(one.file);
  return FIRST.includes(one.file) === (lane === "first");
};
const chosen = tests.filter(isMine);
const key = (one) => `${one.file}: ${one.name}`;
let passed = 0;
const failed = [];
const began = Date.now();

/** Another process with its own browser and servers; gives how many passed, and which failed. */
const run = (name) =>
  new Promise((done) => {
    const child = fork(fileURLToPath(import.meta.url), [], { env: { ...process.env, LANE: name } });
    let told = { passed: 0, failed: [`the lane "${name}"`] };
    child.on("message", (message) => (told = message));
    child.on("exit", () => done(told));
  });

if (words.length === 0 && !lane) {
  for (const one of await Promise.all(["first", "second"].map(run))) {
    passed += one.passed;
    failed.push(...one.failed);
  }
}
await start();
const shared = await browser();

/** Runs one test in a context of its own; gives whether it passed. */
const passes = async (one) => {
  const from = Date.now();
  const context = await shared.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    ...one.context,
  });
  const bench = new Bench(context);
  world.reset();
  let timer;
  let passed = false;
  try {
    const late = new Promise((_, reject) => {
      const limit = one.limit ?? LIMIT;
      timer = setTimeout(() => reject(new Error(`not done after ${limit} ms`)), limit);
    });
    await Promise.race([one.run(bench), late]);
    if (world.error) throw world.error;
    passed = true;
    console.log(`ok    ${key(one)} (${Date.now() - from} ms)`);
  } catch (error) {
    console.log(`FAIL  ${key(one)} (${Date.now() - from} ms)\n${error.stack ?? error}`);
    if (bench.problems.length) console.log(`      the page said: ${bench.problems.slice(0, 8).join("\n      ")}`);
    if (bench.page) await bench.picture(`failed-${one.file}-${from}`).catch(() => {});
  }
  clearTimeout(timer);
  await context.close().catch(() => {});
  return passed;
};

for (const one of chosen) {
  if (await passes(one)) passed += 1;
  else failed.push(key(one));
}
const alone = [];
if (words.length === 0 && !lane && failed.length <= AGAIN) {
  for (const name of [...failed]) {
    const one = tests.find((one) => key(one) === name);
    if (!one || !(await passes(one))) continue;
    failed.splice(failed.indexOf(name), 1);
    alone.push(name);
    passed += 1;
  }
}
await shared.close();
await stop();
if (chosen.length === 0) {
  console.log("no test has such a name");
  failed.push("");
}
if (lane) {
  await new Promise((done) => process.send({ passed, failed }, done));
  process.exit(0);
}
console.log(`browser tests took ${((Date.now() - began) / 1000).toFixed(1)} s`);
if (alone.length > 0) console.log(`passed at the second try only, alone: ${alone.join("; ")}`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
