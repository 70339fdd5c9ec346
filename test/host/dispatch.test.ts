import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Handlers } from "#domain/api/contract.ts";
import { Refusal } from "#domain/api/failure.ts";
import { dispatch } from "#electron/host/dispatch.ts";
import { defaultDatabasePath } from "#electron/host/folders.ts";
import { defectLogBeside } from "#electron/host/log.ts";
import { nodeTooOld } from "#electron/host/node-version.ts";
import { temporaryFolder } from "./support/folders.ts";
import { NOON } from "./support/hosts.ts";

const folder = temporaryFolder();
const defect = defectLogBeside(join(folder, "plans.sqlite"), () => NOON);

function handlersWith(get: () => never): Handlers {
  return { "flights.get": get } as unknown as Handlers;
}

describe("failures are data", () => {
  test("a refusal carries its code and sentence", async () => {
    const handlers = handlersWith(() => {
      throw new Refusal("no-such", "There is no such flight.");
    });
    expect(await dispatch(handlers, "flights.get", { id: "x" }, defect, false)).toEqual({
      ok: false,
      failure: { kind: "refusal", code: "no-such", sentence: "There is no such flight." },
    });
  });

  test("a defect is written down with its stack, and the sentence says where, without it", async () => {
    const handlers = handlersWith(() => {
      throw new TypeError("cannot read the inner thing");
    });
    const reply = await dispatch(handlers, "flights.get", { id: "x" }, defect, false);
    const sentence = reply.ok ? "" : reply.failure.sentence;
    const reference = /under ([0-9A-F]{6})\.$/.exec(sentence)?.[1];
    expect(sentence).toBe(
      `Something broke in Daliz. It is written down in ${join(folder, "plans.log")} under ${reference}.`,
    );
    const log = readFileSync(join(folder, "plans.log"), "utf8");
    expect(log).toContain(
      `${NOON} ${reference} flights.get\nTypeError: cannot read the inner thing\n    at `,
    );
  });

  test("a log that has grown is put aside", () => {
    writeFileSync(join(folder, "plans.log"), "x".repeat(2_000_001));
    defect("somewhere", new Error("later"));
    expect(readFileSync(join(folder, "plans.log"), "utf8")).toMatch(
      /^2026-11-24T12:00:00Z [0-9A-F]{6} somewhere\n/,
    );
    expect(readFileSync(join(folder, "plans.log.old"))).toHaveLength(2_000_001);
  });

  test("what a handler returns is held to the contract where that is asked for", async () => {
    const handlers = { "flights.get": () => ({ revision: 0 }) } as unknown as Handlers;
    expect((await dispatch(handlers, "flights.get", { id: "x" }, defect, true)).ok).toBe(false);
  });
});

test.each([
  ["linux", {}, "/home/a/.local/share/Daliz/daliz.sqlite"],
  ["linux", { XDG_DATA_HOME: "/data" }, "/data/Daliz/daliz.sqlite"],
  ["darwin", { XDG_DATA_HOME: "/data" }, "/home/a/Library/Application Support/Daliz/daliz.sqlite"],
  ["win32", { APPDATA: "/roaming" }, "/roaming/Daliz/daliz.sqlite"],
  ["win32", {}, "/home/a/AppData/Roaming/Daliz/daliz.sqlite"],
] as const)("the database of a user on %s with %o", (platform, env, path) => {
  expect(defaultDatabasePath(platform, env, "/home/a")).toBe(path);
});

test("an older Node is named in a sentence", () => {
  expect(nodeTooOld("24.0.0")).toBe(null);
  expect(nodeTooOld("26.1.0")).toBe(null);
  expect(nodeTooOld("22.23.1")).toMatch(/needs Node 24 and this is Node 22\.23\.1/);
  expect(nodeTooOld()).toBe(null);
});
