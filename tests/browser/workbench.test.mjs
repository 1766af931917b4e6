// The page on a real incident: what is read, shown, copied; and what is not a good paste.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assert, pause, site, test, until, ROOT } from "./lib.mjs";
import { BLOCK, INCIDENT, LOCK_ID, PASTE, SECRETS } from "./samples.mjs";

const copied = async (bench, button) => {
  await bench.page.bringToFront();
  await button.scrollIntoViewIfNeeded();
  await button.click();
  await pause(120);
  return bench.page.evaluate(() => navigator.clipboard.readText());
};

for (const place of ["url", "under"]) {
  test(`the classic incident, served at ${place === "url" ? "/" : "a sub-path"}`, async (bench) => {
    await bench.open(site[place]);
    await bench.paste(PASTE);
    const fields = await bench.text("#fields");
    for (const value of [
      LOCK_ID,
      "my-tf-state-bucket/prod/terraform.tfstate",
      "OperationTypeApply",
      "runner@ci-node-07",
      "1.5.7",
      "2024-01-15 03:42:11.823456789 +0000 UTC",
    ]) {
      assert.ok(fields.includes(value), `${value} is not among the fields: ${fields}`);
    }
    assert.match(await bench.text("#verdict-word"), /suspect|stale|unknown/i);
    assert.ok((await bench.work.locator("#reasons li").count()) > 0, "a verdict has reasons");
    assert.ok((await bench.text("#steps")).includes(`terraform force-unlock ${LOCK_ID}`));
    const block = await bench.text("#blocks");
    assert.ok(block.includes("+") && block.includes("encrypt"), "the block is hardened");
    assert.ok(block.includes("keep this comment"), "its comments stay");
    assert.ok((await bench.work.locator("#companions-list .file").count()) > 0, "companion files");
    const leaves = await bench.work.locator("#leaves").textContent();
    for (const [name, secret] of Object.entries(SECRETS)) {
      assert.ok(!leaves.includes(secret), `the ${name} would leave`);
      assert.ok((await bench.work.locator("#marked").textContent()).includes(secret), `the ${name} is shown marked`);
    }
    assert.ok(!leaves.includes("my-tf-state-bucket") && leaves.includes(LOCK_ID));
    assert.deepEqual(bench.problems, []);
    await bench.picture(`incident-${place}`, { fullPage: true });
  });
}

test("copy buttons put the exact text on the clipboard", async (bench) => {
  await bench.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await bench.open();
  await bench.paste(PASTE);
  const release = bench.work.locator("#steps .command", { hasText: "force-unlock" }).first();
  assert.equal(await copied(bench, release.locator(".copy")), `terraform force-unlock ${LOCK_ID}`);
  await bench.work.locator("#fallbacks > summary").click();
  const fallback = bench.work.locator("#fallbacks .command").first();
  assert.equal(
    await copied(bench, fallback.locator(".copy")),
    (await fallback.locator("code").textContent()).trimEnd(),
  );
  const leaves = await bench.work.locator("#leaves").textContent();
  assert.equal(await copied(bench, bench.work.locator("#copy-redacted")), leaves);
  const hardened = await copied(bench, bench.work.locator("#blocks button", { hasText: "Copy block" }).first());
  assert.ok(hardened.includes("# keep this comment\n") && hardened.includes("encrypt"), hardened);
  assert.deepEqual(bench.problems, []);
});

test("several files dropped at once", async (bench) => {
  await bench.open();
  const files = [
    ["error.log", INCIDENT],
    ["backend.tf", BLOCK],
    ["terraform.tfvars", `db_password = "${SECRETS["database password"]}"\n`],
  ];
  await bench.work.evaluate((files) => {
    const data = new DataTransfer();
    for (const [name, text] of files) data.items.add(new File([text], name, { type: "text/plain" }));
    const target = document.getElementById("box");
    target.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
  }, files);
  await until(async () => (await bench.text("#fields")).includes(LOCK_ID), "the incident");
  await bench.whole();
  assert.ok((await bench.text("#blocks")).includes('backend "s3"'));
  assert.ok(!(await bench.work.locator("#leaves").textContent()).includes(SECRETS["database password"]));
  assert.deepEqual(bench.problems, []);
});

const captures = join(ROOT, "tests/corpus/lock-errors/captured");

test("real captures, one after the other", async (bench) => {
  await bench.open();
  for (const name of [
    "007-s3ddb-slack-fence",
    "119-local-other-user-cannot-read-lock-info",
    "157-http-lock-record",
    "010-s3ddb-hard-wrapped-40",
  ]) {
    const expected = JSON.parse(readFileSync(join(captures, `${name}.json`), "utf8"));
    await bench.paste(readFileSync(join(captures, `${name}.txt`), "utf8"));
    const id = JSON.stringify(expected).match(/"(?:id|ID)":"([^"]+)"/)?.[1];
    if (id)
      await until(async () => (await bench.work.locator("#incident").textContent()).includes(id), `${name}: ${id}`);
  }
  assert.deepEqual(bench.problems, []);
});

const noise = (bytes) => {
  const line = (at) =>
    `2024-01-15T03:42:11.${at}Z worker ${at % 97} handled item ${(at * 2654435761) % 1000003} in ${at % 31} ms\n`;
  const parts = [];
  for (let size = 0, at = 0; size < bytes; at += 1) {
    parts.push(line(at));
    size += parts[at].length;
  }
  return parts.join("");
};

test("bad inputs get a calm sentence, and nothing is lost", async (bench) => {
  await bench.open();
  const type = async (text) => {
    await bench.work.locator("#text").fill(text);
    await pause(400);
  };
  await type("");
  assert.ok(await bench.work.locator("#empty").isVisible(), "an empty paste shows what one gets");
  await type("\u0000\u0001\u0002\u00ff\ufffd\u0007 MZ\u0090\u0000");
  assert.ok(await bench.work.locator("#notes").isVisible(), "binary");
  await type("│ Error: Error acquiring the state lock\n│ Lock Info:\n│   ID:        a1b2c3d4-e5f6-78");
  assert.ok((await bench.text("#results")).length > 20, "half an error");
  await type('terraform {\n  backend "s3" {\n    bucket = "x\n');
  assert.ok((await bench.text("#main")).length > 20, "broken HCL");
  const before = await bench.text("#summary");
  const big = noise(10_000_000);
  await bench.work.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.getElementById("text").select();
    const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data });
    document.getElementById("text").dispatchEvent(paste);
  }, big);
  await until(async () => (await bench.text("#summary")) !== before, "10 MB examined", 40_000);
  assert.ok(await bench.work.locator("#big").isVisible(), "10 MB are shown in blocks");
  assert.ok(await bench.work.locator("#notes").isVisible(), "nothing was found in the noise");
  await bench.work.locator("[data-do=undo]").first().click();
  await until(async () => (await bench.work.locator("#text").inputValue()).includes('bucket = "x'), "the text before");
  assert.deepEqual(bench.problems, []);
});
