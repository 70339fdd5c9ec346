import type { Content, Margin, TableLayout } from "pdfmake";

/** A4 in points, and what the marking lines leave of it. */
export const PAGE = { width: 595.28, height: 841.89 };
export const MARGINS: Margin = [38, 44, 38, 56];
export const TEXT_WIDTH = PAGE.width - MARGINS[0] - MARGINS[2];
export const TEXT_HEIGHT = PAGE.height - MARGINS[1] - MARGINS[3];

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

/** Text in the monospaced font where that holds all its letters, else in the other one. */
export function codeText(text: string): Content {
  const shown = printable(text).replaceAll("\u2009", "\u00a0");
  return /^[\u0020-\u007e\u00a0-\u0131\u0400-\u045f\u2212]*$/.test(shown)
    ? { text: shown, font: "Mono", fontSize: 7.5 }
    : { text: shown };
}

/**
 * Text with a square for every letter that the embedded fonts do not hold, so that nothing vanishes unseen.
 * Line breaks stay; other control characters go.
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\n\P{Cc}]/gu, "")
    .replace(
      /[^\n\u0020-\u007e\u00a0-\u0254\u02bc\u02c6-\u02dd\u0370-\u0373\u0384-\u03ce\u0400-\u0479\u0480-\u0482\u048a-\u049d\u04a0-\u04ff\u1e00-\u1ef9\u2009-\u200a\u2010-\u2027\u2030-\u2044\u20ac\u20b8\u20ba\u20bd\u2116\u2122\u2190-\u2199\u2212\u2248\u2260\u2264\u2265\u25a1]/gu,
      "\u25a1",
    );
}

/** Name of a place that the table of contents points to. Prefixed, because pdfmake trips over `map` and `find`. */
export function partId(id: string): string {
  return `part-${id}`;
}
