// What the pages tell search engines, held against schema.org's own vocabulary.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assert, DIST, ROOT, scratch, test } from "./lib.mjs";

const check = (folder) => {
  const python = join(ROOT, ".tools/checkov/bin/python");
  const [pages, ...faults] = execFileSync(python, [join(ROOT, "tests/browser/structured.py"), folder])
    .toString()
    .trim()
    .split("\n");
  return { pages: Number(pages), faults };
};

test("structured data: types, properties and values are schema.org's", async () => {
  const { pages, faults } = check(DIST);
  assert.ok(pages > 140, `${pages} pages`);
  assert.deepEqual(faults, []);
  // The check itself: a wrong property, a text where a thing belongs, a type that is none.
  const folder = join(scratch, "structured");
  mkdirSync(folder);
  for (const [name, data] of Object.entries({
    a: { "@type": "TechArticle", headlin: "x" },
    b: { "@type": "TechArticle", about: "x" },
    c: { "@type": "TechArticel" },
    d: { "@type": "TechArticle", about: [{ "@type": "Thing", name: "x" }], headline: "x" },
  })) {
    const text = JSON.stringify({ "@context": "https://schema.org", ...data });
    writeFileSync(join(folder, `${name}.html`), `<script type="application/ld+json">${text}</script>`);
  }
  assert.deepEqual(check(folder).faults, [
    "a.html: TechArticle has no headlin",
    "b.html: about of TechArticle does not hold str",
    "c.html: no type TechArticel",
  ]);
});
