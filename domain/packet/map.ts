import { airspaceIndexOf, firAt } from "../airspace/airspace-index.ts";
import type { Assessment, Standing } from "../flight/assessment.ts";
import type { Flight } from "../flight/flight.ts";
import { type Path, pathOf, positionAlong } from "../geo/path.ts";
import type { Reference } from "../reference.ts";
import { numberText } from "../text.ts";
import { STANDING_WORDS } from "./clearance.ts";
import type { Basemap } from "./map-basemap.ts";
import { flagSvg } from "./map-flags.ts";
import { groundSvg, scaleSvg } from "./map-ground.ts";
import { ANYTHING, around, CLEAR, type Marks, placementIn } from "./map-labels.ts";
import { type Frame, fittedProjection, type Point, type Projection } from "./map-projection.ts";
import { legStyle, routeSvg, stretchesOf } from "./map-route.ts";
import { INK, label, onWhite, stroke, type TextStyle, tenth, textWidth } from "./map-svg.ts";

type Chart = { flight: Flight; assessment: Assessment; reference: Reference; basemap: Basemap };

/** Height in points of the line above the frame that holds the key. */
const KEY_HEIGHT = 13;

/** The map of a flight as SVG of this size in points: a key above, a frame below. Without a leg there is no map. */
export function mapSvg(chart: Chart, size: Frame): string {
  const { flight, assessment, reference, basemap } = chart;
  if (assessment.legs.length === 0) return "";
  const frame = { width: size.width, height: size.height - KEY_HEIGHT };
  const path = pathOf(flight.waypoints.map(({ position }) => position));
  const along = Array.from({ length: 101 }, (_, index) => positionAlong(path, (path.totalNm * index) / 100));
  const projection = fittedProjection([...along, ...path.points], frame, 30);
  const stretches = stretchesOf(assessment, path, projection);
  const placement = placementIn(
    frame,
    stretches.flatMap(({ points }) => points),
  );
  placement.take({ x: frame.width - 110, y: frame.height - 24, width: 110, height: 24 });
  const marks = { projection, placement, frame };
  for (const { lon, lat } of path.points) {
    const [x, y] = projection.point(lon, lat);
    placement.take({ x: x - 3, y: y - 3, width: 6, height: 6 });
  }
  // Placed in the order in which they must be seen; drawn above everything.
  const aerodromes = aerodromeLabels(flight, path, marks);
  const flags = flagSvg(flight, assessment, marks);
  const waypoints = waypointLabels(flight, marks);
  // The edges where the degrees stand.
  placement.take({ x: 0, y: frame.height - 9, width: frame.width, height: 9 });
  placement.take({ x: 0, y: 0, width: 17, height: frame.height });
  const firs = firLabels(chart, marks);
  const seas = seaLabels(basemap, marks);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">`,
    keySvg(assessment, size.width),
    `<g transform="translate(0 ${KEY_HEIGHT})">`,
    groundSvg(basemap, reference, projection, frame),
    routeSvg(assessment, stretches, projection, frame),
    seas,
    firs,
    waypointSymbols(flight, projection),
    waypoints,
    flags,
    aerodromes,
    scaleSvg(projection, frame),
    `<rect x="0.4" y="0.4" width="${frame.width - 0.8}" height="${frame.height - 0.8}" fill="none" stroke="${INK}" stroke-width="0.8"/>`,
    "</g></svg>",
  ].join("");
}

/** Line samples of the statuses that occur, from the right end. */
function keySvg({ requirements, crossings, corridor }: Assessment, width: number): string {
  const style: TextStyle = { size: 7, colour: "#44525B", font: "Inter" };
  const parts: string[] = [];
  let x = width;
  const word = (text: string) => {
    parts.push(label([x, 8], text, { ...style, anchor: "end" }));
    x -= textWidth(text, style) - 4;
  };
  word(`Corridor ${numberText(corridor.halfWidthNm, 1).replace(/\.0$/, "")} NM each side`);
  const order: Standing[] = ["blocked", "stale", "pending", "partial", "cleared"];
  const present = order.filter((each) => requirements.some(({ standing }) => standing === each));
  const samples: (Standing | null)[] = crossings.some(({ state }) => state === "")
    ? [null, ...present]
    : present;
  for (const standing of samples) {
    x -= 12;
    word(standing === null ? "No FIR known" : STANDING_WORDS[standing]);
    x -= 6;
    parts.push(
      stroke(
        [
          [
            [x - 24, 5.5],
            [x, 5.5],
          ],
        ],
        legStyle(standing),
      ),
    );
    x -= 24;
  }
  return parts.join("");
}

