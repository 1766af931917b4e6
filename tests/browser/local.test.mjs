// Models on this machine: the local valve, and the doctor that tells what is in the way.
import { assert, Bench, browser, free, local, pause, site, test, until, world } from "./lib.mjs";
import { PASTE, SECRETS } from "./samples.mjs";
import { WIRES, ollama } from "./wire.mjs";

/** Answers as Ollama does: pages of the allowed origins only, 403 for others. */
const server = (allowed, wire = "ollama") =>
  local(async (one, response) => {
    const origin = one.headers.origin;
    if (origin && !allowed(origin)) return response.writeHead(403).end();
    const headers = origin
      ? { "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Headers": "content-type, authorization" }
      : {};
    if (one.method === "OPTIONS") return response.writeHead(204, headers).end();
    if (one.method === "GET") {
      response.writeHead(200, { ...headers, "Content-Type": "application/json" });
      return response.end(JSON.stringify({ models: [{ name: "tiny:1b" }], data: [{ id: "tiny:1b" }] }));
    }
    response.writeHead(200, { ...headers, "Content-Type": WIRES[wire].type });
    for (const line of WIRES[wire].events(["From this machine: ", "BUCK", "ET_1."])) {
      response.write(line + WIRES[wire].end);
      await pause(10);
    }
    response.end();
  });

const choose = async (bench, provider, port) => {
  await bench.work.locator("#provider").selectOption(provider);
  await bench.work.locator("#base").fill(`http://127.0.0.1:${port}`);
  await bench.work.locator("#base").blur();
};

const ask = async (bench) => {
  await bench.work.locator("[data-do=ask-prepare]").click();
  await bench.valveReady("valve-local");
  await bench.valve("valve-local").locator("#send").click();
};

const examine = async (bench) => {
  const valve = bench.valve("valve-local");
  await valve.locator("#examine").click();
  await until(async () => !["", "Asking…"].includes(await valve.locator("#advice").textContent()), "advice", 12_000);
  return `${await valve.locator("#advice").textContent()} ${await valve.locator("#setting").textContent()}`;
};

for (const [provider, wire] of [
  ["ollama", "ollama"],
  ["lmstudio", "chat"],
  ["llamacpp", "chat"],
  ["vllm", "chat"],
  ["openai-compatible", "chat"],
]) {
  test(`${provider} on this machine`, async (bench) => {
    const peer = await server(() => true, wire);
    await bench.open();
    await bench.paste(PASTE);
    await choose(bench, provider, peer.port);
    assert.equal(await bench.work.locator("#valve").isVisible(), false, "the other valve is put away");
    if (provider === "ollama") {
      await bench.work.locator("#ask-models").click();
      await bench.valveReady("valve-local");
      await bench.valve("valve-local").locator("#send").click();
      await until(() => bench.work.locator("#model-list").isVisible(), "the list");
      await bench.work.locator("#model-list").selectOption("tiny:1b");
    } else if (provider === "openai-compatible") {
      await bench.work.locator("#local-key").check();
      await bench.valve("valve-local").locator("#key").fill("local-key-1234");
    }
    await ask(bench);
    const answer = bench.work.locator("#answers .answer").first();
    await until(async () => /From this machine: my-tf-state-bucket\./.test(await answer.innerText()), "an answer");
    const call = peer.seen.find((one) => one.method === "POST");
    free(call.body, SECRETS, "the request");
    if (provider === "ollama") assert.equal(JSON.parse(call.body).model, "tiny:1b");
    if (provider === "openai-compatible") assert.equal(call.headers.authorization, "Bearer local-key-1234");
    assert.deepEqual(world.seen, [], "nothing left the machine");
    assert.deepEqual(bench.problems, []);
    await peer.close();
  });
}

test("a local key is kept for the tab only if the user says so", async (bench) => {
  await bench.open();
  await bench.paste(PASTE);
  await bench.work.locator("#provider").selectOption("vllm");
  await bench.work.locator("#local-key").check();
  const stored = () => bench.work.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  const valve = bench.valve("valve-local");
  await valve.locator("#key").fill("local-key-5678");
  assert.ok(!(await stored()).includes("local-key-5678"), "not by itself");
  await valve.locator("#keep").check();
  assert.ok((await stored()).includes("local-key-5678"), "once asked");
  await valve.locator("#forget").click();
  assert.ok(!(await stored()).includes("local-key-5678"), "forgotten everywhere");
  assert.equal(await bench.valve().locator("#keep").isVisible(), false, "the providers' valve has no storage");
});

