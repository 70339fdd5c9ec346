import { Refusal } from "#domain/api/failure.ts";
import { readAs } from "#domain/api/read-as.ts";
import { type Flight, flightSchema } from "#domain/flight/flight.ts";
import { epochMs, plusMinutes, type Zulu } from "#domain/zulu.ts";
import { readDataFile } from "#electron/reference/load.ts";

const FILE = "examples/ankara-astana.json";
const DAY_MINUTES = 1440;

/** The shipped example, moved by whole days so that its off block is on the day after `now`, under a new id. */
export function exampleFlight(dataFolder: string, now: Zulu, id: string): Flight {
  const reading = readAs(flightSchema, readDataFile(dataFolder, FILE), "the flight");
  if (!reading.ok) {
    throw new Refusal("data-set-damaged", `The data set ${FILE} does not read: ${reading.sentence}.`);
  }
  const flight = reading.value;
  const days = dayOf(now) + 1 - dayOf(flight.offBlockAt);
  const moved = (at: Zulu) => plusMinutes(at, days * DAY_MINUTES);
  return {
    ...flight,
    id,
    offBlockAt: moved(flight.offBlockAt),
    authorizations: flight.authorizations.map((authorization) => ({
      ...authorization,
      validFrom: authorization.validFrom === null ? null : moved(authorization.validFrom),
      validTo: authorization.validTo === null ? null : moved(authorization.validTo),
    })),
  };
}

function dayOf(at: Zulu): number {
  return Math.floor(epochMs(at) / (DAY_MINUTES * 60_000));
}
