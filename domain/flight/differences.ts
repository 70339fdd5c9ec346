import { loadMassKg } from "../load/load.ts";
import { coordinateText } from "../route/coordinate.ts";
import { routeText } from "../route/route-text.ts";
import { levelText, numberText } from "../text.ts";
import { clockText, dateText, type Zulu } from "../zulu.ts";
import type { Flight } from "./flight.ts";

/** One fact in which two versions of a flight differ, as each of them has it. */
export type Difference = { what: string; one: string; other: string };

/** All facts in which two versions of a flight differ, in words, so that a person can choose between them. */
export function differencesOf(one: Flight, other: Flight, stateName: (code: string) => string): Difference[] {
  const sheets = [sheetOf(one, stateName), sheetOf(other, stateName)] as const;
  const facts = new Set([...sheets[0].keys(), ...sheets[1].keys()]);
  return [...facts].flatMap((what) => {
    const [mine, theirs] = sheets.map((sheet) => sheet.get(what) ?? "nothing");
    return mine === undefined || theirs === undefined || mine === theirs
      ? []
      : [{ what, one: mine, other: theirs }];
  });
}

function sheetOf(flight: Flight, stateName: (code: string) => string): Map<string, string> {
  const { cruise, load } = flight;
  const words = (text: string) => (text === "" ? "nothing" : text);
  return new Map([
    ["Call sign", words(flight.callSign)],
    ["Registration", words(flight.registration)],
    ["Operator", words(flight.operatorState)],
    ["Aircraft", flight.aircraftId],
    ["Off block", instantText(flight.offBlockAt)],
    ["Taxi", `${numberText(flight.taxiMinutes)} min`],
    [
      "Cruise",
      `${levelText(cruise.levelFl)}, ${cruise.tasKt} kt, head wind ${numberText(cruise.headwindKt)} kt`,
    ],
    ["Corridor", `${flight.corridorHalfWidthNm} NM each side`],
    ["Route", words(routeText(flight.waypoints))],
    [
      "Load",
      load.kind === "paratroopers"
        ? `${load.count} paratroopers of ${load.massEachKg} kg`
        : `${numberText(loadMassKg(load))} kg`,
    ],
    ["Reserves", flight.payloadMode],
    ...flight.authorizations.map(({ state, status, number, validFrom, validTo, note, grantedFor }) => {
      const window = validFrom === null && validTo === null ? "" : `${end(validFrom)} to ${end(validTo)}`;
      const visits = (grantedFor ?? []).map(
        ({ entry, exit }) => `${coordinateText(entry)} ${coordinateText(exit)}`,
      );
      const route = visits.length === 0 ? "" : `for ${visits.join(" and ")}`;
      return [stateName(state), [status, number, window, route, note].filter(Boolean).join(", ")] as const;
    }),
    ["Note", words(flight.note)],
  ]);
}

function end(instant: Zulu | null): string {
  return instant === null ? "open" : instantText(instant);
}

function instantText(instant: Zulu): string {
  return `${dateText(instant).slice(4)} ${clockText(instant)}`;
}
