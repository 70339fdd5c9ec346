import type { FeatureCollection } from "geojson";
import type { Airspace } from "#domain/airspace/airspace.ts";
import { airspaceIndexOf, firAt } from "#domain/airspace/airspace-index.ts";
import type { Engine } from "./engine.ts";
import type { Pixel } from "./hit.ts";
import type { Box } from "./placement.ts";
import { type Shelf, shelfOf } from "./shelf.ts";
import { pointFeature } from "./sources.ts";

/** Pixels between the places that are tried. */
const STEP = { x: 40, y: 24 };

/** Below this zoom only the code is written. */
const NAMES_FROM = 3;

/**
 * Where the name of each FIR in view stands: at its own place, or in the middle of the part that is seen, but always in
 * that FIR and clear of what is `taken`. A name that strays over a limit says something wrong.
 */
export function firNamesOf(
  airspaces: readonly Airspace[],
  engine: Pick<Engine, "project" | "unproject" | "view">,
): (taken: Shelf) => FeatureCollection {
  const index = airspaceIndexOf(airspaces);
  const identAt = (pixel: Pixel) => firAt(index, engine.unproject(pixel))?.ident;
  return (taken) => {
    const { width, height, zoom } = engine.view();
    const seen = new Map<string, Pixel[]>();
    for (let y = STEP.y / 2; y < height; y += STEP.y) {
      for (let x = STEP.x / 2; x < width; x += STEP.x) {
        const ident = identAt({ x, y });
        if (ident !== undefined) seen.set(ident, [...(seen.get(ident) ?? []), { x, y }]);
      }
    }
    const words = shelfOf([]);
    const inView = ({ left, top, width: across, height: down }: Box) =>
      left > 0 && top > 0 && left + across < width && top + down < height;
    const placed = airspaces
      .filter(({ kind }) => kind === "fir")
      // The small ones have the least choice.
      .toSorted((a, b) => (seen.get(a.ident)?.length ?? 0) - (seen.get(b.ident)?.length ?? 0))
      .flatMap(({ ident, name, label: [lon, lat] }) => {
        const title = shortName(name);
        const boxAt = boxOf(zoom < NAMES_FROM ? ident : title, zoom < NAMES_FROM ? 14 : 28);
        const isClear = (at: Pixel) => {
          const box = boxAt(at);
          return inView(box) && taken.covered(box) === 0 && words.covered(box) === 0;
        };
        const isWithin = (at: Pixel) => cornersOf(boxAt(at)).every((corner) => identAt(corner) === ident);
        const spots = seen.get(ident) ?? [];
        const places = [engine.project({ lon, lat }), ...fromTheMiddle(spots)].filter(isClear);
        const at = places.find(isWithin) ?? places[0];
        if (at === undefined) return [];
        words.add(boxAt(at));
        return [pointFeature({ ident, name: title }, engine.unproject(at))];
      });
    return { type: "FeatureCollection", features: placed };
  };
}

function boxOf(text: string, height: number): (at: Pixel) => Box {
  const width = text.length * 5.8;
  return ({ x, y }) => ({ left: x - width / 2, top: y - height / 2, width, height });
}

function cornersOf({ left, top, width, height }: Box): Pixel[] {
  return [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left, y: top + height },
    { x: left + width, y: top + height },
  ];
}

function fromTheMiddle(spots: readonly Pixel[]): Pixel[] {
  const middle = {
    x: spots.reduce((sum, { x }) => sum + x, 0) / spots.length,
    y: spots.reduce((sum, { y }) => sum + y, 0) / spots.length,
  };
  const away = ({ x, y }: Pixel) => Math.hypot(x - middle.x, y - middle.y);
  return spots.toSorted((a, b) => away(a) - away(b));
}

/** `Ankara FIR`: the chart names the region once. */
function shortName(name: string): string {
  return /\b(FIR|UIR)\b/i.test(name) ? name : `${name} FIR`;
}
