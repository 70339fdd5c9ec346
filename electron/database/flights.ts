import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import { z } from "zod";
import type { StoredFlight } from "#domain/api/contract.ts";
import { Refusal } from "#domain/api/failure.ts";
import { readAs } from "#domain/api/read-as.ts";
import { type Flight, flightSchema } from "#domain/flight/flight.ts";
import { type Zulu, zuluSchema } from "#domain/zulu.ts";
import { appendAudit } from "./audit.ts";
import { all, change, first, integer, optionalText, rows, run, text } from "./sql.ts";

/** Who writes, when, and what for. */
export type Writing = { at: Zulu; actor: string; note: string };

/** A flight as it stands; refuses what is not there (`flight-not-found`, `flight-in-trash`). */
export function readFlight(db: Database, id: string): StoredFlight {
  return stored(present(db, id));
}

/** Stores a new flight as revision 1. Refuses an id that exists, also in the trash (`flight-exists`). */
export function createFlight(db: Database, flight: Flight, writing: Writing): StoredFlight {
  if (first(db, flightById, { id: flight.id }) !== null) {
    throw new Refusal("flight-exists", `A flight with the id ${flight.id} exists already.`);
  }
  const document = JSON.stringify(flight);
  run(db, insertFlight, { ...columnsOf(flight, writing), revision: 1, document });
  record(db, "flight created", flight.id, 1, document, writing);
  return { flight, revision: 1, savedAt: writing.at };
}

/** Stores the next revision. Refuses when `baseRevision` is not the stored one (`flight-changed-elsewhere`). */
export function saveFlight(
  db: Database,
  flight: Flight,
  baseRevision: number,
  writing: Writing,
): StoredFlight {
  refuseChanged(readFlight(db, flight.id), baseRevision);
  const revision = baseRevision + 1;
  const document = JSON.stringify(flight);
  run(db, updateFlight, { ...columnsOf(flight, writing), revision, document });
  record(db, "flight saved", flight.id, revision, document, writing);
  return { flight, revision, savedAt: writing.at };
}

/** Puts a flight in the trash. */
export function removeFlight(db: Database, id: string, baseRevision: number, writing: Writing): void {
  // Not read as a flight: a damaged one can be put away, too.
  refuseChanged(present(db, id), baseRevision);
  run(db, setRemoved, { id, removedAt: writing.at });
  appendAudit(db, { at: writing.at, actor: writing.actor, action: "flight removed", payload: { id } });
}

/** Takes a flight out of the trash; one that is not in it stays as it is. */
export function restoreFlight(db: Database, id: string, writing: Writing): StoredFlight {
  const row = existing(db, id);
  if (row.removedAt !== null) {
    run(db, setRemoved, { id, removedAt: null });
    appendAudit(db, { at: writing.at, actor: writing.actor, action: "flight restored", payload: { id } });
  }
  return stored(row);
}

/** Revisions of a flight, newest first. */
export function revisionsOf(db: Database, id: string): { revision: number; savedAt: Zulu; note: string }[] {
  existing(db, id);
  return all(db, revisionsById, { id });
}

/** Hash of a stored document, as the audit names it. */
export function documentHash(document: string): string {
  return createHash("sha256").update(document).digest("hex");
}

/** A stored document as a flight. A document that does not fit its schema was not written by Daliz. */
export function flightFrom(document: string, id: string): Flight {
  const reading = readAs(flightSchema, JSON.parse(document), "the flight");
  if (reading.ok) return reading.value;
  throw new Refusal(
    "flight-damaged",
    `The stored flight ${id} is damaged (${reading.sentence}): restore a copy of the database.`,
  );
}

type FlightRow = z.output<typeof flightRow>;

const flightRow = z.object({
  id: z.string(),
  revision: z.int(),
  savedAt: zuluSchema,
  removedAt: z.string().nullable(),
  callSign: z.string(),
  document: z.string(),
});

function existing(db: Database, id: string): FlightRow {
  const row = first(db, flightById, { id });
  if (row === null) throw new Refusal("flight-not-found", `There is no flight with the id ${id}.`);
  return row;
}

function present(db: Database, id: string): FlightRow {
  const row = existing(db, id);
  if (row.removedAt === null) return row;
  throw new Refusal("flight-in-trash", `The flight ${nameOf(row)} is in the trash: restore it first.`);
}

function stored({ id, revision, savedAt, document }: FlightRow): StoredFlight {
  return { flight: flightFrom(document, id), revision, savedAt };
}

function nameOf({ callSign, id }: FlightRow): string {
  return callSign === "" ? id : callSign;
}

function refuseChanged(now: Pick<FlightRow, "revision">, baseRevision: number): void {
  if (now.revision === baseRevision) return;
  throw new Refusal(
    "flight-changed-elsewhere",
    `The flight was changed elsewhere: revision ${now.revision} is stored, yours began at ${baseRevision}. Open it again and repeat the change.`,
  );
}

function columnsOf({ id, callSign, registration, offBlockAt }: Flight, { at }: Writing) {
  return { id, callSign, registration, offBlockAt, savedAt: at };
}

function record(
  db: Database,
  action: string,
  id: string,
  revision: number,
  document: string,
  { at, actor, note }: Writing,
): void {
  run(db, insertRevision, { id, revision, savedAt: at, note, document });
  const payload = { id, revision, note, documentSha256: documentHash(document) };
  appendAudit(db, { at, actor, action, payload });
}

const flightById = rows(flightRow)`
  SELECT id, revision, saved_at AS savedAt, removed_at AS removedAt, call_sign AS callSign, document
  FROM flights WHERE id = ${text("id")}`;

const insertFlight = change`
  INSERT INTO flights (id, revision, saved_at, removed_at, call_sign, registration, off_block_at, document)
  VALUES (${text("id")}, ${integer("revision")}, ${text("savedAt")}, NULL, ${text("callSign")},
    ${text("registration")}, ${text("offBlockAt")}, ${text("document")})`;

const updateFlight = change`
  UPDATE flights SET revision = ${integer("revision")}, saved_at = ${text("savedAt")},
    call_sign = ${text("callSign")}, registration = ${text("registration")},
    off_block_at = ${text("offBlockAt")}, document = ${text("document")}
  WHERE id = ${text("id")}`;

const setRemoved = change`
  UPDATE flights SET removed_at = ${optionalText("removedAt")} WHERE id = ${text("id")}`;

const insertRevision = change`
  INSERT INTO flight_revisions (flight_id, revision, saved_at, note, document)
  VALUES (${text("id")}, ${integer("revision")}, ${text("savedAt")}, ${text("note")}, ${text("document")})`;

const revisionsById = rows(z.object({ revision: z.int(), savedAt: zuluSchema, note: z.string() }))`
  SELECT revision, saved_at AS savedAt, note FROM flight_revisions
  WHERE flight_id = ${text("id")} ORDER BY revision DESC`;
