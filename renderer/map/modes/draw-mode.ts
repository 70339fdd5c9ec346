import { geodesicLine } from "#domain/geo/geodesic.ts";
import type { Position } from "#domain/geo/position.ts";
import { insertWaypoint } from "#domain/route/edit.ts";
import { edit, waypointAt } from "#renderer/commands/route-commands.ts";
import type { Pixel } from "#renderer/map/hit.ts";
import type { Rubber } from "#renderer/map/rubber.ts";
import type { Session } from "#renderer/state/session.ts";
import type { Mode } from "./mode.ts";
import type { Snap } from "./snap.ts";

/** Points of the line to the pointer: few enough for every move of the mouse, and the bow between two is not seen. */
const RUBBER_STEPS = 32;

/** Each click appends a waypoint to the end of the route; the next leg is shown, and where it would end. */
export function drawModeOf(
  session: Session,
  snap: Snap,
  project: (at: Position) => Pixel,
  rubber: (rubber: Rubber | null) => void,
): Mode {
  return {
    cursor: () => "crosshair",
    down: () => false,
    drag() {},
    up() {},
    click(pointer) {
      const place = snap(pointer, true);
      const last = session.flights.store.getState().open?.committed.waypoints.at(-1);
      // The second click of a double click lands on the point that the first one made.
      if (
        last !== undefined &&
        last.position.lat === place.position.lat &&
        last.position.lon === place.position.lon
      )
        return;
      edit(session, `Add ${place.ident}`, (flight) =>
        insertWaypoint(flight, flight.waypoints.length, waypointAt(place)),
      );
    },
    hover(pointer) {
      const last = session.flights.store.getState().open?.committed.waypoints.at(-1);
      const { kind, ident, name, position } = snap(pointer, true);
      const line = last === undefined ? null : geodesicLine(last.position, position);
      const steps = line === null ? 0 : RUBBER_STEPS;
      rubber({
        line: Array.from({ length: steps + 1 }, (_, step) =>
          project(line?.at((line.distanceNm * step) / steps) ?? position),
        ),
        name: kind === "position" ? "" : `${ident} ${name}`,
      });
    },
    cancel: () => rubber(null),
  };
}
