import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { apiOver } from "#domain/api/client.ts";
import type { Input } from "#domain/api/contract.ts";
import { assess } from "#domain/flight/assess.ts";
import type { Flight } from "#domain/flight/flight.ts";
import { plusMinutes, type Zulu } from "#domain/zulu.ts";
import { writeSummary } from "#electron/database/flight-summaries.ts";
import { createFlight } from "#electron/database/flights.ts";
import { openDatabase } from "#electron/database/open.ts";
import { inTransaction } from "#electron/database/write.ts";
import { exampleFlight } from "#electron/handlers/example-flight.ts";
import { dataFolder } from "#electron/host/folders.ts";
import { createHost } from "#electron/host/host.ts";
import { loadReference } from "#electron/reference/load.ts";
import type { BenchFigure } from "./geometry.ts";

const NOW = "2026-11-24T12:00:00Z" as Zulu;
const FLIGHTS = 10_000;
/** Different assessments among the flights: assessing each of them would take a minute and measure nothing more. */
const KINDS = 20;
const REPEATS = 40;

const QUESTIONS: Record<string, Partial<Input<"flights.list">>> = {
  "list, first page": {},
  "list, last page": { offset: FLIGHTS - 100 },
  "list, 500 rows": { limit: 500 },
  "search, a word": { text: "plan 77" },
  "search, a call sign": { text: "DAL4242" },
  "search, nothing found": { text: "no such flight anywhere" },
  "filter, needs action": { filter: "needs-action" },
  "filter, cleared": { filter: "cleared" },
  "search and filter": { text: "esenboga", filter: "needs-action", offset: 50 },
};

/** How long the list of 10,000 flights takes to answer, through the host's one door: medians, the worst in the name. */
export async function flightsBench(): Promise<BenchFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), "daliz-bench-"));
  const databasePath = join(folder, "daliz.sqlite");
  fill(databasePath);
  const host = createHost({
    databasePath,
    dataFolder,
    mode: "command line",
    version: "0.0.0",
    defaultPacketFolder: folder,
    now: () => NOW,
  });
  const api = apiOver(host.call);
  const measured: BenchFigure[] = [];
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const times: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      const start = performance.now();
      await api.flights.list({ text: "", filter: "all", offset: 0, limit: 100, ...question });
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const worst = (times.at(-1) ?? Number.NaN).toFixed(1);
    measured.push({
      name: `10,000 flights: ${name}; worst ${worst}`,
      ours: times[REPEATS / 2] ?? Number.NaN,
      unit: "ms",
    });
  }
  host.close();
  rmSync(folder, { recursive: true });
  return measured;
}

function fill(databasePath: string): void {
  const reference = loadReference(dataFolder);
  const example = exampleFlight(dataFolder, NOW, "example");
  const kinds = Array.from({ length: KINDS }, (_, kind) => {
    // Every third kind without permissions, so that statuses differ.
    const authorizations = kind % 3 === 0 ? [] : example.authorizations.slice(kind % 5);
    const flight = { ...example, authorizations, waypoints: example.waypoints.slice(kind % 4) };
    return { flight, assessment: assess(flight, reference, NOW) };
  });
  const open = openDatabase(databasePath);
  inTransaction(open, () => {
    for (let n = 0; n < FLIGHTS; n++) {
      const kind = kinds[n % KINDS];
      if (kind === undefined) continue;
      const flight: Flight = {
        ...kind.flight,
        id: `flight-${n}`,
        callSign: `DAL${n}`,
        offBlockAt: plusMinutes(NOW, (n * 7_919) % 500_000),
        note: `Plan ${n % 100}. Parking, fuel and handling asked at both ends. `.repeat(1 + (n % 4)),
      };
      createFlight(open.db, flight, { at: NOW, actor: "bench", note: "" });
      writeSummary(open.db, flight, 1, kind.assessment, { now: NOW, referenceVersion: reference.version });
    }
  });
  open.close();
}
