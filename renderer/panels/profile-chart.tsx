import type { Assessment, Crossing } from "#domain/flight/assessment.ts";
import { levelText } from "#domain/text.ts";
import { clockTextSince, durationText, minutesBetween, type Zulu } from "#domain/zulu.ts";
import { standingOfState } from "#renderer/map/annotations.ts";
import { useSession } from "#renderer/state/session.ts";
import { ProfileCrossings } from "./profile-crossings.tsx";
import { levelLines, levelRuns, levelScale, type TimeAxis } from "./profile-geometry.ts";
import { shortened, widestGap } from "./profile-labels.ts";

/** `day`: times on other days than this one say so. */
type ChartProps = { assessment: Assessment; axis: TimeAxis; width: number; lanes: number; day: Zulu };

/** Bands of the FIRs in the tint of their State, the level line, the crossings. */
export function ProfileChart({ assessment, axis, width, lanes, day }: ChartProps) {
  // The drawer has one height: many States leave the chart less, never nothing.
  const height = Math.max(84, 190 - lanes * 14);
  const [top, base] = [16, height - 17];
  const { topFl, rules } = levelScale(assessment);
  const y = (levelFl: number) => base - (levelFl / topFl) * (base - top - 14);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset
    <svg
      className="profile-chart"
      width={width}
      height={height}
      role="group"
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
          day={day}
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
            {clockTextSince(day, at)}
          </text>
        </g>
      ))}
      {levelLines(assessment, axis, y).map((points) => (
        <polyline key={points} className="level" points={points} />
      ))}
      <LevelWords assessment={assessment} axis={axis} y={y} />
      <GroundStops assessment={assessment} axis={axis} base={base} />
      <ProfileCrossings assessment={assessment} axis={axis} top={top} base={base} day={day} />
    </svg>
  );
}

type BandProps = {
  crossing: Crossing;
  assessment: Assessment;
  axis: TimeAxis;
  top: number;
  base: number;
  day: Zulu;
};

function Band({ crossing, assessment, axis, top, base, day }: BandProps) {
  const session = useSession();
  const { entry, exit } = crossing;
  const [x, end] = [axis.x(entry.at), axis.x(exit.at)];
  const fir = crossing.fir === "" ? "no FIR" : crossing.fir;
  const name = session.stateName(crossing.state);
  const room = end - x;
  const code = fir.length * 7.3;
  return (
    <g data-standing={standingOfState(assessment, crossing.state)}>
      <title>
        {`${crossing.fir} ${crossing.name}, ${name}: ${clockTextSince(day, entry.at)} to ${clockTextSince(day, exit.at)}`.trim()}
      </title>
      <rect className="reach" x={x} y={0} width={Math.max(0, room)} height={top} />
      <rect className="tint" x={x} y={top} width={Math.max(0, room)} height={base - top} />
      <line className="head" x1={x} x2={end} y1={top} y2={top} />
      {room > code + 6 && (
        <>
          <text className="code" x={x + 4} y={11}>
            {fir}
          </text>
          <text className="word" x={x + 8 + code} y={11}>
            {shortened(name, room - code - 12, 6.4)}
          </text>
        </>
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
  const cuts = assessment.crossings.map(({ entry }) => axis.x(entry.at));
  return levelRuns(assessment).map(({ fromAt, toAt, levelFl }) => {
    const words = levelText(levelFl);
    const x = widestGap(axis.x(fromAt), axis.x(toAt), cuts, words.length * 6.4);
    if (x === null) return null;
    return (
      <text key={fromAt} className="code" x={x} y={y(levelFl) + 12} textAnchor="middle">
        {words}
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
        <title>{words}</title>
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
