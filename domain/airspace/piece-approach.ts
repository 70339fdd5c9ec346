/**
 * How near pieces of a limit come to the chord `across` = 0, `along` from -half to +half of a plane in metres:
 * the least distance, where on the chord and at which share of the piece, and the part of the chord within the reach.
 */
export type Approach = { distance: number; along: number; share: number; from: number; to: number };

/**
 * Takes the piece (x1, y1)-(x2, y2) into `best`: widens its stretch, and replaces its least distance when this
 * piece is nearer. A piece farther than the reach changes nothing.
 */
export function approachOf(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  half: number,
  reach: number,
  best: Approach,
): void {
  if ((y1 > reach && y2 > reach) || (y1 < -reach && y2 < -reach)) return;
  if ((x1 > half + reach && x2 > half + reach) || (x1 < -half - reach && x2 < -half - reach)) return;
  widen(x1, y1, x2, y2, half, reach, best);
  if (y1 > 0 !== y2 > 0) {
    const share = y1 / (y1 - y2);
    const x = x1 + share * (x2 - x1);
    if (x >= -half && x <= half) {
      take(best, 0, x, share, reach);
      return;
    }
  }
  fromEnd(x1, y1, 0, half, reach, best);
  fromEnd(x2, y2, 1, half, reach, best);
  fromChordEnd(-half, x1, y1, x2, y2, reach, best);
  fromChordEnd(half, x1, y1, x2, y2, reach, best);
}

function take(best: Approach, distance: number, along: number, share: number, reach: number): void {
  if (distance >= best.distance || distance >= reach) return;
  best.distance = distance;
  best.along = along;
  best.share = share;
}

function fromEnd(x: number, y: number, share: number, half: number, reach: number, best: Approach): void {
  const along = Math.max(-half, Math.min(half, x));
  take(best, Math.sqrt((x - along) ** 2 + y * y), along, share, reach);
}

function fromChordEnd(
  end: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  reach: number,
  best: Approach,
): void {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const square = dx * dx + dy * dy;
  if (square === 0) return;
  const raw = ((end - x1) * dx - y1 * dy) / square;
  const share = Math.max(0, Math.min(1, raw));
  take(best, Math.sqrt((x1 + share * dx - end) ** 2 + (y1 + share * dy) ** 2), end, share, reach);
}

/** Widens the stretch by the places of the chord within reach of the piece: a round-ended strip cut by a line. */
function widen(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  half: number,
  reach: number,
  best: Approach,
): void {
  let low = Infinity;
  let high = -Infinity;
  if (y1 * y1 <= reach * reach) {
    const by = Math.sqrt(reach * reach - y1 * y1);
    low = x1 - by;
    high = x1 + by;
  }
  if (y2 * y2 <= reach * reach) {
    const by = Math.sqrt(reach * reach - y2 * y2);
    low = Math.min(low, x2 - by);
    high = Math.max(high, x2 + by);
  }
  const dx = x2 - x1;
  const dy = y2 - y1;
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length > 0) {
    // Beside the piece: 0 <= (x - x1) dx - y1 dy <= length^2, and |(x - x1) dy + y1 dx| <= reach * length.
    let a = -Infinity;
    let b = Infinity;
    if (dx !== 0) {
      const p = x1 + (y1 * dy) / dx;
      const q = x1 + (length * length + y1 * dy) / dx;
      a = Math.min(p, q);
      b = Math.max(p, q);
    } else if (-y1 * dy < 0 || -y1 * dy > length * length) a = Infinity;
    if (dy !== 0) {
      const p = x1 + (reach * length - y1 * dx) / dy;
      const q = x1 + (-reach * length - y1 * dx) / dy;
      a = Math.max(a, Math.min(p, q));
      b = Math.min(b, Math.max(p, q));
    } else if (Math.abs(y1) > reach) a = Infinity;
    if (a <= b) {
      low = Math.min(low, a);
      high = Math.max(high, b);
    }
  }
  low = Math.max(low, -half);
  high = Math.min(high, half);
  if (low > high) return;
  if (low < best.from) best.from = low;
  if (high > best.to) best.to = high;
}
