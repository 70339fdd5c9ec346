import type { Session } from "#renderer/state/session.ts";
import type { Command } from "./command.ts";
import {
  exportPacket,
  newFlightCommand,
  openExample,
  redo,
  removeFlight,
  restoreFlight,
  undo,
} from "./flight-commands.ts";
import { zoomIn, zoomOut, zoomToSelection } from "./map-commands.ts";
import { openMenu } from "./menu-command.ts";
import { deleteWaypoint, drawRoute, makeStop, nudge, reverse, selectMode } from "./route-commands.ts";
import {
  fit,
  focusSearch,
  shortcuts,
  theme,
  toggleFlights,
  toggleInspector,
  toggleProfile,
} from "./view-commands.ts";

/** The one list of commands. */
export const COMMANDS: readonly Command[] = [
  undo,
  redo,
  newFlightCommand,
  openExample,
  removeFlight,
  restoreFlight,
  exportPacket,
  selectMode,
  drawRoute,
  deleteWaypoint,
  makeStop,
  reverse,
  openMenu,
  ...nudge,
  fit,
  zoomToSelection,
  zoomIn,
  zoomOut,
  focusSearch,
  theme,
  toggleFlights,
  toggleProfile,
  toggleInspector,
  shortcuts,
];

/** Runs a command when it can be done; what it cannot do is said and stays said. */
export function runCommand(session: Session, command: Command): void {
  const refusal = command.refusal(session);
  if (refusal !== null) return;
  Promise.resolve(command.run(session)).then(
    () => session.view.setState({ problem: null }),
    (error: unknown) =>
      session.view.setState({ problem: error instanceof Error ? error.message : "Something broke." }),
  );
}

/** The command of a key press; keys without Ctrl or Alt belong to the field when one is being typed in. */
export function commandOfKey(event: KeyboardEvent): Command | null {
  const target = event.target instanceof HTMLElement ? event.target : null;
  const typing = target?.closest("input, textarea, select, [contenteditable]") ?? null;
  const name = keyName(event);
  // AltGr writes signs, and some machines report it as Ctrl and Alt.
  if (typing !== null && (!/^(Ctrl|Alt)\+/.test(name) || event.getModifierState("AltGraph"))) return null;
  // Undo inside a field undoes the typing.
  if (typing !== null && /^Ctrl\+(Shift\+)?[ZY]$/.test(name) && !isUntouched(typing)) return null;
  if (target?.closest("dialog, [role=menu], [role=listbox]") != null) return null;
  // Plain arrows belong to lists and tables; they move a waypoint from the map or from nowhere.
  if (name.includes("Arrow") && target !== document.body && target?.closest("[data-map]") == null)
    return null;
  return COMMANDS.find(({ keys }) => keys.includes(name)) ?? null;
}

/** `Ctrl+Shift+Z`: the Command key of a Mac counts as Ctrl. */
function keyName(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? signOf(event) : event.key;
  const letter = /^[A-Z]$/.test(key);
  return [
    event.ctrlKey || event.metaKey ? "Ctrl+" : "",
    event.altKey ? "Alt+" : "",
    // The Shift that makes a sign out of a key is part of the sign: `?`.
    event.shiftKey && (letter || event.key.length > 1) ? "Shift+" : "",
    key,
  ].join("");
}

/**
 * The letter or figure on the key where the layout gives another sign: Option on a Mac makes `˜` of N, and a Cyrillic
 * layout gives `т`.
 */
function signOf({ key, code, altKey }: KeyboardEvent): string {
  const printed = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
  const foreign = altKey || /[^\u0020-\u007e]/.test(key);
  return printed !== undefined && foreign ? printed : key.toUpperCase();
}

function isUntouched(field: Element): boolean {
  return field instanceof HTMLElement && field.dataset.untouched === "true";
}
