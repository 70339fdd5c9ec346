import type { Session } from "#renderer/state/session.ts";

/** One thing a user can do; menus, buttons, shortcuts and the context menu all read the list of them. */
export type Command = {
  id: string;
  title: (session: Session) => string;
  /** What it is called in a list, where the title depends on what is selected or shown. */
  name?: string;
  /** As `KeyboardEvent` says it, with modifiers in this order: `Ctrl+Shift+Z`. */
  keys: readonly string[];
  /** Null when it can be done, else why not. */
  refusal: (session: Session) => string | null;
  run: (session: Session) => void | Promise<void>;
};

const KEY_NAMES: Record<string, string> = {
  ArrowUp: "↑",
  ArrowRight: "→",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ContextMenu: "Menu",
};

/** Keys as they are printed: `Ctrl Shift Z`, `Shift ↑`. */
export function keysText(keys: string | undefined): string {
  if (keys === undefined) return "";
  // A plus sign at the end is a key of its own.
  return keys
    .split(/\+(?=.)/)
    .map((key) => KEY_NAMES[key] ?? key)
    .join(" ");
}
