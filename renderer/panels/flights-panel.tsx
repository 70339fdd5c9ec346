import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { FlightSummary } from "#domain/api/contract.ts";
import { clockText } from "#domain/zulu.ts";
import { openFlight } from "#renderer/commands/flight-commands.ts";
import { COMMANDS, runCommand } from "#renderer/commands/registry.ts";
import { closeFlightsOverMap, NARROW } from "#renderer/commands/view-commands.ts";
import { Icon } from "#renderer/parts/icon.tsx";
import { rowKeys } from "#renderer/parts/row-keys.ts";
import { Status } from "#renderer/parts/status.tsx";
import { useFlightList } from "#renderer/state/queries.ts";
import { useFlights, useSession, useView } from "#renderer/state/session.ts";
import { listRows, rowsWithin } from "./flight-rows.ts";
import { CommandButton } from "./top-bar.tsx";

type Filter = "all" | "needs-action" | "cleared";

/** All flights by date, with search and three filters; collapsed it is a rail that opens it again. */
export function FlightsPanel() {
  const session = useSession();
  const open = useView((view) => view.flightsOpen);
  const toggle = COMMANDS.find(({ id }) => id === "toggle-flights");
  if (!open) {
    return (
      <aside className="rail" aria-label="Flights">
        <button
          type="button"
          id="show-flights"
          className="tool"
          aria-label="Show flights"
          title="Show flights  Alt 1"
          onClick={() => toggle !== undefined && runCommand(session, toggle)}
        >
          <Icon name="right" />
        </button>
        <span aria-hidden="true">Flights</span>
      </aside>
    );
  }
  return <FlightsList />;
}

