// For everybody: axe on every kind of page, the keyboard alone, twice and four times the size, forced colours, contrast,
// and no motion.
import { assert, axe, pause, site, test, until } from "./lib.mjs";
import { LOCK_ID, PASTE } from "./samples.mjs";

const LONG = "a-very-long-name-without-a-single-blank-".repeat(6);
/** A real incident with names as long as they get. */
const LONG_PASTE = PASTE.replaceAll("my-tf-state-bucket", LONG).replaceAll("ci-node-07", `${LONG}.internal`);

const PAGES = {
  "the front page": "",
  "a guide": "guides/lock-held/s3-dynamodb/",
  "a cell that cannot happen": "guides/digest-mismatch/gcs/",
  "the matrix": "guides/",
  "the removed backends": "guides/removed/",
  "popular advice": "guides/advice/",
};

/** What axe finds in both themes. */
const faults = async (page, frame) => {
  const out = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const fault of await axe(frame)) out.push(`${colorScheme}: ${fault}`);
  }
  return out;
};

test("axe finds nothing on any kind of page, light and dark", async (bench) => {
  const page = await bench.context.newPage();
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(site.url + path);
    await pause(300);
    assert.deepEqual(await faults(page, page.mainFrame()), [], name);
  }
  await page.close();
  await bench.open();
  await bench.paste(PASTE);
  assert.deepEqual(await faults(bench.page, bench.work), [], "with a result");
  for (const id of ["keys", "check", "prove"]) {
    await bench.work.evaluate((id) => document.getElementById(id).showModal(), id);
    assert.deepEqual(await faults(bench.page, bench.work), [], `the dialog ${id}`);
    await bench.page.keyboard.press("Escape");
  }
});

/** Everything that can be reached and is to be seen, each with a number of its own. */
const controls = () => {
  const selector = "a[href], button, input, select, textarea, summary, iframe, [tabindex]";
  const out = [];
  for (const one of document.querySelectorAll(selector)) {
    const seen = one.checkVisibility({ contentVisibilityAuto: false, visibilityProperty: true });
    if (!seen || one.disabled || one.tabIndex < 0 || one.closest("dialog, template")) continue;
    one.dataset.stop = out.length;
    out.push(one.id || one.getAttribute("aria-label") || one.textContent.trim().slice(0, 40) || one.tagName);
  }
  return out;
};

test("the keyboard alone: every control is reached, the focus is always seen, nothing holds it", async (bench) => {
  await bench.open();
  await bench.paste(PASTE);
  const { page, work } = bench;
  await work.evaluate(() => {
    for (const one of document.querySelectorAll("main details")) one.open = true;
    document.querySelector(".skip").focus();
  });
  const names = await work.evaluate(controls);
  assert.ok(names.length > 80, `only ${names.length} controls`);
  const reached = new Set([0]);
  const hidden = [];
  let [inFrame, nowhere] = [0, 0];
  for (let step = 0; step < names.length + 60; step += 1) {
    await page.keyboard.press("Tab");
    const look = () => work.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      const at = document.elementFromPoint(
        Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1),
        Math.min(Math.max(box.y + Math.min(box.height / 2, 8), 1), innerHeight - 1),
      );
      return {
        stop: one.dataset.stop,
        name: one.id || one.textContent.trim().slice(0, 40),
        frame: one.tagName === "IFRAME",
        ring: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
        inView: box.bottom > 0 && box.top < innerHeight,
        onTop: one.contains(at) || at?.contains(one) || at?.closest("label")?.contains(one) || false,
      };
    });
    let now = await look();
    // On its way into a frame, which takes a moment, or out of the page: then it begins anew.
    for (let wait = 0; wait < 10 && !now; wait += 1) {
      await pause(50);
      now = await look();
    }
    nowhere = now ? 0 : nowhere + 1;
    if (nowhere > 2 || now?.stop === "0") break;
    if (!now) continue;
    inFrame = now.frame ? inFrame + 1 : 0;
    assert.ok(inFrame < 40, "the valve holds the focus");
    reached.add(Number(now.stop));
    if (!now.frame && !(now.ring && now.inView && now.onTop)) hidden.push(now);
  }
  assert.deepEqual(hidden, [], "the focus cannot be seen");
  assert.deepEqual(
    names.filter((_, at) => !reached.has(at)),
    [],
    "not reached",
  );
});

