/**
 * The flights list, ready to be searched.
 *
 * "Nothing derived is stored" has this one exception: a list of 10,000 flights with their status has to answer in
 * 20 ms, and assessing 10,000 flights takes half a minute. The table is a cache and nothing else: it may be emptied at
 * any time, a trigger drops the row of a flight that changes, and a row counts only for the data sets in use
 * (`reference_version`) and for the present moment (`assessed_at` <= now < `valid_until`, the earliest instant at
 * which the clock alone could change the status, such as the start or the end of a grant). What is missing or does
 * not count is assessed again when the list is read.
 */
export const flightSummariesMigration = `
CREATE TABLE flight_summaries (
  flight_id TEXT PRIMARY KEY NOT NULL REFERENCES flights (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  reference_version TEXT NOT NULL,
  assessed_at TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  off_block_at TEXT NOT NULL,
  call_sign TEXT NOT NULL,
  stops TEXT NOT NULL CHECK (json_valid(stops)),
  status TEXT NOT NULL CHECK (status IN ('blocked', 'stale', 'partial', 'pending', 'cleared')),
  cleared_states INTEGER NOT NULL,
  states INTEGER NOT NULL,
  search_text TEXT NOT NULL
) STRICT;

CREATE INDEX flight_summaries_by_date ON flight_summaries (off_block_at, flight_id);
CREATE INDEX flight_summaries_by_validity ON flight_summaries (reference_version, valid_until, assessed_at);
CREATE INDEX flights_by_presence ON flights (removed_at, id);

CREATE TRIGGER flights_forget_summary AFTER UPDATE ON flights
BEGIN DELETE FROM flight_summaries WHERE flight_id = NEW.id; END;
`;
