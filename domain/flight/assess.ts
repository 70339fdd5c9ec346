import { airspaceIndexOf } from "../airspace/airspace-index.ts";
import { corridorTouches } from "../airspace/corridor-touches.ts";
import { firVisits, type MergedVisit, mergeMicroVisits } from "../airspace/crossings.ts";
import { overflightsOf } from "../airspace/overflights.ts";
import { requirementsOf, statusOf } from "../authorization/requirements.ts";
import { corridorOf } from "../geo/corridor.ts";
import { pathOf } from "../geo/path.ts";
import type { Position } from "../geo/position.ts";
import type { Reference } from "../reference.ts";
import type { Zulu } from "../zulu.ts";
import { airspaceFindings } from "./airspace-findings.ts";
import type { Assessment, Crossing, RoutePoint } from "./assessment.ts";
import type { Flight } from "./flight.ts";
import { payloadFindings, permissionFindings } from "./load-and-permission-findings.ts";
import { payloadOf } from "./payload.ts";
import { routeFindings } from "./route-findings.ts";
import { type Schedule, scheduleOf } from "./schedule.ts";

/** Crossings shorter than this are joined to their neighbour and flagged: border data is no better than 2-3 NM. */
const MICRO_CROSSING_NM = 3;

/**
 * All consequences of a flight: legs, corridor, crossings, overflights, payload, requirements, findings and status.
 * Pure and quick enough for every frame of a drag. Throws nothing on a valid flight; with fewer than two waypoints
 * the lists are empty and a finding says so.
 */
export function assess(flight: Flight, reference: Reference, now: Zulu): Assessment {
  const aircraft = reference.aircraft.find(({ id }) => id === flight.aircraftId) ?? null;
  const path = pathOf(flight.waypoints.map(({ position }) => position));
  const index = airspaceIndexOf(reference.airspaces);
  const schedule = scheduleOf(flight, path);
  const standsNm = landings(flight, schedule);
  const visits =
    flight.waypoints.length < 2 ? [] : mergeMicroVisits(firVisits(path, index), MICRO_CROSSING_NM, standsNm);
  const crossings = crossingsFrom(visits, schedule);
  const overflights = overflightsOf(crossings, standsNm);
  const crossed = new Set(crossings.flatMap(({ fir, merged }) => [fir, ...merged.map((clip) => clip.fir)]));
  const touches = corridorTouches(path, flight.corridorHalfWidthNm, index, crossed);
  const { sectors, payload } = payloadOf(flight, aircraft, schedule.sectors);
  const requirements = requirementsOf(flight, overflights, now);
  const state = (code: string) => reference.states.find((candidate) => candidate.code === code)?.name ?? code;
  return {
    route: {
      totalDistanceNm: path.totalNm,
      airborneMinutes: sectors.reduce<number | null>(
        (sum, { eetMinutes }) => (sum === null || eetMinutes === null ? null : sum + eetMinutes),
        0,
      ),
      landingAt: sectors.length === 0 ? flight.offBlockAt : (sectors.at(-1)?.landingAt ?? null),
    },
    sectors,
    legs: schedule.legs,
    corridor: corridorOf(path, flight.corridorHalfWidthNm),
    crossings,
    overflights,
    payload,
    requirements,
    findings: [
      ...permissionFindings(requirements, state),
      ...payloadFindings(flight, aircraft, payload, sectors, schedule.legs),
      ...airspaceFindings(flight, crossings, touches, requirements, state),
      ...routeFindings(flight, aircraft, schedule.legs, now),
    ].sort((a, b) => RANK[a.severity] - RANK[b.severity]),
    status: statusOf(requirements),
  };
}

const RANK = { error: 0, warning: 1, info: 2 };

function crossingsFrom(visits: readonly MergedVisit[], schedule: Schedule): Crossing[] {
  const point = (position: Position, distanceNm: number, departing: boolean): RoutePoint => ({
    lat: position.lat,
    lon: position.lon,
    distanceNm,
    at: schedule.timeAt(distanceNm, departing),
  });
  return visits.map((visit, index) => ({
    index,
    fir: visit.airspace?.ident ?? "",
    name: visit.airspace?.name ?? "No FIR data",
    state: visit.airspace?.state ?? "",
    entry: point(visit.entry, visit.fromNm, index === 0),
    exit: point(visit.exit, visit.toNm, false),
    distanceNm: visit.toNm - visit.fromNm,
    merged: visit.merged
      .filter(({ airspace }) => airspace?.ident !== visit.airspace?.ident)
      .map((clip) => ({
        fir: clip.airspace?.ident ?? "",
        state: clip.airspace?.state ?? "",
        distanceNm: clip.toNm - clip.fromNm,
        at: point(clip.entry, clip.fromNm, false),
      })),
  }));
}

/** Distances along the route where the aircraft stands: start, stops and end. */
function landings(flight: Flight, schedule: Schedule): number[] {
  if (flight.waypoints.length < 2) return [];
  let distanceNm = 0;
  return [0, ...schedule.sectors.map((sector) => (distanceNm += sector.distanceNm))];
}
