import type { Box } from "./placement.ts";

/** Boxes sorted into square cells: a label asks for its neighbours only, because it is placed on every frame of a drag. */
export type Shelf = {
  add(box: Box): void;
  /** Square pixels of a box that others cover, each counted for itself. */
  covered(box: Box): number;
};

const CELL = 32;
/** Cells in a row of the numbering: more than a screen has, so that no two cells share a number. */
const ROW = 100_000;

export function shelfOf(boxes: readonly Box[]): Shelf {
  const cells = new Map<number, Box[]>();
  const add = (box: Box) => {
    forCells(box, (column, row) => {
      const cell = cells.get(row * ROW + column);
      if (cell === undefined) cells.set(row * ROW + column, [box]);
      else cell.push(box);
    });
  };
  for (const box of boxes) add(box);
  return {
    add,
    covered(box) {
      let square = 0;
      forCells(box, (column, row) => {
        for (const other of cells.get(row * ROW + column) ?? []) {
          const left = Math.max(box.left, other.left);
          const top = Math.max(box.top, other.top);
          const width = Math.min(box.left + box.width, other.left + other.width) - left;
          const height = Math.min(box.top + box.height, other.top + other.height) - top;
          if (width <= 0 || height <= 0) continue;
          // Both may lie in several cells: they are counted where what they share begins.
          if (Math.floor(left / CELL) === column && Math.floor(top / CELL) === row) square += width * height;
        }
      });
      return square;
    },
  };
}

function forCells({ left, top, width, height }: Box, act: (column: number, row: number) => void): void {
  const [lastColumn, lastRow] = [Math.floor((left + width) / CELL), Math.floor((top + height) / CELL)];
  for (let row = Math.floor(top / CELL); row <= lastRow; row++) {
    for (let column = Math.floor(left / CELL); column <= lastColumn; column++) act(column, row);
  }
}
