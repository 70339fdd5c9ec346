import type { Flight } from "../flight/flight.ts";
import type { Place } from "./place.ts";
import type { Waypoint } from "./waypoint.ts";

/** The flight with another route. */
export function setRoute(flight: Flight, waypoints: readonly Waypoint[]): Flight {
  return { ...flight, waypoints: endsWithoutStops(waypoints) };
}

/** The flight with a waypoint put in before the one at `index` (0 to the count of waypoints). */
export function insertWaypoint(flight: Flight, index: number, waypoint: Waypoint): Flight {
  return setRoute(flight, flight.waypoints.toSpliced(index, 0, waypoint));
}

/** The flight with a waypoint moved to another place; a stop that leaves its aerodrome becomes an overflight. */
export function placeWaypoint(flight: Flight, id: string, place: Place): Flight {
  return changed(flight, id, (waypoint) => ({
    ...waypoint,
    ...place,
    groundMinutes: place.kind === "aerodrome" ? waypoint.groundMinutes : null,
  }));
}

/** The flight without a waypoint. */
export function removeWaypoint(flight: Flight, id: string): Flight {
  return setRoute(
    flight,
    flight.waypoints.filter((waypoint) => waypoint.id !== id),
  );
}

/** The flight with a waypoint one place earlier (-1) or later (+1) in the route. */
export function shiftWaypoint(flight: Flight, id: string, by: -1 | 1): Flight {
  const from = flight.waypoints.findIndex((waypoint) => waypoint.id === id);
  const waypoint = flight.waypoints[from];
  const to = from + by;
  if (waypoint === undefined || to < 0 || to >= flight.waypoints.length) return flight;
  return setRoute(flight, flight.waypoints.toSpliced(from, 1).toSpliced(to, 0, waypoint));
}

/**
 * The flight the other way round. Each leg keeps its level and speed: what held from a point on now holds from the
 * other end of the same leg.
 */
export function reverseRoute(flight: Flight): Flight {
  const forward = flight.waypoints;
  let levelFl: number | null = null;
  let tasKt: number | null = null;
  const legs = forward.slice(0, -1).map((waypoint) => {
    levelFl = waypoint.levelFl ?? levelFl;
    tasKt = waypoint.tasKt ?? tasKt;
    return { levelFl, tasKt };
  });
  const backward = forward.toReversed().map((waypoint, index, all): Waypoint => {
    const leg = legs[legs.length - 1 - index];
    const before = legs[legs.length - index];
    if (leg === undefined || index === all.length - 1) return { ...waypoint, levelFl: null, tasKt: null };
    return {
      ...waypoint,
      levelFl: changeOf(leg.levelFl, before?.levelFl ?? null, flight.cruise.levelFl),
      tasKt: changeOf(leg.tasKt, before?.tasKt ?? null, flight.cruise.tasKt),
    };
  });
  return setRoute(flight, backward);
}

/** The flight with a stop of so many minutes on the ground at an aerodrome, or without it (null). */
export function setStop(flight: Flight, id: string, groundMinutes: number | null): Flight {
  return changed(flight, id, (waypoint) =>
    waypoint.kind === "aerodrome" ? { ...waypoint, groundMinutes } : waypoint,
  );
}

/** The flight with another level from a waypoint on, or none of its own (null). */
export function setLevel(flight: Flight, id: string, levelFl: number | null): Flight {
  return changed(flight, id, (waypoint) => ({ ...waypoint, levelFl }));
}

function changed(flight: Flight, id: string, change: (waypoint: Waypoint) => Waypoint): Flight {
  return setRoute(
    flight,
    flight.waypoints.map((waypoint) => (waypoint.id === id ? change(waypoint) : waypoint)),
  );
}

/** Value to write at a point: null where it does not change; the flight's own value where a change ends. */
function changeOf(value: number | null, before: number | null, own: number): number | null {
  return value === before ? null : (value ?? own);
}

/** Where the flight begins and ends it has no ground time of its own. */
function endsWithoutStops(waypoints: readonly Waypoint[]): Waypoint[] {
  return waypoints.map((waypoint, index) =>
    waypoint.groundMinutes !== null && (index === 0 || index === waypoints.length - 1)
      ? { ...waypoint, groundMinutes: null }
      : waypoint,
  );
}
