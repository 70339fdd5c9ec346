import type { Airspace } from "#domain/airspace/airspace.ts";

/** A FIR with one ring around it, given without its closing point. */
export function firOf(ident: string, outline: readonly [number, number][]): Airspace {
  const first = outline[0];
  if (first === undefined) throw new Error("An outline needs points");
  return {
    kind: "fir",
    ident,
    alias: "",
    name: `${ident} FIR`,
    state: ident.slice(0, 2),
    upperRegion: "",
    clipped: false,
    label: first,
    polygons: [[[...outline, first]]],
  };
}

/** A FIR that is a box of longitude and latitude. */
export function boxFir(ident: string, west: number, south: number, east: number, north: number): Airspace {
  return firOf(ident, [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]);
}

/**
 * A coverage of irregular cells between 20-90E and 30-60N: the corners of a grid, each moved by up to 0.4 of a
 * cell, and every side broken once more. Neighbours share their edges to the last bit.
 */
export function irregularCoverage(columns: number, rows: number, seed: number): Airspace[] {
  const corner = (column: number, row: number): [number, number] => [
    20 + ((column + shake(seed, column, row, 1)) * 70) / columns,
    30 + ((row + shake(seed, column, row, 2)) * 30) / rows,
  ];
  const between = (a: [number, number], b: [number, number], salt: number): [number, number] => {
    const bend = 0.3 * shake(seed, a[0] + b[0], a[1] + b[1], salt);
    return [(a[0] + b[0]) / 2 + bend * (b[1] - a[1]), (a[1] + b[1]) / 2 - bend * (b[0] - a[0])];
  };
  const firs: Airspace[] = [];
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const sw = corner(column, row);
      const se = corner(column + 1, row);
      const ne = corner(column + 1, row + 1);
      const nw = corner(column, row + 1);
      const outline = [
        sw,
        between(sw, se, 3),
        se,
        between(se, ne, 4),
        ne,
        between(nw, ne, 3),
        nw,
        between(sw, nw, 4),
      ];
      firs.push(firOf(`C${column}R${row}`, outline));
    }
  }
  return firs;
}

/** A fixed number from -0.4 to 0.4 for these keys. */
function shake(seed: number, a: number, b: number, salt: number): number {
  const x = Math.sin(seed * 12.9898 + a * 78.233 + b * 37.719 + salt * 4.581) * 43_758.5453;
  return (x - Math.floor(x) - 0.5) * 0.8;
}
