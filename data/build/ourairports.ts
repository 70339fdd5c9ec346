import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readCsv } from "./csv.ts";

/**
 * OurAirports' tables as an npm package carries them. The package is a program with dependencies that Daliz has
 * no use for: only its archive is fetched, checked against a pinned hash, and its CSV files are read.
 */
const PACKAGE = "@cyanheads/ourairports-mcp-server@0.2.3";
const ARCHIVE = "cyanheads-ourairports-mcp-server-0.2.3.tgz";
const SHA512 = "xXtwbJzBTXyGwXQSlBnLNkEy0pvARwVaffx3s0HTFCskhyo51w8Mz9ZHsCy0KGJ/lbM4vrO0uc4suPnLqgDW1Q==";

export const OURAIRPORTS_SOURCE = `OurAirports (ourairports.com), tables in npm ${PACKAGE}`;

/** The box of the data sets in degrees. */
const BOX = { west: 20, east: 95, south: 30, north: 60 };

type Row = Record<string, string>;
export type OurAirports = { airports: Row[]; runways: Row[]; navaids: Row[] };

/** Fetches the archive (once a machine; it is kept in the folder for temporary files) and reads its tables. */
export function readOurAirports(): OurAirports {
  const files = filesOfTar(gunzipSync(archive()));
  const table = (name: string): Row[] => {
    const content = files.get(`package/data/${name}.csv`);
    if (content === undefined) throw new Error(`${ARCHIVE} has no ${name}.csv`);
    return readCsv(content.toString("utf8"));
  };
  return { airports: table("airports"), runways: table("runways"), navaids: table("navaids") };
}

/** True when the row's `latitude_deg` and `longitude_deg` lie in the box of the data sets. */
export function isInBox(row: Row): boolean {
  const lat = Number(row.latitude_deg);
  const lon = Number(row.longitude_deg);
  return lon >= BOX.west && lon <= BOX.east && lat >= BOX.south && lat <= BOX.north;
}

function archive(): Buffer {
  const folder = join(tmpdir(), "daliz-build-data");
  const path = join(folder, ARCHIVE);
  mkdirSync(folder, { recursive: true });
  const kept = readIfThere(path);
  if (kept !== null && sha512(kept) === SHA512) return kept;
  const fresh = mkdtempSync(join(folder, "pack-"));
  execFileSync("npm", ["pack", "--silent", "--ignore-scripts", PACKAGE], { cwd: fresh, stdio: "pipe" });
  const content = readFileSync(join(fresh, ARCHIVE));
  if (sha512(content) !== SHA512) throw new Error(`${PACKAGE} is not the archive that was checked`);
  renameSync(join(fresh, ARCHIVE), path);
  return content;
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function sha512(content: Buffer): string {
  return createHash("sha512").update(content).digest("base64");
}

/** Files of a POSIX tar archive (ustar): blocks of 512 bytes, name at 0, size in octal at 124. */
function filesOfTar(tar: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = 0;
  while (at + 512 <= tar.length && tar[at] !== 0) {
    const name = tar.toString("utf8", at, at + 100).replace(/\0.*$/s, "");
    const size = Number.parseInt(tar.toString("ascii", at + 124, at + 136), 8);
    files.set(name, tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
