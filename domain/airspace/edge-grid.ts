/** Straight edges of the longitude/latitude plane in square cells, to find those near a chord. */
export type EdgeGrid = {
  west: number;
  south: number;
  east: number;
  north: number;
  cellDeg: number;
  columns: number;
  rows: number;
  /** x1, y1, x2, y2 of each edge, every edge once. */
  edges: Float64Array;
  /** Edges of cell c: `cellEdges[cellStart[c]] .. cellEdges[cellStart[c + 1] - 1]`. */
  cellStart: Int32Array;
  cellEdges: Int32Array;
};

/** About the length of a chord at middle latitudes, so that a chord looks into a handful of cells. */
const CELL_DEG = 0.25;

/** Grid over edges given as x1, y1, x2, y2 in the same order of ends wherever they are repeated. */
export function edgeGridOf(parts: readonly Float64Array[]): EdgeGrid {
  const edges = withoutRepeats(parts);
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let at = 0; at < edges.length; at += 2) {
    west = Math.min(west, edges[at] ?? 0);
    east = Math.max(east, edges[at] ?? 0);
    south = Math.min(south, edges[at + 1] ?? 0);
    north = Math.max(north, edges[at + 1] ?? 0);
  }
  const columns = edges.length === 0 ? 0 : Math.floor((east - west) / CELL_DEG) + 1;
  const rows = edges.length === 0 ? 0 : Math.floor((north - south) / CELL_DEG) + 1;
  const box = { west, south, east, north, cellDeg: CELL_DEG, columns, rows, edges };
  return { ...box, ...cellsOf(box) };
}

/**
 * Numbers of the edges in the cells that touch the box, each once, appended to `found`; `seen` has a place
 * for every edge and holds the number of the question that met it last.
 */
export function edgesInBox(
  grid: EdgeGrid,
  west: number,
  south: number,
  east: number,
  north: number,
  found: number[],
  seen: Int32Array,
  question: number,
): void {
  if (west > grid.east || east < grid.west || south > grid.north || north < grid.south) return;
  const { edges, cellStart, cellEdges, columns } = grid;
  const column1 = Math.min(columns - 1, Math.floor((east - grid.west) / grid.cellDeg));
  const row1 = Math.min(grid.rows - 1, Math.floor((north - grid.south) / grid.cellDeg));
  const column0 = Math.max(0, Math.floor((west - grid.west) / grid.cellDeg));
  for (let row = Math.max(0, Math.floor((south - grid.south) / grid.cellDeg)); row <= row1; row++) {
    const end = cellStart[row * columns + column1 + 1] ?? 0;
    for (let slot = cellStart[row * columns + column0] ?? 0; slot < end; slot++) {
      const edge = cellEdges[slot] ?? 0;
      if (seen[edge] === question) continue;
      seen[edge] = question;
      const at = edge * 4;
      const x1 = edges[at] ?? 0;
      const x2 = edges[at + 2] ?? 0;
      if ((x1 < west && x2 < west) || (x1 > east && x2 > east)) continue;
      if ((edges[at + 3] ?? 0) < south || (edges[at + 1] ?? 0) > north) continue;
      found.push(edge);
    }
  }
}

function withoutRepeats(parts: readonly Float64Array[]): Float64Array {
  const seen = new Set<string>();
  const flat: number[] = [];
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 4) {
      const edge = part.subarray(at, at + 4);
      const key = edge.join();
      if (seen.has(key)) continue;
      seen.add(key);
      flat.push(...edge);
    }
  }
  return Float64Array.from(flat);
}

function cellsOf(box: Omit<EdgeGrid, "cellStart" | "cellEdges">): Pick<EdgeGrid, "cellStart" | "cellEdges"> {
  const cells = box.columns * box.rows;
  const cellStart = new Int32Array(cells + 1);
  eachCell(box, (_, cell) => {
    cellStart[cell + 1] = (cellStart[cell + 1] ?? 0) + 1;
  });
  for (let cell = 0; cell < cells; cell++) {
    cellStart[cell + 1] = (cellStart[cell + 1] ?? 0) + (cellStart[cell] ?? 0);
  }
  const next = cellStart.slice();
  const cellEdges = new Int32Array(cellStart[cells] ?? 0);
  eachCell(box, (edge, cell) => {
    const slot = next[cell] ?? 0;
    cellEdges[slot] = edge;
    next[cell] = slot + 1;
  });
  return { cellStart, cellEdges };
}

/** Visits each cell that an edge passes, row by row; a margin keeps rounding from losing a corner. */
function eachCell(
  box: Omit<EdgeGrid, "cellStart" | "cellEdges">,
  visit: (edge: number, cell: number) => void,
): void {
  const { edges, cellDeg, columns, rows } = box;
  const margin = 1e-9;
  const inside = (cell: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(cell)));
  for (let at = 0; at < edges.length; at += 4) {
    const x1 = (edges[at] ?? 0) - box.west;
    const y1 = (edges[at + 1] ?? 0) - box.south;
    const x2 = (edges[at + 2] ?? 0) - box.west;
    const y2 = (edges[at + 3] ?? 0) - box.south;
    const lastRow = inside((y2 + margin) / cellDeg, rows);
    for (let row = inside((y1 - margin) / cellDeg, rows); row <= lastRow; row++) {
      const share = (y: number) =>
        y2 > y1 ? Math.min(1, Math.max(0, (y - y1) / (y2 - y1))) : y > y1 ? 1 : 0;
      const xa = x1 + share(row * cellDeg - margin) * (x2 - x1);
      const xb = x1 + share((row + 1) * cellDeg + margin) * (x2 - x1);
      const lastColumn = inside((Math.max(xa, xb) + margin) / cellDeg, columns);
      for (
        let column = inside((Math.min(xa, xb) - margin) / cellDeg, columns);
        column <= lastColumn;
        column++
      ) {
        visit(at / 4, row * columns + column);
      }
    }
  }
}
