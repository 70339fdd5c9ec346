import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Refusal } from "#domain/api/failure.ts";
import { packetDocument } from "#domain/packet/packet-document.ts";
import { referenceSchema } from "#domain/reference.ts";
import { dataFolder } from "#electron/host/folders.ts";
import { drawPdf } from "#electron/packet/pdf.ts";
import { loadReference } from "#electron/reference/load.ts";
import { assessed, flightOver, shipped, zulu } from "#test/builders/plan.ts";
import { temporaryFolder } from "./support/folders.ts";
import { hostIn } from "./support/hosts.ts";

const folder = temporaryFolder();

function copied(name: string): string {
  const copy = join(folder, name);
  cpSync(dataFolder, copy, { recursive: true });
  return copy;
}

function refusalOf(load: () => unknown): Refusal {
  try {
    load();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

test("the shipped data sets read, each with where it comes from", () => {
  const reference = loadReference(dataFolder);
  expect(referenceSchema.parse(reference)).toEqual(reference);
  expect(Object.keys(reference.provenance).sort()).toEqual(
    "aerodromes aircraft airspaces navaids states".split(" "),
  );
  expect(reference.airspaces).toHaveLength(37);
});

test.each([
  "airspaces/firs.json",
  "aerodromes/aerodromes.json",
  "navaids/navaids.json",
  "states/states.json",
  "aircraft/a400m.json",
])("one changed byte in %s is refused, naming the file", (name) => {
  const copy = copied("changed");
  const path = join(copy, name);
  writeFileSync(path, readFileSync(path, "utf8").replace("4", "5"));
  const refusal = refusalOf(() => loadReference(copy));
  expect(refusal.code).toBe("data-set-damaged");
  expect(refusal.message).toBe(
    `The data set ${path} is not the file that was shipped: install Daliz again to get it back.`,
  );
  rmSync(copy, { recursive: true });
});

test("a missing file, a missing manifest, one that is no manifest and one without the file are refused", () => {
  const copy = copied("missing");
  const manifest = join(copy, "manifest.json");
  const sentence = () => refusalOf(() => loadReference(copy)).message;
  writeFileSync(manifest, JSON.stringify({ files: {} }));
  expect(sentence()).toContain(`${join(copy, "airspaces/firs.json")} is not listed in manifest.json`);
  writeFileSync(manifest, "[]");
  expect(sentence()).toContain(`${manifest} is not a list of files and hashes`);
  writeFileSync(manifest, "{");
  expect(sentence()).toContain(`${manifest} is not JSON`);
  rmSync(manifest);
  expect(sentence()).toContain(`${manifest} is missing`);
});

test("a damaged font stops a packet, naming the file", async () => {
  const copy = copied("font");
  const font = join(copy, "fonts/inter-regular.ttf");
  const bytes = readFileSync(font);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(font, bytes);
  const [now, mapOf] = [zulu("2026-12-01T06:00Z"), () => ""];
  const flight = flightOver("LTAC UACC");
  const document = packetDocument({
    flight,
    assessment: assessed(flight),
    reference: shipped,
    aircraft: null,
    messages: [],
    madeAt: now,
    daliz: "0.0.0",
    dataVersion: "",
    flightSha256: "",
    versionText: "",
    stateName: (code) => code,
  });
  await expect(drawPdf({ document, mapOf, madeAt: now, dataFolder: copy })).rejects.toThrow(
    `The data set ${font} is not the file that was shipped`,
  );
});

test("a host with a damaged data set does not start and touches no database", () => {
  const copy = copied("host");
  rmSync(join(copy, "states/states.json"));
  const inside = join(folder, "untouched");
  expect(refusalOf(() => hostIn(inside, { dataFolder: copy })).code).toBe("data-set-damaged");
  expect(() => readFileSync(join(inside, "daliz.sqlite"))).toThrow(/ENOENT/);
});
