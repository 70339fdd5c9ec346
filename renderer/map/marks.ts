import type { Annotation } from "./annotations.ts";
import { group, rect, svg, text } from "./svg.ts";

/** An annotation as drawn: its symbol at the anchor, its label centred on the label's own origin. */
export type Drawn = {
  annotation: Annotation;
  anchor: SVGGElement;
  label: SVGGElement;
  leader: SVGLineElement | null;
  width: number;
  height: number;
};

/** Width of one letter of the mono face at 11.5 px; every one has the same. */
const CODE_WIDTH = 7;

export function drawn(annotation: Annotation): Drawn {
  switch (annotation.kind) {
    case "waypoint":
      return waypoint(annotation);
    case "crossing":
      return flag(annotation, "crossing", "data-crossing", annotation.index);
    case "finding":
      return flag(annotation, `finding ${annotation.severity}`, "data-finding", annotation.index + 1);
    case "leg": {
      const width = annotation.text.length * 6.7;
      const label = group({ class: "name" }, plate(width, 12), text(annotation.text, 0, 4, "code leg-text"));
      return { annotation, anchor: group({ class: "leg" }, label), label, leader: null, width, height: 12 };
    }
  }
}

function waypoint(annotation: Extract<Annotation, { kind: "waypoint" }>): Drawn {
  const two = annotation.second !== "";
  const width = Math.max(
    annotation.text.length * (CODE_WIDTH + (annotation.strong ? 0.3 : 0)),
    annotation.second.length * 6,
  );
  const label = group(
    { class: "name" },
    plate(width, two ? 28 : 14),
    text(annotation.text, 0, two ? -2 : 4, annotation.strong ? "code strong" : "code"),
  );
  if (two) label.append(text(annotation.second, 0, 11, "second"));
  const anchor = group(
    { class: annotation.selected ? "waypoint selected" : "waypoint", "data-waypoint": annotation.id },
    ...symbolOf(annotation.symbol),
    label,
  );
  return { annotation, anchor, label, leader: null, width, height: two ? 28 : 14 };
}

/** The ground of words that stand over others while the pointer asks for them. */
function plate(width: number, height: number): SVGRectElement {
  return rect(-width / 2 - 4, -height / 2 - 2, width + 8, height + 4, "plate");
}

function flag(
  annotation: Extract<Annotation, { kind: "crossing" | "finding" }>,
  className: string,
  attribute: string,
  number: number,
): Drawn {
  const width = annotation.text.length * CODE_WIDTH + 12;
  const height = 18;
  const leader = svg("line", { class: "leader", x1: 0, y1: 0 });
  const label = group(
    { class: "flag" },
    rect(-width / 2, -height / 2, width, height),
    text(annotation.text, 0, 4, "code"),
  );
  const mark =
    annotation.kind === "crossing"
      ? svg("line", { class: "bar", x1: 0, x2: 0, y1: -7, y2: 7 })
      : svg("circle", { class: "spot", r: 2.5 });
  const anchor = group(
    { class: annotation.selected ? `${className} selected` : className, [attribute]: number },
    leader,
    mark,
    label,
  );
  return { annotation, anchor, label, leader, width, height };
}

function symbolOf(symbol: "aerodrome" | "navaid" | "position"): SVGElement[] {
  const chosen = svg("circle", { class: "ring-selected", r: 11 });
  switch (symbol) {
    case "aerodrome":
      return [chosen, svg("circle", { class: "mark", r: 5.6 }), svg("circle", { class: "dot", r: 1.6 })];
    case "navaid":
      return [
        chosen,
        svg("path", { class: "mark", d: "M-3 -5.4H3L6.2 0L3 5.4H-3L-6.2 0Z" }),
        svg("circle", { class: "dot", r: 1.4 }),
      ];
    case "position":
      return [chosen, svg("path", { class: "mark", d: "M0 -5.4L5.2 4H-5.2Z" })];
  }
}
