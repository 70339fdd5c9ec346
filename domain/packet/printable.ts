/**
 * Text with a square for every letter that the fonts of the packet do not hold, so that nothing vanishes unseen.
 * They hold Latin, Greek and Cyrillic with the Turkish and Kazakh letters. Line breaks stay, other control
 * characters go.
 */
export function printable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\n\P{Cc}]/gu, "")
    .replace(NOT_HELD, "\u25a1");
}

const NOT_HELD =
  /[^\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u0148\u014a-\u01c3\u01c5-\u0254\u02bc\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0479\u0480-\u0482\u048a-\u049d\u04a0-\u04ff\u1e02-\u1e03\u1e80-\u1e85\u1ea0-\u1ef9\u2009-\u200a\u2010-\u2027\u2030-\u203a\u2044\u20ac\u20b8\u20ba\u20bd\u2116\u2122\u2190-\u2199\u2212\u2248\u2260\u2264\u2265\u25a1]/gu;

/** True when the monospaced font, which knows less, holds all letters of the text. */
export function isMonospaced(text: string): boolean {
  return /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u0131\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e-\u045f\u2212]*$/.test(
    text,
  );
}
