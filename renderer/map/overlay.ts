import type { FeatureCollection } from "geojson";
import type { Annotation } from "./annotations.ts";
import type { Engine } from "./engine.ts";
import type { Pixel } from "./hit.ts";
import { type Drawn, drawn } from "./marks.ts";
import type { Hit } from "./modes/select-mode.ts";
import { type Box, closeSpots, moved, type Placed, placeLabels } from "./placement.ts";
import { reserved } from "./reserved.ts";
import { rubberOf } from "./rubber.ts";
import { type Shelf, shelfOf } from "./shelf.ts";
import { clearOf, wishOf } from "./wishes.ts";

/** Symbols, flags and names over the map, in the page's own fonts: crisp, and readable for tests and tools. */
export type Overlay = {
  /** `reserve` keeps the map's own labels clear as well; it makes the map lay them out again. */
  set(annotations: readonly Annotation[], reserve: boolean): void;
  /** Follows the map: anchors move, offsets stay. */
  follow(): void;
  /** Finds new offsets for where the map has come to rest. */
  place(): void;
  /** Shows the words that found no room, of what the pointer is on. */
  point(hit: Hit | null): void;
  /** The line to the pointer in draw mode, and what it would snap to. */
  rubber: ReturnType<typeof rubberOf>["set"];
};

export function overlayOf(
  root: SVGSVGElement,
  engine: Engine,
  firNames: (taken: Shelf) => FeatureCollection,
): Overlay {
  let items: Drawn[] = [];
  let offsets: Placed[] = [];
  let pointed: Drawn | null = null;
  const rubber = rubberOf();

  const draw = ({ annotation, anchor, label, leader }: Drawn, offset: Placed) => {
    const at = engine.project(annotation.at);
    anchor.setAttribute("transform", `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`);
    label.style.display = offset === null ? "none" : "";
    leader?.setAttribute("x2", String(offset?.dx ?? 0));
    leader?.setAttribute("y2", String(offset?.dy ?? 0));
    if (annotation.kind === "crossing") {
      const ahead = engine.project(annotation.ahead);
      anchor.querySelector(".bar")?.setAttribute("transform", `rotate(${degreesOf(at, ahead).toFixed(1)})`);
    }
    if (offset === null) return;
    const { dx, dy, turn } = offset;
    label.setAttribute(
      "transform",
      `translate(${dx.toFixed(1)} ${dy.toFixed(1)}) rotate(${turn.toFixed(1)})`,
    );
  };
  const follow = () => {
    for (const [index, item] of items.entries()) draw(item, offsets[index] ?? null);
    if (pointed !== null) draw(pointed, alone(pointed, engine));
  };
  const place = (reserve = true) => {
    const keepClear = [...toolBoxes(root), ...items.flatMap(({ annotation }) => clearOf(annotation, engine))];
    offsets = inOrder(items, (order) =>
      placeLabels(
        order.map((item) => wishOf(item, engine)),
        keepClear,
        engine.view(),
      ),
    );
    if (reserve) {
      engine.fill("labels", reserved(items, offsets, engine));
      const words = items.flatMap(({ annotation }, index) => {
        const at = engine.project(annotation.at);
        return (offsets[index]?.boxes ?? []).map((box) => moved(box, at));
      });
      engine.fill("fir-labels", firNames(shelfOf([...keepClear, ...words])));
    }
    follow();
  };
  const point = (hit: Hit | null) => {
    const index = hit === null ? -1 : items.findIndex(({ annotation }) => isOf(annotation, hit));
    const next = offsets[index] === null ? (items[index] ?? null) : null;
    if (next === pointed) return;
    pointed?.anchor.classList.remove("pointed");
    pointed = next;
    if (next !== null) {
      next.anchor.classList.add("pointed");
      // Over everything else.
      root.append(next.anchor);
    }
    follow();
  };

  return {
    follow,
    place,
    point,
    set(annotations, reserve) {
      items = annotations.map(drawn);
      pointed = null;
      // Flags over symbols over words: the later in the list, the lower.
      root.replaceChildren(...rubber.elements, ...items.toReversed().map(({ anchor }) => anchor));
      place(reserve);
    },
    rubber: rubber.set,
  };
}

/**
 * Names first. When that leaves a flag without room, the names of plain positions go behind the flags: the table has
 * them, and they say again where the symbol stands.
 */
function inOrder(items: readonly Drawn[], placed: (order: readonly Drawn[]) => Placed[]): Placed[] {
  const first = placed(items);
  const isFlag = ({ annotation: { kind } }: Drawn) => kind === "crossing" || kind === "finding";
  if (!items.some((item, index) => isFlag(item) && first[index] === null)) return first;
  const isPlain = ({ annotation }: Drawn) =>
    annotation.kind === "waypoint" && annotation.symbol === "position" && !annotation.selected;
  const order = [
    ...items.filter((item) => !isPlain(item) && item.annotation.kind !== "leg"),
    ...items.filter(isPlain),
    ...items.filter((item) => item.annotation.kind === "leg"),
  ];
  const second = placed(order);
  return items.map((item) => second[order.indexOf(item)] ?? null);
}

/** Where words stand that the pointer asks for: beside their point, whatever is there. */
function alone({ annotation, width, height }: Drawn, engine: Engine): Placed {
  const wish = {
    at: engine.project(annotation.at),
    spots: closeSpots(width + 8, height + 4),
    tolerance: null,
  };
  return placeLabels([wish], [], engine.view())[0] ?? null;
}

function isOf(annotation: Annotation, hit: Hit): boolean {
  if (annotation.kind === "waypoint") return hit.kind === "waypoint" && hit.id === annotation.id;
  return hit.kind === annotation.kind && hit.index === annotation.index;
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

function degreesOf(from: Pixel, to: Pixel): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}
