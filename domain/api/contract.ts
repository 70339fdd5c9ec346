import { z } from "zod";
import { flightSchema } from "../flight/flight.ts";
import { idSchema } from "../id.ts";
import { referenceSchema } from "../reference.ts";
import { zuluSchema } from "../zulu.ts";

type Call<I extends z.ZodType, O extends z.ZodType> = {
  kind: "query" | "command";
  input: I;
  output: O;
};

function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> {
  return { kind: "query", input, output };
}

function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> {
  return { kind: "command", input, output };
}

const nothing = z.strictObject({});
/** Path of a folder, empty for the default. */
const folderSchema = z
  .string()
  .max(4_000)
  .regex(/^\P{Cc}*$/u, "must not hold control characters");
const flightId = z.strictObject({ id: idSchema });

/** A flight as it stands in the database. `revision` counts up from 1 and guards against lost updates. */
const storedFlightSchema = z.strictObject({
  flight: flightSchema,
  revision: z.number().int().min(1),
  savedAt: zuluSchema,
});
export type StoredFlight = z.infer<typeof storedFlightSchema>;

/** One row of the flights list. `clearedStates` of `states` are cleared. */
export const flightSummarySchema = z.strictObject({
  id: z.string(),
  revision: z.number().int(),
  callSign: z.string(),
  offBlockAt: zuluSchema,
  /** Idents of the aerodromes where the flight stands: `LTAC – UATE – UACC`. */
  stops: z.array(z.string()),
  status: z.enum(["blocked", "stale", "partial", "pending", "cleared"]),
  clearedStates: z.number().int(),
  states: z.number().int(),
});
export type FlightSummary = z.infer<typeof flightSummarySchema>;

export const settingsSchema = z.strictObject({
  theme: z.enum(["system", "light", "dark"]),
  /** The flight that was open last, empty for none. */
  lastFlightId: z.string().max(64),
  /** Folder of the last packet export, empty for the host's default. */
  packetFolder: folderSchema,
  /** Widths, collapsed panels and map view of the screen; opaque to the host. */
  layout: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Every call the screen and the command line can make of the host. */
export const contract = {
  "host.info": query(
    nothing,
    z.strictObject({
      version: z.string(),
      mode: z.enum(["desktop", "loopback", "command line"]),
      databasePath: z.string(),
      /** A sentence when the database cannot be written, else null. */
      readOnlyReason: z.string().nullable(),
      defaultPacketFolder: z.string(),
    }),
  ),
  "reference.get": query(nothing, referenceSchema),
  "settings.get": query(nothing, settingsSchema),
  "settings.set": command(settingsSchema.partial(), settingsSchema),
  /** Flights by date; `text` matches call sign, registration, waypoints and note. Counts are for `text` alone. */
  "flights.list": query(
    z.strictObject({
      text: z.string().max(200),
      filter: z.enum(["all", "needs-action", "cleared"]),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    z.strictObject({
      flights: z.array(flightSummarySchema),
      counts: z.strictObject({
        all: z.number().int(),
        needsAction: z.number().int(),
        cleared: z.number().int(),
      }),
    }),
  ),
  "flights.get": query(flightId, storedFlightSchema),
  /** Refuses an id that exists (`flight-exists`). */
  "flights.create": command(
    z.strictObject({ flight: flightSchema, note: z.string().max(200) }),
    storedFlightSchema,
  ),
  /** Refuses when the stored revision is not `baseRevision` (`flight-changed-elsewhere`). */
  "flights.save": command(
    z.strictObject({
      flight: flightSchema,
      baseRevision: z.number().int().min(1),
      note: z.string().max(200),
    }),
    storedFlightSchema,
  ),
  /** Puts a flight in the trash; its revisions stay. */
  "flights.remove": command(flightId.extend({ baseRevision: z.number().int().min(1) }), nothing),
  /** Takes a flight out of the trash. */
  "flights.restore": command(flightId, storedFlightSchema),
  "flights.revisions": query(
    flightId,
    z.array(z.strictObject({ revision: z.number().int(), savedAt: zuluSchema, note: z.string() })),
  ),
  /** The example flight with its off block on the day after today, not yet stored. */
  "flights.example": query(nothing, flightSchema),
  /** Writes one ZIP into `folder` (empty: the default folder). Never overwrites. */
  "packets.export": command(
    z.strictObject({ flightId: idSchema, folder: folderSchema }),
    z.strictObject({
      path: z.string(),
      sizeBytes: z.number().int(),
      sha256: z.string(),
      files: z.array(z.string()),
      cleared: z.boolean(),
    }),
  ),
  /** Asks for a folder in a native dialog; null when cancelled. Refused where there is no window. */
  "packets.chooseFolder": command(nothing, z.strictObject({ folder: z.string().nullable() })),
} as const;

export type CallName = keyof typeof contract;
export type Input<N extends CallName> = z.input<(typeof contract)[N]["input"]>;
export type Output<N extends CallName> = z.output<(typeof contract)[N]["output"]>;

/** One handler per call: a missing or misspelt one does not compile. Input has been parsed. */
export type Handlers = {
  [N in CallName]: (input: z.output<(typeof contract)[N]["input"]>) => Output<N> | Promise<Output<N>>;
};

/** `api.flights.save(input)` for the call `flights.save`. */
export type Api = {
  [Area in CallName extends `${infer A}.${string}` ? A : never]: {
    [Verb in CallName extends infer C ? (C extends `${Area}.${infer V}` ? V : never) : never]: (
      input: Input<Extract<CallName, `${Area}.${Verb}`>>,
    ) => Promise<Output<Extract<CallName, `${Area}.${Verb}`>>>;
  };
};
