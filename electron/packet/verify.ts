import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import {
  MOST_BYTES,
  MOST_FILES,
  type PacketManifest,
  packetManifestSchema,
} from "#domain/packet/manifest.ts";
import { clockText, dateText } from "#domain/zulu.ts";
import { unpacked, type ZipEntry, zipEntries } from "./zip-entries.ts";

export type Verdict = { ok: true; files: number; sentence: string } | { ok: false; sentence: string };

/**
 * Whether a packet is whole: the ZIP opens, and its files are exactly those of `manifest.json`, with their sizes and
 * SHA-256. Says in one sentence what is wrong first. Never unpacks more than the manifest may list.
 */
export async function verifyPacket(zipPath: string): Promise<Verdict> {
  const zip = await contentOf(zipPath);
  if (typeof zip === "string") return bad(zip);
  const entries = zipEntries(zip);
  if (entries === null) return bad("The file is no whole ZIP archive.");
  const wrong = wrongEntries(entries);
  if (wrong !== "") return bad(wrong);
  const manifest = manifestOf(zip, entries);
  if (typeof manifest === "string") return bad(manifest);
  const problem = filesProblem(zip, entries, manifest);
  if (problem !== "") return bad(problem);
  const { files, madeAt, cleared } = manifest;
  return {
    ok: true,
    files: files.length,
    sentence: `All ${files.length} files are as the manifest of ${dateText(madeAt)} ${clockText(madeAt)} lists them; the flight was ${cleared ? "cleared" : "NOT CLEARED"} then.`,
  };
}

async function contentOf(path: string): Promise<Buffer | string> {
  try {
    if ((await stat(path)).size > MOST_BYTES) return "The file is larger than any packet.";
    return await readFile(path);
  } catch {
    return "The file cannot be read.";
  }
}

function wrongEntries(entries: readonly ZipEntry[]): string {
  const names = new Set<string>();
  let total = 0;
  if (entries.length > MOST_FILES + 1)
    return `The archive lists ${entries.length} files, more than a packet has.`;
  for (const { name, bytes, encrypted } of entries) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name)) {
      return `The archive holds ${JSON.stringify(name.slice(0, 80))}, which is no name of a packet's file.`;
    }
    // Windows and macOS do not tell such names apart.
    if (names.has(name.toLowerCase())) return `The archive holds ${name} twice.`;
    if (encrypted) return `${name} is encrypted.`;
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
  const manifest = packetManifestSchema.safeParse(jsonOf(bytes));
  if (manifest.success) return manifest.data;
  const issue = manifest.error.issues[0];
  return `manifest.json is not well formed${issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`}.`;
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
    if (bytes.length !== sizeBytes)
      return `${name} has ${bytes.length} bytes, the manifest says ${sizeBytes}.`;
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