test("the local valve reaches this machine only", async (bench) => {
  await bench.open();
  const tried = await bench.valve("valve-local").evaluate(async () => {
    const out = [];
    for (const url of ["https://api.anthropic.com/leak", "https://evil.example/leak"]) {
      out.push(
        await fetch(url).then(
          () => "open",
          (error) => error.name,
        ),
      );
    }
    new Image().src = "https://evil.example/leak.png";
    navigator.sendBeacon("https://evil.example/leak");
    return out;
  });
  assert.deepEqual(tried, ["TypeError", "TypeError"]);
  await pause(200);
  assert.deepEqual(world.seen, []);
});

test("the doctor tells a closed door (CORS) from a closed port, with the one setting", async (bench) => {
  const peer = await server(() => false);
  await bench.open();
  await bench.paste(PASTE);
  await choose(bench, "ollama", peer.port);
  const origin = new URL(site.url).origin;
  const door = await examine(bench);
  assert.ok(door.includes(`OLLAMA_ORIGINS=${origin}`), door);
  await ask(bench);
  const answer = bench.work.locator("#answers .answer").first();
  await until(async () => /Examine the connection/.test(await answer.innerText()), "words");
  await bench.part("ask-doctor");
  await peer.close();
  const port = await examine(bench);
  assert.match(port, /Nobody listens/);
  assert.match(port, /ollama serve/);
});

test("an address that is not this machine's is refused with the way that works", async (bench) => {
  await bench.open();
  await bench.paste(PASTE);
  await bench.work.locator("#provider").selectOption("openai-compatible");
  for (const base of ["http://192.168.1.5:8080", "http://localhost@evil.example", "https://llm.example.com/v1"]) {
    await bench.work.locator("#base").fill(base);
    await bench.work.locator("[data-do=ask-prepare]").click();
    await until(async () => /this machine/.test(await bench.text("#ask-said")), base);
    assert.match(await bench.text("#ask-said"), /proxy/);
  }
  assert.deepEqual(world.seen, []);
});

/** The page on a host of its own, over https. */
const hosted = async (one, response) => {
  const file = await fetch(new URL(one.path, site.url));
  response.writeHead(file.status, { "Content-Type": file.headers.get("content-type") });
  response.end(Buffer.from(await file.arrayBuffer()));
};

test("from a public page: the permission is told apart, and once given it works", async () => {
  const peer = await server(() => true);
  const own = await browser([`--ip-address-space-overrides=127.0.0.1:${world.port}=public`]);
  const context = await own.newContext({ viewport: { width: 1440, height: 900 } });
  const bench = new Bench(context);
  world.answer = hosted;
  await bench.open("https://tool.example/");
  await bench.paste(PASTE);
  await choose(bench, "ollama", peer.port);
  const asked = await examine(bench);
  assert.match(asked, /allow/i);
  assert.ok(!/OLLAMA_ORIGINS|Nobody listens/.test(asked), asked);
  assert.equal(peer.seen.length, 0);
  await context.grantPermissions(["local-network-access"]);
  assert.match(await examine(bench), /answers at/);
  await ask(bench);
  await until(
    async () => /From this machine/.test(await bench.work.locator("#answers .answer").first().innerText()),
    "an answer",
  );
  await own.close();
  await peer.close();
});

test("served over https, an Ollama that does not know the page is told how to let it in", async (bench) => {
  const peer = await server((origin) => /^http:\/\/(localhost|127\.0\.0\.1)/.test(origin));
  world.answer = hosted;
  await bench.open("https://tool.example/");
  await bench.paste(PASTE);
  await choose(bench, "ollama", peer.port);
  const advice = await examine(bench);
  assert.ok(advice.includes("OLLAMA_ORIGINS=https://tool.example"), advice);
  await peer.close();
});
