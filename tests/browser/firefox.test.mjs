// The same page in Firefox: what a browser of another make does differently shows here.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../scripts/static-server.mjs";
import { assert, DIST, free, pause, scratch, site, test, until, world } from "./lib.mjs";
import { Fox } from "./firefox.mjs";
import { LOCK_ID, PASTE, SECRETS } from "./samples.mjs";
import { whole } from "./wire.mjs";

const KEY = ["sk", "ant", "firefox", "Kd93mQpLr27V"].join("-");

const foxes = (name, run, url, options) =>
  test(name, async () => {
    const fox = await Fox.open(url?.() ?? site.url, options);
    try {
      await run(fox);
    } finally {
      await fox.close();
    }
  });

foxes("the classic incident, what would leave, copy and proof", async (fox) => {
  await fox.paste(PASTE);
  const fields = await fox.text("#fields");
  for (const value of [LOCK_ID, "my-tf-state-bucket/prod/terraform.tfstate", "runner@ci-node-07", "1.5.7"]) {
    assert.ok(fields.includes(value), `${value} is not among the fields: ${fields}`);
  }
  assert.match(await fox.text("#verdict-word"), /suspect|stale|unknown/i);
  assert.ok((await fox.text("#blocks")).includes("encrypt"), "the block is hardened");
  free(await fox.all("#leaves"), SECRETS, "the redacted text");
  for (const secret of Object.values(SECRETS)) assert.ok((await fox.all("#marked")).includes(secret), "shown marked");
  await fox.click("#steps .main-step .copy");
  await until(() => fox.work.$eval("#steps .main-step .copy", (one) => one.classList.contains("copied")), "copied");
  assert.equal(
    await fox.work.evaluate(() => navigator.clipboard.readText()),
    `terraform force-unlock ${LOCK_ID}`,
  );
  await fox.click("#marked .mark.secret");
  assert.match(await fox.text("#reason-title"), /^Secret: /);
  await fox.page.keyboard.press("Escape");
  assert.deepEqual(fox.problems, []);
  // What the policy refuses is told in the console: that is the proof.
  await fox.click(".strip [data-do=prove]");
  await until(() => fox.shows("#prove-sum", "of 5"), "the proof is done");
  assert.equal(await fox.work.$$eval("#prove-rows .refused", (all) => all.length), 5, await fox.text("#prove-rows"));
  assert.deepEqual(
    fox.problems.filter((one) => !/Content-Security-Policy/.test(one)),
    [],
  );
  assert.deepEqual(world.seen, []);
});

foxes("Ask refuses without a key; with one, what is shown is what leaves", async (fox) => {
  world.answer = whole("anthropic", ["Keep BUCKET_1. ", `Then \`terraform force-unlock ${LOCK_ID}\`.`]);
  await fox.paste(PASTE);
  await fox.work.$eval("#question", (one) => (one.value = "What happened?"));
  await fox.click("[data-do=ask-prepare]");
  const valve = fox.valve();
  await until(() => valve.$eval("#request", (one) => !one.hidden), "a request in the valve");
  await pause(400);
  await fox.click("#send", valve);
  await pause(400);
  assert.match(await valve.$eval("#why", (one) => one.innerText), /key/i);
  assert.deepEqual(world.seen, [], "sent without a key");
  const key = await valve.$("#key");
  await key.type(KEY);
  await pause(100);
  const shown = await valve.$eval("#body", (one) => one.textContent);
  await fox.click("#send", valve);
  await until(() => fox.shows("#answers", "Complete"), "an answer");
  assert.ok(await fox.shows("#answers", "Keep my-tf-state-bucket."), "names are put back");
  const [call] = world.calls();
  assert.equal(call.body, shown);
  free(call.body, SECRETS, "the request");
  assert.equal(call.headers["x-api-key"], KEY);
  assert.deepEqual(fox.problems, []);
});

test("a reload with the server down", async () => {
  const folder = join(scratch, "firefox-offline");
  cpSync(DIST, folder, { recursive: true });
  const server = await serve(folder, 0);
  const fox = await Fox.open(`http://127.0.0.1:${server.address().port}/`);
  try {
    await until(() => fox.shows(".strip", "yes"), "kept for offline");
    await new Promise((done) => (server.closeAllConnections(), server.close(done)));
    await fox.page.reload();
    await fox.ready();
    await fox.paste(PASTE);
    assert.ok(await fox.shows("#fields", LOCK_ID));
  } finally {
    await fox.close();
    server.close();
  }
});

foxes(
  "the single file, by double click",
  async (fox) => {
    await fox.paste(PASTE);
    assert.ok(await fox.shows("#fields", LOCK_ID));
    free(await fox.all("#leaves"), SECRETS, "the redacted text");
    await fox.click("#steps .main-step .copy");
    await until(() => fox.work.$eval("#steps .main-step .copy", (one) => one.classList.contains("copied")), "copied");
    const tried = await fox.work.evaluate(() =>
      fetch("https://api.anthropic.com/leak").then(
        () => "open",
        (error) => error.name,
      ),
    );
    assert.equal(tried, "TypeError");
    assert.deepEqual(world.seen, []);
    assert.deepEqual(
      fox.problems.filter((one) => !/Content-Security-Policy.*anthropic/.test(one)),
      [],
    );
  },
  () => site.file,
  { frame: true },
);
