import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "#domain/api/failure.ts";
import { assess } from "#domain/flight/assess.ts";
import { type Flight, flightSchema } from "#domain/flight/flight.ts";
import { MARKING } from "#domain/packet/marking.ts";
import type { Disk } from "#electron/packet/place-file.ts";
import { verifyPacket } from "#electron/packet/verify.ts";
import { exportPacket } from "#electron/packet/write.ts";
import { exampleFlight, flightOver, NOW, shipped, zulu } from "#test/builders/plan.ts";
import { pdfPages } from "#test/host/support/pdf-text.ts";

let folder = "";
beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), "daliz-packet-"));
});
afterEach(() => fs.rm(folder, { recursive: true, force: true }));

function exported(flight: Flight = exampleFlight, into = folder, disk?: Disk) {
  const assessment = assess(flight, shipped, NOW);
  return exportPacket({ flight, assessment, reference: shipped, now: NOW, folder: into, revision: 3 }, disk);
}

async function filesOf(path: string): Promise<Record<string, Uint8Array>> {
  return unzipSync(await fs.readFile(path));
}

/** Text of the pages of the PDF, without spaces. */
async function pagesOf(path: string): Promise<string[]> {
  return pdfPages((await filesOf(path))["packet.pdf"] ?? new Uint8Array());
}

async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refusal)) throw new Error(`no refusal but ${String(error)}`);
  return error;
}

