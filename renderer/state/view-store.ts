import { createStore, type StoreApi } from "zustand/vanilla";
import type { Position } from "#domain/geo/position.ts";
import type { Theme, ThemeChoice } from "#renderer/theme.ts";

/** What is selected; it is shown in the panels and on the map alike. */
export type Selection =
  | { kind: "none" }
  | { kind: "waypoint"; id: string }
  | { kind: "leg"; index: number }
  | { kind: "crossing"; index: number }
  | { kind: "finding"; index: number }
  | { kind: "state"; state: string };

type MapMode = "select" | "draw";

export type Layers = { firs: boolean; corridor: boolean; cities: boolean; grid: boolean; navaids: boolean };

/**
 * A question to the map: show this place, the route when nothing is selected. `whole` goes as near as all of it allows,
 * without it the map moves only when the place is out of view.
 */
type ShowRequest = { count: number; selection: Selection; whole: boolean };

export type ContextMenu = {
  x: number;
  y: number;
  at: Position;
  waypointId: string | null;
  leg: number | null;
};

type Dialog =
  | { kind: "none" }
  | { kind: "sources" }
  | { kind: "export" }
  | { kind: "remove" }
  | { kind: "conflict" }
  | { kind: "shortcuts" };

export type ViewState = {
  selection: Selection;
  mode: MapMode;
  layers: Layers;
  cursor: Position | null;
  scale: number;
  centerLat: number;
  show: ShowRequest;
  /** A question to the map: one level nearer or farther. */
  zoomBy: { count: number; by: number };
  menu: ContextMenu | null;
  dialog: Dialog;
  themeChoice: ThemeChoice;
  theme: Theme;
  flightsOpen: boolean;
  profileOpen: boolean;
  inspectorOpen: boolean;
  flightsWidth: number;
  inspectorWidth: number;
  /** How the map was left, and for which flight. */
  remembered: { flightId: string; center: [number, number]; zoom: number } | null;
  /** A sentence about the last command that could not be done; stays until the next one works. */
  problem: string | null;
  /** The flight that went to the trash last: it can be restored until another one goes. */
  removed: { id: string; callSign: string } | null;
};

/** Widths of the side panels in pixels. */
export const PANEL_WIDTHS = {
  flightsWidth: { least: 200, usual: 236, most: 420 },
  inspectorWidth: { least: 330, usual: 356, most: 640 },
};

export type ViewStore = StoreApi<ViewState>;

export function viewStoreOf(initial: Partial<ViewState>): ViewStore {
  return createStore<ViewState>(() => ({
    selection: { kind: "none" },
    mode: "select",
    layers: { firs: true, corridor: true, cities: true, grid: true, navaids: true },
    cursor: null,
    scale: 0,
    centerLat: 0,
    show: { count: 0, selection: { kind: "none" }, whole: false },
    zoomBy: { count: 0, by: 0 },
    menu: null,
    dialog: { kind: "none" },
    themeChoice: "system",
    theme: "light",
    flightsOpen: true,
    profileOpen: true,
    inspectorOpen: true,
    flightsWidth: PANEL_WIDTHS.flightsWidth.usual,
    inspectorWidth: PANEL_WIDTHS.inspectorWidth.usual,
    remembered: null,
    problem: null,
    removed: null,
    ...initial,
  }));
}

/** Selects, and shows the place on the map when it is out of view. */
export function selectAndShow(view: ViewStore, selection: Selection): void {
  view.setState(({ show }) => ({
    selection,
    show: { count: show.count + 1, selection, whole: false },
  }));
}

/** Goes to the selection, as near as it can be seen whole. */
export function showSelection(view: ViewStore): void {
  view.setState(({ show, selection }) => ({ show: { count: show.count + 1, selection, whole: true } }));
}

/** Fits the whole route into the map. */
export function showWholeRoute(view: ViewStore): void {
  view.setState(({ show }) => ({
    show: { count: show.count + 1, selection: { kind: "none" }, whole: true },
  }));
}
