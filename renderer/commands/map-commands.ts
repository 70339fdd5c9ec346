import { showSelection } from "#renderer/state/view-store.ts";
import type { Command } from "./command.ts";

export const zoomToSelection: Command = {
  id: "zoom-selection",
  title: () => "Zoom to selection",
  keys: ["Z"],
  refusal({ view, flights }) {
    if (flights.store.getState().open === null) return "No flight is open";
    return view.getState().selection.kind === "none"
      ? "Select a point, leg, crossing or finding first"
      : null;
  },
  run: ({ view }) => showSelection(view),
};

export const zoomIn = zoomCommand("zoom-in", "Zoom in", ["+", "="], 1);
export const zoomOut = zoomCommand("zoom-out", "Zoom out", ["-"], -1);

function zoomCommand(id: string, title: string, keys: string[], by: number): Command {
  return {
    id,
    title: () => title,
    keys,
    refusal: () => null,
    run: ({ view }) => view.setState(({ zoomBy }) => ({ zoomBy: { count: zoomBy.count + 1, by } })),
  };
}
