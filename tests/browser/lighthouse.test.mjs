// Lighthouse's accessibility, best practices and SEO. Of the first three pages quick.test.mjs asks them together with the
// performance, which is measured where nothing else runs.
import { assert, CHROMIUM, site, test } from "./lib.mjs";
import { faults, load, measure, PAGES, score, STEADY } from "./lighthouse.mjs";

for (const [name, path] of PAGES.slice(3)) {
  test(`Lighthouse finds nothing to mend in ${name}`, async () => {
    let lhr = await measure(path, STEADY);
    // A run that the browser itself broke off says nothing of the page.
    if (lhr.runtimeError) lhr = await measure(path, STEADY);
    assert.equal(lhr.runtimeError, undefined, JSON.stringify(lhr.runtimeError));
    for (const id of STEADY) assert.equal(score(lhr, id), 100, `${id}: ${faults(lhr, id)}`);
  }, { limit: 120_000 });
}

test("Lighthouse finds nothing in robots.txt either, nor in anything else that engines read", async () => {
  // One file for the whole host: one page tells.
  const { default: lighthouse } = await load("lighthouse");
  const { default: puppeteer } = await load("puppeteer-core");
  const own = await puppeteer.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-component-update"],
  });
  try {
    const page = await own.newPage();
    await page.setBypassCSP(true);
    const flags = { output: "json", logLevel: "error", onlyCategories: ["seo"], disableFullPageScreenshot: true };
    const { lhr } = await lighthouse(`${site.url}guides/lock-held/gcs/`, flags, undefined, page);
    assert.equal(lhr.audits["robots-txt"].score, 1, lhr.audits["robots-txt"].explanation);
    assert.equal(score(lhr, "seo"), 100, faults(lhr, "seo"));
  } finally {
    await own.close();
  }
}, { limit: 240_000 });

test("robots.txt lets everybody in, and no page keeps engines out", async () => {
  const robots = await (await fetch(`${site.url}robots.txt`)).text();
  assert.match(robots, /^User-agent: \*\nAllow: \/\n/);
  assert.ok(!/disallow/i.test(robots));
});
