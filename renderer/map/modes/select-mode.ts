import type { Flight } from "#domain/flight/flight.ts";
import { insertWaypoint, placeWaypoint } from "#domain/route/edit.ts";
import type { Place } from "#domain/route/place.ts";
import { waypointAt } from "#renderer/commands/route-commands.ts";
import type { Pixel } from "#renderer/map/hit.ts";
import type { Session } from "#renderer/state/session.ts";
import type { Mode } from "./mode.ts";
import type { Snap } from "./snap.ts";

export type Hit =
  | { kind: "waypoint"; id: string }
  | { kind: "leg"; index: number }
  | { kind: "finding"; index: number }
  | { kind: "crossing"; index: number };

type Drag =
  | { kind: "none" }
  | { kind: "pressed"; hit: Hit; from: Pixel }
  /** `base` is the flight before; each frame starts from it again. */
  | { kind: "moving"; id: string; base: Flight; label: string };

/** A press that moves less than this is a click. */
const SLOP_PIXELS = 3;

/** Click selects, drag moves a waypoint, drag on a leg inserts one. One gesture is one step of Undo. */
export function selectModeOf(session: Session, hitAt: (pixel: Pixel) => Hit | null, snap: Snap): Mode {
  let drag: Drag = { kind: "none" };
  const openOf = () => session.flights.store.getState().open;

  const begin = (hit: Hit, place: Place): Drag => {
    const open = openOf();
    if (open === null) return { kind: "none" };
    if (hit.kind === "waypoint") {
      const ident = open.committed.waypoints.find(({ id }) => id === hit.id)?.ident ?? "";
      return { kind: "moving", id: hit.id, base: open.committed, label: `Move ${ident}` };
    }
    if (hit.kind !== "leg") return { kind: "none" };
    const waypoint = waypointAt(place);
    const base = insertWaypoint(open.committed, hit.index + 1, waypoint);
    session.view.setState({ selection: { kind: "waypoint", id: waypoint.id } });
    return { kind: "moving", id: waypoint.id, base, label: "Insert waypoint" };
  };

  const cancel = () => {
    if (drag.kind === "moving") {
      session.flights.cancelPreview();
      const { id } = drag;
      // A waypoint that was only being inserted is gone again.
      if (openOf()?.committed.waypoints.every((waypoint) => waypoint.id !== id) === true) {
        session.view.setState({ selection: { kind: "none" } });
      }
    }
    drag = { kind: "none" };
  };

  return {
    cursor({ pixel }) {
      if (drag.kind === "moving") return "grabbing";
      const hit = hitAt(pixel);
      return hit === null ? "" : hit.kind === "waypoint" ? "grab" : hit.kind === "leg" ? "copy" : "pointer";
    },
    down({ pixel }) {
      const hit = hitAt(pixel);
      if (hit === null) return false;
      drag = { kind: "pressed", hit, from: pixel };
      return true;
    },
    drag(pointer) {
      if (drag.kind === "pressed") {
        const { pixel } = pointer;
        if (Math.hypot(pixel.x - drag.from.x, pixel.y - drag.from.y) <= SLOP_PIXELS) return;
        drag = begin(drag.hit, snap(pointer, false));
        if (drag.kind === "moving") session.view.setState({ selection: { kind: "waypoint", id: drag.id } });
      }
      if (drag.kind !== "moving") return;
      if (!pointer.inside) session.flights.cancelPreview();
      else
        session.flights.preview(placeWaypoint(drag.base, drag.id, snap(pointer, isEnd(drag.base, drag.id))));
    },
    up({ inside }) {
      // Nobody means a place that is not seen.
      if (!inside) return cancel();
      if (drag.kind === "pressed") select(session, drag.hit);
      if (drag.kind === "moving") {
        const { id, label } = drag;
        const ident = openOf()?.flight.waypoints.find((waypoint) => waypoint.id === id)?.ident ?? "";
        session.flights.commit(label === "Insert waypoint" ? `Insert ${ident}` : label);
      }
      drag = { kind: "none" };
    },
    click({ pixel }) {
      if (hitAt(pixel) === null) session.view.setState({ selection: { kind: "none" } });
    },
    hover() {},
    cancel,
  };
}

function isEnd({ waypoints }: Flight, id: string): boolean {
  return waypoints.at(0)?.id === id || waypoints.at(-1)?.id === id;
}

function select(session: Session, hit: Hit) {
  session.view.setState({ selection: hit });
}
