import type { Aircraft } from "../aircraft/aircraft.ts";
import type { Assessment, Sector } from "../flight/assessment.ts";
import type { Flight } from "../flight/flight.ts";
import type { Reference } from "../reference.ts";
import { coordinateText } from "../route/coordinate.ts";
import type { Waypoint } from "../route/waypoint.ts";
import { minutesBetween, type Zulu } from "../zulu.ts";
import { telexText } from "./telex-text.ts";

/** Item 13 or 16a: the ICAO indicator, or ZZZZ with what DEP/ or DEST/ then has to say. */
export type AerodromeField = { indicator: string; elsewhere: string };

/** ICAO location indicator where the data has one, else ZZZZ with name (from the data only) and position. */
export function aerodromeField(waypoint: Waypoint, reference: Reference): AerodromeField {
  const aerodrome =
    waypoint.kind === "aerodrome"
      ? reference.aerodromes.find(({ ident, icao }) => icao === waypoint.ident || ident === waypoint.ident)
      : undefined;
  if (aerodrome !== undefined && /^[A-Z]{4}$/.test(aerodrome.icao)) {
    return { indicator: aerodrome.icao, elsewhere: "" };
  }
  const name = telexText(aerodrome?.name ?? "");
  return { indicator: "ZZZZ", elsewhere: `${name} ${coordinateText(waypoint.position)}`.trim() };
}

/** Hours and minutes, truncated to the minute: `0228`. */
export function hoursAndMinutes(minutes: number): string {
  const whole = Math.floor(minutes + 1e-6);
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}${String(whole % 60).padStart(2, "0")}`;
}

/** A sector that can be filed: the clock is known from end to end. */
export type TimedSector = Sector & { offBlockAt: Zulu; takeOffAt: Zulu; eetMinutes: number };

type OtherInformation = {
  flight: Flight;
  assessment: Assessment;
  reference: Reference;
  aircraft: Aircraft;
  sector: TimedSector;
  departure: AerodromeField;
  destination: AerodromeField;
};

/** Item 18 in the order of Doc 4444: STS PBN NAV COM DAT SUR DEP DEST DOF REG EET SEL TYP CODE DLE OPR … RMK. */
export function otherInformation(information: OtherInformation, notes: string[]): string {
  const { flight, reference, aircraft, sector, departure, destination } = information;
  const entries: [string, string][] = [
    ["STS", "STATE"],
    ["PBN", aircraft.sampleEquipment.equipment.includes("R") ? aircraft.sampleEquipment.pbn : ""],
    ["DEP", departure.elsewhere],
    ["DEST", destination.elsewhere],
    ["DOF", sector.offBlockAt.slice(2, 10).replaceAll("-", "")],
    ["REG", flight.registration],
    ["EET", estimates(information, notes)],
    ["TYP", isDesignator(aircraft.icaoDesignator) ? "" : telexText(aircraft.name)],
    ["OPR", operator(flight, reference, notes)],
    ["RMK", clearanceNumbers(information, notes)],
  ];
  if (flight.registration === "") notes.push("No registration: REG/ is left out.");
  return entries
    .filter(([, value]) => value !== "")
    .map(([indicator, value]) => `${indicator}/${value}`)
    .join(" ");
}

/** True for a Doc 8643 type designator; any other type is filed as ZZZZ with TYP/. */
export function isDesignator(text: string): boolean {
  return /^[A-Z][A-Z0-9]{1,3}$/.test(text) && text !== "ZZZZ";
}

/** FIRs entered after take-off with the time from take-off, truncated to minutes. The departure FIR has none. */
function estimates({ assessment, sector }: OtherInformation, notes: string[]): string {
  const first = assessment.legs[sector.firstLeg];
  const startNm = first?.startDistanceNm ?? 0;
  const endNm = startNm + sector.distanceNm;
  const entered = assessment.crossings.filter(
    ({ entry }) => entry.distanceNm > startNm + 1e-6 && entry.distanceNm < endNm - 1e-6,
  );
  const words: string[] = [];
  let before = "";
  for (const { fir, entry } of entered) {
    if (!/^[A-Z]{4}$/.test(fir)) {
      notes.push(`${coordinateText(entry)}: no FIR is known here, so EET/ has no entry for it.`);
      continue;
    }
    if (entry.at === null) throw new Error("a sector with times has a crossing without one");
    const time = hoursAndMinutes(minutesBetween(sector.takeOffAt, entry.at));
    if (time === before)
      notes.push(`EET/ has two FIRs in the same minute ${time}: ${fir} and the one before.`);
    before = time;
    words.push(`${fir}${time}`);
  }
  return words.join(" ");
}

function operator(flight: Flight, reference: Reference, notes: string[]): string {
  if (flight.operatorState === "") {
    notes.push("No operator State: OPR/ is left out.");
    return "";
  }
  notes.push("OPR/ names the State only: write the operator's name before filing.");
  const state = reference.states.find(({ code }) => code === flight.operatorState);
  return telexText(state?.name ?? flight.operatorState);
}

/** Diplomatic clearance numbers of the States of this sector whose grant covers the flight, and nothing else. */
function clearanceNumbers({ assessment, sector }: OtherInformation, notes: string[]): string {
  const first = assessment.legs[sector.firstLeg];
  const startNm = first?.startDistanceNm ?? 0;
  const endNm = startNm + sector.distanceNm;
  const crossed = new Set(
    assessment.crossings
      .filter(({ entry, exit }) => exit.distanceNm > startNm + 1e-6 && entry.distanceNm < endNm - 1e-6)
      .map(({ state }) => state),
  );
  const words: string[] = [];
  const without: string[] = [];
  for (const { state, standing, number } of assessment.requirements) {
    if (!crossed.has(state)) continue;
    const filed = telexText(number);
    // A number that already begins with the State's code is not given it twice.
    if (standing !== "cleared" || filed === "") without.push(state);
    else words.push(filed.startsWith(`${state} `) ? filed : `${state} ${filed}`);
  }
  if (without.length > 0) notes.push(`RMK/ has no clearance number of ${without.join(", ")}: not cleared.`);
  return words.length === 0 ? "" : `DCN ${words.join(" ")}`;
}
