/** What a command leaves behind: text for standard output, or a sentence for standard error. */
export type Outcome = { status: number; output: string; complaint: string };

export function done(output: string): Outcome {
  return { status: 0, output, complaint: "" };
}
