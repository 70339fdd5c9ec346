import type { Position } from "../geo/position.ts";

/** `error` stops a release, `warning` is to be checked, `info` is to be known. */
export type Severity = "error" | "warning" | "info";

/** Where a finding belongs, so that the screen can show it. */
export type FindingPlace =
  | { kind: "flight" }
  | { kind: "waypoint"; waypointId: string }
  | { kind: "leg"; index: number }
  | { kind: "crossing"; index: number }
  | { kind: "sector"; index: number }
  | { kind: "state"; state: string }
  | { kind: "position"; position: Position };

/** Something to correct, check or know. `sentence` says what and where; `hint` what to do, or is empty. */
export type Finding = {
  severity: Severity;
  /** Stable kebab-case name, such as `corridor-touches-fir`. */
  code: string;
  sentence: string;
  hint: string;
  place: FindingPlace;
};
