import { courseAndDistance } from "../geo/geodesic.ts";
import { declinationDeg } from "../geo/magnetic.ts";
import type { Path } from "../geo/path.ts";
import type { Position } from "../geo/position.ts";
import type { Waypoint } from "../route/waypoint.ts";
import { epochMs, type Zulu, zuluAt } from "../zulu.ts";
import type { Leg, Sector } from "./assessment.ts";
import type { Flight } from "./flight.ts";

/** Legs, sectors and the clock along the route. */
export type Schedule = {
  legs: Leg[];
  sectors: Omit<Sector, "payload">[];
  /** Instant over a distance along the route, null where there is none; at a stop the arrival, unless `departing`. */
  timeAt(distanceNm: number, departing?: boolean): Zulu | null;
};

/** With less than this a leg is never flown: it has no times, and neither has what comes behind it. */
const LEAST_GROUND_SPEED_KT = 1;

/**
 * Times of a flight: distance over ground speed, with a constant true air speed and one mean wind component, plus
 * taxi time before each take-off and ground time at each stop. Climb and descent are not modelled. Behind a leg without
 * ground speed the clock is not a number, and every instant is null.
 */
export function scheduleOf(flight: Flight, path: Path): Schedule {
  const legs: Leg[] = [];
  const sectors: Schedule["sectors"] = [];
  const takeOffs: { distanceNm: number; ms: number }[] = [];
  let levelFl = flight.cruise.levelFl;
  let tasKt = flight.cruise.tasKt;
  let offBlockMs = epochMs(flight.offBlockAt);
  let clockMs = offBlockMs + flight.taxiMinutes * 60_000;
  let firstLeg = 0;
  let airDistanceNm = 0;
  takeOffs.push({ distanceNm: 0, ms: clockMs });

  for (const [index, line] of path.lines.entries()) {
    const from = flight.waypoints[index];
    const to = flight.waypoints[index + 1];
    const startDistanceNm = path.startNm[index];
    if (from === undefined || to === undefined || startDistanceNm === undefined) continue;
    levelFl = from.levelFl ?? levelFl;
    tasKt = from.tasKt ?? tasKt;
    const speedKt = tasKt - flight.cruise.headwindKt;
    const groundSpeedKt = speedKt < LEAST_GROUND_SPEED_KT ? Number.NaN : speedKt;
    const eetMinutes = (line.distanceNm / groundSpeedKt) * 60;
    const endMs = clockMs + eetMinutes * 60_000;
    legs.push({
      index,
      sector: sectors.length,
      ...courses(flight, from, to),
      from: from.ident,
      to: to.ident,
      fromId: from.id,
      toId: to.id,
      start: from.position,
      end: to.position,
      distanceNm: line.distanceNm,
      startDistanceNm,
      levelFl,
      tasKt,
      groundSpeedKt: known(groundSpeedKt),
      eetMinutes: known(eetMinutes),
      startAt: instantAt(clockMs),
      endAt: instantAt(endMs),
    });
    airDistanceNm += (line.distanceNm * tasKt) / groundSpeedKt;
    const takeOffMs = takeOffs.at(-1)?.ms ?? clockMs;
    clockMs = endMs;
    const last = index === path.lines.length - 1;
    if (!last && to.groundMinutes === null) continue;
    const first = legs[firstLeg];
    sectors.push({
      index: sectors.length,
      from: first?.from ?? from.ident,
      to: to.ident,
      firstLeg,
      lastLeg: index,
      distanceNm: startDistanceNm + line.distanceNm - (first?.startDistanceNm ?? 0),
      offBlockAt: instantAt(offBlockMs),
      takeOffAt: instantAt(takeOffMs),
      landingAt: instantAt(endMs),
      eetMinutes: known((endMs - takeOffMs) / 60_000),
      airDistanceNm: known(airDistanceNm),
    });
    firstLeg = index + 1;
    airDistanceNm = 0;
    offBlockMs = endMs + (to.groundMinutes ?? 0) * 60_000;
    clockMs = offBlockMs + flight.taxiMinutes * 60_000;
    if (!last) takeOffs.push({ distanceNm: startDistanceNm + line.distanceNm, ms: clockMs });
  }

  function timeAt(distanceNm: number, departing = false): Zulu | null {
    const leg =
      legs.findLast(
        (candidate) =>
          candidate.startDistanceNm < distanceNm || (departing && candidate.startDistanceNm === distanceNm),
      ) ?? legs[0];
    if (leg === undefined) return flight.offBlockAt;
    // From the sector's take-off in full precision: the leg's own instants are cut to the second.
    const takeOff = takeOffs[leg.sector] ?? { distanceNm: 0, ms: Number.NaN };
    let ms = takeOff.ms;
    for (let index = leg.index - 1; index >= 0 && legs[index]?.sector === leg.sector; index--) {
      ms += (legs[index]?.eetMinutes ?? Number.NaN) * 60_000;
    }
    const flownNm = distanceNm - leg.startDistanceNm;
    return instantAt(flownNm === 0 ? ms : ms + (flownNm / (leg.groundSpeedKt ?? Number.NaN)) * 3_600_000);
  }

  return { legs, sectors, timeAt };
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function instantAt(ms: number): Zulu | null {
  return Number.isNaN(ms) ? null : zuluAt(ms);
}

function courses(flight: Flight, from: Waypoint, to: Waypoint) {
  const { initialCourseDeg } = courseAndDistance(from.position, to.position);
  const variationDeg = variationAt(from.position, flight.offBlockAt);
  return {
    initialCourseTrueDeg: initialCourseDeg,
    initialCourseMagneticDeg: variationDeg === null ? null : (initialCourseDeg - variationDeg + 360) % 360,
    variationDeg,
  };
}

/** The magnetic model is half the work of a frame of a drag, in which all points but one stay where they were. */
const variations = new WeakMap<Position, { on: Zulu; variationDeg: number | null }>();

function variationAt(position: Position, on: Zulu): number | null {
  const known = variations.get(position);
  if (known?.on === on) return known.variationDeg;
  const variationDeg = declinationDeg(position, on);
  variations.set(position, { on, variationDeg });
  return variationDeg;
}
