import { clockText, dateText } from "../zulu.ts";
import type { PacketDocument } from "./document.ts";
import { coverOf } from "./document-cover.ts";
import { loadSection } from "./document-load.ts";
import { crossingsSection, legsSection } from "./document-route.ts";
import type { PacketSource } from "./document-source.ts";
import { findingsSection, flightPlansSection, permissionsSection } from "./document-texts.ts";
import { MARKING, PLANNING_NOTICE } from "./marking.ts";

/** The content of `packet.pdf`: every word of it, and nothing of how it is drawn. */
export function packetDocument(source: PacketSource): PacketDocument {
  const { flight, daliz, versionText, madeAt } = source;
  const name = flight.callSign === "" ? "No call sign" : flight.callSign;
  const cover = coverOf(source);
  return {
    title: `${cover.title}, ${dateText(flight.offBlockAt)}`,
    marking: MARKING,
    footer: {
      left: `Daliz ${daliz}, made ${dateText(madeAt)} ${clockText(madeAt)}, all times UTC. ${PLANNING_NOTICE}`,
      right: `${name}, ${versionText.toLowerCase()}`,
    },
    cover,
    sections: [
      legsSection(source),
      crossingsSection(source),
      loadSection(source),
      findingsSection(source),
      flightPlansSection(source),
      permissionsSection(source),
    ],
  };
}
