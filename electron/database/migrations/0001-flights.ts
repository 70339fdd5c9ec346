/**
 * The first version: flights with all their revisions, the audit chain and the settings.
 *
 * Revisions and audit rows are written once. The triggers on INSERT are there because `INSERT OR REPLACE` deletes
 * without firing a DELETE trigger unless `recursive_triggers` is on: the tables must not depend on a pragma.
 */
export const flightsMigration = `
CREATE TABLE flights (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  saved_at TEXT NOT NULL,
  removed_at TEXT,
  call_sign TEXT NOT NULL,
  registration TEXT NOT NULL,
  off_block_at TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;

CREATE TABLE flight_revisions (
  flight_id TEXT NOT NULL REFERENCES flights (id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  saved_at TEXT NOT NULL,
  note TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  PRIMARY KEY (flight_id, revision)
) STRICT;

CREATE TRIGGER flight_revisions_stay BEFORE UPDATE ON flight_revisions
BEGIN SELECT RAISE(ABORT, 'flight_revisions is append-only'); END;
CREATE TRIGGER flight_revisions_kept BEFORE DELETE ON flight_revisions
BEGIN SELECT RAISE(ABORT, 'flight_revisions is append-only'); END;
CREATE TRIGGER flight_revisions_once BEFORE INSERT ON flight_revisions
WHEN EXISTS (SELECT 1 FROM flight_revisions WHERE flight_id = NEW.flight_id AND revision = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'flight_revisions is append-only'); END;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY NOT NULL CHECK (seq >= 1),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_without_gaps BEFORE INSERT ON audit
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'audit is append-only and without gaps'); END;

CREATE TABLE settings (
  name TEXT PRIMARY KEY NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;
`;
