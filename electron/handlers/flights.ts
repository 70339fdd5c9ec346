import { setImmediate } from "node:timers/promises";
import type { Handlers, StoredFlight } from "#domain/api/contract.ts";
import { Refusal } from "#domain/api/failure.ts";
import { assess } from "#domain/flight/assess.ts";
import type { Flight } from "#domain/flight/flight.ts";
import {
  listSummaries,
  type Moment,
  staleFlights,
  writeDamagedSummary,
  writeSummary,
} from "#electron/database/flight-summaries.ts";
import {
  createFlight,
  flightFrom,
  readFlight,
  removeFlight,
  restoreFlight,
  revisionsOf,
  saveFlight,
  type Writing,
} from "#electron/database/flights.ts";
import { inCacheTransaction, inTransaction } from "#electron/database/write.ts";
import type { HostContext } from "./context.ts";
import { exampleFlight } from "./example-flight.ts";

type FlightHandlers = { [N in keyof Handlers as N extends `flights.${string}` ? N : never]: Handlers[N] };

/** Flights assessed in one go while the list is brought up to date: some 100 ms, then others are let in. */
const SLICE = 25;

export function flightHandlers(context: HostContext): FlightHandlers {
  const { open, reference } = context;
  const { db } = open;
  const writing = (note: string): Writing => ({ at: context.now(), actor: context.actor, note });
  const moment = (): Moment => ({ now: context.now(), referenceVersion: reference.version });
  const summarized = ({ flight, revision }: Pick<StoredFlight, "flight" | "revision">) => {
    const at = moment();
    writeSummary(db, flight, revision, assess(flight, reference, at.now), at);
  };
  /** The stored flight and its row in the list, in the same transaction. */
  const stored = (write: () => StoredFlight) =>
    inTransaction(open, () => {
      const result = write();
      summarized(result);
      return result;
    });

  return {
    "flights.list": async (wanted) => {
      for (;;) {
        const stale = staleFlights(db, moment(), SLICE);
        if (stale.length === 0) return listSummaries(db, wanted);
        inCacheTransaction(open, () => {
          for (const row of stale) {
            const flight = readable(() => flightFrom(row.document, row.id));
            if (flight === null) writeDamagedSummary(db, row, moment());
            else summarized({ flight, revision: row.revision });
          }
        });
        await setImmediate();
      }
    },
    "flights.get": ({ id }) => readFlight(db, id),
    "flights.create": ({ flight, note }) => stored(() => createFlight(db, flight, writing(note))),
    "flights.save": ({ flight, baseRevision, note }) =>
      stored(() => saveFlight(db, flight, baseRevision, writing(note))),
    "flights.remove": ({ id, baseRevision }) => {
      inTransaction(open, () => removeFlight(db, id, baseRevision, writing("")));
      return {};
    },
    "flights.restore": ({ id }) => stored(() => restoreFlight(db, id, writing(""))),
    "flights.revisions": ({ id }) => revisionsOf(db, id),
    "flights.example": () => exampleFlight(context.dataFolder, context.now(), context.newId()),
  };
}

/** Null where the stored flight is damaged; the list goes on without it. */
function readable(read: () => Flight): Flight | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
