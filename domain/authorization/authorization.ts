import { z } from "zod";
import { positionSchema } from "../geo/position.ts";
import { plannedZuluSchema } from "../zulu.ts";

export const AUTHORIZATION_STATUSES = [
  "draft",
  "requested",
  "granted",
  "refused",
  "suspended",
  "cancelled",
  "expired",
] as const;
export type AuthorizationStatus = (typeof AUTHORIZATION_STATUSES)[number];

/** Entry and exit of one visit to a State, as they stood when the grant was recorded. */
const grantedVisitSchema = z.strictObject({ entry: positionSchema, exit: positionSchema });

/** What one State has answered for this flight: recorded facts, nothing computed. */
export const authorizationSchema = z.strictObject({
  state: z.string().regex(/^[A-Z]{2}$/, "must be two capital letters"),
  status: z.enum(AUTHORIZATION_STATUSES),
  number: z.string().max(60),
  validFrom: plannedZuluSchema.nullable(),
  validTo: plannedZuluSchema.nullable(),
  note: z.string().max(4_000),
  /** The visits the grant was given for; null while nothing is granted. */
  grantedFor: z.array(grantedVisitSchema).nullable(),
});
export type Authorization = z.infer<typeof authorizationSchema>;
