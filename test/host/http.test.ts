import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { request as httpRequest, type OutgoingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Refusal } from "#domain/api/failure.ts";
import { staticFile } from "#electron/host/files.ts";
import type { Host } from "#electron/host/host.ts";
import { type LoopbackServer, serveHttp } from "#electron/host/http.ts";
import { temporaryFolder } from "./support/folders.ts";
import { hostIn } from "./support/hosts.ts";

const folder = temporaryFolder();
const folders = { screenFolder: join(folder, "screen"), dataFolder: join(folder, "data") };
let host: Host;
let server: LoopbackServer;

beforeAll(async () => {
  mkdirSync(join(folders.screenFolder, "assets"), { recursive: true });
  mkdirSync(join(folders.dataFolder, "basemap"), { recursive: true });
  writeFileSync(join(folders.screenFolder, "index.html"), "<p>Daliz ış</p>");
  writeFileSync(join(folders.screenFolder, "assets", "map-worker.mjs"), "0123456789");
  writeFileSync(join(folders.screenFolder, "assets", "inter.woff2"), "font");
  writeFileSync(join(folders.screenFolder, ".hidden"), "secret");
  writeFileSync(join(folders.dataFolder, "basemap", "land.json"), "{}");
  writeFileSync(join(folders.dataFolder, "manifest.json"), "secret");
  writeFileSync(join(folder, "secret.txt"), "secret");
  symlinkSync(join(folder, "secret.txt"), join(folders.screenFolder, "link.txt"));
  host = hostIn(folder);
  server = await serveHttp(host, folders);
});
afterAll(async () => {
  await server.close();
  host.close();
});

/** A request with exactly these headers: fetch would not let Host and Origin be set. */
function send(
  path: string,
  { method = "POST", body = "{}", ...headers }: { method?: string; body?: string } & OutgoingHttpHeaders = {},
): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: "127.0.0.1", port: server.port, path, method, headers: { ...headers } },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      },
    );
    request.on("error", reject);
    request.end(method === "POST" ? body : undefined);
  });
}

describe("calls", () => {
  test("answer the page of this launch", async () => {
    const { status, text, headers } = await send("/api/host.info", {
      "x-daliz-token": server.token,
      origin: `http://127.0.0.1:${server.port}`,
      "sec-fetch-site": "same-origin",
    });
    expect(status).toBe(200);
    expect(JSON.parse(text).ok).toBe(true);
    expect(headers["cache-control"]).toBe("no-cache");
  });

  test.each([
    ["without the token", 403, {}],
    ["with the token of another launch", 403, { "x-daliz-token": "A".repeat(32) }],
    ["with part of the token", 403, { "x-daliz-token": "part" }],
    ["under another name (DNS rebinding)", 403, { "x-daliz-token": "right", host: "evil.example:80" }],
    ["under another name of this machine", 403, { "x-daliz-token": "right", host: "localhost" }],
    ["from another origin", 403, { "x-daliz-token": "right", origin: "https://evil.example" }],
    ["from a page without origin", 403, { "x-daliz-token": "right", origin: "null" }],
    ["from another port of this machine", 403, { "x-daliz-token": "right", origin: "http://127.0.0.1:1" }],
    ["across sites", 403, { "x-daliz-token": "right", "sec-fetch-site": "cross-site" }],
    ["by GET", 405, { "x-daliz-token": "right", method: "GET" }],
    ["without JSON", 400, { "x-daliz-token": "right", body: "{" }],
    ["with too much", 413, { "x-daliz-token": "right", body: `"${"x".repeat(4_000_001)}"` }],
  ])("are refused %s", async (_, status, headers) => {
    const token = { ...headers } as Record<string, string>;
    if (token["x-daliz-token"] === "right") token["x-daliz-token"] = server.token;
    const answer = await send("/api/host.info", token);
    expect(answer.status).toBe(status);
    const reply = JSON.parse(answer.text);
    expect(reply).toMatchObject({ ok: false, failure: { kind: "refusal" } });
    expect(reply.failure.sentence).toMatch(/\.$/);
    expect(answer.text).not.toContain(folder);
  });

  test("are not reachable from outside this machine", async () => {
    const { networkInterfaces } = await import("node:os");
    const others = Object.values(networkInterfaces()).flatMap((list) =>
      (list ?? [])
        .filter(({ internal, family }) => !internal && family === "IPv4")
        .map(({ address }) => address),
    );
    // 127.0.0.2 is this machine too, but not the address that is listened on.
    for (const address of [...others, "127.0.0.2"]) {
      const refused = await new Promise((resolve) => {
        const socket = connect(server.port, address);
        socket.on("connect", () => resolve(false));
        socket.on("error", () => resolve(true));
      });
      expect(refused, address).toBe(true);
    }
  });

  test("a port that is in use is named", async () => {
    const error = await serveHttp(host, folders, server.port).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Refusal);
    expect(String(error)).toContain(`Port ${server.port} on 127.0.0.1 is in use`);
  });
});

