import type { Aircraft } from "../aircraft/aircraft.ts";
import { courseAndDistance } from "../geo/geodesic.ts";
import { roundedToMinutes } from "../route/coordinate.ts";
import { courseText, levelText, numberText } from "../text.ts";
import { clockText, dateText, type Zulu } from "../zulu.ts";
import type { Leg } from "./assessment.ts";
import type { Finding, FindingPlace, Severity } from "./findings.ts";
import type { Flight } from "./flight.ts";

/** What is wrong or worth knowing about the route itself, its levels and its times. */
export function routeFindings(
  flight: Flight,
  aircraft: Aircraft | null,
  legs: readonly Leg[],
  now: Zulu,
): Finding[] {
  if (flight.waypoints.length < 2) {
    const sentence =
      flight.waypoints.length === 0
        ? "The route is empty."
        : `The route has one point, ${flight.waypoints[0]?.ident}.`;
    return [
      finding("error", "route-too-short", sentence, "Type a route such as LTAC UACC, or draw it on the map."),
    ];
  }
  return [
    ...endFindings(flight),
    ...legs.filter(({ distanceNm }) => distanceNm < 0.001).map(zeroLength),
    ...speedFindings(flight, legs),
    ...levelFindings(aircraft, legs),
    ...roundedFindings(flight),
    ...timeFindings(flight, legs, now),
  ];
}

function endFindings(flight: Flight): Finding[] {
  const findings: Finding[] = [];
  const ends = [
    ["departure", flight.waypoints[0]],
    ["destination", flight.waypoints.at(-1)],
  ] as const;
  for (const [end, waypoint] of ends) {
    if (waypoint === undefined || waypoint.kind === "aerodrome") continue;
    const sentence = `The ${end} ${waypoint.ident} is not an aerodrome.`;
    findings.push(
      finding("warning", `${end}-not-aerodrome`, sentence, "The flight plan files it as ZZZZ.", {
        kind: "waypoint",
        waypointId: waypoint.id,
      }),
    );
  }
  if (flight.callSign === "") {
    findings.push(
      finding("warning", "no-call-sign", "The flight has no call sign.", "The ICAO flight plan needs one."),
    );
  }
  return findings;
}

function zeroLength(leg: Leg): Finding {
  const sentence = `The leg from ${leg.from} to ${leg.to} has no length.`;
  return finding("error", "zero-length-leg", sentence, "Delete one of the two points.", {
    kind: "leg",
    index: leg.index,
  });
}

function speedFindings(flight: Flight, legs: readonly Leg[]): Finding[] {
  const slow = legs.find(({ groundSpeedKt }) => groundSpeedKt === null);
  if (slow === undefined) return [];
  const sentence = `The head wind of ${numberText(flight.cruise.headwindKt)} kt leaves no ground speed at ${numberText(slow.tasKt)} kt.`;
  const place: FindingPlace = { kind: "leg", index: slow.index };
  return [
    finding(
      "error",
      "headwind-exceeds-speed",
      sentence,
      `From ${slow.from} on there are no times, and no payload.`,
      place,
    ),
  ];
}

function levelFindings(aircraft: Aircraft | null, legs: readonly Leg[]): Finding[] {
  const findings: Finding[] = [];
  const ceiling = aircraft?.figures.ceilingFl.value ?? null;
  const high = ceiling === null ? undefined : legs.find(({ levelFl }) => levelFl > ceiling);
  if (high !== undefined && ceiling !== null) {
    findings.push(
      finding(
        "warning",
        "level-above-ceiling",
        `${levelText(high.levelFl)} on ${high.from} to ${high.to} is above ${levelText(ceiling)}.`,
        `The highest level in the data of the ${aircraft?.name}.`,
        { kind: "leg", index: high.index },
      ),
    );
  }
  const wrong = legs.filter((leg) => !semicircular(leg));
  const [first] = wrong;
  if (first?.initialCourseMagneticDeg != null) {
    const eastbound = first.initialCourseMagneticDeg < 180;
    findings.push(
      finding(
        "warning",
        "level-against-direction",
        `${levelText(first.levelFl)} does not fit the direction of ${wrong.length === 1 ? "" : `${wrong.length} legs, first `}${first.from} to ${first.to}.`,
        `Magnetic course ${courseText(first.initialCourseMagneticDeg)} ${eastbound ? "east" : "west"}bound wants an ${eastbound ? "odd" : "even"} level from FL290 to FL410; States may differ.`,
        { kind: "leg", index: first.index },
      ),
    );
  }
  return findings;
}

/** ICAO Annex 2, appendix 3: from FL290 to FL410 odd tens of levels eastbound, even ones westbound. */
function semicircular(leg: Leg): boolean {
  if (leg.initialCourseMagneticDeg === null || leg.levelFl < 290 || leg.levelFl > 410) return true;
  const odd = Math.floor(leg.levelFl / 10) % 2 === 1;
  return odd === leg.initialCourseMagneticDeg < 180 && leg.levelFl % 10 === 0;
}

function roundedFindings(flight: Flight): Finding[] {
  return flight.waypoints.flatMap((waypoint) => {
    if (waypoint.kind !== "position") return [];
    const { distanceNm } = courseAndDistance(waypoint.position, roundedToMinutes(waypoint.position));
    if (distanceNm < 0.05) return [];
    const sentence = `${waypoint.ident} is filed ${numberText(distanceNm, 1)} NM from where it is planned.`;
    return [
      finding("info", "position-rounded", sentence, "Item 15 gives positions in whole minutes.", {
        kind: "waypoint",
        waypointId: waypoint.id,
      }),
    ];
  });
}

function timeFindings(flight: Flight, legs: readonly Leg[], now: Zulu): Finding[] {
  const findings: Finding[] = [];
  if (legs.some(({ variationDeg }) => variationDeg === null)) {
    const sentence = `No magnetic model holds on ${dateText(flight.offBlockAt)}: courses are true only.`;
    findings.push(
      finding("warning", "no-magnetic-model", sentence, "The model shipped is WMM 2025, for 2025 to 2029."),
    );
  }
  if (flight.offBlockAt < now) {
    const sentence = `Off block ${dateText(flight.offBlockAt)} ${clockText(flight.offBlockAt)} has passed.`;
    findings.push(finding("warning", "off-block-passed", sentence, "Set the next date."));
  }
  const wind = flight.cruise.headwindKt;
  const windText =
    wind === 0
      ? "still air"
      : `a mean ${wind > 0 ? "head" : "tail"} wind of ${numberText(Math.abs(wind))} kt`;
  findings.push(
    finding(
      "info",
      "times-estimated",
      `Times assume constant speed in ${windText}.`,
      "Climb and descent are not modelled; FIR times can be some minutes late or early.",
    ),
  );
  return findings;
}

function finding(
  severity: Severity,
  code: string,
  sentence: string,
  hint: string,
  place: FindingPlace = { kind: "flight" },
): Finding {
  return { severity, code, sentence, hint, place };
}
