import { useEffect, useRef, useState } from "react";
import { useSession, useView } from "#renderer/state/session.ts";
import { chartOf } from "./chart.ts";
import { engineOf } from "./engine.ts";
import { Legend } from "./legend.tsx";
import { Toolbar } from "./toolbar.tsx";

/**
 * The map with its scales and tools. For tests: `[data-map]` carries `data-ready` ("true" when all is drawn),
 * `data-center` ("lat,lon" of its middle) and `data-zoom` (Web Mercator, 512 px tiles), which together project any
 * position; `[data-waypoint]`, `[data-crossing]` and `[data-finding]` are the symbols and flags over it.
 */
export function MapView() {
  const session = useSession();
  const drawing = useView((view) => view.mode === "draw");
  const [problem, setProblem] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<HTMLDivElement>(null);
  const overlay = useRef<SVGSVGElement>(null);
  const left = useRef<SVGSVGElement>(null);
  const bottom = useRef<SVGSVGElement>(null);

  useEffect(() => {
    let stop = () => {};
    let gone = false;
    const parts = {
      frame: frame.current,
      overlay: overlay.current,
      left: left.current,
      bottom: bottom.current,
    };
    if (map.current === null || !isComplete(parts)) return;
    engineOf(map.current, session.view.getState().theme)
      .then((engine) => {
        if (gone) return engine.destroy();
        stop = chartOf(session, engine, parts);
        return engine.ground;
      })
      .catch((error: unknown) =>
        setProblem(error instanceof Error ? error.message : "The map could not start."),
      );
    return () => {
      gone = true;
      stop();
    };
  }, [session]);

  return (
    <section className="chart" aria-label="Map">
      <svg className="scale left" ref={left} aria-hidden="true" />
      <div
        className="map-frame"
        data-map=""
        ref={frame}
        role="application"
        aria-label="Chart: arrow keys move the selected waypoint, or the map when none is selected"
      >
        <div className="map" ref={map} />
        <svg className="overlay" ref={overlay} aria-hidden="true" />
      </div>
      <svg className="scale bottom" ref={bottom} aria-hidden="true" />
      <Toolbar />
      <Legend />
      {drawing && <p className="map-hint">Click to add points. Enter, Escape or a double click ends.</p>}
      {problem !== null && (
        <p className="map-hint problem" role="alert">
          The map cannot be drawn: {problem} Route, crossings and payload are still computed.
        </p>
      )}
    </section>
  );
}

type Parts = { frame: HTMLDivElement; overlay: SVGSVGElement; left: SVGSVGElement; bottom: SVGSVGElement };

function isComplete(parts: { [K in keyof Parts]: Parts[K] | null }): parts is Parts {
  return Object.values(parts).every((part) => part !== null);
}
