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

/** Whether the flag of a crossing or a finding found no room. */
export function isHidden(overlay: SVGSVGElement, { kind, index }: { kind: string; index: number }): boolean {
  const owner = overlay.querySelector(`[data-${kind}="${kind === "finding" ? index + 1 : index}"]`);
  const flag = owner?.querySelector<SVGElement>(".flag");
  return flag != null && (flag.style.display === "none" || owner?.classList.contains("pointed") === true);
}