describe.each(["HTTP", "app://"])("static files over %s", (way) => {
  async function get(path: string, headers: Record<string, string> = {}, method = "GET") {
    if (way === "HTTP") return send(path, { method, ...headers });
    const response = await staticFile(new Request(`app://daliz${path}`, { headers, method }), folders);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    };
  }

  test.each([
    ["/", "text/html; charset=utf-8", "<p>Daliz ış</p>"],
    ["/?token=x", "text/html; charset=utf-8", "<p>Daliz ış</p>"],
    ["/assets/map-worker.mjs", "text/javascript; charset=utf-8", "0123456789"],
    ["/assets/inter.woff2", "font/woff2", "font"],
    ["/data/basemap/land.json", "application/json; charset=utf-8", "{}"],
  ])("%s", async (path, type, text) => {
    const answer = await get(path);
    expect(answer).toMatchObject({ status: 200, text });
    expect(answer.headers["content-type"]).toBe(type);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers["referrer-policy"]).toBe("no-referrer");
    expect(answer.headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(answer.headers["content-security-policy"]).not.toMatch(/unsafe-eval|https?:|\*/);
  });

  test.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
    "/..%5csecret.txt",
    "/%00",
    "/index.html%00.png",
    "/%",
    "//secret.txt",
    "/assets//map-worker.mjs",
    "/.hidden",
    "/link.txt",
    "/assets",
    "/data/manifest.json",
    "/data/basemap/../manifest.json",
    "/data/basemap/..%2fmanifest.json",
    "/data/basemap",
    "/C:/secret.txt",
    "/nothing.js",
  ])("nothing at %s", async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.text).toBe("Not found.");
  });

  test.each([
    ["bytes=2-4", 206, "234", "bytes 2-4/10"],
    ["bytes=7-", 206, "789", "bytes 7-9/10"],
    ["bytes=-2", 206, "89", "bytes 8-9/10"],
    ["bytes=-200", 206, "0123456789", "bytes 0-9/10"],
    ["bytes=8-99", 206, "89", "bytes 8-9/10"],
    ["bytes=10-", 416, "No such range.", "bytes */10"],
    ["bytes=-0", 416, "No such range.", "bytes */10"],
    ["bytes=4-2", 200, "0123456789", undefined],
    ["bytes=0-1,3-4", 200, "0123456789", undefined],
    ["lines=1-2", 200, "0123456789", undefined],
  ])("range %s", async (range, status, text, contentRange) => {
    const answer = await get("/assets/map-worker.mjs", { range });
    expect(answer).toMatchObject({ status, text });
    expect(answer.headers["content-range"]).toBe(contentRange);
  });

  test("only GET and HEAD", async () => {
    expect((await get("/", {}, "POST")).status).toBe(405);
    expect((await get("/", {}, "DELETE")).status).toBe(405);
    const head = await get("/assets/map-worker.mjs", {}, "HEAD");
    expect(head).toMatchObject({ status: 200, text: "" });
    expect(head.headers["content-length"]).toBe("10");
  });
});
