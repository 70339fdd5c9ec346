import { useEffect, useRef, useState } from "react";
import type { Leg } from "#domain/flight/assessment.ts";
import { setRoute } from "#domain/route/edit.ts";
import { readRoute, routeText } from "#domain/route/route-text.ts";
import type { Waypoint } from "#domain/route/waypoint.ts";
import { courseText, numberText } from "#domain/text.ts";
import { clockText, clockTextSince, type Zulu } from "#domain/zulu.ts";
import { openWaypointMenu } from "#renderer/commands/menu-command.ts";
import { edit } from "#renderer/commands/route-commands.ts";
import { PlaceSearch } from "#renderer/fields/place-search.tsx";
import { rowKeys } from "#renderer/parts/row-keys.ts";
import { Section } from "#renderer/parts/section.tsx";
import { TableHead } from "#renderer/parts/table-head.tsx";
import { newId, useOpenFlight, useSession, useView } from "#renderer/state/session.ts";
import { selectAndShow } from "#renderer/state/view-store.ts";
import { CommandButton } from "./top-bar.tsx";
import { WaypointActions } from "./waypoint-actions.tsx";

/** The route as text and as a table of its legs; each end is moved, changed and deleted from its row. */
export function RouteSection() {
  const { flight, assessment } = useOpenFlight();
  // Sums of what the rows show, so that a total can be checked by hand.
  const distances = assessment.sectors
    .map(({ firstLeg, lastLeg }) => assessment.legs.slice(firstLeg, lastLeg + 1))
    .map((legs) =>
      numberText(legs.reduce((sum, { distanceNm }) => sum + Math.round(distanceNm * 10), 0) / 10, 1),
    )
    .join(" + ");
  return (
    <Section title="Route" sum={distances === "" ? "no legs yet" : `${distances} NM`}>
      <RouteText />
      <div className="route-tools">
        <PlaceSearch />
        <CommandButton id="reverse-route" bare />
      </div>
      {flight.waypoints.length === 0 ? (
        <p className="notice">
          Type a route above, such as <span className="mono">LTAC ERZ UATE+90 UACC</span>, or draw it on the
          map <kbd>D</kbd>.
        </p>
      ) : (
        <LegsTable />
      )}
    </Section>
  );
}

/** Parsed with every key; kept when the field is left or on Enter. */
function RouteText() {
  const session = useSession();
  const { flight, committed } = useOpenFlight();
  const [draft, setDraft] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = draft ?? routeText(flight.waypoints);
  const reading = draft === null || draft.trim() === "" ? null : readRoute(draft, session.reference, newId);
  const keep = () => {
    if (draft === null) return;
    if (draft.trim() === "") edit(session, "Clear route", (before) => setRoute(before, []));
    else if (reading?.ok === true) {
      if (routeText(reading.waypoints) !== routeText(committed.waypoints)) {
        const kept = keepPoints(reading.waypoints, committed.waypoints);
        edit(session, "Edit route", (before) => setRoute(before, kept));
        session.view.setState(({ show }) => ({
          show: { count: show.count + 1, selection: { kind: "none" }, whole: true },
        }));
      }
    } else return;
    setDraft(null);
  };
  useEffect(() => {
    // As high as its text.
    const element = field.current;
    if (element === null) return;
    element.style.height = "0";
    element.style.height = `${element.scrollHeight + (text === "" ? 2 : 2)}px`;
  }, [text]);
  return (
    <div className="field route-text">
      <label htmlFor="route-text" className="unseen">
        Route text
      </label>
      <span className="box">
        <textarea
          id="route-text"
          ref={field}
          className="mono"
          rows={1}
          spellCheck={false}
          autoComplete="off"
          placeholder="LTAC 4018N04336E UACC"
          value={text}
          data-untouched={draft === null}
          aria-invalid={reading?.ok === false}
          aria-describedby="route-text-hint"
          onChange={({ target }) => setDraft(target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === "Escape") setDraft(null);
            if (event.key !== "Enter") return;
            event.preventDefault();
            keep();
          }}
        />
      </span>
      <span id="route-text-hint" className={reading?.ok === false ? "problem" : "hint"} aria-live="polite">
        {reading === null
          ? ""
          : reading.ok
            ? [`${reading.waypoints.length} points. Enter takes it.`, ...reading.notes].join(" ")
            : reading.sentence}
      </span>
    </div>
  );
}

