import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Output } from "#domain/api/contract.ts";
import { assess } from "#domain/flight/assess.ts";
import type { Flight } from "#domain/flight/flight.ts";
import { exampleFlight } from "#electron/handlers/example-flight.ts";
import { clock, dataFolder } from "#electron/host/folders.ts";
import { makeFolder } from "#electron/host/make-folder.ts";
import { refuseOther } from "#electron/host/whole-file.ts";
import { loadReference } from "#electron/reference/load.ts";
import { readArguments, refused } from "./arguments.ts";
import { flightFromFile } from "./flight-input.ts";
import { oneWord } from "./flights-command.ts";
import { done, type Outcome } from "./outcome.ts";
import { withHost } from "./with-host.ts";

/** `packet export (ID | --file FILE | --example) --out DIR`, `packet verify ZIP`. */
export async function packetCommand(args: readonly string[]): Promise<Outcome> {
  const [verb, ...rest] = args;
  if (verb === "export") return done(await exportCommand(rest));
  if (verb === "verify") return verifyCommand(rest);
  throw refused("Which one? packet export or packet verify: see --help.");
}

async function exportCommand(args: readonly string[]): Promise<string> {
  const kinds = { file: "text", example: "flag", out: "text", db: "text", json: "flag" } as const;
  const { words, options } = readArguments(args, kinds);
  const { file, example, out } = options;
  const named = words.length + (file === null ? 0 : 1) + (example ? 1 : 0);
  if (named !== 1) throw refused("Name one flight to export: its ID, --file FLIGHT.json or --example.");
  if (out === null) throw refused("Where to? Name a folder with --out DIR.");
  const folder = resolve(out);
  const [flightId] = words;
  const packet =
    flightId !== undefined
      ? await withHost(options.db, async (api) => {
          await api.flights.get({ id: flightId });
          makeFolder(folder);
          return api.packets.export({ flightId, folder });
        })
      : await written(
          file === null ? exampleFlight(dataFolder, clock(), "example") : flightFromFile(file),
          folder,
        );
  if (options.json) return JSON.stringify(packet, null, 2);
  return `Wrote ${packet.path} (${packet.sizeBytes} bytes, SHA-256 ${packet.sha256})${packet.cleared ? "" : ", marked NOT CLEARED"}.`;
}

async function written(flight: Flight, folder: string): Promise<Output<"packets.export">> {
  const reference = loadReference(dataFolder);
  const now = clock();
  const { exportPacket } = await import("#electron/packet/write.ts");
  const assessment = assess(flight, reference, now);
  makeFolder(folder);
  return exportPacket({ flight, assessment, reference, now, folder, revision: null });
}

async function verifyCommand(args: readonly string[]): Promise<Outcome> {
  const { words, options } = readArguments(args, { json: "flag", db: "text" } as const);
  const zip = oneWord(words, "packet verify PACKET.zip");
  if (!existsSync(zip)) throw refused(`There is no file ${zip}.`);
  refuseOther(zip, "a packet", statSync(zip));
  const { verifyPacket } = await import("#electron/packet/verify.ts");
  const verdict = verifyPacket(zip, loadReference(dataFolder));
  const output = options.json ? JSON.stringify(verdict, null, 2) : verdict.sentence;
  if (verdict.ok) return done(output);
  return { status: 1, output: options.json ? output : "", complaint: verdict.sentence };
}
