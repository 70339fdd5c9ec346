import type { FeatureCollection } from "geojson";
import type { Airspace } from "#domain/airspace/airspace.ts";

/** Outlines of the FIRs. */
export function firLimits(airspaces: readonly Airspace[]): FeatureCollection {
  const firs = airspaces.filter(({ kind }) => kind === "fir");
  const geometry = { type: "MultiLineString" as const, coordinates: sharedLines(firs) };
  return { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry }] };
}

/** The limits as lines, each edge once: neighbours share theirs to the last bit, and twice would be twice as dark. */
function sharedLines(firs: readonly Airspace[]): number[][][] {
  const seen = new Set<string>();
  const lines: number[][][] = [];
  for (const ring of firs.flatMap(({ polygons }) => polygons.flat())) {
    let line: number[][] = [];
    for (const [index, [lon, lat]] of ring.entries()) {
      const before = ring[index - 1];
      if (before === undefined) continue;
      const ends = [`${before[0]} ${before[1]}`, `${lon} ${lat}`].sort().join(" ");
      if (seen.has(ends)) {
        if (line.length > 1) lines.push(line);
        line = [];
        continue;
      }
      seen.add(ends);
      if (line.length === 0) line.push([before[0], before[1]]);
      line.push([lon, lat]);
    }
    if (line.length > 1) lines.push(line);
  }
  return lines;
}
