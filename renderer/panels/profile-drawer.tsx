import { useCallback, useState } from "react";
import { numberText } from "#domain/text.ts";
import { durationText, plusMinutes } from "#domain/zulu.ts";
import { COMMANDS, runCommand } from "#renderer/commands/registry.ts";
import { Icon } from "#renderer/parts/icon.tsx";
import { useFlights, useSession, useView } from "#renderer/state/session.ts";
import { ProfileChart } from "./profile-chart.tsx";
import { timeAxisOf } from "./profile-geometry.ts";
import { StateLanes } from "./state-lanes.tsx";

const LEFT = 62;
/** Half of a tick's words on the last hour. */
const RIGHT_MARGIN = 24;

/** The flight over time: levels and FIRs above, each State's window below. */
export function ProfileDrawer() {
  const session = useSession();
  const open = useFlights((state) => state.open);
  const shown = useView((view) => view.profileOpen);
  const toggle = COMMANDS.find(({ id }) => id === "toggle-profile");
  const [width, setWidth] = useState(0);
  const assessment = open?.assessment ?? null;
  const [first] = assessment?.sectors ?? [];
  const last = assessment?.sectors.at(-1);
  const hasRoute = assessment !== null && first !== undefined && last !== undefined;
  const begins = first?.offBlockAt ?? null;
  const ends = last?.landingAt ?? null;
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  if (open === null) return null;
  const durations = assessment?.sectors.map(({ eetMinutes }) => durationText(eetMinutes)).join(" + ") ?? "";
  const axis =
    begins !== null && ends !== null && width > 200
      ? timeAxisOf(plusMinutes(begins, -8), plusMinutes(ends, 8), LEFT, width - RIGHT_MARGIN)
      : null;
  return (
    <section className="profile" aria-label="Profile" data-open={shown} ref={measure}>
      <header>
        <h2>Profile</h2>
        {hasRoute && (
          <>
            <span>{numberText(assessment.route.totalDistanceNm, 1)} NM</span>
            <span>
              Flight time <span className="mono">{durations}</span>
            </span>
            <span className="note">Planned levels, no climb or descent. Below: State windows.</span>
          </>
        )}
        <button
          type="button"
          className="tool bare"
          aria-label={shown ? "Hide profile" : "Show profile"}
          aria-expanded={shown}
          title={`${shown ? "Hide" : "Show"} profile  Alt 2`}
          onClick={() => toggle !== undefined && runCommand(session, toggle)}
        >
          <Icon name={shown ? "down" : "up"} />
        </button>
      </header>
      {shown && !hasRoute && <p className="notice">The profile stands here once the route has two points.</p>}
      {shown && hasRoute && ends === null && (
        <p className="notice">No profile: a leg has no ground speed, and nothing behind it has a time.</p>
      )}
      {shown && hasRoute && axis !== null && (
        <div className="profile-body">
          <ProfileChart
            assessment={assessment}
            axis={axis}
            width={width}
            lanes={assessment.requirements.length}
            day={open.flight.offBlockAt}
          />
          <StateLanes flight={open.flight} assessment={assessment} axis={axis} width={width} />
        </div>
      )}
    </section>
  );
}
