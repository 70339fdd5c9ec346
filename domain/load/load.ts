import { z } from "zod";

/** What the flight carries. One load for the whole flight; the sector that allows least decides. */
export const loadSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({
    kind: z.literal("paratroopers"),
    count: z.number().int().min(0).max(2_000),
    massEachKg: z.number().min(40).max(300),
  }),
  z.strictObject({ kind: z.literal("cargo"), massKg: z.number().min(0).max(500_000) }),
]);
export type Load = z.infer<typeof loadSchema>;

/** Mass of the load in kg. */
export function loadMassKg(load: Load): number {
  switch (load.kind) {
    case "none":
      return 0;
    case "paratroopers":
      return load.count * load.massEachKg;
    case "cargo":
      return load.massKg;
  }
}
