// Lighthouse on the built page, served with compression, as its own preset has it: a phone on a slow network.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { assert, CHROMIUM, ROOT, site, test } from "./lib.mjs";

const require = createRequire(join(ROOT, ".tools/node_modules/lighthouse/package.json"));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

// On a quiet machine it is 98 to 100, and that is looked for in three rounds. What fails is well below it: a times score
// is of the machine too, all the more where others work on it.
const WANTED = 98;
// On the front page Lighthouse reckons the largest paint at 1.0 s or at 4.1 s, by what it saw painted first: 100 or 87.
const LEAST = 80;

// Lighthouse asks for robots.txt in the page's own name, which `connect-src 'none'` refuses, as it refuses everything.
// Its own look at that file is had in a run of its own, in which the browser is told to lay the policies aside.
const SETTINGS = { skipAudits: ["robots-txt"], disableFullPageScreenshot: true };

const measure = async (url) => {
  const { default: lighthouse } = await load("lighthouse");
  const { launch } = await load("chrome-launcher");
  const chrome = await launch({
    chromePath: CHROMIUM,
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-component-update"],
  });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, output: "json", logLevel: "error", ...SETTINGS });
    return lhr;
  } finally {
    await chrome.kill();
  }
};

const score = (lhr, id) => Math.round(lhr.categories[id].score * 100);

/** What a category holds against the page, in Lighthouse's words. */
const faults = (lhr, id) =>
  lhr.categories[id].auditRefs
    .map((one) => [one.weight, lhr.audits[one.id]])
    .filter(([weight, audit]) => weight > 0 && audit.score !== null && audit.score < 1)
    .map(([, audit]) => `${audit.title} ${audit.displayValue ?? ""}`);

for (const [name, path] of [
  ["the front page", ""],
  ["a guide", "guides/lock-held/s3-lockfile/"],
  ["a cell that cannot happen", "guides/digest-mismatch/local/"],
  ["the matrix", "guides/"],
  ["popular advice", "guides/advice/"],
  ["removed backends", "guides/removed/"],
]) {
  test(`Lighthouse is content with ${name}`, async () => {
    let best;
    // The machine's other work shows in the times: what is measured is the page's best of three.
    for (let round = 0; round < 3; round += 1) {
      const lhr = await measure(site.url + path);
      // A run that the browser itself broke off says nothing of the page.
      if (lhr.runtimeError && round < 2) continue;
      assert.equal(lhr.runtimeError, undefined, JSON.stringify(lhr.runtimeError));
      for (const id of ["accessibility", "best-practices", "seo"]) {
        assert.equal(score(lhr, id), 100, `${id}: ${faults(lhr, id).join("; ")}`);
      }
      if (!best || score(lhr, "performance") > score(best, "performance")) best = lhr;
      if (score(best, "performance") >= WANTED) break;
    }
    const times = faults(best, "performance").join("; ") || "nothing to mend";
    const shown = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"]
      .map((id) => `${best.audits[id].title} ${best.audits[id].displayValue}`)
      .join(", ");
    console.log(`      performance ${score(best, "performance")}: ${shown}; ${times}`);
    assert.ok(score(best, "performance") >= LEAST, `performance ${score(best, "performance")}: ${times}`);
  }, { limit: 240_000 });
}

test("Lighthouse finds nothing in robots.txt either, nor in anything else that engines read", async () => {
  const { default: lighthouse } = await load("lighthouse");
  const { default: puppeteer } = await load("puppeteer-core");
  const own = await puppeteer.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-component-update"],
  });
  try {
    for (const path of ["", "guides/lock-held/gcs/", "guides/"]) {
      const page = await own.newPage();
      await page.setBypassCSP(true);
      const flags = { output: "json", logLevel: "error", onlyCategories: ["seo"], disableFullPageScreenshot: true };
      const { lhr } = await lighthouse(site.url + path, flags, undefined, page);
      assert.equal(lhr.audits["robots-txt"].score, 1, `${path}: ${lhr.audits["robots-txt"].explanation}`);
      assert.equal(score(lhr, "seo"), 100, `${path}: ${faults(lhr, "seo").join("; ")}`);
      await page.close();
    }
  } finally {
    await own.close();
  }
}, { limit: 240_000 });

test("robots.txt lets everybody in, and no page keeps engines out", async () => {
  const robots = await (await fetch(`${site.url}robots.txt`)).text();
  assert.match(robots, /^User-agent: \*\nAllow: \/\n/);
  assert.ok(!/disallow/i.test(robots));
});
