import { createStore, type StoreApi } from "zustand/vanilla";
import type { Api, StoredFlight } from "#domain/api/contract.ts";
import { assess } from "#domain/flight/assess.ts";
import type { Assessment } from "#domain/flight/assessment.ts";
import type { Flight } from "#domain/flight/flight.ts";
import type { Reference } from "#domain/reference.ts";
import type { Zulu } from "#domain/zulu.ts";
import { EMPTY_HISTORY, type History, pushed, redone, undone } from "./history.ts";
import { type SaveState, type WriteQueue, writeQueueOf } from "./write-queue.ts";

/** The flight that is open, with what it means now. */
export type OpenFlight = {
  /** As committed: what is saved and what Undo works on. */
  committed: Flight;
  /** As shown: the committed one, or the one under the hand. */
  flight: Flight;
  assessment: Assessment;
  history: History;
  save: SaveState;
};

export type FlightState = { open: OpenFlight | null; now: Zulu };

/** Holds the open flight. Every edit is a whole new flight; every consequence comes from `assess`. */
export type FlightStore = {
  store: StoreApi<FlightState>;
  reference: Reference;
  open(stored: StoredFlight): void;
  close(): void;
  /** Shows a flight without keeping it: the state under the hand. */
  preview(flight: Flight): void;
  /** Back to what is committed. */
  cancelPreview(): void;
  /** Keeps the flight as one step of Undo and saves it. Does nothing when nothing changed. */
  commit(label: string, flight?: Flight): void;
  undo(): void;
  redo(): void;
  /** The minute has changed: standings and findings depend on it. */
  tick(now: Zulu): void;
  retrySave(): void;
  /** Writes this screen's version over the revision that was saved elsewhere, and over no later one. */
  saveOver(revision: number): void;
  /** Takes the open flight out of the trash and saves it. What was saved elsewhere meanwhile is not written over. */
  restoreAndSave(): Promise<void>;
  /** Resolves to true when everything has reached the database. */
  settled(): Promise<boolean>;
};

export function flightStoreOf(
  api: Pick<Api, "flights">,
  reference: Reference,
  now: Zulu,
  afterSave: () => void,
): FlightStore {
  const store = createStore<FlightState>(() => ({ open: null, now }));
  let queue: WriteQueue | null = null;

  const change = (part: Partial<OpenFlight>) =>
    store.setState(({ open }) => (open === null ? {} : { open: { ...open, ...part } }));
  const assessed = (flight: Flight) => assess(flight, reference, store.getState().now);
  const step = (taken: ReturnType<typeof undone>, word: string) => {
    if (taken === null) return;
    const { flight, history, label } = taken;
    change({ committed: flight, flight, assessment: assessed(flight), history });
    queue?.save(flight, `${word} ${label}`);
  };

  return {
    store,
    reference,
    open(stored) {
      const { flight } = stored;
      const own = writeQueueOf(api, stored, (save) => {
        // A flight that was left meanwhile reports to nobody.
        if (queue !== own) return;
        change({ save });
        if (save.kind === "saved") afterSave();
      });
      queue = own;
      store.setState({
        open: {
          committed: flight,
          flight,
          assessment: assessed(flight),
          history: EMPTY_HISTORY,
          save: { kind: "saved", at: stored.savedAt },
        },
      });
    },
    close() {
      queue = null;
      store.setState({ open: null });
    },
    preview(flight) {
      const { open } = store.getState();
      if (open !== null && open.flight !== flight) change({ flight, assessment: assessed(flight) });
    },
    cancelPreview() {
      const { open } = store.getState();
      if (open !== null && open.flight !== open.committed)
        change({ flight: open.committed, assessment: assessed(open.committed) });
    },
    commit(label, given) {
      const { open } = store.getState();
      if (open === null) return;
      const flight = given ?? open.flight;
      if (sameFlight(flight, open.committed)) {
        this.cancelPreview();
        return;
      }
      const assessment = flight === open.flight ? open.assessment : assessed(flight);
      change({ committed: flight, flight, assessment, history: pushed(open.history, label, open.committed) });
      queue?.save(flight, label);
    },
    undo() {
      const { open } = store.getState();
      if (open !== null) step(undone(open.history, open.committed), "Undo");
    },
    redo() {
      const { open } = store.getState();
      if (open !== null) step(redone(open.history, open.committed), "Redo");
    },
    tick(at) {
      store.setState({ now: at });
      const { open } = store.getState();
      if (open !== null) change({ assessment: assessed(open.flight) });
    },
    retrySave: () => queue?.retry(),
    saveOver: (revision) => queue?.retry(revision),
    async restoreAndSave() {
      const { open } = store.getState();
      if (open === null) return;
      const own = queue;
      await api.flights.restore({ id: open.committed.id });
      // On its own revision: a version saved elsewhere before the delete is refused once more, and offered.
      own?.retry();
    },
    settled: () => queue?.settled() ?? Promise.resolve(true),
  };
}

function sameFlight(one: Flight, other: Flight): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
