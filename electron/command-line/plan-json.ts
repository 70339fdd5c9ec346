import type { Assessment, Payload, RoutePoint } from "#domain/flight/assessment.ts";
import type { Flight } from "#domain/flight/flight.ts";
import { loadMassKg } from "#domain/load/load.ts";
import { routeText } from "#domain/route/route-text.ts";

/** Decimals: distances to 0.2 mm, positions to a centimetre, courses and minutes far below what is flown. */
const DISTANCE = 7;
const DEGREES = 7;
const COURSE = 4;
const MINUTES = 4;

/** The assessment as `plan --json` prints it. Legs and sectors add up to the totals to the last decimal. */
export function planJson(flight: Flight, assessment: Assessment): object {
  const { route, legs, sectors, crossings, overflights, payload, requirements, findings } = assessment;
  const legDistances = parts(
    legs.map(({ distanceNm }) => distanceNm),
    DISTANCE,
  );
  const legMinutes = parts(
    legs.map(({ eetMinutes }) => eetMinutes ?? 0),
    MINUTES,
  );
  const sum = (values: readonly number[], from: number, to: number, decimals: number) =>
    rounded(
      values.slice(from, to + 1).reduce((total, value) => total + value, 0),
      decimals,
    );
  return {
    route: {
      text: routeText(flight.waypoints),
      totalDistanceNm: sum(legDistances, 0, legs.length, DISTANCE),
      airborneMinutes: route.airborneMinutes === null ? null : sum(legMinutes, 0, legs.length, MINUTES),
      offBlockAt: flight.offBlockAt,
      landingAt: route.landingAt,
    },
    status: assessment.status,
    sectors: sectors.map((sector) => ({
      from: sector.from,
      to: sector.to,
      distanceNm: sum(legDistances, sector.firstLeg, sector.lastLeg, DISTANCE),
      offBlockAt: sector.offBlockAt,
      takeOffAt: sector.takeOffAt,
      landingAt: sector.landingAt,
      eetMinutes:
        sector.eetMinutes === null ? null : sum(legMinutes, sector.firstLeg, sector.lastLeg, MINUTES),
      payload: sector.payload === null ? null : { ...sector.payload, ...kilograms(sector.payload) },
    })),
    legs: legs.map((leg, index) => ({
      sector: leg.sector,
      from: leg.from,
      to: leg.to,
      distanceNm: legDistances[index] ?? 0,
      initialCourseTrueDeg: course(leg.initialCourseTrueDeg),
      initialCourseMagneticDeg:
        leg.initialCourseMagneticDeg === null ? null : course(leg.initialCourseMagneticDeg),
      variationDeg: leg.variationDeg === null ? null : rounded(leg.variationDeg, COURSE),
      levelFl: leg.levelFl,
      tasKt: leg.tasKt,
      groundSpeedKt: leg.groundSpeedKt === null ? null : rounded(leg.groundSpeedKt, 2),
      eetMinutes: leg.eetMinutes === null ? null : (legMinutes[index] ?? 0),
      startAt: leg.startAt,
      endAt: leg.endAt,
    })),
    crossings: crossings.map((crossing) => ({
      fir: crossing.fir,
      name: crossing.name,
      state: crossing.state,
      entry: point(crossing.entry),
      exit: point(crossing.exit),
      distanceNm: between(crossing),
      merged: crossing.merged.map((clip) => ({
        ...clip,
        distanceNm: rounded(clip.distanceNm, DISTANCE),
        at: point(clip.at),
      })),
    })),
    overflights: overflights.map((overflight) => ({
      state: overflight.state,
      entry: point(overflight.entry),
      exit: point(overflight.exit),
      distanceNm: between(overflight),
      firs: overflight.firs,
      landing: overflight.landing,
    })),
    payload: payload === null ? unknownPayload(flight) : payloadJson(payload),
    requirements,
    findings: findings.map(({ severity, code, sentence, hint, place }) => ({
      severity,
      code,
      sentence,
      hint,
      place,
    })),
  };
}

function payloadJson(payload: Payload): object {
  return {
    ...payload,
    ...kilograms(payload),
    requestedKg: rounded(payload.requestedKg, 1),
    marginKg: rounded(Math.floor(payload.maximumKg) - payload.requestedKg, 1),
    errorKg: rounded(payload.errorKg, 0),
  };
}

/** The data does not tell what can be carried: a finding says why. */
function unknownPayload({ load, payloadMode }: Flight): object {
  return { maximumKg: null, requestedKg: rounded(loadMassKg(load), 1), mode: payloadMode, limit: null };
}

/** Numbers rounded so that they add up to the rounded sum: each is the step between two rounded running sums. */
function parts(values: readonly number[], decimals: number): number[] {
  let sum = 0;
  return values.map((value) => {
    const before = rounded(sum, decimals);
    sum += value;
    return rounded(rounded(sum, decimals) - before, decimals);
  });
}

function point({ lat, lon, distanceNm, at }: RoutePoint): object {
  return {
    lat: rounded(lat, DEGREES),
    lon: rounded(lon, DEGREES),
    distanceNm: rounded(distanceNm, DISTANCE),
    at,
  };
}

/** Distance of a visit as the difference of what is printed for its ends. */
function between({ entry, exit }: { entry: RoutePoint; exit: RoutePoint }): number {
  return rounded(rounded(exit.distanceNm, DISTANCE) - rounded(entry.distanceNm, DISTANCE), DISTANCE);
}

/** What is carried at most, in whole kilograms and never rounded up; other masses to the kilogram. */
function kilograms(masses: { maximumKg: number } & Record<string, unknown>): Record<string, number> {
  const others = Object.entries(masses).flatMap(([name, value]) =>
    /^(tripFuel|reserveFuel|takeOffMass|landingMass)Kg$/.test(name) && typeof value === "number"
      ? [[name, Math.round(value)] as const]
      : [],
  );
  return { ...Object.fromEntries(others), maximumKg: Math.floor(masses.maximumKg) };
}

/** 0 to below 360: rounding may not turn 359.99999 into 360. */
function course(degrees: number): number {
  return rounded(degrees, COURSE) % 360;
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}
