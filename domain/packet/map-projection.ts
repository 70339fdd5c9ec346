import type { Position } from "../geo/position.ts";

/** A place on the paper in points, y downward. */
export type Point = [x: number, y: number];

export type Frame = { width: number; height: number };

/** A map projection fitted to a frame. */
export type Projection = {
  point(lon: number, lat: number): Point;
  position(point: Point): Position;
  /** Points on the paper for one NM at the middle of the map. */
  pointsPerNm: number;
  middle: Position;
};

const DEGREE = Math.PI / 180;
const RADIUS_NM = 3440.065;
/** Points farther round the Earth than this are drawn in at this distance, so that nothing runs to infinity. */
const FARTHEST_COSINE = -0.5;
/** A route shorter than this is not blown up any further. */
const LEAST_EXTENT_NM = 60;

/**
 * The stereographic projection (Snyder, Map Projections: A Working Manual, 1987, p. 157, on the sphere) about the
 * middle of the points, north up there: conformal, so that the scale at a place is the same in every direction.
 * The points fill the frame but for a margin.
 */
export function fittedProjection(points: readonly Position[], frame: Frame, marginPt: number): Projection {
  const middle = meanOf(points);
  const raw = stereographic(middle);
  const projected = points.map(({ lon, lat }) => raw.forward(lon, lat));
  const xs = projected.map(([x]) => x);
  const ys = projected.map(([, y]) => y);
  const box = { west: least(xs), east: most(xs), south: least(ys), north: most(ys) };
  const extent = (size: number) => Math.max(size, LEAST_EXTENT_NM / RADIUS_NM);
  const scale = Math.min(
    (frame.width - 2 * marginPt) / extent(box.east - box.west),
    (frame.height - 2 * marginPt) / extent(box.north - box.south),
  );
  const x0 = (box.west + box.east) / 2;
  const y0 = (box.south + box.north) / 2;
  return {
    point(lon, lat) {
      const [x, y] = raw.forward(lon, lat);
      return [frame.width / 2 + (x - x0) * scale, frame.height / 2 - (y - y0) * scale];
    },
    position([x, y]) {
      return raw.inverse([(x - frame.width / 2) / scale + x0, (frame.height / 2 - y) / scale + y0]);
    },
    pointsPerNm: scale / RADIUS_NM,
    middle,
  };
}

function stereographic(middle: Position) {
  const sin0 = Math.sin(middle.lat * DEGREE);
  const cos0 = Math.cos(middle.lat * DEGREE);
  return {
    forward(lon: number, lat: number): Point {
      const sin = Math.sin(lat * DEGREE);
      const cos = Math.cos(lat * DEGREE);
      const dLon = (lon - middle.lon) * DEGREE;
      const cosine = sin0 * sin + cos0 * cos * Math.cos(dLon);
      const k = 2 / (1 + Math.max(FARTHEST_COSINE, cosine));
      return [k * cos * Math.sin(dLon), k * (cos0 * sin - sin0 * cos * Math.cos(dLon))];
    },
    inverse([x, y]: Point): Position {
      const rho = Math.hypot(x, y);
      if (rho === 0) return middle;
      const c = 2 * Math.atan(rho / 2);
      const lat = Math.asin(Math.cos(c) * sin0 + (y * Math.sin(c) * cos0) / rho) / DEGREE;
      const dLon = Math.atan2(x * Math.sin(c), rho * cos0 * Math.cos(c) - y * sin0 * Math.sin(c)) / DEGREE;
      return { lat, lon: ((((middle.lon + dLon + 180) % 360) + 360) % 360) - 180 };
    },
  };
}

/** Middle of the points on the sphere; points that balance out have the first one for it. */
function meanOf(points: readonly Position[]): Position {
  let [x, y, z] = [0, 0, 0];
  for (const { lat, lon } of points) {
    x += Math.cos(lat * DEGREE) * Math.cos(lon * DEGREE);
    y += Math.cos(lat * DEGREE) * Math.sin(lon * DEGREE);
    z += Math.sin(lat * DEGREE);
  }
  const [first] = points;
  if (first !== undefined && Math.hypot(x, y, z) < 1e-6 * points.length) return first;
  return { lat: Math.atan2(z, Math.hypot(x, y)) / DEGREE, lon: Math.atan2(y, x) / DEGREE };
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
