import { LocalPlane } from "../geo/ellipsoid.ts";
import { courseAndDistance, type GeodesicLine } from "../geo/geodesic.ts";
import { type Path, positionAlong } from "../geo/path.ts";
import type { Position } from "../geo/position.ts";
import { METRES_PER_NM } from "../units.ts";
import type { Airspace } from "./airspace.ts";
import type { AirspaceIndex } from "./airspace-index.ts";
import { type BorderPieces, borderPiecesOf } from "./border-pieces.ts";
import { type Approach, approachOf } from "./piece-approach.ts";

/** A FIR that the line does not cross, but that reaches into the corridor. */
export type CorridorTouch = {
  airspace: Airspace;
  /** Least distance from the line to the FIR. */
  nearestNm: number;
  /** The point of the FIR's limit that is nearest. */
  nearest: Position;
  /** Where along the path it is nearest. */
  atNm: number;
  /** First and last place of the path that lies within the half-width of the FIR. */
  fromNm: number;
  toNm: number;
};

/** Stretches nearer to each other than this are one touch; longer than any chord, which gives one stretch each. */
const JOINED_NM = 30;

type Stretch = { fromNm: number; toNm: number; nearestM: number; atNm: number; nearest: Position };

/**
 * FIRs whose ident is not in `crossed` and whose limit lies nearer to the path than the half-width, in flight
 * order. A FIR appears again where the path comes back to it after more than 30 NM. Distances
 * are true to 2 m at 50 NM: every chord is measured in a plane of its own (azimuthal equidistant), where limits
 * are straight over pieces of 5 km.
 */
export function corridorTouches(
  path: Path,
  halfWidthNm: number,
  index: AirspaceIndex,
  crossed: ReadonlySet<string>,
): CorridorTouch[] {
  const boxes = path.lines.map(boxOf);
  const others = index.firs.filter((fir) => !crossed.has(fir.airspace.ident));
  const touches: CorridorTouch[] = [];
  for (const { airspace } of others) {
    const stretches = stretchesNear(path, boxes, halfWidthNm, borderPiecesOf(airspace));
    for (const stretch of joined(stretches)) touches.push(touchOf(path, airspace, stretch));
  }
  return touches.sort((a, b) => a.fromNm - b.fromNm || a.atNm - b.atNm);
}

function stretchesNear(
  path: Path,
  boxes: readonly Box[],
  halfWidthNm: number,
  pieces: BorderPieces,
): Stretch[] {
  const found: Stretch[] = [];
  const high = halfWidthNm / 59;
  path.lines.forEach((line, number) => {
    const box = boxes[number];
    if (box === undefined || box.south - high > pieces.north || box.north + high < pieces.south) return;
    const { lat, lon } = line.chords();
    const turns = turnsInto(pieces, box, eastward(high, box.south, box.north));
    if (turns.length === 0) return;
    for (let i = 1; i < lat.length; i++) {
      const lat0 = lat[i - 1] ?? 0;
      const lat1 = lat[i] ?? 0;
      const south = Math.min(lat0, lat1) - high;
      const north = Math.max(lat0, lat1) + high;
      if (south > pieces.north || north < pieces.south) continue;
      const wide = eastward(high, lat0, lat1);
      for (const turn of turns) {
        const west = Math.min(lon[i - 1] ?? 0, lon[i] ?? 0) + turn - wide;
        const east = Math.max(lon[i - 1] ?? 0, lon[i] ?? 0) + turn + wide;
        if (west > pieces.east || east < pieces.west) continue;
        const stretch = measure(line, i, halfWidthNm, pieces, { west, south, east, north });
        if (stretch === null) continue;
        const startNm = path.startNm[number] ?? 0;
        stretch.fromNm += startNm;
        stretch.toNm += startNm;
        stretch.atNm += startNm;
        found.push(stretch);
      }
    }
  });
  return found;
}

