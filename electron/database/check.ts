import type { Database } from "better-sqlite3";
import { z } from "zod";
import { readAs } from "#domain/api/read-as.ts";
import { flightSchema } from "#domain/flight/flight.ts";
import { auditHead, firstBrokenAudit } from "./audit.ts";
import { documentHash } from "./flights.ts";
import { schemaProblems } from "./schema.ts";
import { all, rows } from "./sql.ts";

/**
 * Whether everything in the database fits together: SQLite's own checks, the tables and triggers, the audit chain, every revision against
 * the hash in its audit row, and every flight against its newest revision. One sentence per thing that does not.
 */
export function checkDatabase(db: Database): string[] {
  const wrong: string[] = [];
  const integrity = db.pragma("integrity_check(1)", { simple: true });
  if (integrity !== "ok") wrong.push(`SQLite reports damage: ${integrity}.`);
  const orphans = db.pragma("foreign_key_check");
  if (Array.isArray(orphans) && orphans.length > 0) wrong.push(`${orphans.length} rows belong to no flight.`);
  wrong.push(...schemaProblems(db));
  const broken = firstBrokenAudit(db);
  if (broken !== null) wrong.push(`The audit chain is broken at row ${broken} of ${auditHead(db).seq}.`);
  for (const { id, revision, document, audited } of all(db, revisionsWithAudit, {})) {
    if (audited === null) wrong.push(`Revision ${revision} of flight ${id} is not in the audit chain.`);
    else if (audited !== documentHash(document)) {
      wrong.push(`Revision ${revision} of flight ${id} is not what the audit chain recorded.`);
    }
  }
  for (const { id, document } of all(db, everyFlight, {})) {
    const reading = readAs(flightSchema, JSON.parse(document), "its document");
    if (!reading.ok) wrong.push(`Flight ${id} does not read: ${reading.sentence}.`);
  }
  for (const { id } of all(db, flightsUnlikeRevision, {})) {
    wrong.push(`Flight ${id} is not its newest revision.`);
  }
  for (const { id, revision } of all(db, auditWithoutRevision, {})) {
    wrong.push(`Revision ${revision} of flight ${id} is in the audit chain and nowhere else.`);
  }
  return wrong;
}

const revisionsWithAudit = rows(
  z.object({ id: z.string(), revision: z.int(), document: z.string(), audited: z.string().nullable() }),
)`
  WITH acts AS (
    SELECT payload ->> 'id' AS id, payload ->> 'revision' AS revision, payload ->> 'documentSha256' AS hash
    FROM audit WHERE action IN ('flight created', 'flight saved'))
  SELECT flight_id AS id, flight_revisions.revision, document, hash AS audited
  FROM flight_revisions
  LEFT JOIN acts ON acts.id = flight_id AND acts.revision = flight_revisions.revision
  ORDER BY flight_id, flight_revisions.revision`;

const everyFlight = rows(z.object({ id: z.string(), document: z.string() }))`
  SELECT id, document FROM flights ORDER BY id`;

const flightsUnlikeRevision = rows(z.object({ id: z.string() }))`
  SELECT id FROM flights
  LEFT JOIN flight_revisions ON flight_id = id AND flight_revisions.revision = flights.revision
    AND flight_revisions.document = flights.document
  WHERE flight_id IS NULL
    OR flights.revision <> (SELECT count(*) FROM flight_revisions WHERE flight_id = id)`;

const auditWithoutRevision = rows(z.object({ id: z.string(), revision: z.int() }))`
  SELECT payload ->> 'id' AS id, payload ->> 'revision' AS revision FROM audit
  WHERE action IN ('flight created', 'flight saved')
    AND NOT EXISTS (SELECT 1 FROM flight_revisions
      WHERE flight_id = payload ->> 'id' AND flight_revisions.revision = payload ->> 'revision')`;
