import type { Engine } from "./engine.ts";
import { rect, svg, text } from "./svg.ts";

/** Draws the degree scales along the left and bottom edges: bars alternate, labels stand at round degrees. */
export function drawScales(engine: Engine, left: SVGSVGElement, bottom: SVGSVGElement): void {
  const { clientWidth: width, clientHeight: height } = engine.map.getContainer();
  const northWest = engine.unproject({ x: 0, y: 0 });
  const southEast = engine.unproject({ x: width, y: height });
  const step = scaleStep(southEast.lon - northWest.lon);
  left.replaceChildren();
  bottom.replaceChildren();
  for (let lat = Math.floor(southEast.lat / step) * step; lat < northWest.lat; lat += step) {
    const top = engine.project({ lat: lat + step, lon: northWest.lon }).y;
    const base = engine.project({ lat, lon: northWest.lon }).y;
    if (Math.round(lat / step) % 2 === 0) left.append(rect(20, top, 4, base - top, "bar"));
    if (isLabelled(lat, step) && base > 6 && base < height - 2)
      left.append(rightText(degrees(lat, "N", "S", 2), 18, base + 3.5));
  }
  for (let lon = Math.floor(northWest.lon / step) * step; lon < southEast.lon; lon += step) {
    const start = engine.project({ lat: southEast.lat, lon }).x;
    const end = engine.project({ lat: southEast.lat, lon: lon + step }).x;
    if (Math.round(lon / step) % 2 === 0) bottom.append(rect(start, 0, end - start, 4, "bar"));
    if (isLabelled(lon, step) && start > 14 && start < width - 14)
      bottom.append(text(degrees(lon, "E", "W", 3), start, 14, "tick"));
  }
}

/** Length of one bar in degrees for a map so many degrees wide. */
export function scaleStep(widthDeg: number): number {
  if (widthDeg > 20) return 1;
  if (widthDeg > 8) return 0.5;
  return widthDeg > 3 ? 1 / 6 : 1 / 12;
}

function isLabelled(degree: number, step: number): boolean {
  const every = step === 1 ? 5 : step === 0.5 ? 2 : 1;
  return Math.abs(degree / every - Math.round(degree / every)) < 1e-6;
}

function degrees(value: number, positive: string, negative: string, digits: number): string {
  return `${String(Math.abs(Math.round(value))).padStart(digits, "0")}${value < 0 ? negative : positive}`;
}

function rightText(words: string, x: number, y: number): SVGTextElement {
  const element = svg("text", { class: "tick", x, y, "text-anchor": "end" });
  element.textContent = words;
  return element;
}
