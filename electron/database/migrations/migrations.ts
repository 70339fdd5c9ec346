import { flightsMigration } from "./0001-flights.ts";
import { flightSummariesMigration } from "./0002-flight-summaries.ts";

/** Every change of the database's form, oldest first. Entry n brings version n to n + 1; entries never change. */
export const migrations: readonly string[] = [flightsMigration, flightSummariesMigration];
