import { useRef } from "react";
import { useSession, useView } from "#renderer/state/session.ts";
import { PANEL_WIDTHS } from "#renderer/state/view-store.ts";

type Panel = keyof typeof PANEL_WIDTHS;

/** Pixels that an arrow key moves an edge. */
const STEP = 16;

/** The edge of a side panel: dragged or moved with arrow keys it makes the panel wider; a double click undoes it. */
export function PanelEdge({ panel, label }: { panel: Panel; label: string }) {
  const session = useSession();
  const width = useView((view) => view[panel]);
  const grip = useRef<{ x: number; width: number } | null>(null);
  const { least, usual, most } = PANEL_WIDTHS[panel];
  const outward = panel === "flightsWidth" ? 1 : -1;
  const setWidth = (pixels: number) => {
    const next = Math.round(Math.min(most, Math.max(least, pixels)));
    session.view.setState(panel === "flightsWidth" ? { flightsWidth: next } : { inspectorWidth: next });
    return next;
  };
  const keep = (pixels: number) => session.remember({ [panel]: setWidth(pixels) });
  const keys: Record<string, number> = {
    ArrowLeft: width - STEP * outward,
    ArrowRight: width + STEP * outward,
    Home: least,
    End: most,
    Enter: usual,
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is no <hr>
    <div
      className={`edge ${panel === "flightsWidth" ? "flights-edge" : "inspector-edge"}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, width };
      }}
      onPointerMove={({ clientX }) => {
        if (grip.current !== null) setWidth(grip.current.width + (clientX - grip.current.x) * outward);
      }}
      onLostPointerCapture={() => {
        grip.current = null;
        keep(width);
      }}
      onDoubleClick={() => keep(usual)}
      onKeyDown={(event) => {
        const next = keys[event.key];
        if (next === undefined) return;
        keep(next);
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
