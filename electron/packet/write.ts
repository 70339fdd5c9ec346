import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { strToU8, type Zippable, zipSync } from "fflate";
import type { Assessment } from "#domain/flight/assessment.ts";
import { type Flight, flightSchema } from "#domain/flight/flight.ts";
import { clearanceOf } from "#domain/packet/clearance.ts";
import type { PacketSource } from "#domain/packet/document-source.ts";
import { flightGeoJson } from "#domain/packet/geojson.ts";
import { flightPlanMessages } from "#domain/packet/icao-fpl.ts";
import type { PacketManifest } from "#domain/packet/manifest.ts";
import { mapSvg } from "#domain/packet/map.ts";
import { MARKING } from "#domain/packet/marking.ts";
import { packetDocument } from "#domain/packet/packet-document.ts";
import { packetName } from "#domain/packet/packet-name.ts";
import { messageName, readmeText } from "#domain/packet/readme.ts";
import type { Reference } from "#domain/reference.ts";
import type { Zulu } from "#domain/zulu.ts";
import { dataFolder, productVersion } from "#electron/host/folders.ts";
import { readBasemap } from "./basemap.ts";
import { drawPdf } from "./pdf.ts";
import { type Disk, placeFile } from "./place-file.ts";

export type PacketRequest = {
  flight: Flight;
  /** What `assess` gives for this flight, reference and now. */
  assessment: Assessment;
  reference: Reference;
  now: Zulu;
  /** An existing folder. */
  folder: string;
  /** Revision in the database, null for a flight that is not stored. */
  revision: number | null;
};

export type ExportedPacket = {
  path: string;
  sizeBytes: number;
  sha256: string;
  files: string[];
  cleared: boolean;
};

/**
 * Writes the packet of a flight as one ZIP into the folder and never over another file. The same request gives the
 * same bytes. Refuses where the folder is missing, cannot be written or its disk is full; then nothing is left there.
 */
export async function exportPacket(request: PacketRequest, disk?: Disk): Promise<ExportedPacket> {
  const { files, manifest } = await packetFiles(request);
  const bytes = zipped([...files, { name: "manifest.json", bytes: jsonBytes(manifest) }], request.now);
  const folder = resolve(request.folder);
  const path = await placeFile(folder, (copy) => packetName(request.flight, copy), bytes, disk);
  return {
    path,
    sizeBytes: bytes.length,
    sha256: sha256(bytes),
    files: [...files.map(({ name }) => name), "manifest.json"],
    cleared: manifest.cleared,
  };
}

type PacketFile = { name: string; bytes: Uint8Array };

async function packetFiles(
  request: PacketRequest,
): Promise<{ files: PacketFile[]; manifest: PacketManifest }> {
  const { assessment, reference, now, revision } = request;
  // Parsed once more, so that the members stand in the order of the schema however the flight was put together.
  const flight = flightSchema.parse(request.flight);
  const version = productVersion();
  const stateName = (code: string) => reference.states.find((state) => state.code === code)?.name ?? code;
  const clearance = clearanceOf(assessment, stateName);
  const messages = flightPlanMessages(flight, assessment, reference);
  const flightBytes = jsonBytes(flight);
  const source: PacketSource = {
    flight,
    assessment,
    reference,
    aircraft: reference.aircraft.find(({ id }) => id === flight.aircraftId) ?? null,
    messages,
    madeAt: now,
    daliz: version,
    dataVersion: reference.version,
    flightSha256: sha256(flightBytes),
    versionText: revision === null ? "Not stored" : `Version ${revision}`,
    stateName,
  };
  const basemap = readBasemap(dataFolder);
  const pdf = await drawPdf({
    document: packetDocument(source),
    mapOf: (size) => mapSvg({ flight, assessment, reference, basemap }, size),
    madeAt: now,
    dataFolder,
  });
  const files: PacketFile[] = [
    {
      name: "README.txt",
      bytes: strToU8(readmeText({ flight, clearance, messages, revision, madeAt: now, version })),
    },
    { name: "packet.pdf", bytes: new Uint8Array(pdf) },
    ...messages
      .filter(({ problem }) => problem === "")
      .map(({ sector, text }) => ({ name: messageName(sector), bytes: strToU8(`${text}\n`) })),
    { name: "route.geojson", bytes: jsonBytes(flightGeoJson(flight, assessment)) },
    { name: "flight.json", bytes: flightBytes },
  ];
  const manifest: PacketManifest = {
    format: "daliz-packet",
    schemaVersion: 1,
    madeAt: now,
    daliz: version,
    dataVersion: reference.version,
    flight: { id: flight.id, revision },
    cleared: clearance.cleared,
    marking: MARKING,
    files: files.map(({ name, bytes }) => ({ name, sizeBytes: bytes.length, sha256: sha256(bytes) })),
  };
  return { files, manifest };
}

function zipped(files: readonly PacketFile[], now: Zulu): Uint8Array {
  const entries: Zippable = {};
  // ZIP knows no zone and the packer writes local time: UTC's figures as if they were local, the same everywhere.
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0] = now.split(/\D/).map(Number);
  // Nor does it know years before 1980 or after 2099; a machine's clock may stand there.
  const mtime = new Date(Math.min(2099, Math.max(1980, year)), month - 1, day, hour, minute, second);
  for (const { name, bytes } of files) entries[name] = [bytes, { level: 6, mtime }];
  return zipSync(entries);
}

function jsonBytes(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`);
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
