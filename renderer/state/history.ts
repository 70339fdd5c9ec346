import type { Flight } from "#domain/flight/flight.ts";

/** Whole flights with the label of the edit that led away from each; the present one is not among them. */
export type History = { past: readonly Step[]; future: readonly Step[] };
type Step = { label: string; flight: Flight };

export const EMPTY_HISTORY: History = { past: [], future: [] };

/** Flights are some 10 KB each: two hundred steps are 2 MB. */
const MOST_STEPS = 200;

/** After an edit named `label` that replaced `before`. What was undone can no longer be redone. */
export function pushed(history: History, label: string, before: Flight): History {
  return { past: [...history.past, { label, flight: before }].slice(-MOST_STEPS), future: [] };
}

/** One step back from `present`: the flight before it and its label; null when there is none. */
export function undone(history: History, present: Flight): (Step & { history: History }) | null {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  return {
    ...step,
    history: {
      past: history.past.slice(0, -1),
      future: [{ label: step.label, flight: present }, ...history.future],
    },
  };
}

/** One undone step forward again; null when there is none. */
export function redone(history: History, present: Flight): (Step & { history: History }) | null {
  const [step, ...future] = history.future;
  if (step === undefined) return null;
  return {
    ...step,
    history: { past: [...history.past, { label: step.label, flight: present }], future },
  };
}

/** Label of the step that Undo (or Redo) would take, or nothing. */
export function nextLabel(history: History, direction: "undo" | "redo"): string | null {
  const step = direction === "undo" ? history.past.at(-1) : history.future[0];
  return step?.label ?? null;
}
