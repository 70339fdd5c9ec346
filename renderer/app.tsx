import { useQuery } from "@tanstack/react-query";
import { type CSSProperties, useEffect, useMemo } from "react";
import type { Api, Settings } from "#domain/api/contract.ts";
import type { Reference } from "#domain/reference.ts";
import { openFlight } from "./commands/flight-commands.ts";
import { commandOfKey, runCommand } from "./commands/registry.ts";
import { closeFlightsOverMap, NARROW } from "./commands/view-commands.ts";
import { Dialogs } from "./dialogs/dialogs.tsx";
import { MapView } from "./map/map-view.tsx";
import { ContextMenu } from "./panels/context-menu.tsx";
import { FlightsPanel } from "./panels/flights-panel.tsx";
import { Inspector } from "./panels/inspector.tsx";
import { PanelEdge } from "./panels/panel-edge.tsx";
import { ProfileDrawer } from "./panels/profile-drawer.tsx";
import { StatusBar } from "./panels/status-bar.tsx";
import { TopBar } from "./panels/top-bar.tsx";
import {
  clockNow,
  type newQueryClient,
  type Session,
  SessionContext,
  sessionOf,
  useView,
} from "./state/session.ts";
import { guardUnload } from "./state/unload.ts";
import { applyTheme, themeOf } from "./theme.ts";

/** Reads what the planner needs once, then hands over to it. */
export function App({ api, queries }: { api: Api; queries: ReturnType<typeof newQueryClient> }) {
  const start = useQuery(
    {
      queryKey: ["start"],
      queryFn: async () => {
        const [reference, settings] = await Promise.all([api.reference.get({}), api.settings.get({})]);
        return { reference, settings };
      },
    },
    queries,
  );
  if (start.isError) {
    return (
      <main className="starting">
        <h1>Daliz could not start</h1>
        <p role="alert">{start.error.message}</p>
        <button type="button" className="button" onClick={() => void start.refetch()}>
          Try again
        </button>
      </main>
    );
  }
  if (start.data === undefined) {
    return (
      <main className="starting">
        <p className="late">Reading FIR limits, aerodromes and navaids</p>
      </main>
    );
  }
  return <Planner api={api} queries={queries} {...start.data} />;
}

type PlannerProps = {
  api: Api;
  queries: ReturnType<typeof newQueryClient>;
  reference: Reference;
  settings: Settings;
};

function Planner({ api, queries, reference, settings }: PlannerProps) {
  const session = useMemo(
    () => sessionOf(api, reference, settings, queries),
    [api, reference, settings, queries],
  );
  useEffect(() => start(session, settings), [session, settings]);
  return (
    <SessionContext value={session}>
      <Screen />
    </SessionContext>
  );
}

function Screen() {
  const flights = useView((view) => view.flightsOpen);
  const inspector = useView((view) => view.inspectorOpen);
  const flightsWidth = useView((view) => view.flightsWidth);
  const inspectorWidth = useView((view) => view.inspectorWidth);
  const widths = {
    "--flights-width": `${flightsWidth}px`,
    "--inspector-width": `${inspectorWidth}px`,
  } as CSSProperties;
  return (
    <div className="screen" data-flights={flights} data-inspector={inspector} style={widths}>
      <TopBar />
      <FlightsPanel />
      <main>
        {flights && <PanelEdge panel="flightsWidth" label="Width of the flights" />}
        <div className="middle">
          <MapView />
          <ProfileDrawer />
        </div>
        {inspector && <PanelEdge panel="inspectorWidth" label="Width of the inspector" />}
      </main>
      <Inspector />
      <StatusBar />
      <ContextMenu />
      <Dialogs />
    </div>
  );
}

/** Keys, the clock, the machine's theme, and the flight that was open last. */
function start(session: Session, settings: Settings): () => void {
  const { view, flights } = session;
  applyTheme(view.getState().theme);
  const stopTheme = view.subscribe(({ theme }) => applyTheme(theme));
  const machine = window.matchMedia("(prefers-color-scheme: dark)");
  const onMachine = () => view.setState(({ themeChoice }) => ({ theme: themeOf(themeChoice) }));
  machine.addEventListener("change", onMachine);
  const narrow = window.matchMedia(NARROW);
  const onNarrow = () => {
    if (flights.store.getState().open !== null) closeFlightsOverMap(session);
  };
  narrow.addEventListener("change", onNarrow);
  const onKey = (event: KeyboardEvent) => {
    const command = commandOfKey(event);
    if (command === null) return;
    event.preventDefault();
    // A command may take the field away: what was typed in it is taken first.
    const field = event.target;
    if (field instanceof HTMLElement && field.dataset.untouched === "false") field.blur();
    runCommand(session, command);
  };
  window.addEventListener("keydown", onKey);
  const stopGuard = guardUnload(
    flights,
    window,
    // Fields mark what was typed and not taken.
    () => document.querySelector('[data-untouched="false"]') !== null,
  );
  const clock = window.setInterval(() => {
    const now = clockNow();
    if (now !== flights.store.getState().now) flights.tick(now);
  }, 1_000);
  if (settings.lastFlightId !== "" && flights.store.getState().open === null) {
    // A flight that is gone since is no reason to complain: the list is there.
    openFlight(session, settings.lastFlightId).catch(() => undefined);
  }
  return () => {
    stopTheme();
    stopGuard();
    machine.removeEventListener("change", onMachine);
    narrow.removeEventListener("change", onNarrow);
    window.removeEventListener("keydown", onKey);
    window.clearInterval(clock);
  };
}
