// Safari's engine: Debian's WebKitGTK by WebDriver, on a screen that nobody sees. Every other host is `world`, through
// a proxy. One browser for all tests.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { atEnd, pause, proxy, until } from "./lib.mjs";

const DRIVER = process.env.WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver";
/** WebDriver's name for a reference to an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** A screen, a driver, a browser. Rarely one of them does not come up: it is not waited for. */
const begin = async () => {
  // The screen says its own number.
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1440x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const display = await new Promise((done, failed) => {
    screen.stdout.once("data", (data) => done(`:${data.toString().trim()}`));
    screen.once("error", failed);
  });
  const [port, hosts] = await Promise.all([freePort(), proxy()]);
  const driver = spawn(DRIVER, [`--port=${port}`], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: "x11",
      NO_AT_BRIDGE: "1",
      https_proxy: `http://127.0.0.1:${hosts.address().port}`,
      no_proxy: "127.0.0.1,localhost",
    },
  });
  const end = () => {
    driver.kill();
    screen.kill();
    hosts.close();
  };
  try {
    const kit = new Kit(`http://127.0.0.1:${port}`);
    await until(async () => (await fetch(`${kit.driver}/status`)).ok, "the driver");
    // With any other strategy the driver may wait half a minute for a page that has long been there.
    const wanted = { acceptInsecureCerts: true, pageLoadStrategy: "none" };
    const { sessionId } = await kit.ask("POST", "/session", { capabilities: { alwaysMatch: wanted } });
    kit.at = `/session/${sessionId}`;
    await kit.ask("POST", `${kit.at}/window/rect`, { x: 0, y: 0, width: 1440, height: 1000 });
    atEnd(async () => {
      await kit.ask("DELETE", kit.at).catch(() => {});
      end();
    });
    return kit;
  } catch (error) {
    end();
    throw error;
  }
};

let [running, opened] = [null, 0];

export class Kit {
  constructor(driver) {
    this.driver = driver;
  }

  /** Opens a page in the one browser, or in a frame of it. */
  static async open(url, { frame } = {}) {
    running ??= begin().catch(begin);
    const kit = await running;
    await kit.into();
    // The driver does not wait: what was open before must not be taken for what is asked for.
    const mark = `?${(opened += 1)}`;
    await kit.go(url + mark);
    const isIt = (mark) => location.search === mark && document.readyState !== "loading";
    await until(() => kit.run(isIt, mark), "the page");
    if (frame) await kit.into(frame);
    await kit.ready();
    return kit;
  }

  async ask(method, path, body) {
    const signal = AbortSignal.timeout(12_000);
    const response = await fetch(this.driver + path, { method, body: body && JSON.stringify(body), signal });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  go(url) {
    return this.ask("POST", `${this.at}/url`, { url });
  }

  ready() {
    return until(() => this.run(() => document.documentElement.dataset.state === "ready"), "the page is ready");
  }

  /** Runs a function in the page and waits for what it promises; its arguments and its answer travel as JSON. */
  async run(what, ...args) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${what}).apply(null, Array.prototype.slice.call(arguments, 0, -1)))
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.ask("POST", `${this.at}/execute/async`, { script, args });
    if (error) throw new Error(error);
    return value;
  }

  find(selector) {
    return this.ask("POST", `${this.at}/element`, { using: "css selector", value: selector });
  }

  /** Goes on in a frame of the page, or with none in the page itself. */
  async into(selector) {
    if (!selector) return this.ask("POST", `${this.at}/frame`, { id: null });
    await until(() => this.find(selector), "the frame");
    await this.show(selector, "end");
    return this.ask("POST", `${this.at}/frame`, { id: await this.find(selector) });
  }

  /** Scrolls to an element: the page's own scrolling is a smooth one, and takes its time. */
  async show(selector, block) {
    const scroll = (selector, block) => document.querySelector(selector).scrollIntoView({ block, behavior: "instant" });
    await this.run(scroll, selector, block);
    await pause(50);
  }

  /** A click of the mouse, where the element is. */
  async click(selector) {
    await this.show(selector, "center");
    await this.ask("POST", `${this.at}/element/${(await this.find(selector))[ELEMENT]}/click`, {});
  }

  async type(selector, text) {
    await this.ask("POST", `${this.at}/element/${(await this.find(selector))[ELEMENT]}/value`, { text });
  }

  text(selector) {
    return this.run((selector) => document.querySelector(selector).innerText, selector);
  }

  all(selector) {
    return this.run((selector) => document.querySelector(selector).textContent, selector);
  }

  async shows(selector, part) {
    return (await this.text(selector)).includes(part);
  }

  /** Puts a text into the box as one insertion, which is what a paste is to the page. A frame of another origin gets
      the focus by a click only. */
  async paste(text) {
    await this.click("#text");
    await this.run((text) => {
      document.getElementById("text").select();
      document.execCommand("insertText", false, text);
    }, text);
    await until(() => this.shows("#steps", "force-unlock"), "a result");
    const isWhole = () => document.getElementById("kit").getAttribute("aria-busy") === "false";
    await until(() => this.run(isWhole), "the whole result");
    await pause(150);
  }
}
