import type { Assessment } from "../flight/assessment.ts";
import type { Flight } from "../flight/flight.ts";
import { clockTextSince } from "../zulu.ts";
import { leaderEnd, type Marks, ON_TRACK, onLeaders } from "./map-labels.ts";
import { INK, label, stroke, type TextStyle, tenth, textWidth } from "./map-svg.ts";

/**
 * `X1 0703Z` in a box on a leader, and a dot where the line crosses the limit. Where the flags crowd, the number alone, then
 * the dot alone: the table has the rest, and a flag over another says nothing.
 */
export function flagSvg(flight: Flight, { crossings }: Assessment, { projection, placement }: Marks): string {
  const style: TextStyle = { size: 6.5, colour: INK, font: "Mono", bold: true };
  return crossings
    .slice(1)
    .map(({ index, entry }) => {
      const point = projection.point(entry.lon, entry.lat);
      const dot = `<circle cx="${tenth(point[0])}" cy="${tenth(point[1])}" r="1.7" fill="${INK}"/>`;
      for (const text of [`X${index} ${clockTextSince(flight.offBlockAt, entry.at)}`, `X${index}`]) {
        const boxes = onLeaders(point, textWidth(text, style) + 6, 10);
        const chosen = placement.place(boxes, ON_TRACK);
        const box = chosen === null ? undefined : boxes[chosen];
        if (box === undefined) continue;
        const frame = `<rect x="${tenth(box.x)}" y="${tenth(box.y)}" width="${tenth(box.width)}" height="${box.height}" fill="#FFFFFF" stroke="${INK}" stroke-width="0.6"/>`;
        const leader = stroke([[point, leaderEnd(point, box)]], `stroke="${INK}" stroke-width="0.5"`);
        return leader + dot + frame + label([box.x + 3, box.y + 7.4], text, style);
      }
      return dot;
    })
    .join("");
}
