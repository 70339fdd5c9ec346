import { z } from "zod";

/** A point on the WGS 84 ellipsoid in degrees: latitude -90..90, longitude -180..180. */
export const positionSchema = z.strictObject({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});
export type Position = z.infer<typeof positionSchema>;
