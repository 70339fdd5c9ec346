import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Reply } from "#domain/api/failure.ts";
import { Refusal } from "#domain/api/failure.ts";
import { type FileFolders, SECURITY_HEADERS, staticFile } from "./files.ts";
import type { Host } from "./host.ts";

/** A host that listens on this machine only. `url` opens the screen and carries the token of this launch. */
export type LoopbackServer = { url: string; port: number; token: string; close: () => Promise<void> };

/** A flight with everything in it is some 100 KB. */
const LARGEST_BODY_BYTES = 4_000_000;

/**
 * Serves the screen and `POST /api/<name>` on 127.0.0.1, on a free port when `port` is 0. Every request has to name
 * this host and port (a page of another site that rebinds its name does not), must not come from another origin, and
 * a call has to carry the token of this launch.
 */
export async function serveHttp(host: Host, folders: FileFolders, port = 0): Promise<LoopbackServer> {
  const token = randomBytes(24).toString("base64url");
  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const path = new URL(request.url ?? "/", `http://${authority}`).pathname;
    if (!isFromHere(request, authority)) {
      return send(response, 403, refused("not-from-here", "This address answers only to its own page."));
    }
    if (!path.startsWith("/api/")) return sendFile(request, response, authority, folders);
    if (request.method !== "POST") return send(response, 405, refused("method", "Calls are POST requests."));
    if (!sameText(String(request.headers["x-daliz-token"] ?? ""), token)) {
      return send(
        response,
        403,
        refused(
          "not-this-launch",
          "This page belongs to an earlier start of Daliz: open the address of this one.",
        ),
      );
    }
    const input = await bodyOf(request);
    if (input === null) return send(response, 413, refused("too-large", "This call is too large."));
    if (!("json" in input)) return send(response, 400, refused("not-json", "The call is not JSON."));
    send(response, 200, await host.call(path.slice("/api/".length), input.json));
  };
  await listening(server, port);
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}/?token=${token}`,
    port: bound,
    token,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "EADDRINUSE" ? "is in use" : `cannot be opened (${error.code})`;
      reject(new Refusal("port-in-use", `Port ${port} on 127.0.0.1 ${why}: name another one with --port.`));
    });
    server.listen(port, "127.0.0.1", resolve);
  });
}

function isFromHere({ headers }: IncomingMessage, authority: string): boolean {
  if (headers.host !== authority) return false;
  if (headers.origin !== undefined && headers.origin !== `http://${authority}`) return false;
  const site = headers["sec-fetch-site"];
  // "none" is a person who typed or opened the address; a link on another site may open the page, not call.
  return (
    site === undefined ||
    site === "same-origin" ||
    site === "none" ||
    headers["sec-fetch-mode"] === "navigate"
  );
}

async function bodyOf(request: IncomingMessage): Promise<{ json: unknown } | { bad: true } | null> {
  if (Number(request.headers["content-length"]) > LARGEST_BODY_BYTES) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  try {
    return { json: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
  } catch {
    return { bad: true };
  }
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  authority: string,
  folders: FileFolders,
): Promise<void> {
  const { range } = request.headers;
  const asked = new Request(`http://${authority}${request.url ?? "/"}`, {
    method: request.method ?? "GET",
    headers: range === undefined ? {} : { range },
  });
  const file = await staticFile(asked, folders);
  response.writeHead(file.status, Object.fromEntries(file.headers));
  response.end(Buffer.from(await file.arrayBuffer()));
}

function send(response: ServerResponse, status: number, reply: Reply<unknown>): void {
  response.writeHead(status, { ...SECURITY_HEADERS, "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(reply));
}

function refused(code: string, sentence: string): Reply<never> {
  return { ok: false, failure: { kind: "refusal", code, sentence } };
}

/** Takes the same time wherever the two differ. */
function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
