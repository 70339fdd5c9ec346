import { readAs } from "#domain/api/read-as.ts";
import { assess } from "#domain/flight/assess.ts";
import { type Flight, flightSchema } from "#domain/flight/flight.ts";
import { clearanceOf } from "#domain/packet/clearance.ts";
import type { PacketManifest } from "#domain/packet/manifest.ts";
import { MARKING } from "#domain/packet/marking.ts";
import type { Reference } from "#domain/reference.ts";
import { productVersion } from "#electron/host/folders.ts";

/** What the manifest says otherwise than the flight in the packet, in a sentence; empty where they agree. */
export function meaningProblem(manifest: PacketManifest, flightJson: unknown, reference: Reference): string {
  if (manifest.marking !== MARKING) return `manifest.json does not carry the marking ${MARKING}.`;
  const reading = readAs(flightSchema, flightJson, "it");
  if (!reading.ok) return `flight.json is no flight: ${reading.sentence}.`;
  const flight = reading.value;
  if (flight.id !== manifest.flight.id) {
    return `manifest.json is about the flight ${manifest.flight.id}, flight.json about ${flight.id}.`;
  }
  if (manifest.cleared === isCleared(manifest, flight, reference)) return "";
  const word = (cleared: boolean) => (cleared ? "cleared" : "not cleared");
  return `manifest.json says that the flight was ${word(manifest.cleared)}; by flight.json it was ${word(!manifest.cleared)}.`;
}

/**
 * Computed again with the rules and the data that made the packet. Where these are not at hand, the manifest is
 * believed, except that no flight is cleared without a grant.
 */
function isCleared(manifest: PacketManifest, flight: Flight, reference: Reference): boolean {
  if (manifest.dataVersion === reference.version && manifest.daliz === productVersion()) {
    return clearanceOf(assess(flight, reference, manifest.madeAt), (code) => code).cleared;
  }
  return manifest.cleared && flight.authorizations.some(({ status }) => status === "granted");
}
