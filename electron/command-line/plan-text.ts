import type { Assessment, Payload, RoutePoint } from "#domain/flight/assessment.ts";
import type { Flight } from "#domain/flight/flight.ts";
import { coordinateText } from "#domain/route/coordinate.ts";
import { routeText } from "#domain/route/route-text.ts";
import { clockText, dateText, durationText } from "#domain/zulu.ts";
import { table } from "./table.ts";

/** The assessment as text, in the order in which a planner asks. */
export function planText(flight: Flight, assessment: Assessment): string {
  const { route, payload, status, requirements } = assessment;
  const cleared = requirements.filter(({ standing }) => standing === "cleared").length;
  const head = [
    routeText(flight.waypoints),
    `Off block ${dateText(flight.offBlockAt)} ${clockText(flight.offBlockAt)}, landing ${route.landingAt === null ? "unknown" : `${dateText(route.landingAt)} ${clockText(route.landingAt)}`}`,
    `${fixed(route.totalDistanceNm, 1)} NM, airborne ${durationText(route.airborneMinutes)}`,
    `${capitalized(status)}: ${cleared} of ${requirements.length} States cleared`,
    ...payloadLines(payload),
  ];
  return [head.join("\n"), ...sections(assessment)].join("\n\n");
}

function payloadLines(payload: Payload | null): string[] {
  if (payload === null) return ["What can be carried is not known: see the findings."];
  const { maximumKg, limit, mode, errorSentence } = payload;
  // Whole kilograms that add up, and neither of them on the easy side.
  const requestedKg = Math.ceil(payload.requestedKg);
  const margin = Math.floor(maximumKg) - requestedKg;
  return [
    `Payload at most ${kg(maximumKg)} (${limit}, ${mode} mode), asked ${kg(requestedKg)}, margin ${kg(margin)}`,
    errorSentence,
  ];
}

function sections(assessment: Assessment): string[] {
  const { sectors, legs, crossings, overflights, requirements, findings } = assessment;
  return [
    table(
      "Sectors",
      ["From", "To", ">NM", ">EET", "Off block", "Take-off", "Landing", ">Payload kg", "Limit"],
      sectors.map((sector) => [
        sector.from,
        sector.to,
        fixed(sector.distanceNm, 1),
        durationText(sector.eetMinutes),
        moment(sector.offBlockAt),
        moment(sector.takeOffAt),
        moment(sector.landingAt),
        sector.payload === null ? "unknown" : whole(sector.payload.maximumKg),
        sector.payload?.limit ?? "",
      ]),
    ),
    table(
      "Legs",
      ["From", "To", ">NM", ">True", ">Magnetic", "Level", ">TAS", ">EET", "From", "To"],
      legs.map((leg) => [
        leg.from,
        leg.to,
        fixed(leg.distanceNm, 1),
        degrees(leg.initialCourseTrueDeg),
        leg.initialCourseMagneticDeg === null ? "unknown" : degrees(leg.initialCourseMagneticDeg),
        `FL${String(leg.levelFl).padStart(3, "0")}`,
        fixed(leg.tasKt, 0),
        durationText(leg.eetMinutes),
        clockText(leg.startAt),
        clockText(leg.endAt),
      ]),
    ),
    table(
      "Crossings",
      ["FIR", "State", "Name", "Entry", ">NM", "Time", "Exit", ">NM", "Time"],
      crossings.map(({ fir, state, name, entry, exit }) => [
        fir === "" ? "no data" : fir,
        state,
        name,
        ...at(entry),
        ...at(exit),
      ]),
    ),
    table(
      "Overflights",
      ["State", "Entry", "Exit", ">NM", "FIRs"],
      overflights.map(({ state, entry, exit, distanceNm, firs, landing }) => [
        state,
        moment(entry.at),
        moment(exit.at),
        fixed(distanceNm, 1),
        firs.join(" ") + (landing ? ", landing" : ""),
      ]),
    ),
    table(
      "Permissions",
      ["State", "Status", "Standing", "Number", "Why"],
      requirements.map(({ state, status, standing, number, reason }) => [
        state,
        status,
        standing,
        number,
        reason,
      ]),
    ),
    table(
      "Findings",
      ["", "", ""],
      findings.map(({ severity, code, sentence, hint }) => [severity, code, `${sentence} ${hint}`.trim()]),
    ),
  ].filter((section) => section !== "");
}

function at(point: RoutePoint): string[] {
  return [coordinateText(point), fixed(point.distanceNm, 1), clockText(point.at)];
}

/** Day and time: `02 Dec 0703Z`. */
function moment(instant: Parameters<typeof clockText>[0]): string {
  return instant === null ? clockText(null) : `${dateText(instant).slice(4, 10)} ${clockText(instant)}`;
}

function degrees(course: number): string {
  return `${fixed(course % 360, 1).padStart(5, "0")}°`;
}

function kg(mass: number): string {
  return `${whole(mass)} kg`;
}

/** Whole kilograms, never rounded up. */
function whole(mass: number): string {
  return String(Math.floor(mass));
}

function fixed(value: number, decimals: number): string {
  return value.toFixed(decimals);
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
