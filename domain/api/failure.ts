/** What went wrong, as data: the same over IPC, HTTP and the command line. */
type Failure =
  /** The user can correct it: the sentence says what is wrong and where. */
  | { kind: "refusal"; code: string; sentence: string }
  /** Something broke; it has been logged under this reference. */
  | { kind: "defect"; sentence: string };

export type Reply<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** Thrown by the client where something broke; its sentence is whole and says where it is written down. */
export class Defect extends Error {
  override readonly name = "Defect";
}

/** Thrown by handlers and pure functions where the user can correct what is wrong; `dispatch` turns it into data. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, sentence: string) {
    super(sentence);
    this.name = "Refusal";
    this.code = code;
  }
}
