// Times StackEngine and other scanners on the same generated texts, and counts what each leaves visible.
//   node scripts/bench.mjs PEERS MEGABYTES     (scripts/bench installs and builds what it needs)
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [peers, megabytes] = [process.argv[2], Number(process.argv[3])];
const folder = join(peers, "text");
mkdirSync(folder, { recursive: true });

// The same numbers on every run.
let state = 20261124;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const pick = (list) => list[Math.floor(random() * list.length)];
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const draw = (count, from = LETTERS) => Array.from({ length: count }, () => pick(from)).join("");
const hex = (count) => draw(count, "0123456789abcdef");
const base64 = (count) => draw(count, `${LETTERS}+/`);
const WORDS = "network subnet cluster node service deploy region state main stage provider version output element".split(" ");

// Each gives the text before the secret, the secret, and the text after it.
const SECRETS = [
  () => ['db_password = "', `${draw(17)}!`, '"'],
  () => ["export AWS_SECRET_ACCESS_KEY=", base64(40), ""],
  () => ["AWS_ACCESS_KEY_ID=", `AK${"IA"}${draw(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}`, ""],
  () => ["  token: ", `gh${"p_"}${draw(36)}`, ""],
  () => ['  "client_secret": "', draw(34), '",'],
  () => ['conn_str = "postgres://tf:', draw(20), '@db.internal:5432/state"'],
  () => ['curl -H "Authorization: Bearer ', draw(60), '" https://api.internal/v1'],
  () => ["VAULT_TOKEN=", `hv${"s."}${draw(90)}`, ""],
  () => ["mysql -u root -p", draw(14), " -h db1"],
  () => ["Error: login failed for user 'app' using password '", draw(15), "'"],
  () => ["https://blob.internal/c/f?sv=2024-01-01&sig=", `${base64(43).replace(/[+/]/g, "x")}%3D`, "&se=2026"],
  () => ["--set auth.rootPassword=", draw(16), " --wait"],
];
const DIGESTS = [
  () => ['    "zh:', hex(64), '",'],
  () => ['    "h1:', `${base64(43)}=`, '",'],
  () => ["  ID:        ", [8, 4, 4, 4, 12].map(hex).join("-"), ""],
  () => ["digest: sha256:", hex(64), ""],
  () => ["commit ", hex(40), ""],
];
const plain = () => `  ${pick(WORDS)}_${pick(WORDS)} = "${pick(WORDS)}-${Math.floor(random() * 99)}"\n`;
const log = () =>
  `2026-11-24T0${Math.floor(random() * 9)}:1${Math.floor(random() * 9)}:42.${hex(3)}Z [INFO]  module.${pick(WORDS)}` +
  `.aws_${pick(WORDS)}.this[${Math.floor(random() * 9)}]: Refreshing state... [id=${pick(WORDS)}-${hex(8)}]\n`;

/** A text with the places of its secrets and look-alikes, as [start, end]. ASCII, so bytes are characters. */
function text(name) {
  const parts = [];
  const labels = { secrets: [], digests: [] };
  let size = 0;
  const add = (part) => {
    parts.push(part);
    size += part.length;
  };
  const labelled = (list, [before, value, after]) => {
    add(before);
    list.push([size, size + value.length]);
    add(`${value}${after}\n`);
  };
  while (size < megabytes * 1e6) {
    if (name === "dense") {
      const end = size + 240;
      labelled(labels.secrets, pick(SECRETS)());
      if (random() < 0.2) labelled(labels.digests, pick(DIGESTS)());
      while (size < end - 25) add(plain());
    } else if (random() < 0.4) {
      add(`provider "registry.terraform.io/hashicorp/${pick(WORDS)}" {\n  version = "5.${hex(1)}.0"\n  hashes = [\n`);
      for (let line = 0; line < 14; line += 1) labelled(labels.digests, DIGESTS[line ? 0 : 1]());
      add("  ]\n}\n");
    } else {
      for (let line = 0; line < 25; line += 1) add(log());
      labelled(labels.digests, pick(DIGESTS)());
      if (random() < 0.02) labelled(labels.secrets, pick(SECRETS)());
    }
  }
  const whole = parts.join("");
  const path = join(folder, `${name}.txt`);
  writeFileSync(path, whole);
  return { name, path, whole, labels };
}