test("shortcuts: from the box to the result and back, the sheet, undo", async (bench) => {
  await bench.open();
  const { page, work } = bench;
  const focused = () => work.evaluate(() => document.activeElement.id);
  await bench.paste(PASTE);
  await work.locator("#text").focus();
  await page.keyboard.press("Control+Enter");
  assert.equal(await focused(), "headline");
  await page.keyboard.press("Escape");
  assert.equal(await focused(), "text");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("?");
  assert.ok(await work.locator("#keys").isVisible(), "the sheet of shortcuts");
  await page.keyboard.press("Escape");
  assert.equal(await work.locator("#keys").isVisible(), false);
  assert.equal(await focused(), "headline", "the focus is where it was");
  // A click by keyboard, and the way back from it.
  await work.locator("#samples button").nth(1).focus();
  await page.keyboard.press("Enter");
  await until(async () => !(await bench.text("#fields")).includes(LOCK_ID), "the sample");
  await page.keyboard.press("Control+z");
  await until(async () => (await bench.text("#fields")).includes(LOCK_ID), "the paste is back");
  await bench.whole();
  await work.locator("#marked .mark.secret").first().focus();
  await page.keyboard.press("Enter");
  assert.ok(await work.locator("#reason").isVisible(), "why it is hidden");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await work.locator('#diff-views button[data-arg="beside"]').focus();
  await page.keyboard.press(" ");
  assert.ok(await work.locator(".diff.beside").first().isVisible(), "side by side");
  await work.locator("#fallbacks > summary").focus();
  await page.keyboard.press("Enter");
  assert.ok(await work.locator("#fallbacks .command").first().isVisible());
  // Without the single key, the question mark is only a question mark.
  await work.evaluate(() => document.getElementById("single-keys").click());
  await page.keyboard.press("?");
  assert.equal(await work.locator("#keys").isVisible(), false);
  assert.deepEqual(bench.problems, []);
});

/** What sticks out of the page, and what is cut off without a way to scroll to it. */
const lost = () => {
  const out = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) out.push(`the page is ${wide} px too wide`);
  for (const one of document.querySelectorAll("body *")) {
    if (!one.checkVisibility() || one.closest(".hidden, .skip, svg, .text-blocks, template, dialog:not([open])")) continue;
    const { overflowX, textOverflow } = getComputedStyle(one);
    const cut = ["hidden", "clip"].includes(overflowX) && textOverflow !== "ellipsis";
    const name = `${one.tagName}#${one.id}.${one.className} ${one.textContent.trim().slice(0, 30)}`;
    if (cut && one.scrollWidth > one.clientWidth + 1) out.push(`cut: ${name}`);
    const box = one.getBoundingClientRect();
    let scroller = one.parentElement;
    while (scroller && !["auto", "scroll"].includes(getComputedStyle(scroller).overflowX)) scroller = scroller.parentElement;
    if (!scroller && box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)) out.push(`outside: ${name}`);
  }
  return out.slice(0, 8);
};

for (const [name, width, height, scale] of [
  ["twice the size", 720, 450, 2],
  ["four times the size", 320, 256, 4],
]) {
  test(
    `no loss and no sideways scrolling at ${name}, with names as long as they get`,
    async (bench) => {
      await bench.open();
      await bench.paste(LONG_PASTE);
      await bench.work.evaluate(() => {
        for (const one of document.querySelectorAll("main details")) one.open = true;
      });
      await pause(200);
      for (const place of ["#headline", "#verdict-word", "#steps .main-step .copy", "#blocks .diff", "#leaves", "#question"]) {
        const one = bench.work.locator(place).first();
        await one.scrollIntoViewIfNeeded();
        assert.ok(await one.isVisible(), `${place} is lost`);
      }
      assert.deepEqual(await bench.work.evaluate(lost), [], "the sandbox");
      await bench.picture(`zoom-${width}`, { fullPage: true });
      await bench.work.evaluate(() => document.getElementById("check").showModal());
      assert.deepEqual(await bench.work.evaluate(lost), [], "a dialog");
      for (const [page, path] of Object.entries(PAGES).slice(1)) {
        await bench.page.goto(site.url + path);
        await pause(250);
        assert.deepEqual(await bench.page.evaluate(lost), [], page);
      }
    },
    { context: { viewport: { width, height }, deviceScaleFactor: scale } },
  );
}

test(
  "forced colours: marks, verdict, state and focus are told without our colours",
  async (bench) => {
    await bench.open();
    await bench.paste(PASTE);
    const seen = await bench.work.evaluate(() => {
      const style = (selector) => getComputedStyle(document.querySelector(selector));
      document.querySelector("#steps .main-step .copy").focus({ focusVisible: true });
      return {
        secret: style("#marked .mark.secret").outlineStyle,
        verdict: style("#verdict-word").borderTopStyle,
        pressed: style('#diff-views [aria-pressed="true"]').outlineStyle,
        focus: style("#steps .main-step .copy").outlineStyle,
        button: style(".bar .tool").borderTopStyle,
      };
    });
    assert.deepEqual(new Set(Object.values(seen)), new Set(["solid"]), JSON.stringify(seen));
    assert.deepEqual(await axe(bench.work), []);
    await bench.picture("forced-colours", { fullPage: true });
  },
  { context: { forcedColors: "active" } },
);

for (const colorScheme of ["light", "dark"]) {
  test(
    `more contrast: text has seven to one, ${colorScheme}`,
    async (bench) => {
      await bench.open();
      await bench.paste(PASTE);
      assert.deepEqual(await axe(bench.work, ["color-contrast-enhanced"]), []);
      await bench.picture(`contrast-${colorScheme}`, { fullPage: true });
    },
    { context: { contrast: "more", colorScheme } },
  );
}

test("reduced motion: nothing moves by itself", async (bench) => {
  await bench.open();
  await bench.paste(PASTE);
  const moving = await bench.work.evaluate(() =>
    [...document.querySelectorAll("*")].filter((one) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
      return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior === "smooth";
    }).length,
  );
  assert.equal(moving, 0);
});
