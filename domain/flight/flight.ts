import { z } from "zod";
import { authorizationSchema } from "../authorization/authorization.ts";
import { loadSchema } from "../load/load.ts";
import { waypointSchema } from "../route/waypoint.ts";
import { zuluSchema } from "../zulu.ts";

/**
 * A flight: what people decided and received, and nothing that can be computed from it. One row of JSON in the
 * database, one file in an exchange. Consequences come from `assess`.
 */
export const flightSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().min(1).max(64),
  /** ICAO Item 7, empty while unknown. */
  callSign: z.string().regex(/^[A-Z0-9]{0,7}$/, "a call sign has up to seven letters and figures"),
  registration: z
    .string()
    .regex(/^[A-Z0-9]{0,7}$/, "a registration has up to seven letters and figures, no hyphen"),
  /** ISO 3166-1 alpha-2 code of the State that operates the aircraft, empty while unknown. */
  operatorState: z.string().regex(/^([A-Z]{2})?$/),
  aircraftId: z.string().min(1).max(40),
  /** Estimated off-block time of the first sector. */
  offBlockAt: zuluSchema,
  /** From off block to take-off, on every sector. */
  taxiMinutes: z.number().min(0).max(120),
  cruise: z.strictObject({
    levelFl: z.number().int().min(10).max(600),
    tasKt: z.number().min(60).max(700),
    /** Mean wind component against the flight, negative for a tail wind. */
    headwindKt: z.number().min(-250).max(250),
  }),
  corridorHalfWidthNm: z.number().min(0.1).max(100),
  payloadMode: z.enum(["planning", "published"]),
  waypoints: z
    .array(waypointSchema)
    .max(300)
    .refine((all) => isDistinct(all.map(({ id }) => id)), "two waypoints have the same id"),
  load: loadSchema,
  authorizations: z
    .array(authorizationSchema)
    .max(60)
    .refine((all) => isDistinct(all.map(({ state }) => state)), "one State has two authorizations"),
  note: z.string().max(20_000),
});
export type Flight = z.infer<typeof flightSchema>;

function isDistinct(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length;
}
