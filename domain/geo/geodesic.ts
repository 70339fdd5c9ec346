import geographicLib from "geographiclib-geodesic";
import { METRES_PER_NM } from "../units.ts";
import { type Chords, chordsOf } from "./chords.ts";
import type { Position } from "./position.ts";

const { Geodesic } = geographicLib;
const TRACK = Geodesic.LATITUDE | Geodesic.LONGITUDE | Geodesic.AZIMUTH | Geodesic.LONG_UNROLL;

/** The shortest line between two points on the WGS 84 ellipsoid. */
export type GeodesicLine = {
  start: Position;
  end: Position;
  distanceNm: number;
  /** True course at the start, 0..360 degrees. */
  initialCourseDeg: number;
  /** Point so many NM from the start; distances before the start or past the end give the ends. */
  at(distanceNm: number): Position;
  /** Point and course so many metres from the start, the longitude counted on across the antimeridian. */
  track(distanceM: number): TrackPoint;
  /** The line as chords, computed on first use and kept. */
  chords(): Chords;
};

type TrackPoint = { lat: number; lon: number; courseDeg: number };

/**
 * Distance in NM and true courses in degrees (0..360) of the geodesic from `a` to `b` on WGS 84.
 * Two equal points give 0 NM and courses without meaning. Algorithm: C. F. F. Karney, Algorithms for
 * geodesics, J. Geodesy 87, 43-55 (2013), by GeographicLib; error 15 nanometres.
 */
export function courseAndDistance(
  a: Position,
  b: Position,
): { distanceNm: number; initialCourseDeg: number; finalCourseDeg: number } {
  const solved = Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon);
  return {
    distanceNm: given(solved.s12) / METRES_PER_NM,
    initialCourseDeg: compass(given(solved.azi1)),
    finalCourseDeg: compass(given(solved.azi2)),
  };
}

/** The point reached from `from` on the true course in degrees after the distance in NM, along a geodesic. */
export function destination(from: Position, courseDeg: number, distanceNm: number): Position {
  const solved = Geodesic.WGS84.Direct(from.lat, from.lon, courseDeg, distanceNm * METRES_PER_NM);
  return { lat: given(solved.lat2), lon: given(solved.lon2) };
}

/** The geodesic from `a` to `b`, solved once so that points along it are cheap. */
export function geodesicLine(a: Position, b: Position): GeodesicLine {
  const solved = Geodesic.WGS84.InverseLine(a.lat, a.lon, b.lat, b.lon);
  const distanceM = solved.s13;
  const distanceNm = distanceM / METRES_PER_NM;
  let chords: Chords | null = null;
  const line: GeodesicLine = {
    start: a,
    end: b,
    distanceNm,
    initialCourseDeg: compass(solved.azi1),
    at(alongNm) {
      if (!(alongNm > 0)) return a;
      if (alongNm >= distanceNm) return b;
      const point = solved.Position(alongNm * METRES_PER_NM);
      return { lat: given(point.lat2), lon: given(point.lon2) };
    },
    track(alongM) {
      const point = solved.Position(alongM, TRACK);
      return { lat: given(point.lat2), lon: given(point.lon2), courseDeg: given(point.azi2) };
    },
    chords() {
      chords ??= chordsOf(line, distanceM);
      return chords;
    },
  };
  return line;
}

/** GeographicLib types every result as optional, since what it computes depends on the mask. */
function given(value: number | undefined): number {
  if (value === undefined) throw new Error("GeographicLib left out a value that was asked for");
  return value;
}

function compass(azimuthDeg: number): number {
  const course = azimuthDeg < 0 ? azimuthDeg + 360 : azimuthDeg;
  return course >= 360 || course === 0 ? 0 : course;
}
