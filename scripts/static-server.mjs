// Serves a folder on the loopback address, as any static host would.
//   node scripts/static-server.mjs DIR PORT
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
};

// The policies of the documents stand in their meta tags. What a meta tag cannot say stands in the folder's `_headers`,
// which some hosts read and this one does too, so that what is tested is what they send; others send little more than
// the type.
const rules = async (folder) => {
  let text;
  try {
    text = await readFile(join(folder, "_headers"), "utf8");
  } catch {
    return [];
  }
  const found = [];
  for (const line of text.split("\n").filter((line) => line.trim() && !line.startsWith("#"))) {
    if (/^\s/.test(line)) {
      const [name, value] = line.trim().split(/:\s*/, 2);
      found.at(-1).headers[name] = value;
    } else {
      const parts = line.trim().split("*");
      const pattern = parts.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*");
      found.push({ holds: new RegExp(`^${pattern}$`), headers: {} });
    }
  }
  return found;
};

const COMPRESSED = /^(text\/|application\/(json|wasm|xml|manifest\+json)|image\/svg)/;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

// What the build compressed is served as it is; the rest is compressed once, as a host does it: by the bytes, since a
// build may replace a file while this runs.
const compressed = new Map();
const compress = async (file, bytes) => {
  try {
    // One that is older is of another file.
    const [made, own] = await Promise.all([stat(`${file}.br`), stat(file)]);
    if (made.mtimeMs >= own.mtimeMs) return await readFile(`${file}.br`);
  } catch {
    // There is none.
  }
  const key = createHash("sha256").update(bytes).digest("base64");
  if (!compressed.has(key)) compressed.set(key, brotliCompressSync(bytes, QUALITY));
  return compressed.get(key);
};

/** Resolves to the listening server; `port` 0 takes a free one. `seen` gets each request. */
export async function serve(folder, port, seen = () => {}) {
  const written = await rules(folder);
  const server = createServer(async (request, response) => {
    seen(request);
    let path;
    try {
      path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    } catch {
      response.writeHead(400).end();
      return;
    }
    if (path.endsWith("/")) path += "index.html";
    const file = normalize(join(folder, path));
    if (!file.startsWith(normalize(folder) + sep)) {
      response.writeHead(403).end();
      return;
    }
    try {
      const bytes = await readFile(file);
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      const said = written.filter((rule) => rule.holds.test(path)).map((rule) => rule.headers);
      const headers = Object.assign({ "Cache-Control": "no-cache" }, ...said, { "Content-Type": type });
      let body = bytes;
      if (COMPRESSED.test(type) && /\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
        headers["Content-Encoding"] = "br";
        headers.Vary = "Accept-Encoding";
        body = await compress(file, bytes);
      }
      response.writeHead(200, headers);
      response.end(request.method === "HEAD" ? undefined : body);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("not found\n");
    }
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, port] = [process.argv[2] ?? "dist", Number(process.argv[3] ?? 8080)];
  try {
    await serve(folder, port);
    console.log(`StackEngine: http://127.0.0.1:${port}/  (Ctrl-C stops it)`);
  } catch (error) {
    const hint = error.code === "EADDRINUSE" ? ` Try another port: PORT=${port + 1} ./serve` : "";
    console.error(`cannot listen on 127.0.0.1:${port}: ${error.message}.${hint}`);
    process.exit(1);
  }
}
