import { QueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Api, Settings } from "#domain/api/contract.ts";
import type { Reference } from "#domain/reference.ts";
import { type Zulu, zuluAt } from "#domain/zulu.ts";
import { themeOf } from "#renderer/theme.ts";
import { type FlightState, type FlightStore, flightStoreOf, type OpenFlight } from "./flight-store.ts";
import { PANEL_WIDTHS, type ViewState, type ViewStore, viewStoreOf } from "./view-store.ts";

/** Everything the panels, the commands and the map work with. */
export type Session = {
  api: Api;
  reference: Reference;
  flights: FlightStore;
  view: ViewStore;
  queries: QueryClient;
  /** Keeps a part of the layout with the settings; what fails here is not worth a word. */
  remember(part: Settings["layout"]): void;
  /** Name of a State in English, its code when the data does not know it. */
  stateName(code: string): string;
};

export function sessionOf(api: Api, reference: Reference, settings: Settings, queries: QueryClient): Session {
  const names = new Map(reference.states.map(({ code, name }) => [code, name]));
  const { theme } = settings;
  let layout = settings.layout;
  const { mapFlight, mapLat, mapLon, mapZoom } = layout;
  const narrow = window.innerWidth < 1280;
  return {
    api,
    reference,
    queries,
    flights: flightStoreOf(api, reference, clockNow(), () => {
      void queries.invalidateQueries({ queryKey: ["flights"] });
    }),
    view: viewStoreOf({
      themeChoice: theme,
      remembered:
        typeof mapFlight === "string" &&
        typeof mapLat === "number" &&
        typeof mapLon === "number" &&
        typeof mapZoom === "number"
          ? { flightId: mapFlight, center: [mapLon, mapLat], zoom: mapZoom }
          : null,
      theme: themeOf(theme),
      flightsOpen: typeof layout.flightsOpen === "boolean" && !narrow ? layout.flightsOpen : !narrow,
      profileOpen: typeof layout.profileOpen === "boolean" ? layout.profileOpen : true,
      inspectorOpen: typeof layout.inspectorOpen === "boolean" ? layout.inspectorOpen : true,
      ...widthOf("flightsWidth", layout),
      ...widthOf("inspectorWidth", layout),
    }),
    remember(part) {
      layout = { ...layout, ...part };
      void api.settings.set({ layout }).catch(() => undefined);
    },
    stateName: (code) => names.get(code) ?? code,
  };
}

function widthOf(panel: keyof typeof PANEL_WIDTHS, layout: Settings["layout"]): Partial<ViewState> {
  const { least, most } = PANEL_WIDTHS[panel];
  const kept = layout[panel];
  return typeof kept === "number" ? { [panel]: Math.min(most, Math.max(least, kept)) } : {};
}

/** This minute: the one place of the screen that reads the clock. */
export function clockNow(): Zulu {
  return zuluAt(Math.floor(Date.now() / 60_000) * 60_000);
}

/** An id for a flight or a waypoint, not guessable and not repeated. */
export function newId(): string {
  return crypto.randomUUID();
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("used outside a session");
  return session;
}

export function useView<T>(select: (view: ViewState) => T): T {
  return useStore(useSession().view, select);
}

export function useFlights<T>(select: (state: FlightState) => T): T {
  return useStore(useSession().flights.store, select);
}

/** The open flight; only for panels that are drawn when one is open. */
export function useOpenFlight(): OpenFlight {
  const open = useFlights((state) => state.open);
  if (open === null) throw new Error("no flight is open");
  return open;
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The host is on this machine: what it answered holds until a write says otherwise, and a network that went
      // away is no reason to wait.
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
}
