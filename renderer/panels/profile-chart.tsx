import type { Assessment, Crossing } from "#domain/flight/assessment.ts";
import { levelText } from "#domain/text.ts";
import { clockText, durationText, minutesBetween } from "#domain/zulu.ts";
import { standingOfState } from "#renderer/map/annotations.ts";
import { useSession } from "#renderer/state/session.ts";
import { levelLines, levelScale, type TimeAxis } from "./profile-geometry.ts";

type ChartProps = { assessment: Assessment; axis: TimeAxis; width: number; lanes: number };

/** Bands of the FIRs in the tint of their State, the level line, the crossings. */
export function ProfileChart({ assessment, axis, width, lanes }: ChartProps) {
  // The drawer has one height: many States leave the chart less, never nothing.
  const height = Math.max(84, 190 - lanes * 14);
  const [top, base] = [16, height - 17];
  const { topFl, rules } = levelScale(assessment);
  const y = (levelFl: number) => base - (levelFl / topFl) * (base - top - 14);
  const labels = crossingLabels(assessment.crossings, axis);
  return (
    <svg
      className="profile-chart"
      width={width}
      height={height}
      role="img"
      aria-label="Levels and FIRs over time"
    >
      {assessment.crossings.map((crossing) => (
        <Band
          key={crossing.index}
          crossing={crossing}
          assessment={assessment}
          axis={axis}
          top={top}
          base={base}
        />
      ))}
      {rules.map((level) => (
        <g key={level}>
          <line className="rule" x1={axis.left} x2={axis.right} y1={y(level)} y2={y(level)} />
          <text className="tick" x={axis.left - 6} y={y(level) + 3.5} textAnchor="end">
            {levelText(level)}
          </text>
        </g>
      ))}
      <line className="base" x1={axis.left} x2={axis.right} y1={base} y2={base} />
      {axis.ticks.map(({ at, x }) => (
        <g key={at}>
          <line className="base" x1={x} x2={x} y1={base} y2={base + 3} />
          <text className="tick" x={x} y={base + 13} textAnchor="middle">
            {clockText(at)}
          </text>
        </g>
      ))}
      {assessment.crossings.slice(1).map(({ index, entry }) => {
        const x = axis.x(entry.at);
        return (
          <g key={index}>
            <line className="cut" x1={x} x2={x} y1={0} y2={base} />
            {labels.has(index) && (
              <text className="code" x={x + 3} y={top + 12}>
                X{index} {clockText(entry.at)}
              </text>
            )}
          </g>
        );
      })}
      {levelLines(assessment, axis, y).map((points) => (
        <polyline key={points} className="level" points={points} />
      ))}
      <LevelWords assessment={assessment} axis={axis} y={y} />
      <GroundStops assessment={assessment} axis={axis} base={base} />
    </svg>
  );
}

type BandProps = { crossing: Crossing; assessment: Assessment; axis: TimeAxis; top: number; base: number };

function Band({ crossing, assessment, axis, top, base }: BandProps) {
  const session = useSession();
  const [x, end] = [axis.x(crossing.entry.at), axis.x(crossing.exit.at)];
  const fir = crossing.fir === "" ? "no FIR" : crossing.fir;
  const name = session.stateName(crossing.state);
  const room = end - x;
  const code = room > fir.length * 7.3 + 6;
  const state = room > fir.length * 7.3 + name.length * 6.4 + 16;
  return (
    <g data-standing={standingOfState(assessment, crossing.state)}>
      <rect className="tint" x={x} y={top} width={Math.max(0, room)} height={base - top} />
      <line className="head" x1={x} x2={end} y1={top} y2={top} />
      {code && (
        <text className="code" x={x + 4} y={11}>
          {fir}
        </text>
      )}
      {state && (
        <text className="word" x={x + 8 + fir.length * 7.3} y={11}>
          {name}
        </text>
      )}
    </g>
  );
}

function LevelWords({
  assessment,
  axis,
  y,
}: {
  assessment: Assessment;
  axis: TimeAxis;
  y: (levelFl: number) => number;
}) {
  return assessment.sectors.map(({ index, firstLeg, takeOffAt, landingAt }) => {
    const levelFl = assessment.legs[firstLeg]?.levelFl;
    if (levelFl === undefined) return null;
    const x = axis.x(takeOffAt) + (axis.x(landingAt) - axis.x(takeOffAt)) * 0.3;
    return (
      <text key={index} className="code" x={x} y={y(levelFl) + 12} textAnchor="middle">
        {levelText(levelFl)}
      </text>
    );
  });
}

function GroundStops({ assessment, axis, base }: { assessment: Assessment; axis: TimeAxis; base: number }) {
  return assessment.sectors.slice(1).map((sector) => {
    const before = assessment.sectors[sector.index - 1];
    if (before?.landingAt == null || sector.offBlockAt === null) return null;
    const [x, end] = [axis.x(before.landingAt), axis.x(sector.takeOffAt)];
    const words = `${sector.from} on ground ${durationText(minutesBetween(before.landingAt, sector.offBlockAt))}`;
    return (
      <g key={sector.index}>
        <line className="ground" x1={x} x2={end} y1={base} y2={base} />
        {end - x > words.length * 5.8 && (
          <text className="word" x={(x + end) / 2} y={base - 6} textAnchor="middle">
            {words}
          </text>
        )}
      </g>
    );
  });
}

/** Crossings whose time fits between its neighbours. */
function crossingLabels(crossings: readonly Crossing[], axis: TimeAxis): ReadonlySet<number> {
  const fitting = new Set<number>();
  let end = Number.NEGATIVE_INFINITY;
  for (const { index, entry } of crossings.slice(1)) {
    const x = axis.x(entry.at);
    if (x < end || x + 66 > axis.right) continue;
    fitting.add(index);
    end = x + 66;
  }
  return fitting;
}
