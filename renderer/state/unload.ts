import type { FlightStore } from "./flight-store.ts";

/** Has the browser, or the desktop window (electron/window/window.ts), ask before a close loses work. */
export function guardUnload(
  flights: Pick<FlightStore, "store">,
  page: EventTarget,
  hasDraft: () => boolean,
): () => void {
  const onUnload = (event: Event) => {
    const { open } = flights.store.getState();
    if ((open !== null && open.save.kind !== "saved") || hasDraft()) event.preventDefault();
  };
  page.addEventListener("beforeunload", onUnload);
  return () => page.removeEventListener("beforeunload", onUnload);
}
