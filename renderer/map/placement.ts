/** A rectangle on the map in CSS pixels. */
export type Box = { left: number; top: number; width: number; height: number };

/** A label to be placed near its point; the order of the list is the order of right of way. */
export type Wish = {
  at: { x: number; y: number };
  width: number;
  height: number;
  /** A flag stands off on a leader and never yields; a name stands close and may be left out. */
  kind: "flag" | "name";
  /** True for what stands beside its symbol without a leader. */
  near: boolean;
};

/** Where a wish ended up: offset of the box's centre from its point; null when there was no room for a name. */
export type Placed = { dx: number; dy: number } | null;

/**
 * Places each label where it covers nothing placed before, nor a point of `keepClear`, nor the edge of the map.
 * Flags that find no free place take the least covered one: they never yield.
 */
export function placeLabels(
  wishes: readonly Wish[],
  keepClear: readonly Box[],
  view: { width: number; height: number },
): Placed[] {
  const taken: Box[] = [...keepClear];
  return wishes.map((wish) => {
    let best: { offset: { dx: number; dy: number }; cover: number } | null = null;
    for (const offset of candidates(wish)) {
      const box = boxAt(wish, offset);
      const cover = taken.reduce((sum, other) => sum + overlap(box, other), 0) + outside(box, view);
      if (best === null || cover < best.cover) best = { offset, cover };
      if (cover === 0) break;
    }
    if (best === null || (wish.kind === "name" && best.cover > 60)) return null;
    taken.push(boxAt(wish, best.offset));
    return best.offset;
  });
}

/** Offsets to try, the preferred first. */
function candidates({ near, width, height }: Wish): { dx: number; dy: number }[] {
  if (near) {
    const [dx, dy] = [width / 2 + 9, height / 2 + 8];
    return [
      { dx, dy: 5 },
      { dx: 0, dy },
      { dx: -dx, dy: 5 },
      { dx: 0, dy: -dy },
      { dx: dx - 3, dy: dy - 2 },
      { dx: dx - 3, dy: -dy + 2 },
      { dx: -dx + 3, dy: dy - 2 },
      { dx: -dx + 3, dy: -dy + 2 },
    ];
  }
  const rings = [1, 1.7, 2.5, 3.4];
  return rings.flatMap((ring) =>
    [
      [-0.8, -1],
      [0.8, 1],
      [-0.8, 1],
      [0.8, -1],
      [1, 0.35],
      [-1, 0.35],
      [0, -1.1],
      [0, 1.1],
    ].map(([x = 0, y = 0]) => ({ dx: x * (width / 2 + 16 * ring), dy: y * (height / 2 + 24 * ring) })),
  );
}

function boxAt({ at, width, height }: Wish, { dx, dy }: { dx: number; dy: number }): Box {
  return { left: at.x + dx - width / 2 - 2, top: at.y + dy - height / 2 - 2, width: width + 4, height: height + 4 };
}

function overlap(one: Box, other: Box): number {
  const width = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const height = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return width > 0 && height > 0 ? width * height : 0;
}

function outside(box: Box, view: { width: number; height: number }): number {
  const inside = overlap(box, { left: 0, top: 0, width: view.width, height: view.height });
  return box.width * box.height - inside;
}
