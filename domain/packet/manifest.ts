import { z } from "zod";
import { zuluSchema } from "../zulu.ts";

/** Largest file, and largest packet when unpacked, that a reader needs to accept. */
export const MOST_BYTES = 50_000_000;
export const MOST_FILES = 100;

/** `manifest.json` of a packet: every other file of the ZIP with its size and SHA-256. */
export const packetManifestSchema = z.strictObject({
  format: z.literal("daliz-packet"),
  schemaVersion: z.literal(1),
  madeAt: zuluSchema,
  /** Version of Daliz that made it, and SHA-256 of the manifest of its data. */
  daliz: z.string(),
  dataVersion: z.string(),
  /** `revision` is null for a flight that was never stored. */
  flight: z.strictObject({ id: z.string(), revision: z.number().int().min(1).nullable() }),
  cleared: z.boolean(),
  marking: z.string(),
  files: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, "must be a plain file name"),
        sizeBytes: z.number().int().min(0).max(MOST_BYTES),
        sha256: z.string().regex(/^[0-9a-f]{64}$/, "must have 64 figures 0-9 and a-f"),
      }),
    )
    .min(1)
    .max(MOST_FILES),
});
export type PacketManifest = z.infer<typeof packetManifestSchema>;
