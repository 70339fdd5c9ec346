/** Rings of `[longitude, latitude]`: outer ring first, then holes, every ring closed. */
export type PolygonRings = ReadonlyArray<ReadonlyArray<readonly [number, number]>>;

/** Edges straight in the longitude/latitude plane, sorted into bands of latitude for point tests. */
export type BandedEdges = {
  west: number;
  south: number;
  east: number;
  north: number;
  /** x1, y1, x2, y2 of each edge with y1 <= y2, so that neighbours that share an edge compute the same. */
  edges: Float64Array;
  bandHeight: number;
  /** Edges of band b: `bandEdges[bandStart[b]] .. bandEdges[bandStart[b + 1] - 1]`. */
  bandStart: Int32Array;
  bandEdges: Int32Array;
};

const EDGES_PER_BAND = 3;

/** Prepares polygons for `contains`. */
export function bandedEdges(polygons: readonly PolygonRings[]): BandedEdges {
  const edges = risingEdges(polygons);
  const box = boxOf(edges);
  const count = edges.length / 4;
  const bands = Math.min(4096, Math.max(1, Math.ceil(count / EDGES_PER_BAND)));
  const bandHeight = (box.north - box.south) / bands || 1;
  const first = new Int32Array(count);
  const last = new Int32Array(count);
  const bandStart = new Int32Array(bands + 1);
  for (let edge = 0; edge < count; edge++) {
    first[edge] = bandOf((edges[edge * 4 + 1] ?? 0) - box.south, bandHeight, bands);
    last[edge] = bandOf((edges[edge * 4 + 3] ?? 0) - box.south, bandHeight, bands);
    for (let band = first[edge] ?? 0; band <= (last[edge] ?? 0); band++) {
      bandStart[band + 1] = (bandStart[band + 1] ?? 0) + 1;
    }
  }
  for (let band = 0; band < bands; band++) {
    bandStart[band + 1] = (bandStart[band + 1] ?? 0) + (bandStart[band] ?? 0);
  }
  const next = bandStart.slice();
  const bandEdges = new Int32Array(bandStart[bands] ?? 0);
  for (let edge = 0; edge < count; edge++) {
    for (let band = first[edge] ?? 0; band <= (last[edge] ?? 0); band++) {
      const slot = next[band] ?? 0;
      bandEdges[slot] = edge;
      next[band] = slot + 1;
    }
  }
  return { ...box, edges, bandHeight, bandStart, bandEdges };
}

/**
 * Whether the point lies inside (even-odd rule, holes out). A point on an edge belongs to one side only: in a
 * coverage whose neighbours share their edges to the last bit, every point has exactly one owner.
 */
export function contains(area: BandedEdges, lon: number, lat: number): boolean {
  if (lat < area.south || lat > area.north || lon < area.west || lon > area.east) return false;
  const { edges, bandStart, bandEdges } = area;
  const band = bandOf(lat - area.south, area.bandHeight, bandStart.length - 1);
  const end = bandStart[band + 1] ?? 0;
  let inside = false;
  for (let slot = bandStart[band] ?? 0; slot < end; slot++) {
    const at = (bandEdges[slot] ?? 0) * 4;
    const y1 = edges[at + 1] ?? 0;
    const y2 = edges[at + 3] ?? 0;
    if (lat < y1 || lat >= y2) continue;
    const x1 = edges[at] ?? 0;
    const x2 = edges[at + 2] ?? 0;
    if (lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** Twice the signed area of a closed ring in square degrees, positive when it runs counter-clockwise. */
export function signedAreaOf(ring: ReadonlyArray<readonly [number, number]>): number {
  let sum = 0;
  let previous = ring[ring.length - 1];
  const origin = previous;
  for (const point of ring) {
    if (previous !== undefined && origin !== undefined) {
      sum +=
        (previous[0] - origin[0]) * (point[1] - origin[1]) -
        (point[0] - origin[0]) * (previous[1] - origin[1]);
    }
    previous = point;
  }
  return sum;
}

/**
 * Whether no two edges of a closed ring meet, save neighbours at their common point. A sweep along the longer
 * side of the ring: only edges whose stretches overlap are compared.
 */
export function isSimple(ring: ReadonlyArray<readonly [number, number]>): boolean {
  const count = ring.length - 1;
  const x = Float64Array.from(ring, (point) => point[0]);
  const y = Float64Array.from(ring, (point) => point[1]);
  const wide = extentOf(x) > extentOf(y);
  const [long, short] = wide ? [x, y] : [y, x];
  const low = new Float64Array(count);
  const high = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    low[i] = Math.min(long[i] ?? 0, long[i + 1] ?? 0);
    high[i] = Math.max(long[i] ?? 0, long[i + 1] ?? 0);
  }
  const order = Int32Array.from(low.keys()).sort((a, b) => (low[a] ?? 0) - (low[b] ?? 0));
  let active: number[] = [];
  for (const edge of order) {
    const from = low[edge] ?? 0;
    active = active.filter((other) => (high[other] ?? 0) >= from);
    for (const other of active) {
      const apart = Math.abs(edge - other);
      if (apart === 1 || apart === count - 1) continue;
      if (meet(long, short, edge, other)) return false;
    }
    active.push(edge);
  }
  return true;
}

function extentOf(values: Float64Array): number {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
}

/** Whether edges i and j of the ring have a point in common. */
function meet(x: Float64Array, y: Float64Array, i: number, j: number): boolean {
  const [ax = 0, bx = 0, cx = 0, dx = 0] = [x[i], x[i + 1], x[j], x[j + 1]];
  const [ay = 0, by = 0, cy = 0, dy = 0] = [y[i], y[i + 1], y[j], y[j + 1]];
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false;
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return false;
  const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return false;
  const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  return !((a > 0 && b > 0) || (a < 0 && b < 0));
}

function risingEdges(polygons: readonly PolygonRings[]): Float64Array {
  const flat: number[] = [];
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const a = ring[i - 1];
      const b = ring[i];
      if (a === undefined || b === undefined || (a[0] === b[0] && a[1] === b[1])) continue;
      if (a[1] < b[1] || (a[1] === b[1] && a[0] < b[0])) flat.push(a[0], a[1], b[0], b[1]);
      else flat.push(b[0], b[1], a[0], a[1]);
    }
  }
  return Float64Array.from(flat);
}

function boxOf(edges: Float64Array): { west: number; south: number; east: number; north: number } {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let at = 0; at < edges.length; at += 2) {
    const lon = edges[at] ?? 0;
    const lat = edges[at + 1] ?? 0;
    if (lon < box.west) box.west = lon;
    if (lon > box.east) box.east = lon;
    if (lat < box.south) box.south = lat;
    if (lat > box.north) box.north = lat;
  }
  return box;
}

function bandOf(above: number, height: number, bands: number): number {
  const band = Math.floor(above / height);
  return band < 0 ? 0 : band >= bands ? bands - 1 : band;
}
