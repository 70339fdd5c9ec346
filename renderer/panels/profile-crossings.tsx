import { type KeyboardEvent, useState } from "react";
import type { Assessment } from "#domain/flight/assessment.ts";
import { clockTextSince, type Zulu } from "#domain/zulu.ts";
import { useSession, useView } from "#renderer/state/session.ts";
import { selectAndShow } from "#renderer/state/view-store.ts";
import type { TimeAxis } from "./profile-geometry.ts";
import { type Cut, type CutLabel, cutLabels } from "./profile-labels.ts";

/** Width of a letter of the labels, and how far beside its line a crossing can be clicked. */
const LETTER = 6.4;
const REACH = 6;

type CrossingsProps = { assessment: Assessment; axis: TimeAxis; top: number; base: number; day: Zulu };

/** The crossings as lines over the chart: chosen here, they are chosen in the table and on the map. */
export function ProfileCrossings({ assessment, axis, top, base, day }: CrossingsProps) {
  const { view } = useSession();
  const selection = useView((state) => state.selection);
  const selected = selection.kind === "crossing" ? selection.index : null;
  const [pointed, setPointed] = useState<number | null>(null);
  const crossings = assessment.crossings.slice(1);
  const cuts = crossings.map(({ index, entry }): Cut => {
    const short = `X${index}`;
    return { index, x: axis.x(entry.at), text: `${short} ${clockTextSince(day, entry.at)}`, short };
  });
  const labels = cutLabels(cuts, axis, LETTER);
  // What found no room, or not enough, is said in full when it is asked for.
  const asked = cuts.find(({ index }) => index === (pointed ?? selected));
  const said = labels.some(({ index, text }) => index === asked?.index && text === asked.text);
  return (
    <>
      {labels.map((label) => (
        <Words key={label.index} label={label} y={top + 12} />
      ))}
      <g className="crossings">
        {cuts.map(({ index, x, text }, place) => {
          const before = cuts[place - 1]?.x ?? Number.NEGATIVE_INFINITY;
          const after = cuts[place + 1]?.x ?? Number.POSITIVE_INFINITY;
          const [from, to] = [Math.max(x - REACH, (before + x) / 2), Math.min(x + REACH, (x + after) / 2)];
          const fir = crossings[place]?.fir ?? "";
          const choose = () => selectAndShow(view, { kind: "crossing", index });
          return (
            // biome-ignore lint/a11y/useSemanticElements: an SVG has no buttons
            <g
              key={index}
              className="crossing"
              role="button"
              tabIndex={index === (selected ?? cuts[0]?.index) ? 0 : -1}
              aria-pressed={index === selected}
              aria-label={`Crossing ${text}${fir === "" ? "" : `, into ${fir}`}`}
              data-profile-crossing={index}
              onClick={choose}
              onKeyDown={(event) => onKey(event, choose)}
              onPointerEnter={() => setPointed(index)}
              onPointerLeave={() => setPointed(null)}
              onFocus={() => setPointed(index)}
              onBlur={() => setPointed(null)}
            >
              <rect className="reach" x={from} y={0} width={to - from} height={base} />
              <line className="cut" x1={x} x2={x} y1={0} y2={base} />
            </g>
          );
        })}
      </g>
      {asked !== undefined && !said && <Asked cut={asked} axis={axis} y={top + 12} />}
    </>
  );
}

function Words({ label: { text, x, anchor }, y }: { label: CutLabel; y: number }) {
  return (
    <text className="code" x={x} y={y} textAnchor={anchor}>
      {text}
    </text>
  );
}

/** Words on a ground of their own, over whatever is there. */
function Asked({ cut: { text, x }, axis, y }: { cut: Cut; axis: TimeAxis; y: number }) {
  const width = text.length * LETTER + 8;
  const left = Math.min(x + 3, axis.right - width);
  return (
    <g className="asked">
      <rect x={left} y={y - 11} width={width} height={15} />
      <text className="code" x={left + 4} y={y}>
        {text}
      </text>
    </g>
  );
}

function onKey(event: KeyboardEvent<SVGGElement>, choose: () => void): void {
  const { nextElementSibling: next, previousElementSibling: before } = event.currentTarget;
  if (event.key === "Enter" || event.key === " ") choose();
  else if (event.key === "ArrowRight") (next as SVGGElement | null)?.focus();
  else if (event.key === "ArrowLeft") (before as SVGGElement | null)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
