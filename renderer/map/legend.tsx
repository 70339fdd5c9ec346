import { numberText } from "#domain/text.ts";
import { StatusLine } from "#renderer/parts/status.tsx";
import { useFlights, useView } from "#renderer/state/session.ts";

const STANDINGS = ["cleared", "pending", "partial", "stale", "blocked"] as const;

/** What the lines mean, and how long a mile is here. Where room is short, only the lines of this route. */
export function Legend() {
  const open = useFlights((state) => state.open);
  const halfWidthNm = open?.flight.corridorHalfWidthNm ?? null;
  const seen = open?.assessment.requirements.map(({ standing }) => standing) ?? [];
  const cursorScale = useView((view) => view.scale);
  return (
    <>
      {halfWidthNm !== null && (
        <ul className="legend" aria-label="Legend">
          {STANDINGS.map((standing) => (
            <li key={standing} data-seen={seen.includes(standing)}>
              <StatusLine standing={standing} />
              {standing.charAt(0).toUpperCase() + standing.slice(1)}
            </li>
          ))}
          <li>
            <span className="corridor-key" />
            Corridor {numberText(halfWidthNm, halfWidthNm % 1 === 0 ? 0 : 1)} NM each side
          </li>
        </ul>
      )}
      <ScaleBar metresPerPixel={cursorScale * (0.0254 / 96)} />
    </>
  );
}

const LENGTHS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

function ScaleBar({ metresPerPixel }: { metresPerPixel: number }) {
  const latitude = useView((view) => view.centerLat);
  if (metresPerPixel === 0) return null;
  const pixelsPerNm = 1852 / metresPerPixel;
  const lengthNm = LENGTHS.findLast((length) => length * pixelsPerNm <= 110) ?? 1;
  const width = lengthNm * pixelsPerNm;
  return (
    <div className="scale-bar">
      <span>
        0 <b>{lengthNm} NM</b> at {Math.abs(Math.round(latitude))}
        {latitude < 0 ? "S" : "N"}
      </span>
      <svg width={width + 2} height="7" aria-hidden="true">
        <rect className="frame" x="0.5" y="0.5" width={width} height="5" />
        {[0, 2].map((part) => (
          <rect
            key={part}
            className="fill"
            x={0.5 + (part * width) / 4}
            y="0.5"
            width={width / 4}
            height="5"
          />
        ))}
      </svg>
    </div>
  );
}
