import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assess } from "#domain/flight/assess.ts";
import type { Flight } from "#domain/flight/flight.ts";
import type { PacketManifest } from "#domain/packet/manifest.ts";
import { verifyPacket } from "#electron/packet/verify.ts";
import { exportPacket } from "#electron/packet/write.ts";
import { zipEntries } from "#electron/packet/zip-entries.ts";
import { flightOver, NOW, shipped, zulu } from "#test/builders/plan.ts";

/** One time for all files, as a packet has it. */
const MTIME = { mtime: new Date(2026, 10, 24, 12) };

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
    await fs.writeFile(path, zipSync(change(unzipSync(whole)), MTIME));
    const verdict = verifyPacket(path, shipped);
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
      "not well formed: files[0].sha256 must have 64 figures",
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
    expect(verifyPacket(path, shipped).sentence).toContain("packet.pdf twice");
  });

  it("does not unpack more than the directory says", async () => {
    const bytes = Buffer.from(whole);
    const start = bytes.lastIndexOf("packet.pdf") - 46;
    bytes.writeUInt32LE(10, start + 24);
    bytes.writeUInt32LE(10, bytes.indexOf("packet.pdf") - 30 + 22);
    await fs.writeFile(path, bytes);
    expect(verifyPacket(path, shipped).sentence).toContain("packet.pdf has 10 bytes");
  });

  it("refuses what is no ZIP, cut, empty or missing", async () => {
    for (const wrong of [
      whole.subarray(0, whole.length - 40),
      whole.subarray(0, 100),
      Buffer.from(""),
      Buffer.alloc(5_000, 7),
    ]) {
      await fs.writeFile(path, wrong);
      expect(verifyPacket(path, shipped).sentence).toBe("The file is no whole ZIP archive.");
    }
    expect(verifyPacket(join(folder, "missing.zip"), shipped).sentence).toMatch(
      /^There is no file .*missing\.zip\.$/,
    );
  });

  it("finds a changed bit in each byte outside the files, in the last byte of each, and in some hundred others", async () => {
    const entries = zipEntries(whole);
    if (typeof entries === "string") throw new Error(entries);
    expect(entries).toHaveLength(6);
    const first = entries[0]?.offset ?? -1;
    const starts = entries.map(({ name, offset }) => offset + 30 + name.length);
    const ends = entries.map(({ packedBytes }, index) => (starts[index] ?? 0) + packedBytes);
    const inContent = (at: number) => starts.some((start, index) => at >= start && at < (ends[index] ?? 0));
    // The last byte of a deflated file has bits that no program reads.
    const outside = Array.from(whole.keys()).filter((at) => !inContent(at));
    expect(first).toBe(0);
    const missed: number[] = [];
    const flip = async (at: number, bit: number) => {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      await fs.writeFile(path, changed);
      if (verifyPacket(path, shipped).ok) missed.push(at);
    };
    for (const at of outside) await flip(at, at % 8);
    for (const end of ends) for (let bit = 0; bit < 8; bit++) await flip(end - 1, bit);
    const anywhere = fc.tuple(fc.nat(whole.length - 1), fc.nat(7));
    for (const [at, bit] of fc.sample(anywhere, { seed: 1, numRuns: 200 })) await flip(at, bit);
    expect(missed).toEqual([]);
  }, 120_000);

  /** The packet with its manifest and flight changed and every checksum as it has to be. */
  function forged(change: (manifest: PacketManifest, flight: Flight) => void): Zippable {
    const files = unzipSync(whole);
    const read = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
    const [manifest, flight] = [read("manifest.json"), read("flight.json")];
    change(manifest, flight);
    const bytes = strToU8(JSON.stringify(flight));
    const listed = manifest.files.find(({ name }: { name: string }) => name === "flight.json");
    Object.assign(listed, {
      sizeBytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    return { ...files, "flight.json": bytes, "manifest.json": strToU8(JSON.stringify(manifest)) };
  }

  it.each<[string, string, (manifest: PacketManifest, flight: Flight) => void]>([
    [
      "says cleared of a flight that is not",
      "says that the flight was cleared; by flight.json it was not cleared",
      (manifest) => {
        manifest.cleared = true;
      },
    ],
    [
      "says cleared of a flight without grants, made by another version",
      "says that the flight was cleared",
      (manifest) => Object.assign(manifest, { cleared: true, daliz: "9.9.9" }),
    ],
    [
      "is about another flight",
      "is about the flight other, flight.json about flight",
      (manifest) => {
        manifest.flight.id = "other";
      },
    ],
    [
      "has another marking",
      "does not carry the marking PLANNING ESTIMATE",
      (manifest) => {
        manifest.marking = "FOR NAVIGATION";
      },
    ],
    [
      "comes with what is no flight",
      "flight.json is no flight: taxiMinutes must be at most 120",
      (_, flight) => {
        flight.taxiMinutes = 121;
      },
    ],
  ])("refuses a manifest that %s", async (_, sentence, change) => {
    expect(await verdictOn(() => forged(change))).toContain(sentence);
    expect(await verdictOn(() => ({ ...forged(() => {}), "extra.txt": strToU8("") }))).toContain("extra.txt");
  });

  it.each(["1970-01-01T00:00:00Z", "2150-06-01T12:00:00Z"])(
    "takes a packet of a machine whose clock says %s, which ZIP cannot",
    async (at) => {
      const [flight, now] = [flightOver("LTAC LTAF"), zulu(at)];
      const assessment = assess(flight, shipped, now);
      const packet = await exportPacket({ flight, assessment, reference: shipped, now, folder, revision: 3 });
      expect(verifyPacket(packet.path, shipped)).toMatchObject({ ok: true });
    },
  );

  it("takes a manifest that agrees with its flight", async () => {
    await fs.writeFile(
      path,
      zipSync(
        forged(() => {}),
        MTIME,
      ),
    );
    expect(verifyPacket(path, shipped).ok).toBe(true);
  });

  it("refuses bytes that belong to nothing, and names that are not the same at both places", async () => {
    const entries = zipEntries(whole);
    if (typeof entries === "string") throw new Error(entries);
    const pdf = entries.find(({ name }) => name === "packet.pdf")?.offset ?? 0;
    const directory = whole.readUInt32LE(whole.length - 6);
    /** With so many bytes put in, and the directory led to what stands behind them. */
    const widened = (at: number, count: number) => {
      const wide = Buffer.concat([whole.subarray(0, at), Buffer.alloc(count), whole.subarray(at)]);
      wide.writeUInt32LE(directory + count, wide.length - 6);
      let record = directory + count;
      for (const { name, offset } of entries) {
        wide.writeUInt32LE(offset + (offset >= at ? count : 0), record + 42);
        record += 46 + name.length;
      }
      return wide;
    };
    const renamed = Buffer.from(whole);
    renamed.write("packed.pdf", pdf + 30, "latin1");
    for (const [bytes, sentence] of [
      [Buffer.concat([whole, Buffer.from("more")]), "4 bytes stand after the end of the archive."],
      [widened(pdf, 5), "Before packet.pdf stand bytes that belong to no file."],
      [widened(0, 5), "Before README.txt stand bytes that belong to no file."],
      [widened(directory, 5), "Before the directory of the archive stand bytes that belong to no file."],
      [renamed, 'lists packet.pdf, and the header before that file names it "packed.pdf"'],
    ] as const) {
      await fs.writeFile(path, bytes);
      const verdict = verifyPacket(path, shipped);
      expect(verdict.ok).toBe(false);
      expect(verdict.sentence).toContain(sentence);
    }
  });
});
