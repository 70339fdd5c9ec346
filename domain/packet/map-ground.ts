import type { Reference } from "../reference.ts";
import { BASEMAP_BOX, type Basemap } from "./map-basemap.ts";
import { clippedLine, clippedRing } from "./map-clip.ts";
import type { Frame, Point, Projection } from "./map-projection.ts";
import { fill, label, onWhite, stroke, textWidth } from "./map-svg.ts";

type Lines = readonly (readonly (readonly [number, number])[])[];

/** Everything under the route: water, land, rivers, the grid with its degrees, State borders and FIR limits. */
export function groundSvg(
  basemap: Basemap,
  reference: Reference,
  projection: Projection,
  frame: Frame,
): string {
  const project = (line: readonly (readonly [number, number])[]): Point[] =>
    line.map(([lon, lat]) => projection.point(lon, lat));
  const lines = (all: Lines) => all.flatMap((line) => clippedLine(project(line), frame));
  const area = (rings: Lines) =>
    rings.map((ring) => clippedRing(project(ring), frame)).filter((ring) => ring.length > 0);
  const firs = lines(
    reference.airspaces.filter(({ kind }) => kind === "fir").flatMap(({ polygons }) => polygons.flat()),
  );
  const grid = gridSvg(projection, frame);
  return [
    fill(area([boxRing()]), 'fill="#DFE8EE"'),
    ...basemap.land.map((rings) => fill(area(rings), 'fill="#FFFFFF"')),
    ...basemap.lakes.map((rings) => fill(area(rings), 'fill="#DFE8EE" stroke="#B9CEDA" stroke-width="0.3"')),
    stroke(lines(basemap.rivers), 'stroke="#C4D6E0" stroke-width="0.4"'),
    grid.lines,
    stroke(lines(basemap.borders), 'stroke="#8C8778" stroke-width="0.55" stroke-dasharray="4 1.6 1 1.6"'),
    stroke(lines(basemap.disputed), 'stroke="#8C8778" stroke-width="0.55" stroke-dasharray="1 1.6"'),
    stroke(firs, 'stroke="#34628F" stroke-width="2.6" stroke-opacity="0.1"'),
    stroke(firs, 'stroke="#34628F" stroke-width="0.6"'),
    grid.labels,
  ].join("");
}

/** Distance scale at the lower right, drawn to the projection. */
export function scaleSvg(projection: Projection, frame: Frame): string {
  const nm = [1000, 500, 200, 100, 50, 20, 10, 5].find((each) => each * projection.pointsPerNm < 72) ?? 2;
  const width = nm * projection.pointsPerNm;
  const [x, y] = [frame.width - width - 14, frame.height - 9];
  const { lat } = projection.middle;
  const text = `${nm} NM at ${Math.round(Math.abs(lat))}${lat < 0 ? "S" : "N"}`;
  const quarter = width / 4;
  const block = (index: number) =>
    `<rect x="${x + index * quarter}" y="${y}" width="${quarter}" height="2.6" fill="${index % 2 === 0 ? "#12191E" : "#FFFFFF"}" stroke="#12191E" stroke-width="0.4"/>`;
  const style = { size: 6, colour: "#12191E", font: "Mono" } as const;
  const ground = Math.max(width, textWidth(text, style)) + 12;
  return [
    `<rect x="${frame.width - ground - 8}" y="${y - 10}" width="${ground}" height="17" fill="#FFFFFF" fill-opacity="0.85"/>`,
    [0, 1, 2, 3].map(block).join(""),
    label([frame.width - 14, y - 2.5], text, { ...style, anchor: "end" }),
  ].join("");
}

/** Meridians and parallels every few degrees, with their names on the lower and the left edge. */
function gridSvg(projection: Projection, frame: Frame): { lines: string; labels: string } {
  const { west, south, east, north } = seenDegrees(projection, frame);
  const step = [1, 2, 5, 10, 20].find((each) => Math.max(east - west, north - south) / each <= 10) ?? 30;
  const multiples = (from: number, to: number) => {
    const first = Math.ceil(from / step);
    return Array.from(
      { length: Math.max(0, Math.floor(to / step) - first + 1) },
      (_, index) => (first + index) * step,
    );
  };
  const lines: string[] = [];
  const labels: string[] = [];
  const style = { size: 6, colour: "#566269", font: "Mono" } as const;
  for (const lon of multiples(west, east)) {
    const line = sampled(south, north, (lat) => projection.point(lon, lat));
    for (const piece of clippedLine(line, frame)) {
      lines.push(stroke([piece], GRID));
      const foot = piece.find(([, y]) => y > frame.height - 0.5);
      if (foot !== undefined && foot[0] > 26 && foot[0] < frame.width - 110) {
        labels.push(onWhite([foot[0] + 1.5, frame.height - 2.5], degrees(lon, 3, "E", "W"), style));
      }
    }
  }
  for (const lat of multiples(south, north)) {
    const line = sampled(west, east, (lon) => projection.point(lon, lat));
    for (const piece of clippedLine(line, frame)) {
      lines.push(stroke([piece], GRID));
      const foot = piece.find(([x]) => x < 0.5);
      if (foot !== undefined && foot[1] > 10 && foot[1] < frame.height - 10) {
        labels.push(onWhite([2.5, foot[1] - 1.5], degrees(lat, 2, "N", "S"), style));
      }
    }
  }
  return { lines: lines.join(""), labels: labels.join("") };
}

const GRID = 'stroke="#A3AFB6" stroke-width="0.3"';

/** The degrees that the edge of the frame sees; longitudes run on past 180. */
function seenDegrees(projection: Projection, { width, height }: Frame) {
  const edge = Array.from({ length: 41 }, (_, index) => index / 40).flatMap((share): Point[] => [
    [share * width, 0],
    [share * width, height],
    [0, share * height],
    [width, share * height],
  ]);
  const seen = edge.map((point) => projection.position(point));
  const { lon: middle } = projection.middle;
  const longitudes = seen.map(({ lon }) => middle + ((((lon - middle + 540) % 360) + 360) % 360) - 180);
  const latitudes = seen.map(({ lat }) => lat);
  return {
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  };
}

function sampled(from: number, to: number, pointAt: (degree: number) => Point): Point[] {
  return Array.from({ length: 61 }, (_, index) => pointAt(from + ((to - from) * index) / 60));
}

function degrees(value: number, digits: number, positive: string, negative: string): string {
  const within = value > 180 ? value - 360 : value < -180 ? value + 360 : value;
  return `${String(Math.abs(within)).padStart(digits, "0")}${within < 0 ? negative : positive}`;
}

/** The edge of the basemap, every degree a point, so that it curves with the projection. */
function boxRing(): [number, number][] {
  const [west, south, east, north] = BASEMAP_BOX;
  const along = (from: number, to: number) =>
    Array.from({ length: Math.abs(to - from) }, (_, index) => from + Math.sign(to - from) * index);
  return [
    ...along(west, east).map((lon): [number, number] => [lon, south]),
    ...along(south, north).map((lat): [number, number] => [east, lat]),
    ...along(east, west).map((lon): [number, number] => [lon, north]),
    ...along(north, south).map((lat): [number, number] => [west, lat]),
  ];
}