function aerodromeLabels(flight: Flight, path: Path, { projection, placement }: Marks): string {
  const style: TextStyle = { size: 8, colour: INK, font: "Mono", bold: true };
  const seen = new Set<string>();
  return flight.waypoints
    .map((waypoint, index) => {
      const stands = index === 0 || index === path.points.length - 1 || waypoint.groundMinutes !== null;
      const { lon, lat } = waypoint.position;
      const point = projection.point(lon, lat);
      const key = `${waypoint.ident} ${tenth(point[0])} ${tenth(point[1])}`;
      if (!stands || seen.has(key)) return "";
      seen.add(key);
      placement.take({ x: point[0] - 5, y: point[1] - 5, width: 10, height: 10 });
      const width = textWidth(waypoint.ident, style);
      const boxes = around(point, width + 4, 10, 5);
      const box = boxes[placement.place(boxes, ANYTHING) ?? 0];
      const [x, y] = point.map(tenth);
      const ring = `<circle cx="${x}" cy="${y}" r="4" fill="#FFFFFF" stroke="${INK}" stroke-width="1.2"/><circle cx="${x}" cy="${y}" r="1.3" fill="${INK}"/>`;
      return box === undefined ? ring : ring + onWhite([box.x + 2, box.y + 8], waypoint.ident, style);
    })
    .join("");
}

function waypointSymbols(flight: Flight, projection: Projection): string {
  return flight.waypoints
    .map(({ kind, position }) => {
      const [x, y] = projection.point(position.lon, position.lat);
      const shape: Point[] =
        kind === "navaid"
          ? [0, 1, 2, 3, 4, 5].map((step) => [
              x + 3.2 * Math.cos((step * Math.PI) / 3),
              y + 3.2 * Math.sin((step * Math.PI) / 3),
            ])
          : [
              [x, y - 3.4],
              [x + 3, y + 2],
              [x - 3, y + 2],
            ];
      const data = shape.map((corner) => corner.map(tenth).join(" ")).join("L");
      return `<path d="M${data}Z" fill="#FFFFFF" stroke="${INK}" stroke-width="0.9"/>`;
    })
    .join("");
}

function waypointLabels(flight: Flight, { projection, placement }: Marks): string {
  const style: TextStyle = { size: 6.5, colour: INK, font: "Mono" };
  return flight.waypoints
    .slice(1, -1)
    .filter(({ groundMinutes }) => groundMinutes === null)
    .map(({ ident, position }) => {
      const point = projection.point(position.lon, position.lat);
      const boxes = [4.5, 9].flatMap((gap) => around(point, textWidth(ident, style) + 2, 8, gap));
      const chosen = placement.place(boxes, CLEAR);
      const box = chosen === null ? undefined : boxes[chosen];
      return box === undefined ? "" : onWhite([box.x + 1, box.y + 6.4], ident, style);
    })
    .join("");
}

/** Codes of the FIRs in sight, each where its part of the map is free: at its own label or as deep inside as can be. */
function firLabels({ reference }: Chart, { projection, placement, frame }: Marks): string {
  const style: TextStyle = { size: 7, colour: "#34628F", font: "Mono", bold: true };
  const index = airspaceIndexOf(reference.airspaces);
  const seen = new Map<string, Point[]>();
  for (let y = 9; y < frame.height; y += 9) {
    for (let x = 18; x < frame.width - 9; x += 12) {
      const fir = firAt(index, projection.position([x, y]));
      if (fir !== null) seen.set(fir.ident, [...(seen.get(fir.ident) ?? []), [x, y]]);
    }
  }
  return [...seen]
    .map(([ident, points]) => {
      const centre: Point = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
      const airspace = reference.airspaces.find((each) => each.ident === ident);
      const own = airspace === undefined ? centre : projection.point(...airspace.label);
      const near = points.toSorted((a, b) => distance(a, centre) - distance(b, centre));
      const width = textWidth(ident, style) + 2;
      const boxes = [own, ...near].map(([x, y]) => ({ x: x - width / 2, y: y - 4.5, width, height: 9 }));
      const chosen = placement.place(boxes, CLEAR);
      const box = chosen === null ? undefined : boxes[chosen];
      return box === undefined ? "" : onWhite([box.x + 1, box.y + 7], ident, style);
    })
    .join("");
}

function seaLabels({ labels }: Basemap, { projection, placement, frame }: Marks): string {
  const style: TextStyle = { size: 7, colour: "#4A6B80", font: "Inter", italic: true };
  return labels
    .map(({ name, lon, lat }) => {
      const [x, y] = projection.point(lon, lat);
      if (x < 0 || y < 0 || x > frame.width || y > frame.height) return "";
      const width = textWidth(name, style);
      const box = { x: x - width / 2, y: y - 5, width, height: 10 };
      return placement.place([box], CLEAR) === null ? "" : label([box.x, box.y + 7.5], name, style);
    })
    .join("");
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
