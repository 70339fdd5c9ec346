/** A rectangle in CSS pixels. */
export type Box = { left: number; top: number; width: number; height: number };
export type Offset = { dx: number; dy: number };

/** A label to be placed near its point; the order of the list is the order of right of way. */
export type Wish = {
  at: { x: number; y: number };
  /** Offsets of the label's centre from its point, the preferred first. */
  offsets: readonly Offset[];
  /** What the label covers, seen from its centre. */
  boxes: readonly Box[];
  /** Square pixels that it may share before it yields; null for what never yields. */
  tolerance: number | null;
};

/** Where a wish ended up; null when it had to yield. */
export type Placed = Offset | null;

/**
 * Places each label where it covers nothing placed before, nothing of `keepClear`, and not the edge of the map.
 * What never yields takes the least covered place when none is free.
 */
export function placeLabels(
  wishes: readonly Wish[],
  keepClear: readonly Box[],
  view: { width: number; height: number },
): Placed[] {
  const taken: Box[] = [...keepClear];
  return wishes.map((wish) => {
    let best: { offset: Offset; cover: number } | null = null;
    for (const offset of wish.offsets) {
      const cover = boxesAt(wish, offset).reduce(
        (sum, box) => sum + outside(box, view) + taken.reduce((part, other) => part + overlap(box, other), 0),
        0,
      );
      if (best === null || cover < best.cover) best = { offset, cover };
      if (cover === 0) break;
    }
    if (best === null || (wish.tolerance !== null && best.cover > wish.tolerance)) return null;
    taken.push(...boxesAt(wish, best.offset));
    return best.offset;
  });
}

/** The box of a label seen from its centre. */
export function centred(width: number, height: number): Box {
  return { left: -width / 2, top: -height / 2, width, height };
}

/** Places close to a symbol: right, below, left, above, then the corners. */
export function closeOffsets(width: number, height: number): Offset[] {
  const [dx, dy] = [width / 2 + 9, height / 2 + 8];
  return [
    { dx, dy: 4 },
    { dx: 0, dy },
    { dx: -dx, dy: 4 },
    { dx: 0, dy: -dy },
    { dx: dx - 4, dy: dy - 3 },
    { dx: dx - 4, dy: 3 - dy },
    { dx: 4 - dx, dy: dy - 3 },
    { dx: 4 - dx, dy: 3 - dy },
  ];
}

const DIRECTIONS = [
  [-0.8, -1],
  [0.8, 1],
  [-0.8, 1],
  [0.8, -1],
  [1, 0.35],
  [-1, 0.35],
  [0, -1.1],
  [0, 1.1],
] as const;

/** Places that a leader reaches, the short ones first. */
export function leaderOffsets(width: number, height: number): Offset[] {
  return [1, 1.7, 2.5, 3.4, 4.6].flatMap((ring) =>
    DIRECTIONS.map(([x, y]) => ({ dx: x * (width / 2 + 16 * ring), dy: y * (height / 2 + 24 * ring) })),
  );
}

function boxesAt({ at, boxes }: Wish, { dx, dy }: Offset): Box[] {
  return boxes.map((box) => ({ ...box, left: at.x + dx + box.left, top: at.y + dy + box.top }));
}

function overlap(one: Box, other: Box): number {
  const width = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const height = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return width > 0 && height > 0 ? width * height : 0;
}

function outside(box: Box, view: { width: number; height: number }): number {
  return box.width * box.height - overlap(box, { left: 0, top: 0, width: view.width, height: view.height });
}
