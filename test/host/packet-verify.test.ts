import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assess } from "#domain/flight/assess.ts";
import { verifyPacket } from "#electron/packet/verify.ts";
import { exportPacket } from "#electron/packet/write.ts";
import { zipEntries } from "#electron/packet/zip-entries.ts";
import { flightOver, NOW, shipped } from "#test/builders/plan.ts";

let folder = "";
beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), "daliz-packet-"));
});
afterEach(() => fs.rm(folder, { recursive: true, force: true }));

describe("checking a packet", () => {
  let whole = Buffer.alloc(0);
  let path = "";
  beforeAll(async () => {
    const into = await fs.mkdtemp(join(tmpdir(), "daliz-packet-"));
    const flight = flightOver("LTAC LTAF");
    const packet = await exportPacket({
      flight,
      assessment: assess(flight, shipped, NOW),
      reference: shipped,
      now: NOW,
      folder: into,
      revision: 3,
    });
    whole = await fs.readFile(packet.path);
    await fs.rm(into, { recursive: true });
  });
  beforeEach(() => {
    path = join(folder, "packet.zip");
  });

  async function verdictOn(change: (files: Record<string, Uint8Array>) => Zippable): Promise<string> {
    await fs.writeFile(path, zipSync(change(unzipSync(whole))));
    const verdict = await verifyPacket(path);
    expect(verdict.ok).toBe(false);
    return verdict.sentence;
  }

  it.each<[string, string, (files: Record<string, Uint8Array>) => Zippable]>([
    [
      "a changed file",
      "flight.json was changed",
      (files) => ({
        ...files,
        "flight.json": (files["flight.json"] ?? strToU8("")).map((byte, index) =>
          index === 9 ? byte ^ 1 : byte,
        ),
      }),
    ],
    [
      "a longer file",
      "fpl-1.txt has",
      (files) => ({
        ...files,
        "fpl-1.txt": strToU8("longer than it was, by far, in any case, whatever it held before. ".repeat(9)),
      }),
    ],
    [
      "a file too many",
      "extra.txt is in the archive, but not in the manifest",
      (files) => ({ ...files, "extra.txt": strToU8("x") }),
    ],
    ["a missing file", "route.geojson is missing", ({ "route.geojson": _, ...files }) => files],
    ["no manifest", "no manifest.json", ({ "manifest.json": _, ...files }) => files],
    [
      "a manifest that is no JSON",
      "not well formed",
      (files) => ({ ...files, "manifest.json": strToU8("{") }),
    ],
    [
      "a manifest with a wrong hash",
      "not well formed at files.0.sha256",
      (files) => ({
        ...files,
        "manifest.json": strToU8(
          strFromU8(files["manifest.json"] ?? strToU8("")).replace(/"sha256": "./, '"sha256": "X'),
        ),
      }),
    ],
    [
      "a traversal name",
      "no name of a packet's file",
      (files) => ({ ...files, "../evil.txt": strToU8("x") }),
    ],
    ["an absolute name", "no name of a packet's file", (files) => ({ ...files, "/evil.txt": strToU8("x") })],
    ["names that differ by case only", "twice", (files) => ({ ...files, "FLIGHT.json": strToU8("x") })],
    ["a bomb", "unpacks to more", (files) => ({ ...files, "bomb.txt": new Uint8Array(60_000_000) })],
  ])("says what is wrong with %s", async (_, sentence, change) => {
    expect(await verdictOn(change)).toContain(sentence);
  });

  it("sees a name that stands twice in the directory", async () => {
    const doubled = Buffer.from(whole.toString("latin1").replaceAll("README.txt", "packet.pdf"), "latin1");
    await fs.writeFile(path, doubled);
    expect((await verifyPacket(path)).sentence).toContain("packet.pdf twice");
  });

  it("does not unpack more than the directory says", async () => {
    const bytes = Buffer.from(whole);
    const start = bytes.lastIndexOf("packet.pdf") - 46;
    bytes.writeUInt32LE(10, start + 24);
    await fs.writeFile(path, bytes);
    expect((await verifyPacket(path)).sentence).toContain("packet.pdf has 10 bytes");
  });

  it("refuses what is no ZIP, cut, empty or missing", async () => {
    for (const wrong of [
      whole.subarray(0, whole.length - 40),
      whole.subarray(0, 100),
      Buffer.from(""),
      Buffer.alloc(5_000, 7),
    ]) {
      await fs.writeFile(path, wrong);
      expect((await verifyPacket(path)).sentence).toBe("The file is no whole ZIP archive.");
    }
    expect((await verifyPacket(join(folder, "missing.zip"))).sentence).toBe("The file cannot be read.");
  });

  it("finds a changed byte anywhere in the content", async () => {
    const entries = zipEntries(whole) ?? [];
    expect(entries).toHaveLength(6);
    for (const { name, offset, packedBytes } of entries) {
      for (const share of [0.1, 0.4, 0.9]) {
        const changed = Buffer.from(whole);
        const at = offset + 30 + name.length + Math.floor(packedBytes * share);
        changed[at] = (changed[at] ?? 0) ^ 0x55;
        await fs.writeFile(path, changed);
        expect({ name, share, ok: (await verifyPacket(path)).ok }).toEqual({ name, share, ok: false });
      }
    }
  });
});
