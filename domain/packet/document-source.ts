import type { Aircraft } from "../aircraft/aircraft.ts";
import type { Assessment } from "../flight/assessment.ts";
import type { Flight } from "../flight/flight.ts";
import type { Reference } from "../reference.ts";
import type { Zulu } from "../zulu.ts";
import type { FlightPlanMessage } from "./icao-fpl.ts";

/** What the document of a packet is made from. */
export type PacketSource = {
  flight: Flight;
  assessment: Assessment;
  reference: Reference;
  aircraft: Aircraft | null;
  messages: readonly FlightPlanMessage[];
  madeAt: Zulu;
  /** Version of Daliz, and SHA-256 of the data sets' manifest and of `flight.json`. */
  daliz: string;
  dataVersion: string;
  flightSha256: string;
  /** `Version 3`, or that the flight is not stored. */
  versionText: string;
  stateName: (code: string) => string;
};
