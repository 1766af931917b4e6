// Lighthouse on the built page, served with compression, as its own preset has it: a phone on a slow network.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { CHROMIUM, ROOT, site } from "./lib.mjs";

const require = createRequire(join(ROOT, ".tools/node_modules/lighthouse/package.json"));
export const load = (name) => import(pathToFileURL(require.resolve(name)).href);

export const PAGES = [
  ["the front page", ""],
  ["a guide", "guides/lock-held/s3-lockfile/"],
  ["the matrix", "guides/"],
  ["a cell that cannot happen", "guides/digest-mismatch/local/"],
  ["popular advice", "guides/advice/"],
  ["removed backends", "guides/removed/"],
];

// Lighthouse asks for robots.txt in the page's own name, which `connect-src 'none'` refuses, as it refuses everything.
// Its own look at that file is had in a run of its own, in which the browser is told to lay the policies aside.
const SETTINGS = { skipAudits: ["robots-txt"], disableFullPageScreenshot: true };

/** The categories that do not depend on the machine's pace. */
export const STEADY = ["accessibility", "best-practices", "seo"];

/** What Lighthouse says of a page, in these categories. */
export const measure = async (path, onlyCategories) => {
  const { default: lighthouse } = await load("lighthouse");
  const { launch } = await load("chrome-launcher");
  const chrome = await launch({
    chromePath: CHROMIUM,
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-component-update"],
  });
  try {
    const flags = { port: chrome.port, output: "json", logLevel: "error", onlyCategories, ...SETTINGS };
    return (await lighthouse(site.url + path, flags)).lhr;
  } finally {
    await chrome.kill();
  }
};

export const score = (lhr, id) => Math.round(lhr.categories[id].score * 100);

/** What a category holds against the page, in Lighthouse's words. */
export const faults = (lhr, id) =>
  lhr.categories[id].auditRefs
    .map((one) => [one.weight, lhr.audits[one.id]])
    .filter(([weight, audit]) => weight > 0 && audit.score !== null && audit.score < 1)
    .map(([, audit]) => `${audit.title} ${audit.displayValue ?? ""}`)
    .join("; ");
