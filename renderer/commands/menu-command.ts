import type { Waypoint } from "#domain/route/waypoint.ts";
import type { Session } from "#renderer/state/session.ts";
import type { Command } from "./command.ts";

/** The context menu from the keyboard: on the row that has the focus, else on the selected waypoint of the map. */
export const openMenu: Command = {
  id: "open-menu",
  title: () => "Menu of the selected waypoint",
  keys: ["Shift+F10", "ContextMenu"],
  refusal: (session) => (menuPlace(session) === null ? "Select a waypoint first" : null),
  run(session) {
    const place = menuPlace(session);
    if (place !== null) openWaypointMenu(session, place.waypoint, place.x, place.y);
  },
};

/** Selects a waypoint and opens its menu at a place of the window. */
export function openWaypointMenu({ view }: Session, { id, position }: Waypoint, x: number, y: number): void {
  view.setState({
    selection: { kind: "waypoint", id },
    menu: { x, y, at: position, waypointId: id, leg: null },
  });
}

function menuPlace({ flights, view }: Session): { waypoint: Waypoint; x: number; y: number } | null {
  const row = document.activeElement?.closest<HTMLElement>("tr[data-row-waypoint]") ?? null;
  const { selection } = view.getState();
  const id = row?.dataset.rowWaypoint ?? (selection.kind === "waypoint" ? selection.id : null);
  const waypoint = flights.store.getState().open?.committed.waypoints.find((each) => each.id === id);
  const symbol = document.querySelector(`[data-waypoint="${CSS.escape(id ?? "")}"]`);
  const box = (row ?? symbol)?.getBoundingClientRect();
  if (waypoint === undefined || box === undefined) return null;
  return { waypoint, x: box.left + Math.min(box.width / 2, 60), y: box.bottom };
}
