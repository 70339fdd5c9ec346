/** `[longitude, latitude]` in degrees. */
export type LonLat = [number, number];

/**
 * A line whose longitudes may run on past ±180, cut there into lines within -180..180 (RFC 7946, section 3.1.9).
 * Pieces are straight in the longitude/latitude plane.
 */
export function cutLine(points: readonly LonLat[]): LonLat[][] {
  const lines: LonLat[][] = [];
  let line: LonLat[] = [];
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    line.push(inTurn(point, turnOf(point, next ?? points[index - 1])));
    if (next === undefined) break;
    const from = turnOf(point, next);
    const to = turnOf(next, point);
    if (from === to) continue;
    const cut = to > from ? 180 + 360 * from : -180 + 360 * from;
    const lat = point[1] + ((next[1] - point[1]) * (cut - point[0])) / (next[0] - point[0]);
    const side = to > from ? 180 : -180;
    line.push([side, lat]);
    lines.push(line);
    line = [[-side, lat]];
  }
  return [...lines, line].filter((each) => each.length > 1);
}

/** A polygon (outer ring first) whose longitudes may run on past ±180, as polygons within -180..180. */
export function cutPolygon(rings: readonly LonLat[][]): LonLat[][][] {
  const longitudes = rings.flatMap((ring) => ring.map(([lon]) => lon));
  const first = Math.ceil((Math.min(...longitudes) - 180) / 360);
  const last = Math.floor((Math.max(...longitudes) + 180) / 360);
  if (first === 0 && last === 0) return [rings.map((ring) => [...ring])];
  const polygons: LonLat[][][] = [];
  for (let turn = first; turn <= last; turn++) {
    const [west, east] = [-180 + 360 * turn, 180 + 360 * turn];
    const cut = rings
      .map((ring) => keep(keep(ring, west, 1), east, -1))
      .filter((ring) => ring.length > 3)
      .map((ring) => ring.map(([lon, lat]): LonLat => [lon - 360 * turn, lat]));
    if (cut.length > 0) polygons.push(cut);
  }
  return polygons;
}

/** How many times round the Earth a point is, seen from its neighbour where it lies on the line itself. */
function turnOf([lon]: LonLat, neighbour: LonLat | undefined): number {
  if (Math.abs(lon) % 360 !== 180 || neighbour === undefined) return Math.round(lon / 360);
  return Math.round((lon + Math.sign(neighbour[0] - lon) * 0.5) / 360);
}

function inTurn([lon, lat]: LonLat, turn: number): LonLat {
  return [lon - 360 * turn, lat];
}

/** The part of a closed ring on one side of a meridian (Sutherland and Hodgman 1974). */
function keep(ring: readonly LonLat[], meridian: number, side: 1 | -1): LonLat[] {
  const inside = ([lon]: LonLat) => (lon - meridian) * side >= 0;
  const kept: LonLat[] = [];
  for (const [index, to] of ring.entries()) {
    if (index === 0) continue;
    const from = ring[index - 1];
    if (from === undefined) continue;
    if (inside(from) !== inside(to)) {
      const lat = from[1] + ((to[1] - from[1]) * (meridian - from[0])) / (to[0] - from[0]);
      kept.push([meridian, lat]);
    }
    if (inside(to)) kept.push(to);
  }
  const [first] = kept;
  return first === undefined ? [] : [...kept, first];
}
