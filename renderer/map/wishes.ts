import type { Annotation } from "./annotations.ts";
import type { Engine } from "./engine.ts";
import type { Pixel } from "./hit.ts";
import type { Drawn } from "./marks.ts";
import { type Box, closeSpots, leaderSpots, type Spot, type Wish } from "./placement.ts";

/** Square pixels of the track that a flag may stand on: it is drawn over it, and its leader says where it belongs. */
const FLAG_ON_TRACK = 300;

/** What a label asks of the map: places to stand, and how much it may cover. Out of view it asks for nothing. */
export function wishOf({ annotation, width, height }: Drawn, engine: Engine): Wish {
  const at = engine.project(annotation.at);
  const must = annotation.selected;
  if (annotation.kind === "leg") {
    const spots = legSpots(annotation, width, at, engine);
    return { at, spots, tolerance: must ? null : 30 };
  }
  if (!isInView(at, engine)) return { at, spots: [], tolerance: 0 };
  if (annotation.kind === "waypoint") {
    return { at, spots: closeSpots(width, height), tolerance: must || annotation.strong ? null : 60 };
  }
  return { at, spots: leaderSpots(width, height), tolerance: must ? null : FLAG_ON_TRACK };
}

/** What labels keep clear of: the symbols, and the track itself. */
export function clearOf(annotation: Annotation, engine: Engine): Box[] {
  const at = engine.project(annotation.at);
  if (annotation.kind === "finding") return [];
  if (annotation.kind !== "leg") return [{ left: at.x - 7, top: at.y - 7, width: 14, height: 14 }];
  return alongTrack(annotation, engine, 8).map(({ x, y }) => ({
    left: x - 4,
    top: y - 4,
    width: 8,
    height: 8,
  }));
}

/** Points so many pixels apart along the part of a leg that is in view. */
export function alongTrack(
  { line }: Extract<Annotation, { kind: "leg" }>,
  engine: Engine,
  apart: number,
): Pixel[] {
  const points: Pixel[] = [];
  let rest = 0;
  for (const [from, to] of pairs(line.map((point) => engine.project(point)))) {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    let along = rest;
    for (; along < length; along += apart) {
      const point = between(from, to, along / length);
      if (isInView(point, engine)) points.push(point);
    }
    rest = along - length;
  }
  return points;
}

/** Places along a leg, above its line and below, where the leg is long enough to carry the words. */
function legSpots(
  { line }: Extract<Annotation, { kind: "leg" }>,
  width: number,
  at: Pixel,
  engine: Engine,
): Spot[] {
  const pixels = line.map((point) => engine.project(point));
  const ends = pairs(pixels).map(([from, to]) => Math.hypot(to.x - from.x, to.y - from.y));
  const length = ends.reduce((sum, each) => sum + each, 0);
  const pointAt = (along: number): Pixel => {
    let rest = along;
    for (const [index, [from, to]] of pairs(pixels).entries()) {
      const own = ends[index] ?? 0;
      if (rest <= own && own > 0) return between(from, to, rest / own);
      rest -= own;
    }
    return pixels.at(-1) ?? at;
  };
  const middles = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]
    .map((share) => share * length)
    .filter((along) => Math.min(along, length - along) > width / 2 + 14);
  return [-12, 12].flatMap((rise) =>
    middles.map((along) => {
      const [from, to] = [pointAt(along - width / 2), pointAt(along + width / 2)];
      const turn = uprightDegrees(from, to);
      const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
      const middle = pointAt(along);
      const [dx, dy] = [middle.x - at.x - rise * sin, middle.y - at.y + rise * cos];
      const count = Math.ceil(width / 9);
      const boxes = Array.from({ length: count }, (_, index): Box => {
        const shift = -width / 2 + ((index + 0.5) * width) / count;
        return { left: dx + shift * cos - 4, top: dy + shift * sin - 4, width: 8, height: 8 };
      });
      return { dx, dy, turn, boxes, leader: [] };
    }),
  );
}

/** Direction of words along a line on the screen, never upside down. */
function uprightDegrees(from: Pixel, to: Pixel): number {
  const degrees = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  return degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees;
}

function isInView({ x, y }: Pixel, engine: Engine): boolean {
  const { width, height } = engine.view();
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.slice(1).map((item, index) => [list[index] ?? item, item]);
}

function between(from: Pixel, to: Pixel, share: number): Pixel {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