/** The places that found strings cover, wherever they stand: a peer's report is read in its favour. */
function visible(whole, found, [start, end]) {
  const value = whole.slice(start, end);
  const line = whole.slice(whole.lastIndexOf("\n", start) + 1, start) + value;
  const covered = new Array(value.length).fill(false);
  const offset = line.length - value.length;
  for (const one of found.near(value)) {
    const full = whole.slice(start - offset, start + value.length + 200);
    for (let at = full.indexOf(one); at !== -1; at = full.indexOf(one, at + 1)) {
      for (let index = 0; index < one.length; index += 1) {
        const place = at + index - offset;
        if (place >= 0 && place < covered.length) covered[place] = true;
      }
    }
  }
  let run = 0;
  let longest = 0;
  for (const is of covered) {
    run = is ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return { leaked: longest >= 6, touched: covered.some(Boolean) };
}

/** Found strings by the pieces of six characters in them. */
function index(strings) {
  const pieces = new Map();
  for (const one of new Set(strings)) {
    if (one.length > 4000) continue;
    for (let at = 0; at + 6 <= one.length; at += 1) {
      const piece = one.slice(at, at + 6);
      const list = pieces.get(piece);
      if (list) list.push(one);
      else pieces.set(piece, [one]);
    }
  }
  return {
    near(value) {
      const out = new Set();
      for (let at = 0; at + 6 <= value.length; at += 1) {
        const list = pieces.get(value.slice(at, at + 6));
        if (list && list.length < 200) for (const one of list) out.add(one);
      }
      return out;
    },
  };
}

const run = (program, args, options = {}) => {
  const begun = process.hrtime.bigint();
  const result = spawnSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 30, cwd: peers, ...options });
  if (result.error) throw result.error;
  return { seconds: Number(process.hrtime.bigint() - begun) / 1e9, out: result.stdout };
};

writeFileSync(
  join(peers, ".secretlintrc.json"),
  JSON.stringify({ rules: [{ id: "@secretlint/secretlint-rule-preset-recommend" }] }),
);
const report = join(folder, "report.json");
const PEERS = [
  {
    name: "ripsecrets 0.1.11",
    scan: ({ path }) => run(join(peers, "bin/ripsecrets"), ["--strict-ignore", path]),
    // It prints whole lines: all of them count as found.
    found: (out) => out.split("\n").map((line) => line.slice(line.indexOf(":", line.indexOf(":") + 1) + 1)),
  },
  {
    name: "gitleaks 8.30.1",
    scan: ({ path }) => run(join(peers, "venv/bin/gitleaks"), ["dir", "--no-banner", "-r", report, path]),
    found: () => JSON.parse(readFileSync(report, "utf8")).flatMap((one) => [one.Secret, one.Match]),
  },
  {
    name: "kingfisher 2.14.0",
    scan: ({ path }) =>
      run(join(peers, "venv/bin/kingfisher"), [
        ..."scan --no-validate --no-update-check --confidence low --format json".split(" "),
        path,
      ]),
    found: (out) => {
      const from = out.indexOf('{"findings"');
      if (from < 0) return [];
      return JSON.parse(out.slice(from).split("\n")[0]).findings.map((one) => one.finding.snippet);
    },
  },
  {
    name: "secretlint 12.0.0",
    // Through a file: it ends before a pipe has taken a long report.
    scan: ({ path }) =>
      run("node", [join(peers, "node_modules/.bin/secretlint"), "--format", "json", "--output", report, path]),
    found: (_, { whole }) =>
      JSON.parse(readFileSync(report, "utf8"))[0].messages.map((one) => whole.slice(...one.range)),
  },
];

/** Counts leaks and look-alikes lost. */
function score(given, strings) {
  const found = index(strings);
  const { secrets, digests } = given.labels;
  const leaks = secrets.filter((span) => visible(given.whole, found, span).leaked).length;
  const lost = digests.filter((span) => visible(given.whole, found, span).touched).length;
  return { leaks, lost };
}

function ours(given) {
  const program = join(process.cwd(), "target/release/stackengine");
  const times = [1, 2, 3, 4, 5].map(
    () => run(program, ["redact", "--class", "secret", given.path], { stdio: ["ignore", "ignore", "inherit"] }).seconds,
  );
  const { spans } = JSON.parse(run(program, ["redact", "--class", "secret", "--json", given.path]).out);
  const hidden = spans.map(([start, end]) => given.whole.slice(start, end));
  return { seconds: times.sort((a, b) => a - b)[2], ...score(given, hidden) };
}

