import type { FeatureCollection } from "geojson";
import type { Annotation } from "./annotations.ts";
import type { Engine } from "./engine.ts";
import type { Pixel } from "./hit.ts";
import { type Drawn, drawn } from "./marks.ts";
import {
  type Box,
  centred,
  closeOffsets,
  leaderOffsets,
  type Placed,
  placeLabels,
  type Wish,
} from "./placement.ts";
import { pointFeature } from "./sources.ts";
import { svg } from "./svg.ts";

/** Symbols, flags and names over the map, in the page's own fonts: crisp, and readable for tests and tools. */
export type Overlay = {
  /** `reserve` keeps the map's own labels clear as well; it makes the map lay them out again. */
  set(annotations: readonly Annotation[], reserve: boolean): void;
  /** Follows the map: anchors move, offsets stay. */
  follow(): void;
  /** Finds new offsets for where the map has come to rest. */
  place(): void;
  /** The line to the pointer in draw mode. */
  rubber(line: { from: Pixel; to: Pixel } | null): void;
};

export function overlayOf(root: SVGSVGElement, engine: Engine): Overlay {
  let items: Drawn[] = [];
  let offsets: Placed[] = [];
  const rubberLine = svg("line", { class: "rubber" });

  const follow = () => {
    for (const [index, { annotation, anchor, label, leader }] of items.entries()) {
      const at = engine.project(annotation.at);
      anchor.setAttribute("transform", `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`);
      const offset = offsets[index] ?? null;
      label.style.display = offset === null ? "none" : "";
      if (annotation.kind === "crossing") {
        const ahead = engine.project(annotation.ahead);
        anchor.querySelector(".bar")?.setAttribute("transform", `rotate(${degreesOf(at, ahead).toFixed(1)})`);
      }
      if (offset === null) continue;
      const turn = annotation.kind === "leg" ? ` rotate(${legDegrees(annotation, engine).toFixed(1)})` : "";
      label.setAttribute("transform", `translate(${offset.dx.toFixed(1)} ${offset.dy.toFixed(1)})${turn}`);
      leader?.setAttribute("x2", String(offset.dx));
      leader?.setAttribute("y2", String(offset.dy));
    }
  };
  const place = (reserve = true) => {
    const { clientWidth: width, clientHeight: height } = engine.map.getContainer();
    const wishes = items.map((item) => wishOf(item, engine));
    const keepClear = [...toolBoxes(root), ...items.flatMap(({ annotation }) => clearOf(annotation, engine))];
    offsets = placeLabels(wishes, keepClear, { width, height });
    if (reserve) engine.fill("labels", reserved(items, offsets, engine));
    follow();
  };

  return {
    follow,
    place,
    set(annotations, reserve) {
      items = annotations.map(drawn);
      // Flags over symbols over words: the later in the list, the lower.
      root.replaceChildren(rubberLine, ...items.toReversed().map(({ anchor }) => anchor));
      place(reserve);
    },
    rubber(line) {
      rubberLine.style.display = line === null ? "none" : "";
      if (line === null) return;
      rubberLine.setAttribute("x1", String(line.from.x));
      rubberLine.setAttribute("y1", String(line.from.y));
      rubberLine.setAttribute("x2", String(line.to.x));
      rubberLine.setAttribute("y2", String(line.to.y));
    },
  };
}

function wishOf({ annotation, width, height }: Drawn, engine: Engine): Wish {
  const at = engine.project(annotation.at);
  switch (annotation.kind) {
    case "waypoint":
      return {
        at,
        offsets: closeOffsets(width, height),
        boxes: [centred(width, height)],
        tolerance: annotation.strong ? null : 60,
      };
    case "crossing":
    case "finding":
      return {
        at,
        offsets: leaderOffsets(width, height),
        boxes: [centred(width + 6, height + 6)],
        tolerance: null,
      };
    case "leg":
      return legWish(annotation, width, at, engine);
  }
}

/** Words along a leg, above its line, when the leg is long enough to carry them. */
function legWish(
  annotation: Extract<Annotation, { kind: "leg" }>,
  width: number,
  at: Pixel,
  engine: Engine,
): Wish {
  const [start, end] = annotation.ends.map((point) => engine.project(point)) as [Pixel, Pixel];
  const lengthPixels = Math.hypot(end.x - start.x, end.y - start.y);
  const radians = (legDegrees(annotation, engine) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const shifts = [0, 0.12, -0.12, 0.24, -0.24].filter(
    (share) => Math.abs(share) * lengthPixels + width / 2 + 14 < lengthPixels / 2,
  );
  const offsets = [-10, 11].flatMap((rise) =>
    shifts.map((share) => ({
      dx: share * lengthPixels * cos - rise * sin,
      dy: share * lengthPixels * sin + rise * cos,
    })),
  );
  const count = Math.ceil(width / 9);
  const boxes = Array.from({ length: count }, (_, index): Box => {
    const along = -width / 2 + ((index + 0.5) * width) / count;
    return { left: along * cos - 5, top: along * sin - 5, width: 10, height: 10 };
  });
  return { at, offsets, boxes, tolerance: 30 };
}

/** The tools that lie over the map, as seen from its corner. */
function toolBoxes(root: SVGSVGElement): Box[] {
  const corner = root.getBoundingClientRect();
  const tools = root.closest(".chart")?.querySelectorAll(".legend, .toolbar, .scale-bar") ?? [];
  return [...tools].map((tool) => {
    const { left, top, width, height } = tool.getBoundingClientRect();
    return { left: left - corner.left, top: top - corner.top, width, height };
  });
}

/** What no label may cover: the symbols, and the track itself. */
function clearOf(annotation: Annotation, engine: Engine): Box[] {
  const at = engine.project(annotation.at);
  if (annotation.kind === "finding") return [];
  if (annotation.kind !== "leg") return [{ left: at.x - 7, top: at.y - 7, width: 14, height: 14 }];
  const line = [annotation.ends[0], annotation.from, annotation.at, annotation.to, annotation.ends[1]].map(
    (point) => engine.project(point),
  );
  return line.flatMap((to, index) => {
    const from = line[index - 1];
    if (from === undefined) return [];
    const count = Math.min(80, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 8));
    return Array.from({ length: count }, (_, step) => ({
      left: from.x + ((to.x - from.x) * step) / count - 4,
      top: from.y + ((to.y - from.y) * step) / count - 4,
      width: 8,
      height: 8,
    }));
  });
}

/** Points for the map's own labels to keep off: each label is laid out in cells about as wide as high. */
function reserved(items: readonly Drawn[], offsets: readonly Placed[], engine: Engine): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: items.flatMap(({ annotation, width, height }, index) => {
      const offset = offsets[index];
      const symbol =
        annotation.kind === "leg" ? [] : [pointFeature({ text: "M", offset: [0, 0] }, annotation.at)];
      if (offset == null) return symbol;
      const radians = annotation.kind === "leg" ? (legDegrees(annotation, engine) * Math.PI) / 180 : 0;
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
      return [...symbol, ...cells];
    }),
  };
}

/** Direction of a leg's words on the screen, never upside down. */
function legDegrees({ from, to }: Extract<Annotation, { kind: "leg" }>, engine: Engine): number {
  const degrees = degreesOf(engine.project(from), engine.project(to));
  return degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees;
}

function degreesOf(from: Pixel, to: Pixel): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}
