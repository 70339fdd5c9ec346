import type { Flight } from "#domain/flight/flight.ts";
import { courseAndDistance, destination } from "#domain/geo/geodesic.ts";
import { insertWaypoint, placeWaypoint, removeWaypoint, reverseRoute, setStop } from "#domain/route/edit.ts";
import { type Place, placeAt } from "#domain/route/place.ts";
import type { Waypoint } from "#domain/route/waypoint.ts";
import { newId, type Session } from "#renderer/state/session.ts";
import type { Command } from "./command.ts";

const openOf = (session: Session) => session.flights.store.getState().open;

/** The waypoint that is selected, or nothing. */
function selectedWaypoint(session: Session): Waypoint | null {
  const { selection } = session.view.getState();
  if (selection.kind !== "waypoint") return null;
  return openOf(session)?.committed.waypoints.find(({ id }) => id === selection.id) ?? null;
}

/** A waypoint at a place, overflown, at the level and speed that hold there. */
export function waypointAt(place: Place): Waypoint {
  return { id: newId(), ...place, groundMinutes: null, levelFl: null, tasKt: null };
}

/** Minutes a new stop gets; a usual turn-around with fuel. */
export const DEFAULT_STOP_MINUTES = 90;

export const selectMode: Command = {
  id: "select-mode",
  title: () => "Select and move",
  keys: ["V"],
  refusal: () => null,
  run: ({ view }) => view.setState({ mode: "select" }),
};

export const drawRoute: Command = {
  id: "draw-route",
  title: () => "Draw route",
  keys: ["D"],
  refusal: (session) => (openOf(session) === null ? "No flight is open" : null),
  run: ({ view }) => view.setState({ mode: "draw", selection: { kind: "none" } }),
};

export const deleteWaypoint: Command = {
  id: "delete-waypoint",
  title: (session) => ["Delete", selectedWaypoint(session)?.ident].filter(Boolean).join(" "),
  name: "Delete the selected waypoint",
  keys: ["Delete", "Backspace"],
  refusal: (session) => (selectedWaypoint(session) === null ? "Select a waypoint first" : null),
  run(session) {
    const waypoint = selectedWaypoint(session);
    if (waypoint !== null) deletePoint(session, waypoint);
  },
};

export const makeStop: Command = {
  id: "make-stop",
  title: (session) =>
    selectedWaypoint(session)?.groundMinutes == null ? "Make a stop here" : "Remove the stop",
  name: "Make or remove a stop at the selected waypoint",
  keys: [],
  refusal(session) {
    const waypoint = selectedWaypoint(session);
    if (waypoint === null) return "Select a waypoint first";
    if (waypoint.kind !== "aerodrome") return `${waypoint.ident} is not an aerodrome`;
    const { waypoints } = openOf(session)?.committed ?? { waypoints: [] };
    const inside = waypoints.at(0)?.id !== waypoint.id && waypoints.at(-1)?.id !== waypoint.id;
    return inside ? null : "The route starts or ends here";
  },
  run(session) {
    const waypoint = selectedWaypoint(session);
    if (waypoint === null) return;
    const minutes = waypoint.groundMinutes === null ? DEFAULT_STOP_MINUTES : null;
    edit(session, `${minutes === null ? "Overfly" : "Stop at"} ${waypoint.ident}`, (flight) =>
      setStop(flight, waypoint.id, minutes),
    );
  },
};

export const reverse: Command = {
  id: "reverse-route",
  title: () => "Reverse route",
  keys: [],
  refusal: (session) => ((openOf(session)?.committed.waypoints.length ?? 0) < 2 ? "No route yet" : null),
  run: (session) => edit(session, "Reverse route", reverseRoute),
};

/** Arrow keys move the selected waypoint by 1 NM, with Shift by 10 NM. */
export const nudge: readonly Command[] = [
  ["ArrowUp", 0, "north"] as const,
  ["ArrowRight", 90, "east"] as const,
  ["ArrowDown", 180, "south"] as const,
  ["ArrowLeft", 270, "west"] as const,
].flatMap(([key, courseDeg, word]) =>
  [1, 10].map(
    (distanceNm): Command => ({
      id: `nudge-${word}-${distanceNm}`,
      title: () => `Move the selected waypoint ${distanceNm} NM ${word}`,
      keys: [distanceNm === 1 ? key : `Shift+${key}`],
      refusal: deleteWaypoint.refusal,
      run(session) {
        const waypoint = selectedWaypoint(session);
        if (waypoint === null) return;
        edit(session, `Move ${waypoint.ident}`, (flight) =>
          placeWaypoint(flight, waypoint.id, placeAt(destination(waypoint.position, courseDeg, distanceNm))),
        );
      },
    }),
  ),
);

/** Changes the committed flight as one named step. */
export function edit(session: Session, label: string, change: (flight: Flight) => Flight): void {
  const open = openOf(session);
  if (open !== null) session.flights.commit(label, change(open.committed));
}

export function deletePoint(session: Session, waypoint: Waypoint): void {
  edit(session, `Delete ${waypoint.ident}`, (flight) => removeWaypoint(flight, waypoint.id));
  session.view.setState({ selection: { kind: "none" } });
}

/** Puts a place at the end of the route, or between the two points where it lengthens the route least. */
export function addPlace(session: Session, place: Place, where: "end" | "between"): void {
  const waypoint = waypointAt(place);
  edit(session, `Add ${place.ident}`, (flight) => {
    const { waypoints } = flight;
    return insertWaypoint(
      flight,
      where === "end" ? waypoints.length : cheapestIndex(waypoints, place),
      waypoint,
    );
  });
  session.view.setState({ selection: { kind: "waypoint", id: waypoint.id } });
}

/** Where a place lengthens the route least when it goes between two points; the end when there is no leg. */
export function cheapestIndex(waypoints: readonly Waypoint[], place: Place): number {
  let best = { index: waypoints.length, extraNm: Number.POSITIVE_INFINITY };
  for (const [index, from] of waypoints.entries()) {
    const to = waypoints[index + 1];
    if (to === undefined) continue;
    const direct = courseAndDistance(from.position, to.position).distanceNm;
    const around =
      courseAndDistance(from.position, place.position).distanceNm +
      courseAndDistance(place.position, to.position).distanceNm;
    if (around - direct < best.extraNm) best = { index: index + 1, extraNm: around - direct };
  }
  return best.index;
}