/** The same as WASM in Chromium, of the build in a folder: seconds of the median of five, after one that warms up. */
async function inChromium(texts, folder) {
  const require = createRequire(join(peers, "..", "node_modules/"));
  const { chromium } = require("playwright-core");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const page = await browser.newPage();
  const glue = readFileSync(join(peers, folder, "stackengine_speed.js"), "utf8");
  await page.evaluate(`${glue}; globalThis.wasm_bindgen = wasm_bindgen; undefined`);
  const wasm = readFileSync(join(peers, folder, "stackengine_speed_bg.wasm")).toString("base64");
  // The rules' tables, then what the first text with something in it adds: a browser compiles what is called first.
  const started = await page.evaluate(
    async ([wasm, first]) => {
      const bytes = Uint8Array.from(atob(wasm), (c) => c.charCodeAt(0));
      await globalThis.wasm_bindgen({ module_or_path: bytes });
      return ["nothing", first].map((text) => {
        const begun = performance.now();
        globalThis.wasm_bindgen.secrets(new TextEncoder().encode(text));
        return performance.now() - begun;
      });
    },
    [wasm, `db_password = "${draw(17)}!"\n`],
  );
  const seconds = [];
  for (const { whole } of texts) {
    seconds.push(
      await page.evaluate((whole) => {
        const times = [];
        for (let turn = 0; turn < 6; turn += 1) {
          const begun = performance.now();
          globalThis.wasm_bindgen.secrets(new TextEncoder().encode(whole));
          times.push((performance.now() - begun) / 1000);
        }
        return times.slice(1).sort((a, b) => a - b)[2];
      }, whole),
    );
  }
  await browser.close();
  return { seconds, started };
}

const texts = [text("dense"), text("sparse")];
const rows = [];
const speed = (seconds) => (megabytes / seconds).toFixed(seconds > megabytes ? 2 : seconds > megabytes / 10 ? 1 : 0);
const cells = (results) =>
  results.flatMap(({ seconds, leaks, lost }, at) => [
    `${leaks} of ${texts[at].labels.secrets.length}`,
    `${lost} of ${texts[at].labels.digests.length}`,
    speed(seconds),
  ]);
const own = texts.map(ours);
rows.push(["StackEngine, native", ...cells(own)]);
// The page is built for size; the same core built for speed shows what that costs.
const browser = await inChromium(texts, "wasm");
const page = await inChromium(texts, "wasm-page");
for (const [name, { seconds }] of [["built for speed", browser], ["as in the page", page]]) {
  rows.push([`StackEngine, Chromium, ${name}`, ...seconds.flatMap((one) => ["same", "same", speed(one)])]);
}
const best = [Infinity, Infinity];
for (const peer of PEERS) {
  const results = texts.map((given, at) => {
    const { seconds, out } = peer.scan(given);
    best[at] = Math.min(best[at], seconds);
    return { seconds, ...score(given, peer.found(out, given)) };
  });
  rows.push([peer.name, ...cells(results)]);
}
const version = execFileSync("node", ["--version"], { encoding: "utf8" }).trim();
const digest = createHash("sha256").update(texts[0].whole).update(texts[1].whole).digest("hex").slice(0, 12);
console.log(`\n${megabytes} MB of each text, whole process, wall time; texts ${digest}; node ${version}\n`);
console.log("| Tool | Dense: leaks | look-alikes lost | MB/s | Sparse: leaks | look-alikes lost | MB/s |");
console.log("|---|---|---|---|---|---|---|");
for (const row of rows) console.log(`| ${row.join(" | ")} |`);
const times = (at) => (best[at] / own[at].seconds).toFixed(0);
const inBrowser = (at, { seconds } = browser) => (best[at] / seconds[at]).toFixed(1);
console.log(`\nNative: ${times(0)} times the fastest peer on dense, ${times(1)} on sparse.`);
console.log(`Chromium: ${inBrowser(0)} times the fastest native peer on dense, ${inBrowser(1)} on sparse; as in the page ${inBrowser(0, page)} and ${inBrowser(1, page)}.`);
const [rules, first] = page.started.map((took) => took.toFixed(0));
console.log(`Start of the rules in Chromium, as in the page: ${rules} ms; the first text with a secret: ${first} ms more, both with compilation.`);
