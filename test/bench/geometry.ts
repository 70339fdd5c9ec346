import { readFileSync } from "node:fs";
import { lineIntersect, lineString, polygon } from "@turf/turf";
import { type Airspace, airspaceSchema } from "#domain/airspace/airspace.ts";
import { type AirspaceIndex, airspaceIndexOf } from "#domain/airspace/airspace-index.ts";
import { corridorTouches } from "#domain/airspace/corridor-touches.ts";
import { firVisits } from "#domain/airspace/crossings.ts";
import { corridorOf } from "#domain/geo/corridor.ts";
import { type Path, pathOf } from "#domain/geo/path.ts";
import type { Position } from "#domain/geo/position.ts";

/** One figure: `ours` against `peer` in the same run; `ratio` says how many times faster ours is. */
export type BenchFigure = { name: string; ours: number; peer?: number; ratio?: number; unit: string };

const HALF_WIDTH_NM = 5;

/** Geometry of a 50-waypoint route over the shipped FIRs, in milliseconds. */
export async function geometryBench(): Promise<BenchFigure[]> {
  const firs = shippedFirs();
  const started = performance.now();
  const index = airspaceIndexOf(firs);
  const prepared = performance.now() - started;
  const route = routeOf(50);
  const all = () => everything(pathOf(route), index);
  warm(all);
  warm(() => everything(pathOf(hairpinsOf(50)), index));
  const whole = median(timed(300, all));
  const crossings = median(timed(300, () => firVisits(pathOf(route), index)));
  const turf = turfCrossings(pathOf(route), firs);
  warm(turf, 2);
  const peer = median(timed(9, turf));
  const frames = dragFrames(route, index);
  return [
    { name: "crossings, corridor and touches of 50 waypoints, median", ours: whole, unit: "ms" },
    {
      name: "crossings of 50 waypoints against turf's line intersection, median",
      ours: crossings,
      peer,
      ratio: peer / crossings,
      unit: "ms",
    },
    {
      name: "frame of a drag over 50 waypoints, p99 of processor time",
      ours: percentile(frames, 0.99),
      unit: "ms",
    },
    {
      name: "50 waypoints that cross and turn back, median",
      ours: median(timed(100, () => everything(pathOf(hairpinsOf(50)), index))),
      unit: "ms",
    },
    { name: "preparing the FIRs once", ours: prepared, unit: "ms" },
  ];
}

function everything(path: Path, index: AirspaceIndex): void {
  const visits = firVisits(path, index);
  const crossed = new Set(visits.map((visit) => visit.airspace?.ident ?? ""));
  corridorTouches(path, HALF_WIDTH_NM, index, crossed);
  corridorOf(path, HALF_WIDTH_NM);
}

/**
 * The same crossings with turf: the route as one line against each FIR. Turf has no geodesics, so it gets our
 * chords, and is not timed for making them.
 */
function turfCrossings(path: Path, firs: readonly Airspace[]): () => number {
  const line = lineString(
    path.lines.flatMap((each) => {
      const { lat, lon } = each.chords();
      return Array.from(lat, (y, i) => [lon[i] ?? 0, y]);
    }),
  );
  const areas = firs.flatMap((fir) =>
    fir.polygons.map((rings) => polygon(rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])))),
  );
  return () => areas.reduce((found, area) => found + lineIntersect(line, area).features.length, 0);
}

/**
 * Waypoint 25 goes round in a circle of 60 NM; the other waypoints stay. In processor time, all threads and garbage
 * collection counted: at the 99th percentile wall time measures the neighbours on the machine.
 */
function dragFrames(route: readonly Position[], index: AirspaceIndex): number[] {
  const held = route[25] ?? { lat: 0, lon: 0 };
  return Array.from({ length: 1000 }, (_, frame) => {
    const moved = { lat: held.lat + Math.sin(frame / 20), lon: held.lon + Math.cos(frame / 20) };
    const started = process.cpuUsage();
    everything(pathOf(route.with(25, moved)), index);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
}

/** From Ankara to Astana in long bows, 50 waypoints some 60 NM apart. */
function routeOf(count: number): Position[] {
  return Array.from({ length: count }, (_, i) => {
    const share = i / (count - 1);
    return {
      lat: 40.1 + 10.9 * share + 2.5 * Math.sin(share * 9),
      lon: 33 + 38.5 * share + 0.2 * Math.sin(i * 2.1),
    };
  });
}

/** A search pattern: parallel tracks 6 NM apart with turns of 180 degrees, crossed by one line. */
function hairpinsOf(count: number): Position[] {
  const tracks = Array.from({ length: count - 2 }, (_, i) => ({
    lat: 42 + Math.floor(i / 2) / 10,
    lon: i % 4 === 0 || i % 4 === 3 ? 47 : 49,
  }));
  return [...tracks, { lat: 44, lon: 50 }, { lat: 42, lon: 46.5 }];
}

function warm(run: () => void, times = 100): void {
  for (let i = 0; i < times; i++) run();
}

function timed(times: number, run: () => void): number[] {
  return Array.from({ length: times }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function shippedFirs(): Airspace[] {
  const file = new URL("../../data/airspaces/firs.json", import.meta.url);
  const content: { airspaces: unknown } = JSON.parse(readFileSync(file, "utf8"));
  return airspaceSchema.array().parse(content.airspaces);
}
