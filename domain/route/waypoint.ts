import { z } from "zod";
import { positionSchema } from "../geo/position.ts";
import { idSchema } from "../id.ts";

/**
 * A point of the route. Its position is kept with the flight, so that a saved flight does not move when the
 * data sets do. `levelFl` and `tasKt` hold from here on until a later waypoint changes them; null keeps what
 * was. `groundMinutes` makes an aerodrome inside the route a stop; null overflies it.
 */
export const waypointSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(["aerodrome", "navaid", "position"]),
  ident: z
    .string()
    .max(16)
    .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, "must have capital letters and figures only"),
  name: z.string().max(120),
  position: positionSchema,
  groundMinutes: z.number().int().min(1).max(10_080).nullable(),
  levelFl: z.number().int().min(10).max(600).nullable(),
  tasKt: z.number().min(60).max(700).nullable(),
});
export type Waypoint = z.infer<typeof waypointSchema>;
