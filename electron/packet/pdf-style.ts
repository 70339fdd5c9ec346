import type { Content, Margin, TableLayout } from "pdfmake";
import { isMonospaced, printable } from "#domain/packet/printable.ts";

/** A4 in points, and what the marking lines leave of it. */
export const PAGE = { width: 595.28, height: 841.89 };
export const MARGINS: Margin = [38, 44, 38, 56];
export const TEXT_WIDTH = PAGE.width - MARGINS[0] - MARGINS[2];

export const INK = "#12191E";
export const SECOND = "#44525B";
export const THIRD = "#566269";
export const RULE = "#D3D9DC";
export const RED = "#B3231B";
export const GREEN = "#17693A";

/** Rules above and below the header, thin ones between rows, none between columns. */
export const TABLE_LAYOUT: TableLayout = {
  hLineWidth: (line) => (line === 0 ? 0.8 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (line) => (line === 0 ? INK : line === 1 ? "#A3AFB6" : RULE),
  paddingLeft: (column) => (column === 0 ? 0 : 4),
  paddingRight: () => 3,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

export const BOX_LAYOUT: TableLayout = {
  hLineWidth: () => 0.8,
  vLineWidth: (line) => (line === 0 || line === 3 ? 0.8 : 0),
  hLineColor: () => INK,
  vLineColor: () => INK,
  paddingLeft: () => 8,
  paddingRight: () => 8,
  paddingTop: () => 5,
  paddingBottom: () => 5,
};

/**
 * Text in the font for words, figures of one width where there are any: else `19.1` runs together. Not where a hyphen
 * stands, which that feature of the font would widen.
 */
export function plainText(text: string, longestWord = 90): Content {
  const shown = withBreaks(printable(text), longestWord);
  return /\d/.test(shown) && !shown.includes("-") ? { text: shown, fontFeatures: ["tnum"] } : { text: shown };
}

/** Text in the monospaced font where that holds all its letters, else in the other one. */
export function codeText(text: string, longestWord = 90): Content {
  const shown = withBreaks(printable(text).replaceAll("\u2009", "\u00a0"), longestWord);
  return isMonospaced(shown.replaceAll("\u200b", ""))
    ? { text: shown, font: "Mono", fontSize: 7.5 }
    : plainText(text);
}

/** Name of a place that the table of contents points to. Prefixed, because pdfmake trips over `map` and `find`. */
export function partId(id: string): string {
  return `part-${id}`;
}

/** Lets words longer than that break, which else would push a table off the page. */
function withBreaks(text: string, longestWord: number): string {
  const piece = new RegExp(`[^\\s\u200b]{${longestWord}}(?=\\S)`, "gu");
  return text.replace(piece, "$&\u200b");
}
