import type { Airspace } from "#domain/airspace/airspace.ts";
import type { Provenance } from "#domain/provenance.ts";
import { alongBorder, borderLines, type Point } from "./border-lines.ts";
import { field, readCsv } from "./csv.ts";
import { readData } from "./files.ts";
import { doubleArea, type Face, facesOf, holds, noded, segmentKey, segmentsOf } from "./planar.ts";

export const airspacesProvenance: Provenance = {
  source:
    "Limits between FIRs as published coordinates (EUROCONTROL Network Manager, AIRAC 2412, 28 Nov 2024), along land borders the Natural Earth 1:10m borders (npm world-atlas 2.0.2)",
  licence: "Coordinates of published limits are facts, credit EUROCONTROL; Natural Earth is public domain",
  date: "2024-11-28",
  checked:
    "A coverage without gaps or overlaps (tested). Compared on 24 Nov 2026 with the Network Manager volumes of AIRAC 2412, intersection over union: Ankara 0.997, Istanbul 0.998, the Kazakh FIRs at least 0.994, Baku 0.987, Tbilisi 0.980, Chisinau 0.967, Yerevan 0.957 (least); areas within 1.2 per cent",
  accuracy:
    "2 to 3 NM along land borders (up to 6 NM around Tehran FIR), 0.1 NM along published coordinates. Tyumen FIR ends at 66N in this data. Planning display, not clearance data: check with the AIP",
  status: "derived",
};

/** Grid of all coordinates in degrees, some 10 m. */
const GRID_DEG = 0.0001;
/** How near a border line must pass to the point on the way of a border piece. */
const BORDER_WITHIN_DEG = 0.01;

/** The FIRs as polygons: a coverage in which neighbours share every vertex of their common limit. */
export function airspacesOf(): Airspace[] {
  const firs = readCsv(readData("airspaces/source/firs.csv"));
  const faces = facesOf(noded(limits(), GRID_DEG));
  const owners = merged(
    faces,
    faces.map((face) => ownerOf(face, firs)),
  );
  const idents = [...new Set(firs.map((row) => field(row, "icao")))].sort();
  return idents.map((ident) => {
    const row = firs.find((candidate) => field(candidate, "icao") === ident);
    if (row === undefined) throw new Error(`${ident} has no row`);
    const inside = { x: Number(field(row, "inside_lon")), y: Number(field(row, "inside_lat")) };
    return {
      kind: "fir" as const,
      ident,
      alias: field(row, "alias"),
      name: field(row, "name"),
      state: field(row, "state"),
      upperRegion: field(row, "upper_region"),
      clipped: field(row, "clipped") === "True",
      label: [inside.x, inside.y] as [number, number],
      polygons: outlines(faces.filter((_, number) => owners[number] === ident)),
    };
  });
}

/** Every limit as one line: published coordinates as they are, border pieces along the border. */
function limits(): Point[][] {
  const borders = borderLines();
  const arcs = new Map<string, Map<string, Record<string, string>[]>>();
  for (const row of readCsv(readData("airspaces/source/fir-arcs.csv"))) {
    const arc = arcs.get(field(row, "arc")) ?? new Map<string, Record<string, string>[]>();
    arcs.set(field(row, "arc"), arc);
    arc.set(field(row, "piece"), [...(arc.get(field(row, "piece")) ?? []), row]);
  }
  return [...arcs.values()].map((pieces) => {
    const line: Point[] = [];
    for (const rows of pieces.values()) {
      const points = rows.map((row): Point => [Number(field(row, "lon")), Number(field(row, "lat"))]);
      const [from, via, to] = points;
      const border =
        field(rows[0] ?? {}, "kind") === "border" &&
        from !== undefined &&
        via !== undefined &&
        to !== undefined
          ? // The ends stay where the published limits meet; where no line passes, they are joined.
            [from, ...(alongBorder(borders, [from, via, to], BORDER_WITHIN_DEG) ?? []), to]
          : points;
      line.push(...border);
    }
    return line;
  });
}

function ownerOf(face: Face, firs: readonly Record<string, string>[]): string | null {
  const inside = firs.filter((row) =>
    holds(face, [Number(field(row, "inside_lon")), Number(field(row, "inside_lat"))]),
  );
  const idents = new Set(inside.map((row) => field(row, "icao")));
  if (idents.size > 1) throw new Error(`one face holds ${[...idents].join(" and ")}`);
  return [...idents][0] ?? null;
}

/** Gives each sliver to the neighbour with which it shares the longest limit, the largest slivers last. */
function merged(faces: readonly Face[], owners: (string | null)[]): (string | null)[] {
  const beside = new Map<string, number[]>();
  for (const [number, face] of faces.entries()) {
    for (const [a, b] of segmentsOf(face)) {
      const key = segmentKey(a, b);
      beside.set(key, [...(beside.get(key) ?? []), number]);
    }
  }
  for (let pass = 0; owners.includes(null) && pass < 20; pass++) {
    for (const [number, face] of faces.entries()) {
      if (owners[number] !== null) continue;
      const lengths = new Map<string, number>();
      for (const [a, b] of segmentsOf(face)) {
        for (const other of beside.get(segmentKey(a, b)) ?? []) {
          const owner = owners[other] ?? null;
          if (owner === null) continue;
          lengths.set(owner, (lengths.get(owner) ?? 0) + Math.hypot(a[0] - b[0], a[1] - b[1]));
        }
      }
      const [best] = [...lengths].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      if (best !== undefined) owners[number] = best[0];
    }
  }
  // What is left touches no FIR: loops of borders beyond the edge of the data.
  return owners;
}

/** The polygons around faces of one owner, all vertices kept: segments that only one of the faces has. */
function outlines(faces: readonly Face[]): [number, number][][][] {
  const segments = new Map<string, [Point, Point]>();
  for (const [a, b] of faces.flatMap(segmentsOf)) {
    const key = segmentKey(a, b);
    if (segments.has(key)) segments.delete(key);
    else segments.set(key, [a, b]);
  }
  const inside = (polygon: Face) => faces.some((face) => holds(face, pointIn(polygon)));
  return facesOf(segments.values())
    .filter(inside)
    .map((polygon) =>
      polygon.map((ring, number) => (doubleArea(ring) > 0 === (number === 0) ? ring : ring.toReversed())),
    )
    .sort((a, b) => Math.abs(doubleArea(b[0] ?? [])) - Math.abs(doubleArea(a[0] ?? [])));
}

/** A point inside a polygon: the middle of the widest stretch of a parallel through it. */
function pointIn(polygon: Face): Point {
  const latitudes = (polygon[0] ?? []).map(([, y]) => y).sort((a, b) => a - b);
  for (const share of [0.5, 0.37, 0.61, 0.23, 0.79]) {
    const low = latitudes[Math.floor(share * (latitudes.length - 1))] ?? 0;
    const y = low + 0.37 * ((latitudes.find((each) => each > low) ?? low) - low);
    const meets = segmentsOf(polygon)
      .filter(([[, y0], [, y1]]) => y0 > y !== y1 > y)
      .map(([[x0, y0], [x1, y1]]) => x0 + ((y - y0) / (y1 - y0)) * (x1 - x0))
      .sort((a, b) => a - b);
    let best: Point | null = null;
    let width = 0;
    for (let at = 0; at + 1 < meets.length; at += 2) {
      const [west = 0, east = 0] = [meets[at], meets[at + 1]];
      if (east - west > width) [best, width] = [[(west + east) / 2, y], east - west];
    }
    if (best !== null && holds(polygon, best)) return best;
  }
  throw new Error("no point found inside a polygon");
}
