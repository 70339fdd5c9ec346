import type { Session } from "#renderer/state/session.ts";
import { positionsOfSelection } from "./annotations.ts";
import type { Engine } from "./engine.ts";
import { LEG_REACH, nearestPoint, type Pixel, pixelsToLine, WAYPOINT_REACH } from "./hit.ts";
import { flagAt, isHidden } from "./modes/flag-at.ts";
import type { Hit } from "./modes/select-mode.ts";
import type { LegPiece } from "./sources.ts";

/** What of the open flight is drawn under a pixel: flags lie on top, then the symbols, then the legs. */
export function hitterOf(
  { flights }: Session,
  engine: Engine,
  overlay: SVGSVGElement,
  pieces: () => readonly LegPiece[],
): (pixel: Pixel) => Hit | null {
  return (pixel) => {
    const { open } = flights.store.getState();
    if (open === null) return null;
    const flag = flagAt(overlay, pixel);
    if (flag !== null) return flag;
    const { waypoints } = open.flight;
    const index = nearestPoint(
      pixel,
      waypoints.map(({ position }) => engine.project(position)),
      WAYPOINT_REACH,
    );
    const waypoint = index === null ? undefined : waypoints[index];
    if (waypoint !== undefined) return { kind: "waypoint", id: waypoint.id };
    const { crossings, findings } = open.assessment;
    // A flag that found no room leaves its mark on the track, which then stands for it.
    const hidden = [
      ...crossings.slice(1).map(({ index }) => ({ kind: "crossing" as const, index })),
      ...findings.map((_, index) => ({ kind: "finding" as const, index })),
    ].filter((mark) => isHidden(overlay, mark));
    const mark = nearestPoint(
      pixel,
      hidden.map((each) => {
        const [at] = positionsOfSelection(each, open.flight, open.assessment);
        return at === undefined ? { x: Number.POSITIVE_INFINITY, y: 0 } : engine.project(at);
      }),
      LEG_REACH,
    );
    if (mark !== null) return hidden[mark] ?? null;
    const piece = pieces().find(({ line }) => pixelsToLine(pixel, line.map(engine.project)) <= LEG_REACH);
    return piece === undefined ? null : { kind: "leg", index: piece.leg };
  };
}
