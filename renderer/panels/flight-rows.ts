import type { FlightSummary } from "#domain/api/contract.ts";
import { dateText } from "#domain/zulu.ts";

/** The list as it is drawn: a heading for each day, then its flights. `top` in pixels from the list's start. */
export type ListRow =
  | { kind: "day"; key: string; text: string; top: number; height: number }
  | { kind: "flight"; key: string; flight: FlightSummary; top: number; height: number };

export const DAY_HEIGHT = 27;
export const FLIGHT_HEIGHT = 46;

/** Flights grouped by the day of their off block, with the place of every row. */
export function listRows(flights: readonly FlightSummary[]): { rows: ListRow[]; height: number } {
  const rows: ListRow[] = [];
  let top = 0;
  let day = "";
  for (const flight of flights) {
    const own = flight.offBlockAt.slice(0, 10);
    if (own !== day) {
      day = own;
      rows.push({ kind: "day", key: own, text: dateText(flight.offBlockAt), top, height: DAY_HEIGHT });
      top += DAY_HEIGHT;
    }
    rows.push({ kind: "flight", key: flight.id, flight, top, height: FLIGHT_HEIGHT });
    top += FLIGHT_HEIGHT;
  }
  return { rows, height: top };
}

/** The rows that touch the stretch from `from` to `to` pixels; found by halving, because the list can be long. */
export function rowsWithin(rows: readonly ListRow[], from: number, to: number): ListRow[] {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && row.top + row.height <= from) low = middle + 1;
    else high = middle;
  }
  const seen: ListRow[] = [];
  for (let index = low; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined || row.top >= to) break;
    seen.push(row);
  }
  return seen;
}
