import type { Aircraft } from "../aircraft/aircraft.ts";
import type { Assessment, Sector } from "../flight/assessment.ts";
import type { Flight } from "../flight/flight.ts";
import type { Reference } from "../reference.ts";
import { numberText } from "../text.ts";
import {
  aerodromeField,
  hoursAndMinutes,
  isDesignator,
  otherInformation,
  type TimedSector,
} from "./icao-other.ts";
import { routeField } from "./icao-route.ts";
import { foldedLines, isTelexText } from "./telex-text.ts";

/**
 * The ICAO flight plan of one sector. `text` is empty where it could not be built, and `problem` then says why in
 * one sentence, else it is empty. `notes` say what is uncertain or has to be entered before filing.
 */
export type FlightPlanMessage = { sector: number; text: string; problem: string; notes: string[] };

/** Longest line and longest message of the aeronautical telegraph network (Annex 10, volume II; unverified). */
const LINE_CHARACTERS = 69;
const MESSAGE_CHARACTERS = 1800;

/**
 * One FPL message per sector (Doc 4444, flight plan 2012): what the flight holds and nothing of its load or notes.
 * Times are UTC; EET count from take-off and are truncated to minutes. No sector, no message.
 */
export function flightPlanMessages(
  flight: Flight,
  assessment: Assessment,
  reference: Reference,
): FlightPlanMessage[] {
  const aircraft = reference.aircraft.find(({ id }) => id === flight.aircraftId) ?? null;
  return assessment.sectors.map((sector) => {
    const problem = problemOf(flight, aircraft, sector);
    if (problem !== "" || aircraft === null || !isTimed(sector))
      return { sector: sector.index, text: "", problem, notes: [] };
    return { sector: sector.index, problem: "", ...message(flight, assessment, reference, aircraft, sector) };
  });
}

function problemOf(flight: Flight, aircraft: Aircraft | null, sector: Sector): string {
  if (aircraft === null) return `No message: the aircraft ${flight.aircraftId} is not in the data.`;
  if (flight.callSign === "") return "No message: the flight has no call sign for Item 7.";
  if (!/^(?=.*[A-Z])[A-Z0-9]{2,7}$/.test(flight.callSign)) {
    return `No message: Item 7 takes two to seven letters and figures with at least one letter, and ${flight.callSign} is not that.`;
  }
  if (!isTimed(sector)) return `No message: ${sector.from} to ${sector.to} has no times, see the findings.`;
  if (sector.eetMinutes >= 24 * 60) {
    return `No message: Item 16 holds less than 24 h, and ${sector.from} to ${sector.to} takes ${numberText(sector.eetMinutes / 60, 1)} h.`;
  }
  return "";
}

function isTimed(sector: Sector): sector is TimedSector {
  return sector.offBlockAt !== null && sector.takeOffAt !== null && sector.eetMinutes !== null;
}

function message(
  flight: Flight,
  assessment: Assessment,
  reference: Reference,
  aircraft: Aircraft,
  sector: TimedSector,
): { text: string; notes: string[] } {
  const from = flight.waypoints[sector.firstLeg];
  const to = flight.waypoints[sector.lastLeg + 1];
  if (from === undefined || to === undefined) throw new Error(`sector ${sector.index} has no ends`);
  const { equipment, surveillance, source } = aircraft.sampleEquipment;
  const notes = [
    `Items 10 and PBN/ are a sample, not this aircraft's equipment: enter the tail's own. ${source}.`,
    "No alternate in Item 16: enter one before filing.",
  ];
  const departure = aerodromeField(from, reference);
  const destination = aerodromeField(to, reference);
  for (const [end, { indicator }] of [
    [from, departure],
    [to, destination],
  ] as const) {
    if (indicator === "ZZZZ") notes.push(`${end.ident} has no ICAO location indicator and is filed as ZZZZ.`);
  }
  const type = isDesignator(aircraft.icaoDesignator) ? aircraft.icaoDesignator : "ZZZZ";
  const offBlock = sector.offBlockAt.slice(11, 16).replace(":", "");
  const fields = [
    `(FPL-${flight.callSign}-IM`,
    `-${type}/${aircraft.wakeCategory}-${equipment}/${surveillance}`,
    `-${departure.indicator}${offBlock}`,
    `-${routeField(flight, assessment, sector, notes)}`,
    `-${destination.indicator}${hoursAndMinutes(sector.eetMinutes)}`,
    `-${otherInformation({ flight, assessment, reference, aircraft, sector, departure, destination }, notes)})`,
  ];
  const text = fields.map((field) => foldedLines(field, LINE_CHARACTERS)).join("\n");
  if (!isTelexText(text))
    throw new Error("the flight plan message holds characters that no telegraph carries");
  if (text.length > MESSAGE_CHARACTERS) {
    notes.push(
      `The message has ${numberText(text.length)} characters; the telegraph network takes ${numberText(MESSAGE_CHARACTERS)}.`,
    );
  }
  return { text, notes };
}
