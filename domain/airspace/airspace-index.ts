import { type BandedEdges, bandedEdges, contains } from "../geo/polygon.ts";
import type { Position } from "../geo/position.ts";
import type { Airspace } from "./airspace.ts";
import { type EdgeGrid, edgeGridOf } from "./edge-grid.ts";

/** FIRs prepared for questions about points and lines. */
export type AirspaceIndex = {
  firs: readonly IndexedFir[];
  /** Every boundary edge once, though two FIRs share it. */
  grid: EdgeGrid;
};

type IndexedFir = { airspace: Airspace; area: BandedEdges };

const known = new WeakMap<readonly Airspace[], AirspaceIndex>();

/** Index of the airspaces of kind `fir`, built once for each array and kept as long as the array is. */
export function airspaceIndexOf(airspaces: readonly Airspace[]): AirspaceIndex {
  const before = known.get(airspaces);
  if (before !== undefined) return before;
  const firs = airspaces
    .filter((airspace) => airspace.kind === "fir")
    .map((airspace) => ({ airspace, area: bandedEdges(airspace.polygons) }));
  const index = { firs, grid: edgeGridOf(firs.map((fir) => fir.area.edges)) };
  known.set(airspaces, index);
  return index;
}

/**
 * The FIR that holds the point, null where the data has none. A point on a common border belongs to one of
 * the two, always the same.
 */
export function firAt(index: AirspaceIndex, at: Position): Airspace | null {
  for (const fir of index.firs) {
    if (contains(fir.area, at.lon, at.lat)) return fir.airspace;
  }
  return null;
}
