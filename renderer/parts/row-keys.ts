import type { KeyboardEvent } from "react";

/** Keys of a table's rows: Enter or Space does what a click does, arrows move to the neighbours. */
export function rowKeys(act: () => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const row = event.currentTarget;
    if (event.key === "Enter" || event.key === " ") act();
    else if (event.key === "ArrowDown") neighbour(row, "nextElementSibling")?.focus();
    else if (event.key === "ArrowUp") neighbour(row, "previousElementSibling")?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function neighbour(
  row: HTMLElement,
  side: "nextElementSibling" | "previousElementSibling",
): HTMLElement | null {
  let next = row[side];
  while (next !== null && !(next instanceof HTMLElement && next.tabIndex >= 0)) next = next[side];
  return next instanceof HTMLElement ? next : null;
}
