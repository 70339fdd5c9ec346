import type { Pixel } from "#renderer/map/hit.ts";
import type { Hit } from "./select-mode.ts";

/** The flag drawn under a pixel: flags lie over everything and are drawn by the page, not by the map. */
export function flagAt(overlay: SVGSVGElement, pixel: Pixel): Hit | null {
  const bounds = overlay.getBoundingClientRect();
  for (const flag of overlay.querySelectorAll(".flag")) {
    const box = flag.getBoundingClientRect();
    const [x, y] = [pixel.x + bounds.left, pixel.y + bounds.top];
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
    const owner = flag.parentElement;
    const crossing = owner?.getAttribute("data-crossing");
    const finding = owner?.getAttribute("data-finding");
    if (crossing != null) return { kind: "crossing", index: Number(crossing) };
    if (finding != null) return { kind: "finding", index: Number(finding) - 1 };
  }
  return null;
}