/** The part of chord `i` within the half-width of the limit, counted from the start of its line. */
function measure(
  line: GeodesicLine,
  i: number,
  halfWidthNm: number,
  pieces: BorderPieces,
  box: { west: number; south: number; east: number; north: number },
): Stretch | null {
  const { alongM } = line.chords();
  const start = alongM[i - 1] ?? 0;
  const half = ((alongM[i] ?? 0) - start) / 2;
  const reach = halfWidthNm * METRES_PER_NM;
  let plane: LocalPlane | null = null;
  const best: Approach = { distance: Infinity, along: 0, share: 0, from: Infinity, to: -Infinity };
  let nearest = -1;
  for (const block of pieces.blocks) {
    if (block.west > box.east || block.east < box.west) continue;
    if (block.south > box.north || block.north < box.south) continue;
    if (plane === null) {
      plane = new LocalPlane();
      const middle = line.track(start + half);
      plane.moveTo(middle.lat, middle.lon, middle.courseDeg);
    }
    plane.project(pieces.earthCentred, block.first * 3);
    for (let point = block.first; point < block.last; point++) {
      const { along, across } = plane;
      plane.project(pieces.earthCentred, (point + 1) * 3);
      const before = best.distance;
      approachOf(along, across, plane.along, plane.across, half, reach, best);
      if (best.distance < before) nearest = point;
    }
  }
  if (nearest < 0) return null;
  const nm = (along: number) => (start + half + along) / METRES_PER_NM;
  return {
    fromNm: nm(best.from),
    toNm: nm(best.to),
    atNm: nm(best.along),
    nearestM: best.distance,
    nearest: pointOf(pieces.lonLat, nearest, best.share),
  };
}

function pointOf(lonLat: Float64Array, point: number, share: number): Position {
  const [lon0 = 0, lat0 = 0, lon1 = 0, lat1 = 0] = lonLat.subarray(point * 2, point * 2 + 4);
  return { lat: lat0 + share * (lat1 - lat0), lon: lon0 + share * (lon1 - lon0) };
}

/** Stretches in flight order; near ones become one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => a.fromNm - b.fromNm)) {
    const last = result[result.length - 1];
    if (last === undefined || next.fromNm - last.toNm > JOINED_NM) {
      result.push({ ...next });
      continue;
    }
    last.toNm = Math.max(last.toNm, next.toNm);
    if (next.nearestM < last.nearestM) {
      last.nearestM = next.nearestM;
      last.nearest = next.nearest;
      last.atNm = next.atNm;
    }
  }
  return result;
}

function touchOf(path: Path, airspace: Airspace, stretch: Stretch): CorridorTouch {
  const { fromNm, toNm, atNm, nearest } = stretch;
  const nearestNm = courseAndDistance(positionAlong(path, atNm), nearest).distanceNm;
  return { airspace, nearestNm, nearest, atNm, fromNm, toNm };
}

type Box = { west: number; south: number; east: number; north: number };

function boxOf(line: GeodesicLine): Box {
  const { lat, lon } = line.chords();
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let i = 0; i < lat.length; i++) {
    box.west = Math.min(box.west, lon[i] ?? Infinity);
    box.east = Math.max(box.east, lon[i] ?? -Infinity);
    box.south = Math.min(box.south, lat[i] ?? Infinity);
    box.north = Math.max(box.north, lat[i] ?? -Infinity);
  }
  return box;
}

/** Degrees of longitude as wide as `high` degrees of latitude wherever the latitude lies between two others, or as near. */
function eastward(high: number, lat0: number, lat1: number): number {
  const furthest = Math.max(Math.abs(lat0), Math.abs(lat1)) + high;
  return high / Math.cos((Math.min(89, furthest) * Math.PI) / 180);
}

/** Whole turns that bring a line that runs on across the antimeridian onto the data. */
function turnsInto(pieces: BorderPieces, { west, east }: Box, wide: number): number[] {
  return [-720, -360, 0, 360, 720].filter(
    (turn) => east + turn + wide >= pieces.west && west + turn - wide <= pieces.east,
  );
}
