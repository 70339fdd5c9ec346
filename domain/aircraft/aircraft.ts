import { z } from "zod";
import { figureSchema } from "../provenance.ts";

/** An aircraft type as planning data; every figure says where it comes from. Masses in kg, lengths in m. */
export const aircraftSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  icaoDesignator: z.string(),
  wakeCategory: z.enum(["L", "M", "H", "J"]),
  /** Sample Item 10 and Item 18 texts; never the user's tail. */
  sampleEquipment: z.strictObject({
    equipment: z.string(),
    surveillance: z.string(),
    pbn: z.string(),
    source: z.string(),
    date: z.string(),
    status: z.literal("assumed"),
  }),
  figures: z.strictObject({
    maximumTakeOffMassKg: figureSchema,
    maximumLandingMassKg: figureSchema,
    emptyMassKg: figureSchema,
    usableFuelKg: figureSchema,
    maximumPayloadKg: figureSchema,
    singleVehiclePayloadKg: figureSchema,
    paratroopers: figureSchema,
    paratrooperMassKg: figureSchema,
    cruiseTasKt: figureSchema,
    defaultLevelFl: figureSchema,
    ceilingFl: figureSchema,
  }),
  /** The range model of domain/aircraft/payload-range.ts. */
  rangeModel: z.strictObject({
    /** Range factor K in km and lumped allowance A0 in kg, fitted to `publishedRange`. */
    rangeFactorKm: figureSchema,
    lumpedAllowanceKg: figureSchema,
    publishedRange: z.array(
      z.strictObject({ payloadKg: z.number(), rangeKm: z.number(), source: z.string() }),
    ),
    /** Uncertainty of a single leg, as the sources allow to say it. */
    payloadErrorKg: figureSchema,
    rangeErrorPercent: figureSchema,
    /** Where the model is claimed to hold: from this level up, and near `planning.speedKmh`. */
    lowestLevelFl: figureSchema,
    speedTolerancePercent: figureSchema,
    planning: z.strictObject({
      taxiAndClimbFuelKg: figureSchema,
      contingencyPercent: figureSchema,
      alternateDistanceKm: figureSchema,
      alternateExtraFuelKg: figureSchema,
      holdMinutes: figureSchema,
      holdFlowFactor: figureSchema,
      speedKmh: figureSchema,
    }),
  }),
});
export type Aircraft = z.infer<typeof aircraftSchema>;
