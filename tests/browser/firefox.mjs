// Debian's Firefox ESR over WebDriver BiDi: one instance for all tests. Every other host is `world`, through a proxy.
import { createRequire } from "node:module";
import { join } from "node:path";
import { atEnd, pause, proxy, ROOT, until } from "./lib.mjs";

const puppeteer = createRequire(join(ROOT, ".tools/node_modules/puppeteer-core/package.json"))("puppeteer-core");

export const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

let running;
const start = async () => {
  const server = await proxy();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: FIREFOX,
    headless: true,
    acceptInsecureCerts: true,
    extraPrefsFirefox: {
      // Lets a test read the clipboard, as `grantPermissions` does in Chromium.
      "dom.events.testing.asyncClipboard": true,
      "network.proxy.type": 1,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": server.address().port,
      "network.proxy.allow_hijacking_localhost": false,
    },
  });
  atEnd(async () => {
    await browser.close();
    server.close();
  });
  return browser;
};

/** A page in a context of its own, with what a test needs of it. */
export class Fox {
  static async open(url, { frame = false } = {}) {
    running ??= start();
    const fox = new Fox();
    fox.context = await (await running).createBrowserContext();
    fox.page = await fox.context.newPage();
    fox.problems = [];
    fox.page.on("console", (message) => {
      if (message.type() === "error") fox.problems.push(`console: ${message.text()}`);
    });
    fox.page.on("pageerror", (error) => fox.problems.push(`page error: ${error.message}`));
    await fox.page.setViewport({ width: 1440, height: 900 });
    await fox.page.goto(url);
    await fox.ready(frame);
    return fox;
  }

  /** Waits until the workbench, or in the single file the frame that it is in, takes a paste. */
  async ready(frame = false) {
    if (frame) await until(() => this.page.frames().some((one) => one.url() === "about:srcdoc"), "the workbench's frame");
    this.work = frame ? this.page.frames().find((one) => one.url() === "about:srcdoc") : this.page.mainFrame();
    await until(() => this.work.evaluate(() => document.documentElement.dataset.state === "ready"), "the page is ready");
  }

  /** Types a text into the box as one insertion, which is what a paste is to the page. */
  async paste(text) {
    await this.work.evaluate((text) => {
      document.getElementById("text").focus();
      document.getElementById("text").select();
      document.execCommand("insertText", false, text);
    }, text);
    await until(() => this.shows("#steps", "force-unlock"), "a result");
  }

  text(selector) {
    return this.work.$eval(selector, (one) => one.innerText);
  }

  all(selector) {
    return this.work.$eval(selector, (one) => one.textContent);
  }

  async shows(selector, part) {
    return (await this.text(selector)).includes(part);
  }

  async click(selector, frame = this.work) {
    const element = await frame.$(selector);
    await element.scrollIntoView();
    await pause(50);
    await element.click();
  }

  valve() {
    return this.page.frames().find((one) => /\/valve\.html/.test(one.url())) ?? this.page.mainFrame();
  }

  async close() {
    await this.context.close();
  }
}
