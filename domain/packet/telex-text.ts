/** Letters that do not come apart into a base letter and a mark. */
const LETTERS: Record<string, string> = {
  İ: "I",
  ı: "I",
  ß: "SS",
  Æ: "AE",
  æ: "AE",
  Ø: "O",
  ø: "O",
  Đ: "D",
  đ: "D",
  Ł: "L",
  ł: "L",
  Þ: "TH",
  þ: "TH",
  Ə: "A",
  ə: "A",
};

/**
 * Free text as it may stand in Item 18: capitals A to Z and figures, single spaces. Letters with marks lose them
 * (Ş is S, Ğ is G); `-`, `/`, `(` and `)` delimit fields there and become spaces, as does everything that is no
 * Latin letter or figure, Cyrillic included.
 */
export function telexText(text: string): string {
  return [...text]
    .map((letter) => LETTERS[letter] ?? letter)
    .join("")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, " ")
    .trim();
}

/** Letters, figures and signs of the telegraph alphabet ITA-2 that ICAO messages use (Annex 10, volume II). */
export function isTelexText(text: string): boolean {
  return /^[A-Z0-9 \n?:().,'=/+-]*$/.test(text);
}

/** Lines of at most `width` characters, broken at spaces only; a word longer than that keeps a line of its own. */
export function foldedLines(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}
