import type { Database } from "better-sqlite3";
import { z } from "zod";
import { type Settings, settingsSchema } from "#domain/api/contract.ts";
import { all, change, rows, run, text } from "./sql.ts";

const DEFAULTS: Settings = { theme: "system", lastFlightId: "", packetFolder: "", layout: {} };

/** The settings. One that no longer reads, such as a theme of a later version, is back at its default. */
export function readSettings(db: Database): Settings {
  const settings: Record<string, unknown> = { ...DEFAULTS };
  for (const { name, document } of all(db, everySetting, {})) {
    const field = Object.hasOwn(settingsSchema.shape, name)
      ? settingsSchema.shape[name as keyof Settings].safeParse(JSON.parse(document))
      : null;
    if (field?.success) settings[name] = field.data;
  }
  return settingsSchema.parse(settings);
}

/** Changes the settings that are given and leaves the others. */
export function writeSettings(db: Database, changed: Changed<Settings>): void {
  for (const [name, value] of Object.entries(changed)) {
    if (value !== undefined) run(db, putSetting, { name, document: JSON.stringify(value) });
  }
}

type Changed<T> = { [K in keyof T]?: T[K] | undefined };

const everySetting = rows(z.object({ name: z.string(), document: z.string() }))`
  SELECT name, document FROM settings`;

const putSetting = change`
  INSERT INTO settings (name, document) VALUES (${text("name")}, ${text("document")})
  ON CONFLICT (name) DO UPDATE SET document = excluded.document`;
