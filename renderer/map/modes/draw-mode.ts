import type { Position } from "#domain/geo/position.ts";
import { insertWaypoint } from "#domain/route/edit.ts";
import type { Place } from "#domain/route/place.ts";
import { edit, waypointAt } from "#renderer/commands/route-commands.ts";
import type { Pixel } from "#renderer/map/hit.ts";
import type { Session } from "#renderer/state/session.ts";
import type { Mode, Pointer } from "./mode.ts";

/** Each click appends a waypoint to the end of the route; a line to the pointer shows the next leg. */
export function drawModeOf(
  session: Session,
  snap: (pointer: Pointer) => Place,
  project: (at: Position) => Pixel,
  rubber: (line: { from: Pixel; to: Pixel } | null) => void,
): Mode {
  return {
    cursor: () => "crosshair",
    down: () => false,
    drag() {},
    up() {},
    click(pointer) {
      const place = snap(pointer);
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
      rubber(
        last === undefined ? null : { from: project(last.position), to: project(snap(pointer).position) },
      );
    },
    cancel: () => rubber(null),
  };
}
