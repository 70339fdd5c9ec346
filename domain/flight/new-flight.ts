import type { Aircraft } from "../aircraft/aircraft.ts";
import type { Zulu } from "../zulu.ts";
import type { Flight } from "./flight.ts";

/** Half-width of a new flight's corridor in NM. A choice of the planner, not a figure of any rule. */
const CORRIDOR_HALF_WIDTH_NM = 5;

/** An empty flight of an aircraft, with the planning defaults of its data. */
export function newFlight(id: string, offBlockAt: Zulu, aircraft: Aircraft): Flight {
  return {
    schemaVersion: 1,
    id,
    callSign: "",
    registration: "",
    operatorState: "",
    aircraftId: aircraft.id,
    offBlockAt,
    taxiMinutes: 0,
    cruise: {
      levelFl: aircraft.figures.defaultLevelFl.value ?? 250,
      tasKt: aircraft.figures.cruiseTasKt.value ?? 300,
      headwindKt: 0,
    },
    corridorHalfWidthNm: CORRIDOR_HALF_WIDTH_NM,
    payloadMode: "planning",
    waypoints: [],
    load: { kind: "none" },
    authorizations: [],
    note: "",
  };
}
