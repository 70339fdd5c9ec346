/** A point on the map's canvas in CSS pixels. */
export type Pixel = { x: number; y: number };

/** How near the pointer must be to a waypoint, and to a line. */
export const WAYPOINT_REACH = 10;
export const LEG_REACH = 7;

/** Index of the nearest of these points within `reach` pixels, or null. */
export function nearestPoint(at: Pixel, points: readonly Pixel[], reach: number): number | null {
  let best: number | null = null;
  let bestPixels = reach;
  for (const [index, point] of points.entries()) {
    const pixels = Math.hypot(point.x - at.x, point.y - at.y);
    if (pixels <= bestPixels) {
      best = index;
      bestPixels = pixels;
    }
  }
  return best;
}

/** Distance in pixels from a point to a drawn line. */
export function pixelsToLine(at: Pixel, line: readonly Pixel[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [index, end] of line.entries()) {
    const start = line[index - 1];
    if (start !== undefined) least = Math.min(least, pixelsToSegment(at, start, end));
  }
  return least;
}

function pixelsToSegment(at: Pixel, start: Pixel, end: Pixel): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((at.x - start.x) * dx + (at.y - start.y) * dy) / square;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(at.x - start.x - share * dx, at.y - start.y - share * dy);
}
