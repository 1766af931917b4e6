// Whole walks: what a person does from the paste to the end, and what must be true on the way.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assert, free, pause, scratch, test, until, world } from "./lib.mjs";
import { BLOCK, INCIDENT, LOCK_ID, PASTE, SECRETS } from "./samples.mjs";
import { whole } from "./wire.mjs";

test("the zip, opened by another program, holds what the page shows, and the redacted sheet", async (bench) => {
  await bench.open();
  await bench.paste(PASTE);
  const [download] = await Promise.all([
    bench.page.waitForEvent("download"),
    bench.work.locator("[data-do=zip]").click(),
  ]);
  assert.equal(download.suggestedFilename(), "stackengine.zip");
  const [file, folder] = [join(scratch, "all.zip"), join(scratch, "all")];
  await download.saveAs(file);
  // Checks every sum, and fails on a damaged entry.
  assert.match(execFileSync("python3", ["-m", "zipfile", "-t", file]).toString(), /Done testing/);
  execFileSync("python3", ["-m", "zipfile", "-e", file, folder]);
  const inside = (path) => readFileSync(join(folder, path), "utf8");
  let compared = 0;
  for (const [list, under] of [
    ["companions-list", "resources"],
    ["prevention-list", "prevention"],
  ]) {
    const shown = await bench.work.evaluate(async (list) => {
      const out = [];
      for (const one of document.querySelectorAll(`#${list} > details`)) {
        one.open = true;
        await new Promise((done) => setTimeout(done, 30));
        out.push(["name", "code"].map((part) => one.querySelector(`[data-part=${part}]`).textContent));
      }
      return out;
    }, list);
    for (const [path, text] of shown) {
      assert.equal(inside(`${under}/${path}`).trimEnd(), text.trimEnd(), path);
      compared += 1;
    }
  }
  assert.ok(compared > 8, `${compared} files compared`);
  assert.match(inside("backend/1-s3.txt"), /# keep this comment\n[^]*encrypt/);
  const sheet = inside("incident-redacted.md");
  free(sheet, SECRETS, "the sheet in the zip");
  assert.ok(sheet.includes(LOCK_ID) && !sheet.includes("my-tf-state-bucket"));
  free(inside("resources/state-backend.tf"), SECRETS, "a file of the zip");
  const script = "prevention/ci/terraform-ci.sh";
  const ask = "import sys,zipfile; print(oct(zipfile.ZipFile(sys.argv[1]).getinfo(sys.argv[2]).external_attr >> 16))";
  const mode = execFileSync("python3", ["-c", ask, file, script]).toString().trim();
  assert.equal(mode, "0o100755", "its scripts can be run");
  assert.deepEqual(bench.problems, []);
});

test("a folder dropped: what is worth reading is read, and the drop is undone by one click", async (bench) => {
  const folder = join(scratch, "infra");
  const secret = SECRETS["database password"];
  for (const [path, text] of [
    ["ci/plan.log", INCIDENT],
    ["live/prod/backend.tf", BLOCK],
    ["live/prod/prod.tfvars", `db_password = "${secret}"\n`],
    [".terraform/terraform.tfstate", "not to be read"],
    ["node_modules/a/index.json", "not to be read"],
    ["picture.png", "not to be read"],
  ]) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  await bench.open();
  const session = await bench.context.newCDPSession(bench.page);
  const box = await bench.work.locator("#box").boundingBox();
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, x: box.x + 50, y: box.y + 50, data });
  }
  await until(async () => (await bench.text("#fields")).includes(LOCK_ID), "the incident of the folder");
  await bench.whole();
  const text = await bench.work.locator("#text").inputValue();
  for (const name of ["infra/ci/plan.log", "infra/live/prod/backend.tf", "infra/live/prod/prod.tfvars"]) {
    assert.ok(text.includes(`# ==== ${name} ====`), `${name} is in the box`);
  }
  assert.ok(!text.includes("not to be read"), "what is no text of ours is left out");
  assert.ok((await bench.text("#blocks")).includes('backend "s3"'));
  assert.ok(!(await bench.work.locator("#leaves").textContent()).includes(secret));
  await bench.work.locator("#undo").click();
  assert.equal(await bench.work.locator("#text").inputValue(), "", "undone");
  assert.deepEqual(bench.problems, []);
});

test("kept through a reload only if asked, in this tab only; and forgotten again", async (bench) => {
  const stored = () =>
    bench.work.evaluate(async () => ({
      session: Object.values(sessionStorage).join(""),
      local: Object.values(localStorage).join(""),
      cookies: document.cookie,
      bases: (await indexedDB.databases()).length,
      cached: (
        await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys())))
      ).flatMap((all) => all.map((one) => one.url)),
      address: location.href,
    }));
  const again = async () => {
    await bench.page.reload();
    await until(() => bench.work.evaluate(() => document.documentElement.dataset.state === "ready"), "ready");
    await pause(700);
  };
  await bench.open();
  await bench.paste(PASTE);
  assert.ok(!JSON.stringify(await stored()).includes(LOCK_ID), "nothing is stored unasked");
  await again();
  assert.equal(await bench.work.locator("#text").inputValue(), "", "nothing was kept");
  await bench.paste(PASTE);
  await bench.work.locator(".settings > summary").click();
  await bench.work.locator("#keep").check();
  const kept = await stored();
  assert.ok(kept.session.includes(LOCK_ID), "kept for this tab");
  assert.ok(!JSON.stringify({ ...kept, session: "" }).includes(LOCK_ID), "and nowhere else");
  await again();
  assert.equal(await bench.work.locator("#text").inputValue(), PASTE);
  await until(async () => (await bench.text("#fields")).includes(LOCK_ID), "examined again");
  const other = await bench.context.newPage();
  await other.goto(bench.page.url());
  assert.equal(await other.evaluate(() => sessionStorage.length), 0, "another tab has none of it");
  await other.close();
  await bench.work.locator(".settings > summary").click();
  await bench.work.locator("#keep").uncheck();
  assert.ok(!JSON.stringify(await stored()).includes(LOCK_ID), "forgotten at once");
  await again();
  assert.equal(await bench.work.locator("#text").inputValue(), "");
  assert.deepEqual(bench.problems, []);
});

