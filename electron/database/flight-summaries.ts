import type { Database } from "better-sqlite3";
import { z } from "zod";
import { type FlightSummary, flightSummarySchema, type Output } from "#domain/api/contract.ts";
import type { Assessment } from "#domain/flight/assessment.ts";
import type { Flight } from "#domain/flight/flight.ts";
import { folded } from "#domain/route/place.ts";
import { plusMinutes, type Zulu, zuluSchema } from "#domain/zulu.ts";
import { all, change, first, integer, rows, run, text } from "./sql.ts";

/** The moment and the data for which summaries count. */
export type Moment = { now: Zulu; referenceVersion: string };

/** A flight as its row in the database has it. */
type StaleFlight = z.output<typeof staleFlight>;

const END_OF_TIME = "9999-12-31T23:59:59Z" as Zulu;

type Listing = { text: string; filter: "all" | "needs-action" | "cleared"; offset: number; limit: number };

/** Writes the list's row of a flight, replacing the one there was. */
export function writeSummary(
  db: Database,
  flight: Flight,
  revision: number,
  assessment: Assessment,
  { now, referenceVersion }: Moment,
): void {
  const { sectors, requirements, status } = assessment;
  const stops =
    sectors.length === 0
      ? flight.waypoints.map(({ ident }) => ident)
      : [sectors[0]?.from ?? "", ...sectors.map(({ to }) => to)];
  run(db, putSummary, {
    id: flight.id,
    revision,
    referenceVersion,
    now,
    validUntil: validUntil(flight, assessment, now),
    offBlockAt: flight.offBlockAt,
    callSign: flight.callSign,
    stops: JSON.stringify(stops),
    status,
    clearedStates: requirements.filter(({ standing }) => standing === "cleared").length,
    states: requirements.length,
    searchText: searchTextOf(flight),
  });
}

/**
 * Writes the list's row of a flight whose document does not read, so that the others can be listed and this one can
 * be found and removed. Blocked, because nothing of it is known to be cleared.
 */
export function writeDamagedSummary(db: Database, row: StaleFlight, { now, referenceVersion }: Moment): void {
  const offBlockAt = zuluSchema.safeParse(row.offBlockAt);
  run(db, putSummary, {
    id: row.id,
    revision: row.revision,
    referenceVersion,
    now,
    validUntil: END_OF_TIME,
    offBlockAt: offBlockAt.success ? offBlockAt.data : now,
    callSign: row.callSign,
    stops: "[]",
    status: "blocked",
    clearedStates: 0,
    states: 0,
    searchText: folded(row.callSign),
  });
}

/** Up to `limit` flights whose summary is missing or does not count at this moment. */
export function staleFlights(db: Database, moment: Moment, limit: number): StaleFlight[] {
  const { flights, summaries } = first(db, countBoth, moment) ?? { flights: 0, summaries: 0 };
  if (flights === summaries) return [];
  return all(db, withoutSummary, { ...moment, limit });
}

/** A page of the list, latest off block first. All words of `text` have to occur, in any order. */
export function listSummaries(
  db: Database,
  { text: wanted, filter, ...page }: Listing,
): Output<"flights.list"> {
  const words = wordsOf(wanted);
  const counted = first(db, countMatches, words) ?? { all: 0, cleared: 0 };
  const counts = { all: counted.all, needsAction: counted.all - counted.cleared, cleared: counted.cleared };
  const asked = { all: counts.all, "needs-action": counts.needsAction, cleared: counts.cleared }[filter];
  if (asked <= page.offset) return { flights: [], counts };
  const flights = all(db, pageOfMatches, { ...words, ...page, filter }).map(
    (row): FlightSummary => flightSummarySchema.parse({ ...row, stops: JSON.parse(row.stops) }),
  );
  return { flights, counts };
}

/**
 * The earliest instant after now at which the clock could change the status: any instant that the flight, its grants
 * or its crossings name, and the second after it, because some comparisons include the instant and some do not.
 */
function validUntil(flight: Flight, { requirements, sectors }: Assessment, now: Zulu): Zulu {
  const instants = [
    flight.offBlockAt,
    ...flight.authorizations.flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
    ...requirements.flatMap(({ entryAt, exitAt }) => [entryAt, exitAt]),
    ...sectors.flatMap(({ takeOffAt, landingAt }) => [takeOffAt, landingAt]),
  ].filter((instant) => instant !== null);
  const later = [...instants, ...instants.map((instant) => plusMinutes(instant, 1 / 60))]
    .filter((instant) => instant > now)
    .sort();
  return later[0] ?? END_OF_TIME;
}

