import { z } from "zod";

/**
 * How far a figure can be trusted: `published` seen in a source, `derived` computed from published figures,
 * `assumed` a planning default without a published source, `operator` entered by the user.
 */
const factStatusSchema = z.enum(["published", "derived", "assumed", "operator"]);

/** One number with its unit, source, date and status. `value: null` means that nobody has published it. */
export const figureSchema = z.strictObject({
  value: z.number().nullable(),
  unit: z.string(),
  source: z.string(),
  date: z.string(),
  status: factStatusSchema,
  note: z.string(),
});
export type Figure = z.infer<typeof figureSchema>;

/** Where a data set comes from. `checked` says how it was proved, `accuracy` what may be wrong with it. */
export const provenanceSchema = z.strictObject({
  source: z.string(),
  licence: z.string(),
  date: z.string(),
  checked: z.string(),
  accuracy: z.string(),
  status: factStatusSchema,
});
export type Provenance = z.infer<typeof provenanceSchema>;
