import { existsSync, readFileSync } from "node:fs";
import { assessBench } from "./assess.ts";
import { flightsBench } from "./flights.ts";
import { type BenchFigure, geometryBench } from "./geometry.ts";
import { scriptBytes, startBench } from "./start.ts";

/**
 * `npm run bench`: every figure that the product promises, measured in one run on this machine, beside its limit. Ends
 * with status 1 when one is missed. A figure without a limit is there to be watched.
 */
type Limit = { most?: number; leastRatio?: number };
type Row = BenchFigure & Limit;

const geometry = await geometryBench();
const turf = geometry.find(({ peer }) => peer !== undefined)?.peer;
if (turf === undefined) throw new Error("the geometry bench has no peer to compare with");

const rows: Row[] = [
  ...assessBench(turf),
  ...geometry.map((figure) => ({ ...figure, ...(figure.peer === undefined ? {} : { leastRatio: 5 }) })),
  ...(await flightsBench()).map((figure) => ({ ...figure, most: 20 })),
  ...(await startBench()),
  { name: "scripts of the screen, gzip", ours: scriptBytes() / 1e6, unit: "MB", most: 2 },
];

print(rows);
const missed = rows.filter((row) => !keeps(row));
if (missed.length > 0) {
  console.error(`\n${missed.length} limits missed: ${missed.map(({ name }) => name).join("; ")}`);
  process.exitCode = 1;
}

function keeps({ ours, ratio, most, leastRatio }: Row): boolean {
  return (most === undefined || ours < most) && (leastRatio === undefined || (ratio ?? 0) >= leastRatio);
}

function print(all: readonly Row[]): void {
  const head = ["", "ours", "peer", "ratio", "limit", "ok"];
  const table = all.map((row) => [
    row.name,
    `${figure(row.ours)} ${row.unit}`,
    row.peer === undefined ? "" : `${figure(row.peer)} ${row.unit}`,
    row.ratio === undefined ? "" : `${figure(row.ratio)} x`,
    limitText(row),
    row.most === undefined && row.leastRatio === undefined ? "" : keeps(row) ? "yes" : "NO",
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...table.map((cells) => cells[column]?.length ?? 0)),
  );
  for (const cells of [head, ...table]) {
    const padded = cells.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    console.log(padded.join("  ").trimEnd());
  }
  console.log(`\nNode ${process.version}, ${processor()}`);
}

function limitText({ most, leastRatio, unit }: Row): string {
  return [most === undefined ? "" : `< ${most} ${unit}`, leastRatio === undefined ? "" : `>= ${leastRatio} x`]
    .filter((part) => part !== "")
    .join(", ");
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function processor(): string {
  if (!existsSync("/proc/cpuinfo")) return process.arch;
  const info = readFileSync("/proc/cpuinfo", "utf8");
  const cores = info.match(/^processor\s/gm)?.length ?? 1;
  return `${cores} cores, ${/model name\s*: (.*)/.exec(info)?.[1] ?? process.arch}`;
}
