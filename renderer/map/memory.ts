import type { Session } from "#renderer/state/session.ts";
import type { Engine } from "./engine.ts";

/** How the map was left, for the next start. */
type Memory = {
  remember(): void;
  /** Goes back to where this flight was left; false when nothing is known, or it was asked before. */
  lookAgain(flightId: string): boolean;
};

export function memoryOf({ flights, view, remember }: Session, { map, isFitted, look }: Engine): Memory {
  let timer = 0;
  const write = () => {
    const { open } = flights.store.getState();
    if (open === null) return;
    const { lat, lng } = map.getCenter();
    // A view that nobody chose is fitted anew, to the window that is there then.
    const mapFlight = isFitted() ? "" : open.committed.id;
    remember({ mapFlight, mapLat: lat, mapLon: lng, mapZoom: map.getZoom() });
  };
  return {
    remember() {
      window.clearTimeout(timer);
      timer = window.setTimeout(write, 1_000);
    },
    lookAgain(flightId) {
      const { remembered } = view.getState();
      view.setState({ remembered: null });
      if (remembered === null || remembered.flightId !== flightId) return false;
      look(remembered);
      return true;
    },
  };
}
