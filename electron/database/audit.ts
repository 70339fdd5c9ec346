import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import { z } from "zod";
import type { Zulu } from "#domain/zulu.ts";
import { canonicalJson } from "./canonical-json.ts";
import { all, change, first, integer, rows, run, text } from "./sql.ts";

/** What was done, to be written into the chain: `payload` is JSON. */
export type Act = { at: Zulu; actor: string; action: string; payload: object };

/** Number and hash of the newest row: kept outside, it reveals a chain whose end was cut off. */
export type AuditHead = { seq: number; hash: string };

/** What the first row names as its predecessor. */
const NOTHING_BEFORE = "0".repeat(64);

/**
 * Appends a row to the chain, inside the caller's transaction. Each hash covers the row and the hash before it:
 * SHA-256 of the canonical JSON of `{ action, actor, at, payload, previousHash, seq }`.
 */
export function appendAudit(db: Database, act: Act): AuditHead {
  const last = auditHead(db);
  const seq = last.seq + 1;
  const row = { ...act, payload: canonicalJson(act.payload), previousHash: last.hash, seq };
  const hash = hashOf(row);
  run(db, insert, { ...row, hash });
  return { seq, hash };
}

/** The newest row, or seq 0 before the first. */
export function auditHead(db: Database): AuditHead {
  return first(db, newest, {}) ?? { seq: 0, hash: NOTHING_BEFORE };
}

/** Recomputes the whole chain. Returns the first sequence number that does not fit, or null when all do. */
export function firstBrokenAudit(db: Database): number | null {
  let expected = { seq: 1, previousHash: NOTHING_BEFORE };
  for (const row of all(db, everything, {})) {
    const fits =
      row.seq === expected.seq && row.previousHash === expected.previousHash && row.hash === hashOf(row);
    if (!fits) return expected.seq;
    expected = { seq: row.seq + 1, previousHash: row.hash };
  }
  return null;
}

type Row = { seq: number; at: string; actor: string; action: string; payload: string; previousHash: string };

function hashOf({ seq, at, actor, action, payload, previousHash }: Row): string {
  const covered = canonicalJson({ seq, at, actor, action, payload: JSON.parse(payload), previousHash });
  return createHash("sha256").update(covered).digest("hex");
}

const insert = change`
  INSERT INTO audit (seq, at, actor, action, payload, previous_hash, hash)
  VALUES (${integer("seq")}, ${text("at")}, ${text("actor")}, ${text("action")}, ${text("payload")},
    ${text("previousHash")}, ${text("hash")})`;

const newest = rows(z.object({ seq: z.int(), hash: z.string() }))`
  SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1`;

const everything = rows(
  z.object({
    seq: z.int(),
    at: z.string(),
    actor: z.string(),
    action: z.string(),
    payload: z.string(),
    previousHash: z.string(),
    hash: z.string(),
  }),
)`SELECT seq, at, actor, action, payload, previous_hash AS previousHash, hash FROM audit ORDER BY seq`;
