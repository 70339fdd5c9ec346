import type { Assessment, Requirement } from "#domain/flight/assessment.ts";
import type { Flight } from "#domain/flight/flight.ts";
import { clockText, dateText, minutesBetween, type Zulu } from "#domain/zulu.ts";
import { useSession } from "#renderer/state/session.ts";
import { type TimeAxis, windowOnAxis } from "./profile-geometry.ts";

const LANE = 14;

/** One lane for each State: its window tinted, the time inside it solid. */
export function StateLanes({
  flight,
  assessment,
  axis,
  width,
}: {
  flight: Flight;
  assessment: Assessment;
  axis: TimeAxis;
  width: number;
}) {
  const height = assessment.requirements.length * LANE + 2;
  return (
    <svg
      className="lanes"
      width={width}
      height={height}
      role="img"
      aria-label="Windows of the States over time"
    >
      {assessment.requirements.map((requirement, index) => (
        <Lane
          key={requirement.state}
          requirement={requirement}
          top={index * LANE}
          flight={flight}
          assessment={assessment}
          axis={axis}
        />
      ))}
    </svg>
  );
}

type LaneProps = {
  requirement: Requirement;
  top: number;
  flight: Flight;
  assessment: Assessment;
  axis: TimeAxis;
};

function Lane({ requirement, top, flight, assessment, axis }: LaneProps) {
  const session = useSession();
  const { state, standing } = requirement;
  const recorded = flight.authorizations.find((authorization) => authorization.state === state);
  const hasWindow = recorded !== undefined && (recorded.validFrom !== null || recorded.validTo !== null);
  const window = hasWindow ? windowOnAxis(recorded.validFrom, recorded.validTo, axis) : null;
  const visits = assessment.overflights
    .filter((overflight) => overflight.state === state)
    .map(({ entry, exit }) => ({ x: axis.x(entry.at), end: axis.x(exit.at) }));
  const words = hasWindow
    ? windowText(recorded.validFrom, recorded.validTo)
    : recorded?.status === "requested"
      ? "asked, no window yet"
      : "no window";
  const place = wordsPlace(visits, axis, words.length * 5.6);
  return (
    <g data-standing={standing}>
      <title>{`${session.stateName(state)}: ${words}`}</title>
      <text className="code strong" x={axis.left - 10} y={top + 11} textAnchor="end">
        {state}
      </text>
      {window !== null && (
        <rect className="window" x={window.x} y={top + 1} width={window.width} height={LANE - 2} />
      )}
      {visits.map(({ x, end }) => (
        <rect key={x} className="inside" x={x} y={top + 5} width={Math.max(2, end - x)} height={LANE - 10} />
      ))}
      {place !== null && (
        <text className="word" x={place.x} y={top + 10.5} textAnchor={place.anchor}>
          {words}
        </text>
      )}
    </g>
  );
}

/** Behind the last time inside, before the first, or between two; null when the words fit nowhere. */
function wordsPlace(
  visits: readonly { x: number; end: number }[],
  axis: TimeAxis,
  width: number,
): { x: number; anchor: "start" | "end" } | null {
  const free = [
    { from: visits.at(-1)?.end ?? axis.left, to: axis.right, anchor: "start" as const },
    { from: axis.left, to: visits[0]?.x ?? axis.left, anchor: "end" as const },
    ...visits.slice(1).map(({ x }, index) => ({
      from: visits[index]?.end ?? x,
      to: x,
      anchor: "start" as const,
    })),
  ].find(({ from, to }) => to - from > width + 12);
  if (free === undefined) return null;
  return { x: free.anchor === "start" ? free.from + 8 : free.to - 8, anchor: free.anchor };
}

function windowText(from: Zulu | null, to: Zulu | null): string {
  // A long window is told by its days, with the year; a short one by the minute.
  const long = from !== null && to !== null && minutesBetween(from, to) > 20 * 1_440;
  const instant = (at: Zulu) =>
    long ? dateText(at).slice(4) : `${dateText(at).slice(4, 10)} ${clockText(at)}`;
  if (from === null) return to === null ? "" : `until ${instant(to)}`;
  return to === null ? `from ${instant(from)}` : `${instant(from)} to ${instant(to)}`;
}
