import type { Assessment, Standing } from "../flight/assessment.ts";
import { type Path, positionAlong } from "../geo/path.ts";
import { clippedLine, clippedRing } from "./map-clip.ts";
import type { Frame, Point, Projection } from "./map-projection.ts";
import { fill, stroke } from "./map-svg.ts";
import { STATUS_COLOURS, STATUS_DASHES } from "./status-marks.ts";

/** A stretch of the route over one State, on the paper. */
export type Stretch = { standing: Standing | null; points: Point[] };

/** The route cut at the State borders it crosses; standing null where no FIR is known. */
export function stretchesOf(assessment: Assessment, path: Path, projection: Projection): Stretch[] {
  const standings = new Map(assessment.requirements.map(({ state, standing }) => [state, standing]));
  const stops = path.startNm.slice(1);
  const stretches: Stretch[] = [];
  for (const { state, entry, exit } of assessment.crossings) {
    const standing = standings.get(state) ?? null;
    const points = distances(entry.distanceNm, exit.distanceNm, stops, path.totalNm).map((distanceNm) => {
      const { lon, lat } = positionAlong(path, distanceNm);
      return projection.point(lon, lat);
    });
    const last = stretches.at(-1);
    if (last !== undefined && last.standing === standing) last.points.push(...points.slice(1));
    else stretches.push({ standing, points });
  }
  return stretches;
}

/** Corridor, white casing, and the legs in colour and pattern of the State below. */
export function routeSvg(
  assessment: Assessment,
  stretches: readonly Stretch[],
  projection: Projection,
  frame: Frame,
): string {
  const corridor = assessment.corridor.polygons.map((rings) =>
    rings
      .map((ring) =>
        clippedRing(
          ring.map(([lon, lat]) => projection.point(lon, lat)),
          frame,
        ),
      )
      .filter((ring) => ring.length > 0),
  );
  const casing = stretches.flatMap(({ points }) => clippedLine(points, frame));
  return [
    ...corridor.map((rings) =>
      fill(
        rings,
        'fill="#12466B" fill-opacity="0.14" stroke="#12466B" stroke-width="0.3" stroke-opacity="0.6"',
      ),
    ),
    stroke(casing, 'stroke="#FFFFFF" stroke-width="3.4"'),
    ...stretches.map(({ standing, points }) => stroke(clippedLine(points, frame), legStyle(standing))),
  ].join("");
}

/** Stroke of a stretch over a State of this standing. */
export function legStyle(standing: Standing | null): string {
  if (standing === null) return 'stroke="#12191E" stroke-width="1.8" stroke-dasharray="1 3"';
  const dash = STATUS_DASHES[standing];
  const pattern = dash === "" ? "" : ` stroke-dasharray="${dash}"`;
  return `stroke="${STATUS_COLOURS[standing]}" stroke-width="1.8"${pattern}`;
}

/** Both ends, the waypoints between them, and points so close together that the curve is smooth. */
function distances(fromNm: number, toNm: number, stops: readonly number[], totalNm: number): number[] {
  const step = Math.max(1, totalNm / 300);
  const count = Math.max(1, Math.ceil((toNm - fromNm) / step));
  const regular = Array.from({ length: count + 1 }, (_, index) => fromNm + ((toNm - fromNm) * index) / count);
  return [...regular, ...stops.filter((stop) => stop > fromNm && stop < toNm)].sort((a, b) => a - b);
}
