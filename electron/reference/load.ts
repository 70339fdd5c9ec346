import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { aircraftSchema } from "#domain/aircraft/aircraft.ts";
import { airspaceSchema } from "#domain/airspace/airspace.ts";
import { Refusal } from "#domain/api/failure.ts";
import { readAs } from "#domain/api/read-as.ts";
import { provenanceSchema } from "#domain/provenance.ts";
import { aerodromeSchema, navaidSchema, type Reference, stateSchema } from "#domain/reference.ts";

/**
 * Reads the shipped data sets once, each against its SHA-256 in `manifest.json` and its schema. Refuses with
 * `data-set-damaged` and a sentence that names the file.
 */
export function loadReference(dataFolder: string): Reference {
  const file = fileReader(dataFolder);
  const airspaces = file.read("airspaces/firs.json", { airspaces: z.array(airspaceSchema) });
  const aerodromes = file.read("aerodromes/aerodromes.json", { aerodromes: z.array(aerodromeSchema) });
  const navaids = file.read("navaids/navaids.json", { navaids: z.array(navaidSchema) });
  const states = file.read("states/states.json", { states: z.array(stateSchema) });
  const a400m = file.read("aircraft/a400m.json", { aircraft: aircraftSchema });
  return {
    version: file.version,
    provenance: {
      airspaces: airspaces.provenance,
      aerodromes: aerodromes.provenance,
      navaids: navaids.provenance,
      states: states.provenance,
      aircraft: a400m.provenance,
    },
    airspaces: airspaces.airspaces,
    aerodromes: aerodromes.aerodromes,
    navaids: navaids.navaids,
    states: states.states,
    aircraft: [a400m.aircraft],
  };
}

/** One file of the data folder as JSON, checked against the manifest. */
export function readDataFile(dataFolder: string, name: string): unknown {
  return fileReader(dataFolder).json(name);
}

/** Path of a file of the data folder for programs that read it themselves, checked against the manifest. */
export function checkedDataFile(dataFolder: string, name: string): string {
  fileReader(dataFolder).bytes(name);
  return join(dataFolder, name);
}

function fileReader(dataFolder: string) {
  const manifest = bytesOf(dataFolder, "manifest.json");
  const reading = manifestSchema.safeParse(jsonOf(manifest, dataFolder, "manifest.json"));
  if (!reading.success) throw damaged(dataFolder, "manifest.json", "is not a list of files and hashes");
  const checked = (name: string): Buffer => {
    const bytes = bytesOf(dataFolder, name);
    const expected = reading.data.files[name];
    if (expected === undefined) throw damaged(dataFolder, name, "is not listed in manifest.json");
    if (expected !== sha256(bytes)) throw damaged(dataFolder, name, "is not the file that was shipped");
    return bytes;
  };
  const json = (name: string): unknown => jsonOf(checked(name), dataFolder, name);
  return {
    version: sha256(manifest),
    bytes: checked,
    json,
    read<S extends z.ZodRawShape>(name: string, shape: S) {
      const schema = z.strictObject({ provenance: provenanceSchema, ...shape });
      const data = readAs(schema, json(name), "the file");
      if (data.ok) return data.value;
      throw damaged(dataFolder, name, `does not read (${data.sentence})`);
    },
  };
}

const manifestSchema = z.object({ files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)) });

function bytesOf(dataFolder: string, name: string): Buffer {
  try {
    return readFileSync(join(dataFolder, name));
  } catch {
    throw damaged(dataFolder, name, "is missing or cannot be read");
  }
}

function jsonOf(bytes: Buffer, dataFolder: string, name: string): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw damaged(dataFolder, name, "is not JSON");
  }
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function damaged(dataFolder: string, name: string, what: string): Refusal {
  return new Refusal(
    "data-set-damaged",
    `The data set ${join(dataFolder, name)} ${what}: install Daliz again to get it back.`,
  );
}
