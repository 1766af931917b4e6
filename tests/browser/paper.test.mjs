// What leaves the page on purpose: the sheet on paper, the guide's link, and the whole matrix to be searched.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { assert, free, pause, pictures, site, test, until } from "./lib.mjs";
import { LOCK_ID, NAMES, PASTE, SECRETS } from "./samples.mjs";

/** What is printed, as text, with the number of buttons in it. */
const printed = async (bench, name) => {
  const bytes = await bench.page.pdf({ format: "A4", printBackground: true });
  if (pictures) writeFileSync(join(pictures, `${name}.pdf`), bytes);
  assert.equal(bytes.subarray(0, 5).toString("latin1"), "%PDF-");
  await bench.page.emulateMedia({ media: "print" });
  await bench.picture(name, { fullPage: true });
  const out = await bench.page.evaluate(() => ({
    text: document.body.innerText,
    controls: [...document.querySelectorAll("button, input, select, textarea, iframe, summary")].filter((one) =>
      one.checkVisibility(),
    ).length,
  }));
  await bench.page.emulateMedia({ media: "screen" });
  return out;
};

test("the incident sheet on paper: what happened, verdict, command, diff, files, time; redacted", async (bench) => {
  await bench.open();
  await bench.paste(PASTE);
  const sheet = await printed(bench, "sheet");
  for (const part of [
    "State incident",
    LOCK_ID,
    "Is it safe to release? ",
    `terraform force-unlock ${LOCK_ID}`,
    "+    encrypt",
    "state-backend.tf",
    "BUCKET_1/prod/terraform.tfstate",
    "USER_1@HOST_1",
  ]) {
    assert.ok(sheet.text.includes(part), `${part} is not on the sheet:\n${sheet.text}`);
  }
  assert.match(sheet.text, /Made by StackEngine on \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
  assert.equal(sheet.controls, 0, "nothing to press on paper");
  assert.ok(!sheet.text.includes("```") && !/^#/m.test(sheet.text), "no raw Markdown");
  free(sheet.text, SECRETS, "the sheet");
  for (const name of NAMES) assert.ok(!sheet.text.includes(name), `${name} is on the sheet`);
  // Who switches identifiers on wants them on paper too; secrets never are.
  await bench.work.locator("#identifiers").evaluate((one) => one.click());
  await until(async () => (await bench.work.locator("#leaves").textContent()).includes(NAMES[0]), "identifiers");
  const open = await printed(bench, "sheet-open");
  for (const name of NAMES) assert.ok(open.text.includes(name), `${name} was asked for`);
  free(open.text, SECRETS, "the sheet with names");
  assert.deepEqual(bench.problems, []);
});

test("a guide on paper is the guide", async (bench) => {
  await bench.open(`${site.url}guides/lock-held/gcs/`);
  const guide = await printed(bench, "guide");
  for (const part of ["Error acquiring the state lock", "Google Cloud Storage", "Blast radius", "force-unlock"]) {
    assert.ok(guide.text.includes(part), `${part}:\n${guide.text.slice(0, 600)}`);
  }
  assert.ok(!guide.text.includes("What you get"));
});

test("the result leads to its own guide, in a tab of its own", async (bench) => {
  await bench.open();
  await bench.paste(PASTE);
  const link = bench.work.locator("#guide-link");
  assert.equal(await link.getAttribute("href"), `${site.url}guides/lock-held/s3-dynamodb/`);
  const [guide] = await Promise.all([bench.context.waitForEvent("page"), link.click()]);
  await guide.waitForLoadState();
  assert.match(await guide.title(), /state lock: Amazon S3/);
  assert.equal(await guide.evaluate(() => window.opener), null);
  await guide.close();
  assert.ok((await bench.text("#fields")).includes(LOCK_ID), "the paste is still there");
  // From a guide's page the way is the same.
  await bench.page.goto(`${site.url}guides/wrong-lock-id/gcs/`);
  await until(() => bench.work.evaluate(() => document.documentElement.dataset.state === "ready"), "the guide");
  await bench.work.locator("[data-do=page-sample]").click();
  await until(() => bench.work.locator("#guide-link").isVisible(), "the sample's result");
  assert.equal(await bench.work.locator("#guide-link").getAttribute("href"), `${site.url}guides/wrong-lock-id/gcs/`);
  assert.deepEqual(bench.problems, []);
});

test("the matrix is searched by the text of an error", async (bench) => {
  const page = await bench.context.newPage();
  await page.goto(`${site.url}guides/`);
  const shown = async (text) => {
    await page.locator("#find").fill(text);
    await pause(250);
    const all = await page.evaluate(() =>
      [...document.querySelectorAll("main [data-words] a")]
        .filter((one) => one.checkVisibility({ contentVisibilityAuto: false }))
        .map((one) => new URL(one.href).pathname),
    );
    return { all, count: await page.locator("#count").innerText() };
  };
  const every = await shown("");
  assert.equal(every.all.length, 140);
  for (const [text, first] of [
    ["ConditionalCheckFailedException", "/guides/lock-held/s3-dynamodb/"],
    ["412 PreconditionFailed", "/guides/lock-held/s3-lockfile/"],
    ["does not have the expected content", "/guides/digest-mismatch/s3-dynamodb/"],
    ["state blob is already locked", "/guides/lock-held/azurerm/"],
    [PASTE.split("Lock Info")[0], "/guides/lock-held/s3-dynamodb/"],
  ]) {
    const { all, count } = await shown(text);
    assert.ok(all.includes(first), `${text.slice(0, 40)}: ${all}`);
    assert.ok(all.length < 60, `${text.slice(0, 40)} finds ${all.length} guides`);
    assert.match(count, /guide/);
  }
  const none = await shown("zebra unicorn quux");
  assert.equal(none.all.length, 0);
  assert.match(none.count, /sandbox/);
  // Nothing that is typed here leaves either.
  assert.match(await page.locator("meta[http-equiv]").getAttribute("content"), /^default-src 'none'/);
  assert.deepEqual(bench.problems, []);
});
