import type { Pixel } from "./hit.ts";
import { group, rect, svg, text } from "./svg.ts";

/** The next leg as it would be drawn, to the place that a click would take; `name` is empty for a free point. */
export type Rubber = { line: readonly Pixel[]; name: string };

/** The line to the pointer in draw mode: null hides it. */
export function rubberOf(): { elements: SVGElement[]; set(rubber: Rubber | null): void } {
  const line = svg("polyline", { class: "rubber", points: "" });
  const target = group({ class: "snap" });
  return {
    elements: [line, target],
    set(rubber) {
      const end = rubber?.line.at(-1);
      line.setAttribute(
        "points",
        rubber?.line.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ") ?? "",
      );
      target.replaceChildren();
      if (rubber === null || end === undefined || rubber.name === "") return;
      const width = rubber.name.length * 7 + 12;
      target.setAttribute("transform", `translate(${end.x.toFixed(1)} ${end.y.toFixed(1)})`);
      target.append(
        svg("circle", { class: "ring", r: 9 }),
        group({ class: "flag" }, rect(14, -24, width, 18), text(rubber.name, 14 + width / 2, -11, "code")),
      );
    },
  };
}
