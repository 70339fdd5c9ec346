import type { FeatureCollection } from "geojson";
import type { Annotation } from "./annotations.ts";
import type { Engine } from "./engine.ts";
import { type Box, type Placed, placeLabels, type Wish } from "./placement.ts";
import { pointFeature } from "./sources.ts";
import { group, rect, svg, text } from "./svg.ts";

/** Symbols, flags and names over the map, in the page's own fonts: crisp, and readable for tests and tools. */
export type Overlay = {
  set(annotations: readonly Annotation[]): void;
  /** Follows the map: anchors move, offsets stay. */
  follow(): void;
  /** Finds new offsets for where the map has come to rest. */
  place(): void;
  /** The point under the hand that is not yet part of the route, in draw mode. */
  rubber(line: { from: { x: number; y: number }; to: { x: number; y: number } } | null): void;
};

type Item = { annotation: Annotation; anchor: SVGGElement; label: SVGGElement; leader: SVGLineElement | null; wish: Omit<Wish, "at"> };

export function overlayOf(root: SVGSVGElement, engine: Engine): Overlay {
  let items: Item[] = [];
  let offsets: Placed[] = [];
  const rubberLine = svg("line", { class: "rubber" });

  const place = () => {
    const { clientWidth: width, clientHeight: height } = engine.map.getContainer();
    const points = items.map(({ annotation }) => engine.project(annotation.at));
    const wishes = items.map(({ wish }, index): Wish => ({ ...wish, at: points[index] ?? { x: 0, y: 0 } }));
    const symbols = items.flatMap(({ annotation }, index): Box[] => {
      const at = points[index];
      return at === undefined || annotation.kind === "finding" ? [] : [{ left: at.x - 7, top: at.y - 7, width: 14, height: 14 }];
    });
    offsets = placeLabels(wishes, [...symbols, ...trackBoxes(items, points)], { width, height });
    engine.fill("labels", reserved(items, offsets));
    follow();
  };
  const follow = () => {
    for (const [index, { annotation, anchor, label, leader, wish }] of items.entries()) {
      const at = engine.project(annotation.at);
      anchor.setAttribute("transform", `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`);
      const offset = offsets[index] ?? null;
      label.style.display = offset === null ? "none" : "";
      if (offset === null) continue;
      label.setAttribute("transform", `translate(${Math.round(offset.dx - wish.width / 2)} ${Math.round(offset.dy - wish.height / 2)})`);
      leader?.setAttribute("x2", String(offset.dx));
      leader?.setAttribute("y2", String(offset.dy));
      if (annotation.kind === "crossing") turnBar(anchor, at, engine.project(annotation.ahead));
    }
  };

  return {
    follow,
    place,
    set(annotations) {
      const kept = items.length === annotations.length ? offsets : [];
      items = annotations.map(itemOf);
      offsets = items.map((_, index) => kept[index] ?? null);
      // Flags over symbols over leaders: the leaders' groups come first.
      root.replaceChildren(rubberLine, ...items.toReversed().map(({ anchor }) => anchor));
      place();
    },
    rubber(line) {
      rubberLine.style.display = line === null ? "none" : "";
      if (line === null) return;
      for (const [name, value] of [["x1", line.from.x], ["y1", line.from.y], ["x2", line.to.x], ["y2", line.to.y]] as const) {
        rubberLine.setAttribute(name, String(value));
      }
    },
  };
}

/** Labels keep off the track: a box around points along the straight line between neighbours. */
function trackBoxes(items: readonly Item[], points: readonly { x: number; y: number }[]): Box[] {
  const track = items
    .map(({ annotation }, index) => ({ annotation, at: points[index] }))
    .filter(({ annotation }) => annotation.kind === "waypoint");
  const boxes: Box[] = [];
  for (const [index, { at }] of track.entries()) {
    const next = track[index + 1]?.at;
    if (at === undefined || next === undefined) continue;
    const count = Math.min(60, Math.floor(Math.hypot(next.x - at.x, next.y - at.y) / 12));
    for (let step = 1; step < count; step += 1) {
      const share = step / count;
      boxes.push({ left: at.x + (next.x - at.x) * share - 4, top: at.y + (next.y - at.y) * share - 4, width: 8, height: 8 });
    }
  }
  return boxes;
}