function searchTextOf(flight: Flight): string {
  const points = flight.waypoints.flatMap(({ ident, name }) => [ident, name]);
  return folded([flight.callSign, flight.registration, ...points, flight.note].join("\n"));
}

type Words = { w1: string; w2: string; w3: string; w4: string; w5: string; w6: string };

/** Patterns of six words, the longest first as it turns most flights away; what is typed beyond them stays together. */
function wordsOf(wanted: string): Words {
  const words = folded(wanted)
    .split(/\s+/)
    .filter((word) => word !== "");
  const six = [...words.slice(0, 5), words.slice(5).join(" ")].toSorted((a, b) => b.length - a.length);
  const [w1 = "%", w2 = "%", w3 = "%", w4 = "%", w5 = "%", w6 = "%"] = six.map(
    (word) => `%${word.replace(/[!%_]/g, "!$&")}%`,
  );
  return { w1, w2, w3, w4, w5, w6 };
}

const putSummary = change`
  INSERT INTO flight_summaries (flight_id, revision, reference_version, assessed_at, valid_until, off_block_at,
    call_sign, stops, status, cleared_states, states, search_text)
  VALUES (${text("id")}, ${integer("revision")}, ${text("referenceVersion")}, ${text("now")},
    ${text("validUntil")}, ${text("offBlockAt")}, ${text("callSign")}, ${text("stops")}, ${text("status")},
    ${integer("clearedStates")}, ${integer("states")}, ${text("searchText")})
  ON CONFLICT (flight_id) DO UPDATE SET revision = excluded.revision,
    reference_version = excluded.reference_version, assessed_at = excluded.assessed_at,
    valid_until = excluded.valid_until, off_block_at = excluded.off_block_at, call_sign = excluded.call_sign,
    stops = excluded.stops, status = excluded.status, cleared_states = excluded.cleared_states,
    states = excluded.states, search_text = excluded.search_text`;

const countBoth = rows(z.object({ flights: z.int(), summaries: z.int() }))`
  SELECT (SELECT count(*) FROM flights WHERE removed_at IS NULL) AS flights,
    (SELECT count(*) FROM flight_summaries
      WHERE reference_version = ${text("referenceVersion")} AND valid_until > ${text("now")}
        AND assessed_at <= ${text("now")}) AS summaries`;

const staleFlight = z.object({
  id: z.string(),
  revision: z.int(),
  document: z.string(),
  callSign: z.string(),
  offBlockAt: z.string(),
});

const withoutSummary = rows(staleFlight)`
  SELECT flights.id, flights.revision, flights.document, flights.call_sign AS callSign,
    flights.off_block_at AS offBlockAt FROM flights
  LEFT JOIN flight_summaries ON flight_id = flights.id AND reference_version = ${text("referenceVersion")}
    AND valid_until > ${text("now")} AND assessed_at <= ${text("now")}
  WHERE removed_at IS NULL AND flight_id IS NULL LIMIT ${integer("limit")}`;

const summaryRow = z.object({
  id: z.string(),
  revision: z.int(),
  callSign: z.string(),
  offBlockAt: zuluSchema,
  stops: z.string(),
  status: z.string(),
  clearedStates: z.int(),
  states: z.int(),
});

const countMatches = rows(z.object({ all: z.int(), cleared: z.int() }))`
  SELECT count(*) AS "all", count(*) FILTER (WHERE status = 'cleared') AS cleared FROM flight_summaries
  WHERE search_text LIKE ${text("w1")} ESCAPE '!' AND search_text LIKE ${text("w2")} ESCAPE '!'
    AND search_text LIKE ${text("w3")} ESCAPE '!' AND search_text LIKE ${text("w4")} ESCAPE '!'
    AND search_text LIKE ${text("w5")} ESCAPE '!' AND search_text LIKE ${text("w6")} ESCAPE '!'`;

const pageOfMatches = rows(summaryRow)`
  SELECT flight_id AS id, revision, call_sign AS callSign, off_block_at AS offBlockAt, stops, status,
    cleared_states AS clearedStates, states
  FROM flight_summaries
  WHERE search_text LIKE ${text("w1")} ESCAPE '!' AND search_text LIKE ${text("w2")} ESCAPE '!'
    AND search_text LIKE ${text("w3")} ESCAPE '!' AND search_text LIKE ${text("w4")} ESCAPE '!'
    AND search_text LIKE ${text("w5")} ESCAPE '!' AND search_text LIKE ${text("w6")} ESCAPE '!'
    AND (${text("filter")} = 'all' OR (${text("filter")} = 'cleared') = (status = 'cleared'))
  ORDER BY off_block_at DESC, flight_id DESC
  LIMIT ${integer("limit")} OFFSET ${integer("offset")}`;