test("undo takes back each click, and all of them one after the other", async (bench) => {
  await bench.open();
  await bench.paste(PASTE);
  const { work } = bench;
  const state = async () => {
    await bench.whole();
    return work.evaluate(() => ({
      text: document.getElementById("text").value,
      leaves: document.getElementById("leaves").textContent,
      lists: document.getElementById("lists").textContent,
      identifiers: document.getElementById("identifiers").checked,
      version: document.getElementById("version").value,
      tool: document.getElementById("tool").value,
    }));
  };
  await work.locator(".settings > summary").click();
  const clicks = {
    sample: () => work.locator("#samples button").nth(1).click(),
    "the word": async () => {
      await work.locator("#word").fill("PutItem");
      await work.locator("[data-do=hide-word]").click();
    },
    "its chip": () => work.locator("#lists [data-do=forget]").first().click(),
    harmless: async () => {
      await work.locator("#marked .mark.identifier").first().click();
      await work.locator("[data-do=harmless]").click();
    },
    identifiers: () => work.locator("#identifiers").click(),
    version: async () => {
      await work.locator("#version").fill("1.9.8");
      await work.locator("#version").blur();
    },
    tool: () => work.locator("#tool").selectOption("tofu"),
    clear: () => work.locator("[data-do=clear]").click(),
  };
  const before = [];
  const states = [];
  for (const [name, click] of Object.entries(clicks)) {
    before.push(name);
    states.push(await state());
    await click();
    const after = await state();
    assert.notDeepEqual(after, states.at(-1), `${name} does something`);
    await work.locator("#undo").click();
    assert.deepEqual(await state(), states.at(-1), `undo takes back ${name}`);
    // What the next click needs must be on the page: these two stay undone.
    if (name === "sample" || name === "clear") {
      before.pop();
      states.pop();
      continue;
    }
    await click();
    assert.deepEqual(await state(), after, `${name} again`);
  }
  while (states.length > 0) {
    await work.locator("#undo").click();
    assert.deepEqual(await state(), states.pop(), `all the way back: ${before.pop()}`);
  }
  assert.ok(await work.locator("#undo").isDisabled(), "nothing is left to undo");
  assert.deepEqual(bench.problems, []);
});

test("by keyboard alone, from the paste to the answer of a model", async (bench) => {
  world.answer = whole("anthropic", ["Keep BUCKET_1. ", `Then \`terraform force-unlock ${LOCK_ID}\`.`]);
  await bench.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await bench.open();
  const { page } = bench;
  const { keyboard } = page;
  await bench.work.evaluate((text) => navigator.clipboard.writeText(text), PASTE);
  /** Tab, until an element has the focus, in the page or in the valve. */
  const tabTo = async (selector, frame = bench.work) => {
    for (let presses = 0; presses < 200; presses += 1) {
      const isThere = (selector) => document.hasFocus() && document.activeElement?.matches(selector);
      if (await frame.evaluate(isThere, selector)) return;
      await keyboard.press("Tab");
    }
    throw new Error(`Tab does not lead to ${selector}`);
  };
  await tabTo("#text");
  await keyboard.press("Control+V");
  await until(async () => (await bench.text("#steps")).includes("force-unlock"), "a result");
  await bench.whole();
  await keyboard.press("Control+Enter");
  await tabTo("#steps .main-step .copy");
  await keyboard.press("Enter");
  await until(
    async () =>
      (await bench.work.evaluate(() => navigator.clipboard.readText())) === `terraform force-unlock ${LOCK_ID}`,
    "the command is copied",
  );
  await tabTo("#question");
  await keyboard.type("Is it safe?");
  await tabTo("[data-do=ask-prepare]");
  await keyboard.press("Enter");
  await bench.valveReady();
  const valve = bench.valve();
  await tabTo("#key", valve);
  await keyboard.type(["sk", "ant", "api03", "keyboard"].join("-"));
  await tabTo("#send", valve);
  await keyboard.press("Enter");
  await until(async () => /Complete/.test(await bench.text("#answers .answer-status")), "an answer");
  assert.ok((await bench.text("#answers")).includes("Keep my-tf-state-bucket."));
  const [call] = world.calls();
  free(call.body, SECRETS, "the request");
  assert.ok(call.body.includes("Is it safe?"));
  await bench.work.evaluate(() => document.activeElement.blur());
  assert.deepEqual(bench.problems, []);
});
