// The same page in Safari's engine.
import { assert, free, pause, site, test, until, world } from "./lib.mjs";
import { LOCK_ID, PASTE, SECRETS } from "./samples.mjs";
import { Kit } from "./webkit.mjs";
import { whole } from "./wire.mjs";

const KEY = ["sk", "ant", "webkit", "Kd93mQpLr27V"].join("-");

const kits = (name, run, url, options) =>
  test(name, async () => run(await Kit.open(url?.() ?? site.url, options)));

kits("the classic incident, what would leave, the diff, copy and proof", async (kit) => {
  await kit.paste(PASTE);
  const fields = await kit.text("#fields");
  for (const value of [LOCK_ID, "my-tf-state-bucket/prod/terraform.tfstate", "runner@ci-node-07", "1.5.7"]) {
    assert.ok(fields.includes(value), `${value} is not among the fields: ${fields}`);
  }
  assert.match(await kit.text("#verdict-word"), /suspect|stale|unknown/i);
  assert.ok(await kit.shows("#blocks", "encrypt"), "the hardened block");
  await kit.click("#diff-views [data-arg=beside]");
  assert.ok(await kit.shows("#blocks", "encrypt"), "side by side");
  free(await kit.all("#leaves"), SECRETS, "the redacted text");
  for (const secret of Object.values(SECRETS)) assert.ok((await kit.all("#marked")).includes(secret), "shown marked");
  await kit.click("#steps .main-step .copy");
  await until(
    () => kit.run(() => document.querySelector("#steps .main-step .copy").classList.contains("copied")),
    "copied",
  );
  await kit.click("#marked .mark.secret");
  assert.match(await kit.text("#reason-title"), /^Secret: /);
  await kit.click("#reason .primary");
  assert.ok(await kit.shows("#strip-sent", "nothing"), await kit.text("#strip-sent"));
  await kit.click(".strip [data-do=prove]");
  await until(() => kit.shows("#prove-sum", "of 5"), "the proof is done");
  const refused = await kit.run(() => document.querySelectorAll("#prove-rows .refused").length);
  assert.equal(refused, 5, await kit.text("#prove"));
  assert.ok(await kit.shows("#strip-sent", "nothing"), "the proof sent nothing");
  assert.deepEqual(world.seen, []);
});

kits("Ask refuses without a key; with one, what is shown is what leaves", async (kit) => {
  world.answer = whole("anthropic", ["Keep BUCKET_1. ", `Then \`terraform force-unlock ${LOCK_ID}\`.`]);
  await kit.paste(PASTE);
  await kit.run(() => (document.getElementById("question").value = "What happened?"));
  await kit.click("[data-do=ask-prepare]");
  await kit.into("#valve");
  await until(() => kit.run(() => !document.getElementById("request").hidden), "a request in the valve");
  await pause(400);
  await kit.click("#send");
  await until(() => kit.shows("#why", "key"), "no key, no sending");
  assert.deepEqual(world.seen, [], "sent without a key");
  await kit.click("#key");
  await kit.type("#key", KEY);
  const shown = await kit.all("#body");
  await kit.click("#send");
  await kit.into();
  await until(() => kit.shows("#answers", "Complete"), "an answer");
  assert.ok(await kit.shows("#answers", "Keep my-tf-state-bucket."), "names are put back");
  assert.ok(await kit.shows("#strip-sent", "1 request"), "the strip counts it");
  const [call] = world.calls();
  assert.equal(call.body, shown);
  free(call.body, SECRETS, "the request");
  assert.equal(call.headers["x-api-key"], KEY);
});

kits(
  "the single file, by double click",
  async (kit) => {
    await kit.paste(PASTE);
    assert.ok(await kit.shows("#fields", LOCK_ID));
    free(await kit.all("#leaves"), SECRETS, "the redacted text");
    const tried = await kit.run(() =>
      fetch("https://api.anthropic.com/leak").then(
        () => "open",
        (error) => error.name,
      ),
    );
    assert.equal(tried, "TypeError");
    assert.deepEqual(world.seen, []);
  },
  () => site.file,
  { frame: "#workbench" },
);

// Firefox left one in thirteen openings without an end (www/start.js); here none of many may do so.
test("ten openings, one after the other", async () => {
  for (let round = 0; round < 10; round += 1) await Kit.open(site.url);
});
