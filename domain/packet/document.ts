import type { Standing } from "../flight/assessment.ts";

/** A value of a table. `code` is set in the monospaced font; a `status` has its mark. */
export type Cell =
  | string
  | { kind: "code"; text: string }
  | { kind: "status"; standing: Standing | null }
  | { kind: "strong"; text: string };

export type Column = {
  title: string;
  align: "left" | "right";
  /** Width in points, `fit` for what the longest value needs, `rest` for a share of what is left. */
  width: number | "fit" | "rest";
  code: boolean;
};

export type Table = {
  kind: "table";
  columns: Column[];
  rows: Cell[][];
  /** A last row that adds up what stands above it. */
  total: Cell[] | null;
  /** Said in place of rows when there are none. */
  empty: string;
};

/** How much of a limit is used, all in kg. */
export type Gauge = {
  kind: "gauge";
  requestedKg: number;
  maximumKg: number;
  errorKg: number;
};

export type Block =
  | Table
  | Gauge
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string; tone: "body" | "second" | "strong" }
  /** A message to be copied, line by line as it is. */
  | { kind: "message"; text: string }
  /** A numbered finding: what is wrong, then where and what to do. */
  | { kind: "finding"; number: number; severity: "error" | "warning" | "info"; text: string; hint: string };

/** A part of the packet after the cover; `id` is what the table of contents points to. */
export type Section = { id: string; title: string; summary: string; blocks: Block[] };

/** Everything that stands in `packet.pdf`, as text; nothing of how it is drawn. */
export type PacketDocument = {
  /** Title of the file. */
  title: string;
  marking: string;
  footer: { left: string; right: string };
  cover: {
    title: string;
    made: string;
    facts: { label: string; value: string; code: boolean }[];
    banner: { cleared: boolean; title: string; sentence: string };
    /** Written across the cover, empty for nothing. */
    overprint: string;
    permissions: Table;
    routeLines: string[];
    sectors: Table;
    seals: { label: string; lines: string[] }[];
  };
  sections: Section[];
};

/** A column of words. */
export function words(title: string, width: Column["width"] = "fit"): Column {
  return { title, align: "left", width, code: false };
}

/** A column of codes, positions or times. */
export function codes(title: string, width: Column["width"] = "fit"): Column {
  return { title, align: "left", width, code: true };
}

/** A column of numbers. */
export function numbers(title: string, width: Column["width"] = "fit"): Column {
  return { title, align: "right", width, code: true };
}
