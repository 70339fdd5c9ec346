import type { GeodesicLine } from "./geodesic.ts";

/**
 * A geodesic as points so close that the straight line between two of them in the longitude/latitude plane
 * stays within about `CHORD_DEPARTURE_M` of it. All arrays have the same length; the longitude runs on across the antimeridian.
 */
export type Chords = {
  /** Metres from the start of the line. */
  alongM: Float64Array;
  lat: Float64Array;
  lon: Float64Array;
  /** True course of the line, -180..180. */
  courseDeg: Float64Array;
};

/** Mean radius of the Earth in metres (IUGG R1). */
const RADIUS_M = 6_371_008.8;
const DEGREE = Math.PI / 180;
/** Coarse on purpose: what looks at borders halves the chords that come near one (border-hits.ts). */
export const CHORD_DEPARTURE_M = 25;
const LONGEST_M = 50_000;
const SHORTEST_M = 1_000;

/**
 * Bound in metres of how far a geodesic of this length departs from its chord in the longitude/latitude plane.
 * A parallel curves by tan(latitude)/R against the geodesic, which gives length^2 tan(latitude) / 8R; the
 * factor 2 covers slanting lines, where the scale of longitude changes along the chord.
 */
export function departureM(lengthM: number, latitudeDeg: number): number {
  return (lengthM * lengthM * steepness(latitudeDeg, lengthM)) / (4 * RADIUS_M);
}

/** Cuts the line; the last point is the end of the line. A line without length gives two equal points. */
export function chordsOf(line: GeodesicLine, distanceM: number): Chords {
  const first = line.track(0);
  const alongM = [0];
  const lat = [first.lat];
  const lon = [first.lon];
  const courseDeg = [first.courseDeg];
  let done = 0;
  let latitude = first.lat;
  do {
    done = nextStop(done, latitude, distanceM);
    const point = line.track(done);
    latitude = point.lat;
    alongM.push(done);
    lat.push(point.lat);
    lon.push(point.lon);
    courseDeg.push(point.courseDeg);
  } while (done < distanceM);
  return {
    alongM: Float64Array.from(alongM),
    lat: Float64Array.from(lat),
    lon: Float64Array.from(lon),
    courseDeg: Float64Array.from(courseDeg),
  };
}

function nextStop(done: number, latitude: number, distanceM: number): number {
  const wanted = Math.sqrt((8 * RADIUS_M * CHORD_DEPARTURE_M) / steepness(latitude, LONGEST_M));
  const step = Math.min(LONGEST_M, Math.max(SHORTEST_M, wanted));
  const left = distanceM - done;
  if (left <= step) return distanceM;
  return done + (left < 2 * step ? left / 2 : step);
}

/** tan of the highest latitude that a chord of this length from here can reach, cut off near the poles. */
function steepness(latitudeDeg: number, lengthM: number): number {
  const highest = Math.abs(latitudeDeg) + lengthM / RADIUS_M / DEGREE;
  return Math.tan(Math.min(89.9, highest) * DEGREE);
}
