// Every provider of the list through the final page: its own host, its own way to take a key, its own wire format; and
// in each request not one planted secret.
import { assert, free, test, until, world } from "./lib.mjs";
import { NAMES, PASTE, SECRETS } from "./samples.mjs";
import { pieces } from "./wire.mjs";

const HOSTED = [
  ["anthropic", "api.anthropic.com", "x-api-key", "anthropic"],
  ["openai", "api.openai.com", "authorization", "responses"],
  ["openai-chat", "api.openai.com", "authorization", "chat"],
  ["gemini", "generativelanguage.googleapis.com", "x-goog-api-key", "gemini"],
  ["openrouter", "openrouter.ai", "authorization", "chat"],
  ["mistral", "api.mistral.ai", "authorization", "chat"],
  ["groq", "api.groq.com", "authorization", "chat"],
  ["deepseek", "api.deepseek.com", "authorization", "chat"],
  ["xai", "api.x.ai", "authorization", "chat"],
  ["together", "api.together.xyz", "authorization", "chat"],
  ["cohere", "api.cohere.ai", "authorization", "chat"],
  ["huggingface", "router.huggingface.co", "authorization", "chat"],
  ["cerebras", "api.cerebras.ai", "authorization", "chat"],
];

// What browsers add by themselves to a request across origins, and what a provider may be sent.
const OURS = ["content-type", "anthropic-version", "anthropic-dangerous-direct-browser-access"];
const BROWSERS =
  /^(host|connection|content-length|origin|accept|accept-.*|user-agent|sec-.*|cache-control|pragma|priority)$/;

test("each provider gets its request, and no secret", async (bench) => {
  await bench.open();
  await bench.paste(PASTE);
  const shown = await bench.work.locator("#provider option").evaluateAll((all) => all.map((one) => one.value));
  for (const [id] of HOSTED) assert.ok(shown.includes(id), `${id} can be chosen`);
  for (const [id, host, header, wire] of HOSTED) {
    // A key that shares a word with the answer would have it masked there.
    const key = ["Xq83kVt0", "Zn52", HOSTED.findIndex((one) => one[0] === id) + 10].join("-");
    world.reset();
    world.answer = pieces(wire, [`Answer of ${id}: `, "keep BUC", "KET_1. Zwölf 锁."], { size: 5 });
    await bench.work.locator("#provider").selectOption(id);
    // The valve is told, and empties its field for another host's key.
    await until(
      async () => (await bench.valve().locator("#key-host").textContent()).endsWith(host),
      `${id}: the host stands beside the key`,
    );
    await bench.valve().locator("#key").fill(key);
    await bench.work.locator("#question").fill(`What happened, ${id}?`);
    await bench.work.locator("[data-do=ask-prepare]").click();
    await bench.valveReady();
    const body = await bench.valve().locator("#body").textContent();
    await bench.valve().locator("#send").click();
    const answer = bench.work.locator("#answers .answer").first();
    await until(async () => /Complete/.test(await answer.locator(".answer-status").textContent()), `${id}: an answer`);
    const calls = world.calls();
    assert.equal(calls.length, 1, id);
    const [call] = calls;
    assert.equal(call.host, host);
    assert.equal(call.body, body, `${id}: what was shown is what left`);
    assert.equal(call.headers[header], header === "authorization" ? `Bearer ${key}` : key);
    assert.ok(!call.path.includes(key) && !call.body.includes(key), `${id}: the key is in its header only`);
    for (const name of Object.keys(call.headers)) {
      assert.ok(name === header || OURS.includes(name) || BROWSERS.test(name), `${id}: an extra header ${name}`);
    }
    free(`${call.path}\n${call.body}`, SECRETS, `${id}'s request`);
    for (const name of NAMES) assert.ok(!call.body.includes(name), `${id}'s request holds ${name}`);
    const text = await answer.innerText();
    assert.ok(text.includes(`Answer of ${id}: keep my-tf-state-bucket. Zwölf 锁.`), text);
    // The key of one host is never offered to another.
    await bench.valve().locator("#forget").click();
  }
  assert.deepEqual(bench.problems, []);
});

test("a key belongs to its host: choosing another provider does not take it along", async (bench) => {
  await bench.open();
  await bench.paste(PASTE);
  await bench.valve().locator("#key").fill("key-for-anthropic-only-1");
  await bench.work.locator("#provider").selectOption("mistral");
  await until(
    async () => (await bench.valve().locator("#key-host").textContent()).includes("mistral"),
    "the other host",
  );
  assert.equal(await bench.valve().locator("#key").inputValue(), "");
  await bench.work.locator("[data-do=ask-prepare]").click();
  await bench.valveReady();
  await bench.valve().locator("#send").click();
  assert.match(await bench.valve().locator("#why").textContent(), /key/);
  assert.deepEqual(world.seen, []);
  await bench.work.locator("#provider").selectOption("anthropic");
  await until(
    async () => (await bench.valve().locator("#key").inputValue()) === "key-for-anthropic-only-1",
    "its own key",
  );
  assert.equal(await bench.valve().locator("#request").isVisible(), false, "the request for the other is gone");
});
