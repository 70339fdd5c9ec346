import { Refusal } from "#domain/api/failure.ts";
import { newFlight } from "#domain/flight/new-flight.ts";
import { epochMs, zuluAt } from "#domain/zulu.ts";
import { nextLabel } from "#renderer/state/history.ts";
import { newId, type Session } from "#renderer/state/session.ts";
import { showWholeRoute } from "#renderer/state/view-store.ts";
import type { Command } from "./command.ts";
import { closeFlightsOverMap } from "./view-commands.ts";

const openOf = (session: Session) => session.flights.store.getState().open;

function stepCommand(direction: "undo" | "redo", word: string, keys: string[]): Command {
  const label = (session: Session) => {
    const open = openOf(session);
    return open === null ? null : nextLabel(open.history, direction);
  };
  return {
    id: direction,
    title: (session) => [word, label(session)].filter((part) => part !== null).join(" "),
    name: word,
    keys,
    refusal: (session) => (label(session) === null ? `Nothing to ${word.toLowerCase()}` : null),
    run: (session) => session.flights[direction](),
  };
}

export const undo = stepCommand("undo", "Undo", ["Ctrl+Z"]);
export const redo = stepCommand("redo", "Redo", ["Ctrl+Shift+Z", "Ctrl+Y"]);

/** Tomorrow at 0600Z: near enough to be right, early enough to leave time for permissions to be asked for. */
export const newFlightCommand: Command = {
  id: "new-flight",
  title: () => "New flight",
  keys: ["Alt+N"],
  refusal: ({ reference }) => (reference.aircraft.length === 0 ? "No aircraft in the data set" : null),
  async run(session) {
    const [aircraft] = session.reference.aircraft;
    if (aircraft === undefined) return;
    const { now } = session.flights.store.getState();
    const midnight = Math.floor(epochMs(now) / 86_400_000) * 86_400_000;
    const flight = newFlight(newId(), zuluAt(midnight + 30 * 3_600_000), aircraft);
    await createAndOpen(session, flight, "New flight");
    session.view.setState({ mode: "draw" });
  },
};

export const openExample: Command = {
  id: "open-example",
  title: () => "Open the example flight",
  keys: [],
  refusal: () => null,
  async run(session) {
    const flight = await session.api.flights.example({});
    const { flights } = await session.api.flights.list({ text: "", filter: "all", offset: 0, limit: 500 });
    if (flights.some(({ id }) => id === flight.id)) await openFlight(session, flight.id);
    else await createAndOpen(session, flight, "Example flight");
  },
};

export const removeFlight: Command = {
  id: "remove-flight",
  title: () => "Delete flight",
  keys: [],
  refusal: (session) => (openOf(session) === null ? "No flight is open" : null),
  run: (session) => session.view.setState({ dialog: { kind: "remove" } }),
};

/** Undoes the delete: Undo itself belongs to the flight that is open. */
export const restoreFlight: Command = {
  id: "restore-flight",
  title: ({ view }) => `Restore ${view.getState().removed?.callSign ?? ""}`.trim(),
  name: "Restore the deleted flight",
  keys: [],
  refusal: ({ view }) => (view.getState().removed === null ? "No flight was deleted" : null),
  async run(session) {
    const { removed } = session.view.getState();
    if (removed === null) return;
    await settle(session);
    const stored = await session.api.flights.restore({ id: removed.id });
    session.view.setState({ removed: null });
    show(session, stored);
    await session.queries.invalidateQueries({ queryKey: ["flights"] });
  },
};

export const exportPacket: Command = {
  id: "export-packet",
  title(session) {
    const open = openOf(session);
    const waiting =
      open?.assessment.requirements.filter(({ standing }) => standing !== "cleared").length ?? 0;
    if (waiting === 0) return "Export packet";
    return `Export packet: ${waiting} ${waiting === 1 ? "State" : "States"} open`;
  },
  name: "Export packet",
  keys: ["Ctrl+E"],
  refusal(session) {
    const open = openOf(session);
    if (open === null) return "No flight is open";
    if (open.assessment.legs.length === 0) return "Export packet: no route yet";
    if (open.save.kind === "failed") return "Export packet: flight not saved";
    return null;
  },
  run: (session) => session.view.setState({ dialog: { kind: "export" } }),
};

/** Opens a stored flight, after the one before has been written. */
export async function openFlight(session: Session, id: string, callSign = ""): Promise<void> {
  if (openOf(session)?.committed.id === id) return;
  await settle(session);
  try {
    show(session, await session.api.flights.get({ id }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "flight-in-trash") throw error;
    // Deleted in another window, and this list did not know: it is offered back.
    markRemoved(session, { id, callSign });
  }
}

/** The flight is in the trash: the list goes without it, and the status bar offers it back. */
export function markRemoved({ view, queries }: Session, removed: { id: string; callSign: string }): void {
  view.setState({ removed, problem: null });
  void queries.invalidateQueries({ queryKey: ["flights"] });
}

/** Gives up this screen's version of a flight that was deleted elsewhere. */
export function discardDeleted(session: Session): void {
  const open = openOf(session);
  if (open === null) return;
  const { id, callSign } = open.committed;
  session.flights.close();
  markRemoved(session, { id, callSign });
}

async function settle({ flights }: Session): Promise<void> {
  if (await flights.settled()) return;
  throw new Error("The open flight is not saved yet: settle that first, see the bar below.");
}

async function createAndOpen(
  session: Session,
  flight: Parameters<Session["api"]["flights"]["create"]>[0]["flight"],
  note: string,
) {
  await settle(session);
  show(session, await session.api.flights.create({ flight, note }));
  await session.queries.invalidateQueries({ queryKey: ["flights"] });
}

function show(session: Session, stored: Awaited<ReturnType<Session["api"]["flights"]["get"]>>) {
  session.flights.open(stored);
  session.view.setState({ selection: { kind: "none" }, mode: "select", menu: null });
  closeFlightsOverMap(session);
  showWholeRoute(session.view);
  void session.api.settings.set({ lastFlightId: stored.flight.id }).catch(() => undefined);
}
