import { readFile, realpath } from "node:fs/promises";
import { extname, join, sep } from "node:path";

/** Where static files come from: the built screen, and the basemap under `/data/basemap/`. */
export type FileFolders = { screenFolder: string; dataFolder: string };

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".geojson": "application/geo+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".pbf": "application/x-protobuf",
  ".txt": "text/plain; charset=utf-8",
};

/** On every answer. Styles are inline because the components set sizes on elements; nothing leaves the machine. */
export const SECURITY_HEADERS: Record<string, string> = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
};

/** The one function behind `app://` and HTTP: GET and HEAD, single byte ranges, nothing outside its folders. */
export async function staticFile(request: Request, folders: FileFolders): Promise<Response> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return answer(405, "Only GET and HEAD.", { allow: "GET, HEAD" });
  }
  const path = await fileFor(request.url, folders);
  if (path === null) return answer(404, "Not found.");
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    return answer(404, "Not found.");
  }
  const headers = {
    "content-type": TYPES[extname(path).toLowerCase()] ?? "application/octet-stream",
    "accept-ranges": "bytes",
  };
  const range = rangeOf(request.headers.get("range"), bytes.length);
  if (range === "unsatisfiable") {
    return answer(416, "No such range.", { "content-range": `bytes */${bytes.length}` });
  }
  const part = range === null ? bytes : bytes.subarray(range.from, range.to + 1);
  return new Response(request.method === "HEAD" ? null : new Uint8Array(part), {
    status: range === null ? 200 : 206,
    headers: {
      ...SECURITY_HEADERS,
      ...headers,
      "content-length": String(part.length),
      ...(range === null ? {} : { "content-range": `bytes ${range.from}-${range.to}/${bytes.length}` }),
    },
  });
}

/** The file for an address, with links resolved, or null for anything that is not inside its folder. */
async function fileFor(address: string, folders: FileFolders): Promise<string | null> {
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  const [, first, second, ...rest] = path.split("/");
  const basemap = first === "data" && second === "basemap";
  const root = basemap ? join(folders.dataFolder, "basemap") : folders.screenFolder;
  const segments = basemap ? rest : path === "/" ? ["index.html"] : path.slice(1).split("/");
  // Also keeps out empty segments, hidden files, drive letters and Windows separators.
  if (!segments.every((segment) => /^[\p{L}\p{N}_-][\p{L}\p{N}_.\- ]*$/u.test(segment))) return null;
  try {
    const file = await realpath(join(root, ...segments));
    return file.startsWith((await realpath(root)) + sep) ? file : null;
  } catch {
    return null;
  }
}

/** RFC 9110 section 14: one range in bytes; anything else is answered with the whole file. */
function rangeOf(header: string | null, size: number): { from: number; to: number } | "unsatisfiable" | null {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (parts === null) return null;
  const [, first = "", last = ""] = parts;
  if (first === "" && last === "") return null;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (from >= size || (first === "" && Number(last) === 0)) return "unsatisfiable";
  return from > to ? null : { from, to };
}

function answer(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: { ...SECURITY_HEADERS, "content-type": "text/plain; charset=utf-8", ...headers },
  });
}
