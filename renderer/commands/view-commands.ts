import type { Session } from "#renderer/state/session.ts";
import { showWholeRoute, type ViewState } from "#renderer/state/view-store.ts";
import { themeOf } from "#renderer/theme.ts";
import type { Command } from "./command.ts";

export const fit: Command = {
  id: "fit",
  title: () => "Fit route",
  keys: ["F"],
  refusal: (session) =>
    (session.flights.store.getState().open?.committed.waypoints.length ?? 0) === 0 ? "No route yet" : null,
  run: ({ view }) => showWholeRoute(view),
};

export const focusSearch: Command = {
  id: "search-flights",
  title: () => "Search flights",
  keys: ["/"],
  refusal: () => null,
  run({ view }) {
    view.setState({ flightsOpen: true });
    // The panel may have to be drawn first.
    requestAnimationFrame(() => document.getElementById("flight-search")?.focus());
  },
};

export const theme: Command = {
  id: "theme",
  title: ({ view }) => (view.getState().theme === "dark" ? "Light" : "Dark"),
  name: "Light or dark colours",
  keys: ["Alt+T"],
  refusal: () => null,
  async run({ view, api }) {
    const themeChoice = view.getState().theme === "dark" ? "light" : "dark";
    view.setState({ themeChoice, theme: themeOf(themeChoice) });
    await api.settings.set({ theme: themeChoice });
  },
};

export const shortcuts: Command = {
  id: "shortcuts",
  title: () => "Commands",
  keys: ["?"],
  refusal: () => null,
  run: ({ view }) => view.setState({ dialog: { kind: "shortcuts" } }),
};

/** Below this width the flights lie over the map: as in the style sheet. */
export const NARROW = "(width < 1280px)";

/** Where the flights cover the map they go once they have served; the focus goes to what brings them back. */
export function closeFlightsOverMap({ view }: Session): void {
  if (!view.getState().flightsOpen || !window.matchMedia(NARROW).matches) return;
  const held = document.activeElement;
  const focused = held === document.body || held?.closest(".flights") != null;
  view.setState({ flightsOpen: false });
  // The rail has to be drawn first.
  if (focused) requestAnimationFrame(() => document.getElementById("show-flights")?.focus());
}

function toggle(
  panel: "flightsOpen" | "profileOpen" | "inspectorOpen",
  word: string,
  keys: string[],
): Command {
  return {
    id: `toggle-${word}`,
    title: ({ view }) => `${view.getState()[panel] ? "Hide" : "Show"} ${word}`,
    name: `Show or hide ${word}`,
    keys,
    refusal: () => null,
    run(session: Session) {
      const open = !session.view.getState()[panel];
      session.view.setState({ [panel]: open } as Partial<ViewState>);
      session.remember({ [panel]: open });
    },
  };
}

export const toggleFlights = toggle("flightsOpen", "flights", ["Alt+1"]);
export const toggleProfile = toggle("profileOpen", "profile", ["Alt+2"]);
export const toggleInspector = toggle("inspectorOpen", "inspector", ["Alt+3"]);
