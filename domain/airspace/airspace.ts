import { z } from "zod";

/** A closed ring of `[longitude, latitude]` in degrees; first and last point are equal (RFC 7946). */
export type Ring = ReadonlyArray<readonly [number, number]>;

const ringSchema = z.array(z.tuple([z.number(), z.number()])).min(4);

/**
 * An airspace as shipped: edges between two points are straight in the longitude/latitude plane (RFC 7946).
 * `polygons[i][0]` is the outer ring, further rings are holes. FIRs form a coverage: neighbours share their
 * edges to the last bit.
 */
export const airspaceSchema = z.strictObject({
  kind: z.enum(["fir", "uir", "restricted", "prohibited", "danger"]),
  ident: z.string(),
  alias: z.string(),
  name: z.string(),
  /** ISO 3166-1 alpha-2 code of the State that provides the service. */
  state: z.string(),
  upperRegion: z.string(),
  /** True when the data ends before the airspace does. */
  clipped: z.boolean(),
  /** Where a label stands well. */
  label: z.tuple([z.number(), z.number()]),
  polygons: z.array(z.array(ringSchema).min(1)).min(1),
});
export type Airspace = z.infer<typeof airspaceSchema>;