describe("an exported packet", () => {
  it("is one ZIP with every file of its manifest, and says that it is whole", async () => {
    const packet = await exported();
    const files = await filesOf(packet.path);
    expect(Object.keys(files)).toEqual([
      "README.txt",
      "packet.pdf",
      "fpl-1.txt",
      "fpl-2.txt",
      "route.geojson",
      "flight.json",
      "manifest.json",
    ]);
    expect(packet.files).toEqual(Object.keys(files));
    const bytes = await fs.readFile(packet.path);
    expect(packet.sizeBytes).toBe(bytes.length);
    expect(packet.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(packet.cleared).toBe(false);
    const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()));
    expect(manifest).toMatchObject({
      madeAt: NOW,
      dataVersion: shipped.version,
      flight: { id: exampleFlight.id, revision: 3 },
      cleared: false,
      marking: MARKING,
    });
    expect(flightSchema.parse(JSON.parse(strFromU8(files["flight.json"] ?? new Uint8Array())))).toEqual(
      exampleFlight,
    );
    const verdict = verifyPacket(packet.path, shipped);
    expect(verdict).toMatchObject({ ok: true, files: 6 });
    expect(verdict.sentence).toContain("NOT CLEARED");
  });

  it("has the same bytes for the same flight and instant, whatever order the members stand in", async () => {
    const first = await exported();
    const shuffled = Object.fromEntries(Object.entries(exampleFlight).reverse()) as Flight;
    const second = await exported(shuffled);
    expect(second.path).toContain(" (2).zip");
    expect(second.sha256).toBe(first.sha256);
    const other = await exported({ ...exampleFlight, note: "other" });
    expect(other.sha256).not.toBe(first.sha256);
  });

  it("dates its files from the instant it was made at, in UTC", async () => {
    const bytes = await fs.readFile((await exported(flightOver("LTAC LTAF"))).path);
    const [time, date] = [bytes.readUInt16LE(10), bytes.readUInt16LE(12)];
    expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31]).toEqual([2026, 11, 24]);
    expect([time >> 11, (time >> 5) & 63, time & 31]).toEqual([12, 0, 0]);
  });

  it("never overwrites and leaves no temporary file", async () => {
    for (let copy = 0; copy < 3; copy++) await exported();
    expect((await fs.readdir(folder)).sort()).toEqual([
      "DALIZ01-2026-12-02-LTAC-UACC (2).zip",
      "DALIZ01-2026-12-02-LTAC-UACC (3).zip",
      "DALIZ01-2026-12-02-LTAC-UACC.zip",
    ]);
  });

  it.each<[string, Flight]>([
    ["no call sign", { ...exampleFlight, callSign: "" }],
    ["no route", { ...exampleFlight, waypoints: [] }],
    ["one leg and no permission", { ...flightOver("LTAC UACC"), authorizations: [] }],
    ["an unknown aircraft", { ...exampleFlight, aircraftId: "nothing" }],
    ["a night flight", { ...exampleFlight, offBlockAt: zulu("2026-12-02T22:50Z") }],
    ["a route round the world", flightOver("51N000E 10N100W 20S179E 30S178W")],
    [
      "letters of every kind",
      {
        ...exampleFlight,
        note: `"quotes" <b>&amp;</b> \u0000 😀 漢 ${"х".repeat(20_000 - 60)}`,
        authorizations: exampleFlight.authorizations.map((each) => ({
          ...each,
          number: `№ 3/18-Қ (${"Ң".repeat(20)}) "x"`,
          note: "ә".repeat(4_000),
        })),
        waypoints: exampleFlight.waypoints.map((each, index) =>
          index === 1 ? { ...each, ident: "TR-0004", name: "n".repeat(120) } : each,
        ),
      },
    ],
  ])("can be made for a flight with %s", async (_, flight) => {
    const packet = await exported(flight);
    expect(packet.cleared).toBe(false);
    expect(verifyPacket(packet.path, shipped)).toMatchObject({ ok: true });
  });

  it("of 50 points is made within 5 seconds", async () => {
    const points = Array.from(
      { length: 48 },
      (_, index) => `${38 + (index % 7)}15N0${33 + Math.floor(index * 0.8)}40E`,
    );
    const flight = flightOver(`LTAC ${points.join(" ")} UACC`);
    await exported(flight);
    const start = performance.now();
    await exported(flight);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe("the text of packet.pdf", () => {
  const packed = (text: string) => text.replace(/\s/g, "");

  it("has the marking twice and the page number on every page, and NOT CLEARED on the first", async () => {
    const pages = await pagesOf((await exported()).path);
    expect(pages.length).toBeGreaterThanOrEqual(3);
    for (const [index, page] of pages.entries()) {
      expect(page.split(packed(MARKING))).toHaveLength(3);
      expect(page).toContain(`page${index + 1}of${pages.length}`);
      expect(page).toContain("alltimesUTC");
      expect(page.includes("NOTCLEARED")).toBe(index === 0);
    }
    expect(pages[0]).toContain("Notcleared:donotflyonthispacket");
  });

  it.each([
    ["the example", exampleFlight, 1],
    ["a night flight", { ...exampleFlight, offBlockAt: zulu("2026-12-02T22:50Z") }, 1],
    ["a flight of one leg", flightOver("LTAC UACC"), 1],
    ["a flight over fifteen FIRs", flightOver(`LTAC ${"LTAF UGTB ".repeat(4)}UACC`), 2],
  ])("has the cover of %s on one page, with the map there or on the next", async (_, flight, covers) => {
    const pages = await pagesOf((await exported(flight)).path);
    expect(pages[0]).toContain("Signature");
    expect(pages.findIndex((page) => page.startsWith("Legs"))).toBe(covers);
  });

  it("can be copied with Turkish and Kazakh letters", async () => {
    const letters = "ƏәҒғҚқҢңӨөҰұҮүҺһІіİıĞğŞşÇçÖöÜü";
    expect((await pagesOf((await exported({ ...exampleFlight, note: letters })).path)).join("")).toContain(
      letters,
    );
  });

  it("holds the flight plans line by line as in their files", async () => {
    const { path } = await exported();
    const text = (await pagesOf(path)).join("");
    const message = strFromU8((await filesOf(path))["fpl-1.txt"] ?? new Uint8Array());
    expect(text).toContain(packed(message));
  });

  it("shows crossings on the map as they stand in the table", async () => {
    const [cover = ""] = await pagesOf((await exported()).path);
    for (const flag of ["X10656Z", "X20658Z", "X30720Z", "X40754Z", "X51114Z"]) expect(cover).toContain(flag);
  });
});

describe("a folder that takes no packet", () => {
  it("is refused in one sentence when it is missing or no folder", async () => {
    const missing = await refusalOf(exported(exampleFlight, join(folder, "missing")));
    expect(missing.code).toBe("packet-folder-missing");
    await fs.writeFile(join(folder, "file"), "");
    const file = await refusalOf(exported(exampleFlight, join(folder, "file")));
    expect(file.message).toContain("is not a folder");
    expect(await fs.readdir(folder)).toEqual(["file"]);
  });

  it.each([
    ["ENOSPC", "packet-disk-full"],
    ["EIO", "packet-disk-failed"],
  ])("leaves nothing behind on %s in the middle of writing", async (code, refusal) => {
    const failing: Disk = {
      ...fs,
      open: async (...args: Parameters<typeof fs.open>) => {
        const file = await fs.open(...args);
        file.sync = () => Promise.reject(Object.assign(new Error(code), { code }));
        return file;
      },
    };
    const error = await refusalOf(exported(exampleFlight, folder, failing));
    expect(error.code).toBe(refusal);
    expect(error.message).toContain(folder);
    expect(await fs.readdir(folder)).toEqual([]);
  });

  it("is refused when it may only be read", async () => {
    const open = () => Promise.reject(Object.assign(new Error("EACCES"), { code: "EACCES" }));
    const error = await refusalOf(exported(exampleFlight, folder, { ...fs, open }));
    expect(error.code).toBe("packet-folder-read-only");
  });

  it("takes the packet where the disk knows no links, still without overwriting", async () => {
    const link = () => Promise.reject(Object.assign(new Error("EPERM"), { code: "EPERM" }));
    const paths = [
      await exported(exampleFlight, folder, { ...fs, link }),
      await exported(exampleFlight, folder, { ...fs, link }),
    ];
    expect(paths.map(({ path }) => path.replace(folder, ""))).toEqual([
      "/DALIZ01-2026-12-02-LTAC-UACC.zip",
      "/DALIZ01-2026-12-02-LTAC-UACC (2).zip",
    ]);
    expect(await fs.readdir(folder)).toHaveLength(2);
    for (const { path } of paths) expect(verifyPacket(path, shipped).ok).toBe(true);
  });
});
