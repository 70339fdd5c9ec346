import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Provenance } from "#domain/provenance.ts";

/** The folder of the data sets. */
const DATA = fileURLToPath(new URL("..", import.meta.url));

/** Text of a file of the data folder. */
export function readData(path: string): string {
  return readFileSync(join(DATA, path), "utf8");
}

/** Writes a set of rows, one row a line, so that a change of one row is one line of a diff. */
export function writeRows(
  path: string,
  provenance: Provenance,
  name: string,
  rows: readonly unknown[],
): void {
  const lines = rows.map((row) => JSON.stringify(row)).join(",\n");
  write(path, `{\n"provenance": ${JSON.stringify(provenance)},\n"${name}": [\n${lines}\n]\n}\n`);
}

/** Writes a GeoJSON feature collection, one feature a line. */
export function writeFeatures(path: string, features: readonly Feature[]): void {
  const lines = features.map((feature) => JSON.stringify(feature)).join(",\n");
  write(path, `{"type": "FeatureCollection", "features": [\n${lines}\n]}\n`);
}

export type Feature = {
  type: "Feature";
  properties: Record<string, string | number | boolean | null>;
  geometry: { type: "Point" | "MultiLineString" | "MultiPolygon" | "Polygon"; coordinates: unknown };
};

/** Rewrites manifest.json: the SHA-256 of every file that the program reads. */
export function writeManifest(): void {
  const hashes = shippedFiles().map((path) => {
    const hash = createHash("sha256")
      .update(readFileSync(join(DATA, path)))
      .digest("hex");
    return [path, hash] as const;
  });
  write("manifest.json", `${JSON.stringify({ files: Object.fromEntries(hashes) }, null, 2)}\n`);
}

/** Paths of the shipped data files and fonts, sorted. Sources of the build and its scripts are not shipped. */
function shippedFiles(): string[] {
  return readdirSync(DATA, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.(json|ttf)$/.test(path) && path !== "manifest.json")
    .filter((path) => !path.startsWith("build/") && !path.includes("/source/"))
    .sort((a, b) => (a < b ? -1 : 1));
}

function write(path: string, text: string): void {
  const target = join(DATA, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
