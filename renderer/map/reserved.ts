import type { FeatureCollection } from "geojson";
import type { Engine } from "./engine.ts";
import type { Drawn } from "./marks.ts";
import type { Placed } from "./placement.ts";
import { pointFeature } from "./sources.ts";
import { alongTrack } from "./wishes.ts";

/** Pixels between the points that keep names off the track: a name is wider than that. */
const TRACK_STEP = 20;

/** Points for the map's own labels to keep off: each label is laid out in cells about as wide as high. */
export function reserved(
  items: readonly Drawn[],
  offsets: readonly Placed[],
  engine: Engine,
): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: items.flatMap(({ annotation, width, height }, index) => {
      const offset = offsets[index];
      const own =
        annotation.kind === "leg"
          ? alongTrack(annotation, engine, TRACK_STEP).map((pixel) =>
              pointFeature({ text: "o", offset: [0, 0] }, engine.unproject(pixel)),
            )
          : [pointFeature({ text: "M", offset: [0, 0] }, annotation.at)];
      if (offset == null) return own;
      const radians = (offset.turn * Math.PI) / 180;
      const count = Math.max(1, Math.round(width / 14));
      const cells = Array.from({ length: count }, (_, cell) => {
        const along = count === 1 ? 0 : -width / 2 + 7 + (cell * (width - 14)) / (count - 1);
        // In ems of the layer's 12 px.
        const place = [
          (offset.dx + along * Math.cos(radians)) / 12,
          (offset.dy + along * Math.sin(radians)) / 12,
        ];
        return pointFeature({ text: height > 20 ? "M\nM" : "M", offset: place }, annotation.at);
      });
      return [...own, ...cells];
    }),
  };
}
