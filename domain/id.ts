import { z } from "zod";

/**
 * Key of a flight, a waypoint or an aircraft. It stands in sentences, file names and queries, so it holds nothing that
 * cannot be seen: no control or format characters, no line ends, no half of a surrogate pair.
 */
export const idSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, "must not hold control characters");
