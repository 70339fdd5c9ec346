import type { Box } from "./placement.ts";

/** Boxes sorted into square cells: a label asks for its neighbours only, because it is placed on every frame of a drag. */
export type Shelf = {
  add(box: Box): void;
  /** Square pixels of a box that others cover, each counted for itself. */
  covered(box: Box): number;
};

const CELL = 48;

export function shelfOf(boxes: readonly Box[]): Shelf {
  const cells = new Map<string, Box[]>();
  const add = (box: Box) => {
    for (const key of keysOf(box)) {
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [box]);
      else cell.push(box);
    }
  };
  for (const box of boxes) add(box);
  return {
    add,
    covered(box) {
      const seen = new Set<Box>();
      for (const key of keysOf(box)) for (const other of cells.get(key) ?? []) seen.add(other);
      let square = 0;
      for (const other of seen) square += overlap(box, other);
      return square;
    },
  };
}

function keysOf({ left, top, width, height }: Box): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor((left + width) / CELL); x++) {
    for (let y = Math.floor(top / CELL); y <= Math.floor((top + height) / CELL); y++) keys.push(`${x} ${y}`);
  }
  return keys;
}

function overlap(one: Box, other: Box): number {
  const width = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const height = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return width > 0 && height > 0 ? width * height : 0;
}
