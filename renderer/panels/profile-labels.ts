/** A line across the chart with words for it: the whole of them, or short ones where room is scarce. */
export type Cut = { index: number; x: number; text: string; short: string };

/** Words beside their line: they begin at `x`, or end there. */
export type CutLabel = { index: number; text: string; x: number; anchor: "start" | "end" };

/** Pixels between a line and its words. */
const GAP = 3;

/**
 * Words of the cuts that can be read: inside the chart, over no other line and no other words. Whole ones have the right
 * of way over short ones, the earlier cut over the later; the rest is left out.
 */
export function cutLabels(
  cuts: readonly Cut[],
  { left, right }: { left: number; right: number },
  letterWidth: number,
): CutLabel[] {
  const placed: (CutLabel & { from: number; to: number })[] = [];
  const place = (cut: Cut, text: string) => {
    const width = text.length * letterWidth;
    for (const anchor of ["start", "end"] as const) {
      const x = anchor === "start" ? cut.x + GAP : cut.x - GAP;
      const [from, to] = anchor === "start" ? [x, x + width] : [x - width, x];
      const clear =
        from >= left &&
        to <= right &&
        cuts.every((other) => other.x <= from - 1 || other.x >= to + 1) &&
        placed.every((other) => other.to <= from - GAP || other.from >= to + GAP);
      if (!clear) continue;
      placed.push({ index: cut.index, text, x, anchor, from, to });
      return;
    }
  };
  for (const cut of cuts) place(cut, cut.text);
  for (const cut of cuts) {
    if (placed.every(({ index }) => index !== cut.index)) place(cut, cut.short);
  }
  return placed.map(({ index, text, x, anchor }) => ({ index, text, x, anchor }));
}

/** Middle of the widest part of a span that no line cuts, when words of this width fit there; else null. */
export function widestGap(from: number, to: number, cuts: readonly number[], width: number): number | null {
  const edges = [from, ...cuts.filter((x) => x > from && x < to).toSorted((a, b) => a - b), to];
  let best: { middle: number; room: number } | null = null;
  for (const [index, end] of edges.entries()) {
    const start = edges[index - 1];
    if (start === undefined) continue;
    const room = end - start;
    if (best === null || room > best.room + 0.5) best = { middle: (start + end) / 2, room };
  }
  return best === null || best.room < width + 2 * GAP ? null : best.middle;
}

/** As much of a name as there is room for, `…` for the rest; empty when not even three letters of it fit. */
export function shortened(name: string, room: number, letterWidth: number): string {
  const letters = Math.floor(room / letterWidth);
  if (letters >= name.length) return name;
  return letters < 4 ? "" : `${name.slice(0, letters - 1).trimEnd()}…`;
}
