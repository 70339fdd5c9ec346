import type { Api, StoredFlight } from "#domain/api/contract.ts";
import { Refusal } from "#domain/api/failure.ts";
import type { Flight } from "#domain/flight/flight.ts";
import type { Zulu } from "#domain/zulu.ts";

/** How far the flight on the screen has reached the database. */
export type SaveState =
  | { kind: "saved"; at: Zulu }
  | { kind: "saving" }
  /** A flight that was changed elsewhere or deleted leaves a choice of versions, anything else another try. */
  | { kind: "failed"; sentence: string; why: "changed-elsewhere" | "in-trash" | "other" };

type Save = { flight: Flight; note: string };

export type WriteQueue = {
  /** Saves after what is already under way; of several waiting saves only the last is written. */
  save(flight: Flight, note: string): void;
  /** Takes up the failed save again, on top of the stored revision `onto` when given. */
  retry(onto?: number): void;
  /** Resolves when nothing waits: true when everything reached the database. */
  settled(): Promise<boolean>;
  /** Revision that the next save builds on. */
  revision(): number;
};

/**
 * One write at a time, in order, for one flight. After a failure nothing more is written until `retry` or the next
 * `save`, and what the user has stays on the screen.
 */
export function writeQueueOf(
  api: Pick<Api, "flights">,
  stored: Pick<StoredFlight, "revision">,
  report: (state: SaveState) => void,
): WriteQueue {
  let revision = stored.revision;
  let waiting: Save | null = null;
  let running: Promise<boolean> | null = null;

  const run = async (): Promise<boolean> => {
    while (waiting !== null) {
      const save: Save = waiting;
      waiting = null;
      report({ kind: "saving" });
      try {
        const reply = await api.flights.save({ ...save, baseRevision: revision });
        revision = reply.revision;
        if (waiting === null) report({ kind: "saved", at: reply.savedAt });
      } catch (error) {
        // A newer state of the flight replaces the one that failed.
        waiting ??= save;
        report(failureOf(error));
        return false;
      }
    }
    return true;
  };
  const start = () => {
    running ??= run().finally(() => {
      running = null;
    });
  };

  return {
    save(flight, note) {
      waiting = { flight, note };
      start();
    },
    retry(onto) {
      if (onto !== undefined) revision = onto;
      if (waiting !== null) start();
    },
    settled: () => running ?? Promise.resolve(waiting === null),
    revision: () => revision,
  };
}

function failureOf(error: unknown): SaveState {
  const code = error instanceof Refusal ? error.code : null;
  return {
    kind: "failed",
    sentence: error instanceof Error ? error.message : "The flight could not be saved.",
    why:
      code === "flight-changed-elsewhere"
        ? "changed-elsewhere"
        : code === "flight-in-trash"
          ? "in-trash"
          : "other",
  };
}
