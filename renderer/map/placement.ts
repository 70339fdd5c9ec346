import { type Shelf, shelfOf } from "./shelf.ts";

/** A rectangle in CSS pixels. */
export type Box = { left: number; top: number; width: number; height: number };

/** Where a label's centre goes, seen from its point, and how it is turned. */
type Offset = { dx: number; dy: number; turn: number };

/** A place that a label may take, with what it covers there, seen from its point. */
export type Spot = Offset & {
  boxes: readonly Box[];
  /** What the line back to its point covers: it may cross the track, but no words. */
  leader: readonly Box[];
};

/** A label to be placed near its point; the order of the list is the order of right of way. */
export type Wish = {
  at: { x: number; y: number };
  /** The preferred first. */
  spots: readonly Spot[];
  /** Square pixels of track and symbols that it may cover before it yields; null for what never yields. */
  tolerance: number | null;
};

/** Where a wish ended up; null when it had to yield. */
export type Placed = Spot | null;

/**
 * Places each label where it covers no words placed before, as little as can be of `keepClear`, and not the edge of the
 * map. What finds no such place yields; what never yields takes the least covered one.
 */
export function placeLabels(
  wishes: readonly Wish[],
  keepClear: readonly Box[],
  view: { width: number; height: number },
): Placed[] {
  const lines = shelfOf(keepClear);
  const words = shelfOf([]);
  return wishes.map((wish) => {
    const spot = bestSpot(wish, lines, words, view);
    if (spot === null) return null;
    for (const box of spot.boxes) words.add(moved(box, wish.at));
    for (const box of spot.leader) lines.add(moved(box, wish.at));
    return spot;
  });
}

/** The first spot that costs nothing, else the one that costs least; null when that is more than may be. */
function bestSpot(
  { at, spots, tolerance }: Wish,
  lines: Shelf,
  words: Shelf,
  view: { width: number; height: number },
): Spot | null {
  let best: { spot: Spot; clash: number; cover: number } | null = null;
  for (const spot of spots) {
    const boxes = spot.boxes.map((box) => moved(box, at));
    let clash = sum(boxes, (box) => outside(box, view) + words.covered(box));
    // Most spots end here: the rest is only worth its time where something may still come of it.
    const most = tolerance === null ? (best?.clash ?? Number.POSITIVE_INFINITY) : 0;
    if (clash > most) continue;
    clash += sum(spot.leader, (box) => words.covered(moved(box, at)));
    if (clash > most) continue;
    const cover = sum(boxes, lines.covered);
    if (tolerance !== null && cover > tolerance) continue;
    if (best === null || clash < best.clash || cover < best.cover) best = { spot, clash, cover };
    if (clash === 0 && cover === 0) break;
  }
  return best?.spot ?? null;
}

/** The box of a label seen from its centre. */
function centred(width: number, height: number): Box {
  return { left: -width / 2, top: -height / 2, width, height };
}

/** Places close to a symbol: right, below, left, above, then the corners. */
export function closeSpots(width: number, height: number): Spot[] {
  const [dx, dy] = [width / 2 + 9, height / 2 + 8];
  const offsets = [
    [dx, 4],
    [0, dy],
    [-dx, 4],
    [0, -dy],
    [dx - 4, dy - 3],
    [dx - 4, 3 - dy],
    [4 - dx, dy - 3],
    [4 - dx, 3 - dy],
  ] as const;
  return offsets.map(([x, y]) => spotAt(x, y, width, height));
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
  [-0.4, -1.05],
  [0.4, 1.05],
  [0.4, -1.05],
  [-0.4, 1.05],
] as const;

/** Room between a flag and its neighbours. */
const MARGIN = 3;

/** Places that a leader reaches, the short ones first. */
export function leaderSpots(width: number, height: number): Spot[] {
  return [1, 1.7, 2.5, 3.4, 4.6].flatMap((ring) =>
    DIRECTIONS.map(([x, y]) => {
      const [dx, dy] = [x * (width / 2 + 16 * ring), y * (height / 2 + 24 * ring)];
      const spot = spotAt(dx, dy, width + 2 * MARGIN, height + 2 * MARGIN);
      return { ...spot, leader: alongLeader(dx, dy, width, height) };
    }),
  );
}

function spotAt(dx: number, dy: number, width: number, height: number): Spot {
  return { dx, dy, turn: 0, boxes: [moved(centred(width, height), { x: dx, y: dy })], leader: [] };
}

/** Small boxes from the symbol to the edge of the flag. */
function alongLeader(dx: number, dy: number, width: number, height: number): Box[] {
  const length = Math.hypot(dx, dy);
  const within = Math.min(1, width / 2 / Math.max(1, Math.abs(dx)), height / 2 / Math.max(1, Math.abs(dy)));
  const boxes: Box[] = [];
  for (let along = 10; along < length * (1 - within) - 3; along += 6) {
    boxes.push({ left: (dx * along) / length - 1.5, top: (dy * along) / length - 1.5, width: 3, height: 3 });
  }
  return boxes;
}

export function moved(box: Box, by: { x: number; y: number }): Box {
  return { ...box, left: box.left + by.x, top: box.top + by.y };
}

function sum(boxes: readonly Box[], of: (box: Box) => number): number {
  return boxes.reduce((total, box) => total + of(box), 0);
}

function outside(box: Box, view: { width: number; height: number }): number {
  const width = Math.min(box.left + box.width, view.width) - Math.max(box.left, 0);
  const height = Math.min(box.top + box.height, view.height) - Math.max(box.top, 0);
  return box.width * box.height - Math.max(0, width) * Math.max(0, height);
}
