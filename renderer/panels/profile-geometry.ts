import type { Assessment } from "#domain/flight/assessment.ts";
import { epochMs, minutesBetween, type Zulu, zuluAt } from "#domain/zulu.ts";

/** Maps instants to pixels: the x axis of the profile is time. */
export type TimeAxis = {
  /** Not a number where there is no time: nothing is drawn then. */
  x: (at: Zulu | null) => number;
  ticks: { at: Zulu; x: number }[];
  left: number;
  right: number;
};

/** An axis from `from` to `to`, with a tick on every round 10, 20, 30 or 60 minutes (or 2, 3, 6 h) that leaves room. */
export function timeAxisOf(from: Zulu, to: Zulu, left: number, right: number): TimeAxis {
  const minutes = Math.max(1, minutesBetween(from, to));
  const perMinute = (right - left) / minutes;
  const x = (at: Zulu | null) => (at === null ? Number.NaN : left + minutesBetween(from, at) * perMinute);
  const step = [10, 20, 30, 60, 120, 180, 360, 720, 1_440].find((each) => each * perMinute >= 64) ?? 1_440;
  const ticks: TimeAxis["ticks"] = [];
  const stepMs = step * 60_000;
  for (let at = Math.ceil(epochMs(from) / stepMs) * stepMs; at <= epochMs(to); at += stepMs) {
    ticks.push({ at: zuluAt(at), x: x(zuluAt(at)) });
  }
  return { x, ticks, left, right };
}

/** Height of the level line: points of each sector from take-off to landing, in pixels; level changes are steps. */
export function levelLines(assessment: Assessment, axis: TimeAxis, y: (levelFl: number) => number): string[] {
  return assessment.sectors.map(({ firstLeg, lastLeg, takeOffAt, landingAt }) => {
    const legs = assessment.legs.slice(firstLeg, lastLeg + 1);
    const points = legs.flatMap(({ startAt, endAt, levelFl }) => [
      `${axis.x(startAt).toFixed(1)},${y(levelFl).toFixed(1)}`,
      `${axis.x(endAt).toFixed(1)},${y(levelFl).toFixed(1)}`,
    ]);
    return [
      `${axis.x(takeOffAt).toFixed(1)},${y(0).toFixed(1)}`,
      ...points,
      `${axis.x(landingAt).toFixed(1)},${y(0).toFixed(1)}`,
    ].join(" ");
  });
}

type LevelRun = { fromAt: Zulu | null; toAt: Zulu | null; levelFl: number };

/** Stretches of one level, from leg to leg until it changes or the flight lands. */
export function levelRuns(assessment: Assessment): LevelRun[] {
  return assessment.sectors.flatMap(({ firstLeg, lastLeg }) => {
    const runs: LevelRun[] = [];
    for (const { startAt, endAt, levelFl } of assessment.legs.slice(firstLeg, lastLeg + 1)) {
      const run = runs.at(-1);
      if (run?.levelFl === levelFl) run.toAt = endAt;
      else runs.push({ fromAt: startAt, toAt: endAt, levelFl });
    }
    return runs;
  });
}

/** Levels to rule the chart with, and the highest that it shows. */
export function levelScale(assessment: Assessment): { topFl: number; rules: number[] } {
  const highest = assessment.legs.reduce((most, { levelFl }) => Math.max(most, levelFl), 100);
  const step = highest > 250 ? 100 : 50;
  const topFl = Math.ceil((highest * 1.06) / 10) * 10;
  const rules: number[] = [];
  for (let level = step; level <= topFl; level += step) rules.push(level);
  return { topFl, rules };
}

/** The window of a State cut to the axis; null bounds are open. Null when it lies outside. */
export function windowOnAxis(
  from: Zulu | null,
  to: Zulu | null,
  axis: TimeAxis,
): { x: number; width: number; openLeft: boolean; openRight: boolean } | null {
  const start = from === null ? axis.left : axis.x(from);
  const end = to === null ? axis.right : axis.x(to);
  const x = Math.max(axis.left, start);
  const width = Math.min(axis.right, end) - x;
  return width <= 0 ? null : { x, width, openLeft: start < axis.left, openRight: end > axis.right };
}
