import { z } from "zod";
import { authorizationSchema } from "../authorization/authorization.ts";
import { idSchema } from "../id.ts";
import { loadSchema } from "../load/load.ts";
import { waypointSchema } from "../route/waypoint.ts";
import { plannedZuluSchema } from "../zulu.ts";

/**
 * A flight: what people decided and received, and nothing that can be computed from it. One row of JSON in the
 * database, one file in an exchange. Consequences come from `assess`.
 */
export const flightSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: idSchema,
  /** ICAO Item 7, empty while unknown. */
  callSign: z.string().regex(/^[A-Z0-9]{0,7}$/, "must have up to seven letters and figures"),
  registration: z.string().regex(/^[A-Z0-9]{0,7}$/, "must have up to seven letters and figures, no hyphen"),
  /** ISO 3166-1 alpha-2 code of the State that operates the aircraft, empty while unknown. */
  operatorState: z.string().regex(/^([A-Z]{2})?$/, "must be two capital letters, or empty"),
  aircraftId: idSchema,
  /** Estimated off-block time of the first sector. */
  offBlockAt: plannedZuluSchema,
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
    .refine((all) => isDistinct(all.map(({ id }) => id)), "must not hold two points with the same id")
    .superRefine((all, context) => {
      for (const index of deafStops(all)) {
        const message = "must not be set: only an aerodrome inside the route is a stop";
        context.addIssue({ code: "custom", path: [index, "groundMinutes"], message });
      }
    }),
  load: loadSchema,
  authorizations: z
    .array(authorizationSchema)
    .max(60)
    .refine((all) => isDistinct(all.map(({ state }) => state)), "must not hold two entries of one State"),
  note: z.string().max(20_000),
});
export type Flight = z.infer<typeof flightSchema>;

/** Points with minutes on the ground where the flight does not stop. */
function deafStops(waypoints: readonly z.infer<typeof waypointSchema>[]): number[] {
  return waypoints.flatMap(({ kind, groundMinutes }, index) => {
    const inside = index > 0 && index < waypoints.length - 1;
    return groundMinutes !== null && !(inside && kind === "aerodrome") ? [index] : [];
  });
}

function isDistinct(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length;
}
