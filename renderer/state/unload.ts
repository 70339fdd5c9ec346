import type { FlightStore } from "./flight-store.ts";
import type { ViewStore } from "./view-store.ts";

/**
 * Warns before work is lost. A browser asks by itself; the desktop window stays open without a word
 * (https://www.electronjs.org/docs/latest/api/web-contents#event-will-prevent-unload), so there the status bar says
 * why, and the second try closes.
 */
export function guardUnload(
  work: { flights: Pick<FlightStore, "store">; view: ViewStore },
  page: EventTarget,
  hasDraft: () => boolean,
  desktop: boolean,
): () => void {
  let warned: string | null = null;
  const onUnload = (event: Event) => {
    const lost = unsavedWork(work.flights, hasDraft());
    if (lost === null || (desktop && warned === lost)) {
      warned = null;
      return;
    }
    event.preventDefault();
    warned = lost;
    if (desktop) work.view.setState({ problem: `Not closed: ${lost} Close again to lose it.` });
  };
  page.addEventListener("beforeunload", onUnload);
  return () => page.removeEventListener("beforeunload", onUnload);
}

/** What a close of the page would lose, as a sentence; null when everything is saved. */
function unsavedWork({ store }: Pick<FlightStore, "store">, hasDraft: boolean): string | null {
  const { open } = store.getState();
  if (open !== null && open.save.kind !== "saved") return "the flight is not saved yet.";
  return hasDraft ? "a field holds text that was not taken." : null;
}