function FlightsList() {
  const session = useSession();
  const [text, setText] = useState("");
  const [filter, setFilter] = useState<Filter>("all");
  const list = useFlightList(text, filter);
  useEffect(() => {
    const onKey = ({ key, target }: KeyboardEvent) => {
      const at = target instanceof Element ? target : null;
      // Elsewhere Escape belongs to the field, the dialog or the map.
      if (key === "Escape" && (at === document.body || at?.closest(".flights") != null))
        closeFlightsOverMap(session);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [session]);
  const pages = list.data?.pages ?? [];
  const counts = pages[0]?.counts;
  const flights = useMemo(() => list.data?.pages.flatMap((page) => page.flights) ?? [], [list.data]);
  const tabs: { filter: Filter; word: string; count: number | undefined }[] = [
    { filter: "all", word: "All", count: counts?.all },
    { filter: "needs-action", word: "Needs action", count: counts?.needsAction },
    { filter: "cleared", word: "Cleared", count: counts?.cleared },
  ];
  const toggle = COMMANDS.find(({ id }) => id === "toggle-flights");
  return (
    <aside className="flights" aria-label="Flights">
      <div className="flights-head">
        <label className="search">
          <span className="unseen">Search flights</span>
          <input
            id="flight-search"
            type="text"
            autoComplete="off"
            spellCheck={false}
            placeholder="Search flights"
            value={text}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={({ key, currentTarget }) => {
              if (key !== "Escape") return;
              setText("");
              if (!window.matchMedia(NARROW).matches) currentTarget.blur();
            }}
          />
          <span className="key">/</span>
        </label>
        <button
          type="button"
          className="button"
          data-command="new-flight"
          title="New flight  Alt N"
          onClick={() => {
            const command = COMMANDS.find(({ id }) => id === "new-flight");
            if (command !== undefined) runCommand(session, command);
          }}
        >
          New
        </button>
        <button
          type="button"
          className="tool bare"
          aria-label="Hide flights"
          title="Hide flights  Alt 1"
          onClick={() => toggle !== undefined && runCommand(session, toggle)}
        >
          <Icon name="left" />
        </button>
      </div>
      <div className="tabs" role="tablist" aria-label="Filter">
        {tabs.map((tab) => (
          <button
            key={tab.filter}
            type="button"
            role="tab"
            aria-selected={filter === tab.filter}
            aria-controls="flight-list"
            onClick={() => setFilter(tab.filter)}
          >
            {tab.word} {tab.count !== undefined && <span className="mono">{tab.count}</span>}
          </button>
        ))}
      </div>
      {list.isError && (
        <p className="notice problem" role="alert">
          The flights could not be read: {list.error.message}{" "}
          <button type="button" className="link" onClick={() => void list.refetch()}>
            Read again
          </button>
        </p>
      )}
      {list.isSuccess && flights.length === 0 ? (
        <div id="flight-list" role="tabpanel" aria-label="Flights found">
          <EmptyList text={text} filter={filter} all={counts?.all ?? 0} clear={() => setText("")} />
        </div>
      ) : (
        <Rows
          flights={flights}
          dimmed={list.isPlaceholderData}
          more={() => list.hasNextPage && void list.fetchNextPage()}
        />
      )}
    </aside>
  );
}

function Rows({ flights, dimmed, more }: { flights: FlightSummary[]; dimmed: boolean; more: () => void }) {
  const { rows, height } = useMemo(() => listRows(flights), [flights]);
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setView({ top: element.scrollTop, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const seen = rowsWithin(rows, view.top - 400, view.top + view.height + 400);
  return (
    <div
      className="flight-list"
      id="flight-list"
      role="tabpanel"
      aria-label="Flights found"
      ref={box}
      data-dimmed={dimmed}
      onScroll={({ currentTarget }) => {
        setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight });
        if (currentTarget.scrollTop + currentTarget.clientHeight > height - 1_500) more();
      }}
    >
      <ul className="flight-space" style={{ height }}>
        {seen.map((row) =>
          row.kind === "day" ? (
            <li key={row.key} className="day" style={{ top: row.top }}>
              {row.text}
            </li>
          ) : (
            <FlightRow key={row.key} flight={row.flight} top={row.top} />
          ),
        )}
      </ul>
    </div>
  );
}

function FlightRow({ flight, top }: { flight: FlightSummary; top: number }) {
  const session = useSession();
  const selected = useFlights((state) => state.open?.committed.id === flight.id);
  const act = () => {
    openFlight(session, flight.id, flight.callSign).then(
      () => session.view.setState({ problem: null }),
      (error: Error) => session.view.setState({ problem: error.message }),
    );
    closeFlightsOverMap(session);
  };
  return (
    <li style={{ top }}>
      <button
        type="button"
        className="flight-row"
        data-flight={flight.id}
        aria-current={selected}
        onClick={act}
        onKeyDown={rowKeys(act)}
      >
        <span className="line">
          <b className="mono">{flight.callSign === "" ? "No call sign" : flight.callSign}</b>
          <span className="mono time">{clockText(flight.offBlockAt)}</span>
        </span>
        <span className="line">
          <span className="mono stops">
            {flight.stops.length === 0 ? "No route" : flight.stops.join(" – ")}
          </span>
          <Status
            standing={flight.status}
            detail={flight.states === 0 ? "" : ` ${flight.clearedStates}/${flight.states}`}
          />
        </span>
      </button>
    </li>
  );
}

function EmptyList({
  text,
  filter,
  all,
  clear,
}: {
  text: string;
  filter: Filter;
  all: number;
  clear: () => void;
}) {
  if (text !== "") {
    return (
      <div className="notice">
        <p>No flight matches “{text}”.</p>
        <button type="button" className="button" onClick={clear}>
          Show all flights
        </button>
      </div>
    );
  }
  if (all > 0)
    return (
      <p className="notice">
        {filter === "cleared" ? "No flight is cleared yet." : "No flight needs action."}
      </p>
    );
  return (
    <div className="notice">
      <p>No flights yet. Look at the example, or start one of your own.</p>
      <CommandButton id="open-example" bare />
      <CommandButton id="new-flight" bare />
    </div>
  );
}
