import type { Frame, Point, Projection } from "./map-projection.ts";

export type Box = { x: number; y: number; width: number; height: number };

/** Keeps labels apart from each other and off the route. */
export type Placement = {
  /** The candidate in the way of least, or null when each costs more than may be. */
  place(candidates: readonly Box[], most: number): number | null;
  /** Takes a place without asking. */
  take(box: Box): void;
};

/** What a label may cover: a few points of the line; as much of the line as it likes, but no label; whatever is there. */
export const CLEAR = 40;
export const ON_TRACK = 100;
export const ANYTHING = Number.POSITIVE_INFINITY;

/** What the parts of the map share while it is drawn. */
export type Marks = { projection: Projection; placement: Placement; frame: Frame };

/** `route` are points close together along the line, which labels avoid where they can. */
export function placementIn(frame: Frame, route: readonly Point[]): Placement {
  const taken: Box[] = [];
  const cost = (box: Box): number => {
    const over = taken.filter((other) => overlap(box, other)).length;
    const outside = box.x < 1 || box.y < 1 || box.x + box.width > frame.width - 1;
    const hidden = outside || box.y + box.height > frame.height - 1;
    const line = route.filter(([x, y]) => within(box, x, y)).length;
    return (hidden ? 10_000 : 0) + over * ON_TRACK + Math.min(line * 4, ON_TRACK - 1);
  };
  return {
    place(candidates, most) {
      let best: number | null = null;
      let bestCost = most;
      for (const [index, box] of candidates.entries()) {
        // Earlier candidates are the better looking ones and win ties.
        const each = cost(box);
        if (each < bestCost) [best, bestCost] = [index, each];
      }
      const box = best === null ? undefined : candidates[best];
      if (box !== undefined) taken.push(box);
      return best;
    },
    take(box) {
      taken.push(box);
    },
  };
}

/** Boxes of this size round a point, `gap` away from it: right, left, above, below, then the corners. */
export function around([x, y]: Point, width: number, height: number, gap: number): Box[] {
  const middle = { x: x - width / 2, y: y - height / 2 };
  const right = x + gap;
  const left = x - gap - width;
  const above = y - gap - height;
  const below = y + gap;
  return [
    { x: middle.x, y: above },
    { x: middle.x, y: below },
    { x: right, y: middle.y },
    { x: left, y: middle.y },
    { x: right, y: above },
    { x: left, y: above },
    { x: right, y: below },
    { x: left, y: below },
  ].map((corner) => ({ ...corner, width, height }));
}

/** Boxes on leaders all round a point, near ones first. */
export function onLeaders([x, y]: Point, width: number, height: number): Box[] {
  return [20, 30, 44, 60, 80].flatMap((distance) =>
    Array.from({ length: 16 }, (_, step) => {
      const angle = ((step + 0.5) / 16) * 2 * Math.PI;
      const centre: Point = [x + Math.cos(angle) * (distance + width / 3), y + Math.sin(angle) * distance];
      return { x: centre[0] - width / 2, y: centre[1] - height / 2, width, height };
    }),
  );
}

/** Where a leader from this point meets the edge of the box. */
export function leaderEnd([x, y]: Point, box: Box): Point {
  return [Math.min(box.x + box.width, Math.max(box.x, x)), Math.min(box.y + box.height, Math.max(box.y, y))];
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function within(box: Box, x: number, y: number): boolean {
  return x > box.x - 2 && x < box.x + box.width + 2 && y > box.y - 2 && y < box.y + box.height + 2;
}