/**
 * A point that was there before keeps its id, so that a selection survives an edit of the text; a named one also keeps
 * the place it stands on, which may be another of the navaids that share its ident.
 */
function keepPoints(waypoints: readonly Waypoint[], before: readonly Waypoint[]): Waypoint[] {
  const free = [...before];
  return waypoints.map((waypoint) => {
    const index = free.findIndex(({ ident, kind }) => ident === waypoint.ident && kind === waypoint.kind);
    const [found] = index < 0 ? [] : free.splice(index, 1);
    if (found === undefined) return waypoint;
    return waypoint.kind === "position"
      ? { ...waypoint, id: found.id }
      : { ...waypoint, id: found.id, name: found.name, position: found.position };
  });
}

function LegsTable() {
  const session = useSession();
  const { flight, assessment } = useOpenFlight();
  const selection = useView((view) => view.selection);
  return (
    <table className="grid legs">
      <TableHead
        columns={[
          { name: "To" },
          { name: "Track T", number: true },
          {
            name: "Mag",
            number: true,
            title: "Magnetic course at the start of the leg, on the day of the flight",
          },
          { name: "NM", number: true },
          { name: "GS kt", number: true },
          { name: "Over", number: true },
          { name: "FL", number: true },
        ]}
      />
      <tbody>
        {flight.waypoints.flatMap((waypoint, index) => {
          const leg = assessment.legs[index - 1];
          const chosen = selection.kind === "waypoint" && selection.id === waypoint.id;
          const onLeg = selection.kind === "leg" && selection.index === index - 1;
          const select = () => selectAndShow(session.view, { kind: "waypoint", id: waypoint.id });
          const stop = assessment.sectors.find(({ lastLeg }) => lastLeg === index - 1);
          const next = stop === undefined ? undefined : assessment.sectors[stop.index + 1];
          return [
            <tr
              key={waypoint.id}
              tabIndex={0}
              aria-selected={chosen || onLeg}
              data-row-waypoint={waypoint.id}
              onClick={select}
              onKeyDown={rowKeys(select)}
              onContextMenu={(event) => {
                event.preventDefault();
                openWaypointMenu(session, waypoint, event.clientX, event.clientY);
              }}
            >
              <th scope="row" className="mono">
                {waypoint.ident}
              </th>
              {leg === undefined ? (
                <td colSpan={6} className="quiet">
                  off block <span className="mono">{clockText(flight.offBlockAt)}</span>,{" "}
                  {assessment.sectors[0] === undefined ? (
                    "no leg yet"
                  ) : (
                    <>
                      take-off <span className="mono">{clockText(assessment.sectors[0].takeOffAt)}</span>
                    </>
                  )}
                </td>
              ) : (
                <LegCells leg={leg} lands={stop !== undefined} since={flight.offBlockAt} />
              )}
            </tr>,
            chosen && <WaypointActions key={`${waypoint.id} actions`} waypoint={waypoint} index={index} />,
            stop !== undefined && next !== undefined && (
              <tr key={`${waypoint.id} stop`} className="stop-row">
                <td colSpan={7}>
                  {waypoint.ident} on block{" "}
                  <span className="mono">{clockTextSince(flight.offBlockAt, stop.landingAt)}</span>, off block{" "}
                  <span className="mono">{clockTextSince(flight.offBlockAt, next.offBlockAt)}</span>,{" "}
                  {waypoint.groundMinutes} min on the ground
                </td>
              </tr>
            ),
          ];
        })}
      </tbody>
    </table>
  );
}

function LegCells({ leg, lands, since }: { leg: Leg; lands: boolean; since: Zulu }) {
  return (
    <>
      <td className="number">{courseText(leg.initialCourseTrueDeg)}</td>
      <td className="number">
        {leg.initialCourseMagneticDeg === null ? "–" : courseText(leg.initialCourseMagneticDeg)}
      </td>
      <td className="number">{numberText(leg.distanceNm, 1)}</td>
      <td className="number">{leg.groundSpeedKt === null ? "–" : numberText(leg.groundSpeedKt)}</td>
      <td className="number">{clockTextSince(since, leg.endAt)}</td>
      <td className="number">{lands ? "↓" : String(leg.levelFl).padStart(3, "0")}</td>
    </>
  );
}
