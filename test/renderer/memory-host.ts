import type { Api, StoredFlight } from "#domain/api/contract.ts";
import { Refusal } from "#domain/api/failure.ts";
import type { Flight } from "#domain/flight/flight.ts";
import { NOW } from "#test/builders/plan.ts";

/** The flights of a host, kept in memory under the host's own rule for revisions; `hold` makes saves wait. */
export function memoryHost(flight: Flight) {
  let stored: StoredFlight = { flight, revision: 1, savedAt: NOW };
  const saves: { note: string; baseRevision: number }[] = [];
  let gate: Promise<void> = Promise.resolve();
  let trashed = false;
  let failure: Error | null = null;
  const unused = () => Promise.reject(new Error("not part of this test"));
  const flights: Api["flights"] = {
    list: unused,
    create: unused,
    remove: unused,
    async restore() {
      trashed = false;
      return stored;
    },
    revisions: unused,
    example: unused,
    get: async () => stored,
    async save({ flight: next, baseRevision, note }) {
      await gate;
      saves.push({ note, baseRevision });
      if (failure !== null) throw failure;
      if (trashed) throw new Refusal("flight-in-trash", "The flight is in the trash.");
      if (baseRevision !== stored.revision) {
        throw new Refusal("flight-changed-elsewhere", "The flight was changed elsewhere.");
      }
      stored = { flight: next as Flight, revision: stored.revision + 1, savedAt: NOW };
      return stored;
    },
  };
  return {
    api: { flights },
    saves,
    stored: () => stored,
    hold() {
      let release = () => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    fail(error: Error | null) {
      failure = error;
    },
    removeElsewhere() {
      trashed = true;
    },
    changeElsewhere() {
      stored = { ...stored, revision: stored.revision + 1 };
    },
  };
}
