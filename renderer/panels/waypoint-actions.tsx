import { setLevel, setStop, shiftWaypoint } from "#domain/route/edit.ts";
import type { Waypoint } from "#domain/route/waypoint.ts";
import { DEFAULT_STOP_MINUTES, deletePoint, edit } from "#renderer/commands/route-commands.ts";
import { Field } from "#renderer/fields/field.tsx";
import { readNumber, readOptionalLevel } from "#renderer/fields/readings.ts";
import { Icon } from "#renderer/parts/icon.tsx";
import { useOpenFlight, useSession } from "#renderer/state/session.ts";

/** What can be done with the selected waypoint, in a row below its own. */
export function WaypointActions({ waypoint, index }: { waypoint: Waypoint; index: number }) {
  const session = useSession();
  const { flight } = useOpenFlight();
  const last = flight.waypoints.length - 1;
  const inside = index > 0 && index < last;
  const { id, ident } = waypoint;
  return (
    <tr className="actions-row">
      <td colSpan={7}>
        {waypoint.name !== "" && <p className="quiet">{waypoint.name}</p>}
        <div className="actions">
          <Field
            label="FL from here"
            text={waypoint.levelFl === null ? "" : String(waypoint.levelFl)}
            placeholder="same"
            read={readOptionalLevel}
            commit={(levelFl) =>
              edit(session, `Level at ${ident}`, (before) => setLevel(before, id, levelFl))
            }
          />
          {waypoint.kind === "aerodrome" && inside && waypoint.groundMinutes !== null && (
            <Field
              label="On the ground"
              unit="min"
              text={String(waypoint.groundMinutes)}
              read={(text) => readNumber(text, { least: 1, most: 10_080, unit: "min", whole: true })}
              commit={(minutes) =>
                edit(session, `Stop at ${ident}`, (before) => setStop(before, id, minutes))
              }
            />
          )}
          {waypoint.kind === "aerodrome" && inside && (
            <button
              type="button"
              className="button"
              onClick={() =>
                edit(
                  session,
                  `${waypoint.groundMinutes === null ? "Stop at" : "Overfly"} ${ident}`,
                  (before) =>
                    setStop(before, id, waypoint.groundMinutes === null ? DEFAULT_STOP_MINUTES : null),
                )
              }
            >
              {waypoint.groundMinutes === null ? "Stop here" : "Overfly"}
            </button>
          )}
          <span className="fill" />
          {([-1, 1] as const).map((by) => (
            <button
              key={by}
              type="button"
              className="tool bare"
              aria-label={`Move ${ident} ${by < 0 ? "earlier" : "later"}`}
              title={by < 0 ? "Earlier in the route" : "Later in the route"}
              disabled={by < 0 ? index === 0 : index === last}
              onClick={() => edit(session, `Reorder ${ident}`, (before) => shiftWaypoint(before, id, by))}
            >
              <Icon name={by < 0 ? "up" : "down"} />
            </button>
          ))}
          <button
            type="button"
            className="tool bare"
            aria-label={`Delete ${ident}`}
            title="Delete  Del"
            onClick={() => deletePoint(session, waypoint)}
          >
            <Icon name="bin" />
          </button>
        </div>
      </td>
    </tr>
  );
}