function reserved(items: readonly Item[], offsets: readonly Placed[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: items.flatMap(({ annotation }, index) => {
      const offset = offsets[index];
      if (offset == null) return [];
      const label = annotation.kind === "waypoint" && annotation.second !== "" ? `${annotation.text}\n${annotation.second}` : annotation.text;
      // In ems of the layer's 12 px; a little wider than Inter is, because codes are set in mono.
      return [pointFeature({ text: `${label}MM`, offset: [offset.dx / 12, offset.dy / 12] }, annotation.at)];
    }),
  };
}

function itemOf(annotation: Annotation): Item {
  switch (annotation.kind) {
    case "waypoint":
      return waypointItem(annotation);
    case "crossing":
      return flagItem(annotation, annotation.text, { class: "crossing", "data-crossing": annotation.index });
    case "finding":
      return flagItem(annotation, annotation.text, { class: `finding ${annotation.severity}`, "data-finding": annotation.index + 1 });
  }
}

function waypointItem(annotation: Extract<Annotation, { kind: "waypoint" }>): Item {
  const width = Math.max(annotation.text.length * 7.3, annotation.second.length * 6.1);
  const height = annotation.second === "" ? 14 : 28;
  const label = group({ class: "name" }, text(annotation.text, width / 2, 11, annotation.strong ? "code strong" : "code"));
  if (annotation.second !== "") label.append(text(annotation.second, width / 2, 24, "second"));
  const anchor = group(
    { class: annotation.selected ? "waypoint selected" : "waypoint", "data-waypoint": annotation.id },
    ...symbolOf(annotation.symbol),
    label,
  );
  return { annotation, anchor, label, leader: null, wish: { kind: annotation.strong ? "flag" : "name", width, height, near: true } };
}

function flagItem(annotation: Exclude<Annotation, { kind: "waypoint" }>, words: string, names: Record<string, string | number>): Item {
  const width = words.length * 7.3 + 12;
  const height = 18;
  const leader = svg("line", { class: "leader", x1: 0, y1: 0 });
  const label = group({ class: "flag" }, rect(0, 0, width, height), text(words, width / 2, 13, "code"));
  const mark = annotation.kind === "crossing" ? svg("line", { class: "bar", x1: 0, x2: 0, y1: -7, y2: 7 }) : svg("circle", { class: "spot", r: 2.5 });
  const anchor = group({ ...names, class: `${names.class}${annotation.selected ? " selected" : ""}` }, leader, mark, label);
  if (annotation.kind === "finding") {
    const title = svg("title", {});
    title.textContent = annotation.title;
    label.append(title);
  }
  return { annotation, anchor, label, leader, wish: { kind: "flag", width, height, near: false } };
}

function symbolOf(symbol: "aerodrome" | "navaid" | "position"): SVGElement[] {
  const halo = svg("circle", { class: "ring-selected", r: 11 });
  switch (symbol) {
    case "aerodrome":
      return [halo, svg("circle", { class: "mark", r: 5.6 }), svg("circle", { class: "dot", r: 1.6 })];
    case "navaid":
      return [halo, svg("path", { class: "mark", d: "M-3 -5.4H3L6.2 0L3 5.4H-3L-6.2 0Z" }), svg("circle", { class: "dot", r: 1.4 })];
    case "position":
      return [halo, svg("path", { class: "mark", d: "M0 -5.4L5.2 4H-5.2Z" })];
  }
}

function turnBar(anchor: SVGGElement, at: { x: number; y: number }, ahead: { x: number; y: number }) {
  const degrees = (Math.atan2(ahead.y - at.y, ahead.x - at.x) * 180) / Math.PI;
  anchor.querySelector(".bar")?.setAttribute("transform", `rotate(${degrees.toFixed(1)})`);
}
