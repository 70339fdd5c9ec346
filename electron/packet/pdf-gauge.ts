import type { Gauge } from "#domain/packet/document.ts";
import { label, tenth } from "#domain/packet/map-svg.ts";
import { numberText } from "#domain/text.ts";

const ACCENT = "#12466B";
const RED = "#B3231B";
const INK = "#12191E";

/** The load as a bar against its limit, with the error of the limit as a band, all to one scale. */
export function gaugeSvg({ requestedKg, maximumKg, errorKg }: Gauge, width: number): string {
  const error = Number.isFinite(errorKg) ? errorKg : 0;
  const full = Math.max(requestedKg, maximumKg + error, 1) * 1.06;
  const x = (massKg: number) => (Math.max(0, massKg) / full) * width;
  const over = requestedKg > maximumKg;
  const limit = x(maximumKg);
  const style = { size: 7.5, colour: INK, font: "Inter" } as const;
  const right = limit > width * 0.6;
  const band =
    error === 0
      ? ""
      : `<rect x="${tenth(x(maximumKg - error))}" y="13" width="${tenth(x(maximumKg + error) - x(maximumKg - error))}" height="12" fill="${INK}" fill-opacity="0.12"/>`;
  const limitText = `Limit ${numberText(maximumKg)} kg${error === 0 ? "" : ` ± ${numberText(error)} kg`}, margin ${numberText(Math.round(maximumKg) - Math.round(requestedKg))} kg`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${tenth(width)}" height="38" viewBox="0 0 ${tenth(width)} 38">`,
    `<rect x="0" y="15" width="${tenth(width)}" height="8" fill="#EEF1F2" stroke="#A3AFB6" stroke-width="0.4"/>`,
    `<rect x="0" y="15" width="${tenth(x(requestedKg))}" height="8" fill="${over ? RED : ACCENT}"/>`,
    band,
    `<path d="M${tenth(limit)} 11L${tenth(limit)} 27" stroke="${INK}" stroke-width="1.4"/>`,
    label([right ? limit + 2 : Math.max(0, limit - 2), 8], limitText, {
      ...style,
      anchor: right ? "end" : "start",
    }),
    label([0, 35], `Load ${numberText(requestedKg)} kg`, style),
    "</svg>",
  ].join("");
}
