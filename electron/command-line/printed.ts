/** A word longer than this is no name that somebody typed; a path may be long. */
const LONGEST_WORD = 300;

/**
 * Text for a terminal: control and direction characters stand as `\u001b` instead of being obeyed, as JSON writes
 * them, so that JSON stays the same value. Line ends stay.
 */
export function printed(text: string): string {
  return text.replace(OBEYED, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A sentence for standard error: the same on one line, and no word longer than anybody reads. */
export function printedSentence(sentence: string): string {
  return printed(sentence.replace(/\s*[\r\n]\s*/g, " ")).replace(/\S+/g, (word) =>
    word.length <= LONGEST_WORD ? word : `${word.slice(0, 60)}…${word.slice(-20)}`,
  );
}

/** C0 without the line feed, delete, C1, and what turns the direction of text. */
const OBEYED = /[^\n\P{Cc}]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
