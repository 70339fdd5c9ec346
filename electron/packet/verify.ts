import { createHash } from "node:crypto";
import { Refusal } from "#domain/api/failure.ts";
import { readAs } from "#domain/api/read-as.ts";
import {
  MOST_BYTES,
  MOST_FILES,
  type PacketManifest,
  packetManifestSchema,
} from "#domain/packet/manifest.ts";
import type { Reference } from "#domain/reference.ts";
import { clockText, dateText } from "#domain/zulu.ts";
import { wholeFile } from "#electron/host/whole-file.ts";
import { meaningProblem } from "./verify-meaning.ts";
import { zipEntries } from "./zip-entries.ts";
import type { ZipEntry } from "./zip-headers.ts";
import { unpacked } from "./zip-unpack.ts";

export type Verdict = { ok: true; files: number; sentence: string } | { ok: false; sentence: string };

/**
 * Whether a packet is whole: the ZIP is one that Daliz writes, to the last byte of its headers; its files are exactly
 * those of `manifest.json`, with their sizes and SHA-256; and the manifest says of the flight what flight.json gives.
 * Says in one sentence what is wrong first. Never unpacks more than the manifest may list. The checksums find every
 * changed byte; whoever computes them anew is not found, because nothing is signed.
 */
export function verifyPacket(zipPath: string, reference: Reference): Verdict {
  const zip = contentOf(zipPath);
  if (typeof zip === "string") return bad(zip);
  const entries = zipEntries(zip);
  if (typeof entries === "string") return bad(entries);
  const wrong = wrongEntries(entries);
  if (wrong !== "") return bad(wrong);
  const manifest = manifestOf(zip, entries);
  if (typeof manifest === "string") return bad(manifest);
  const problem =
    filesProblem(zip, entries, manifest) || meaningProblem(manifest, flightOf(zip, entries), reference);
  if (problem !== "") return bad(problem);
  const { files, madeAt, cleared } = manifest;
  return {
    ok: true,
    files: files.length,
    sentence: `All ${files.length} files are as the manifest of ${dateText(madeAt)} ${clockText(madeAt)} lists them; the flight was ${cleared ? "cleared" : "NOT CLEARED"} then.`,
  };
}

function contentOf(path: string): Buffer | string {
  try {
    return wholeFile(path, { noun: "a packet", mostBytes: MOST_BYTES });
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** The flight as its JSON has it, null where there is none. */
function flightOf(zip: Buffer, entries: readonly ZipEntry[]): unknown {
  const entry = entries.find(({ name }) => name === "flight.json");
  const bytes = entry === undefined ? null : unpacked(zip, entry);
  return bytes === null ? null : jsonOf(bytes);
}

function wrongEntries(entries: readonly ZipEntry[]): string {
  const names = new Set<string>();
  let total = 0;
  if (entries.length > MOST_FILES + 1)
    return `The archive lists ${entries.length} files, more than a packet has.`;
  for (const { name, bytes } of entries) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name)) {
      return `The archive holds ${JSON.stringify(name.slice(0, 80))}, which is no name of a packet's file.`;
    }
    // Windows and macOS do not tell such names apart.
    if (names.has(name.toLowerCase())) return `The archive holds ${name} twice.`;
    names.add(name.toLowerCase());
    total += bytes;
  }
  return total > MOST_BYTES ? "The archive unpacks to more than any packet holds." : "";
}

function manifestOf(zip: Buffer, entries: readonly ZipEntry[]): PacketManifest | string {
  const entry = entries.find(({ name }) => name === "manifest.json");
  if (entry === undefined) return "The archive has no manifest.json.";
  const bytes = unpacked(zip, entry);
  if (bytes === null) return "manifest.json is damaged.";
  const manifest = readAs(packetManifestSchema, jsonOf(bytes), "it");
  return manifest.ok ? manifest.value : `manifest.json is not well formed: ${manifest.sentence}.`;
}

function filesProblem(zip: Buffer, entries: readonly ZipEntry[], { files }: PacketManifest): string {
  const listed = new Map(files.map((file) => [file.name, file]));
  if (listed.size < files.length) return "manifest.json lists a file twice.";
  if (listed.has("manifest.json")) return "manifest.json lists itself.";
  const extra = entries.find(({ name }) => name !== "manifest.json" && !listed.has(name));
  if (extra !== undefined) return `${extra.name} is in the archive, but not in the manifest.`;
  for (const { name, sizeBytes, sha256 } of files) {
    const entry = entries.find((each) => each.name === name);
    if (entry === undefined) return `${name} is missing from the archive.`;
    if (entry.bytes !== sizeBytes) return `${name} has ${entry.bytes} bytes, the manifest says ${sizeBytes}.`;
    const bytes = unpacked(zip, entry);
    if (bytes === null) return `${name} is damaged.`;
    if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
      return `${name} was changed: its SHA-256 is not the one of the manifest.`;
    }
  }
  return "";
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return null;
  }
}

function bad(sentence: string): Verdict {
  return { ok: false, sentence };
}
