import type { Session } from "#renderer/state/session.ts";
import type { Layers, ViewState } from "#renderer/state/view-store.ts";
import { annotationsOf, isSelectedPiece, positionsOfSelection } from "./annotations.ts";
import { drawScales } from "./degree-scale.ts";
import type { Engine } from "./engine.ts";
import { firLimits } from "./fir-limits.ts";
import { firNamesOf } from "./fir-names.ts";
import { hitterOf } from "./hits.ts";
import { memoryOf } from "./memory.ts";
import { drawModeOf } from "./modes/draw-mode.ts";
import type { Mode } from "./modes/mode.ts";
import { selectModeOf } from "./modes/select-mode.ts";
import { snapperOf } from "./modes/snap.ts";
import { overlayOf } from "./overlay.ts";
import { panByKeys, pointWith } from "./pointing.ts";
import { type LegPiece, legPieces, placeFeatures, routeFeatures } from "./sources.ts";

const LAYERS: Record<keyof Layers, readonly string[]> = {
  firs: ["fir-band", "fir-line", "fir-names"],
  corridor: ["corridor", "corridor-edge"],
  cities: ["city-dots", "city-names"],
  grid: ["grid-5", "grid-1"],
  navaids: ["place-dots", "place-names"],
};

/** The elements that the chart draws into. */
export type ChartParts = {
  frame: HTMLElement;
  overlay: SVGSVGElement;
  left: SVGSVGElement;
  bottom: SVGSVGElement;
};

/** Ties the engine to the stores: what they hold is drawn, what the pointer does goes back to them. */
export function chartOf(session: Session, engine: Engine, parts: ChartParts): () => void {
  const { map } = engine;
  // Keys belong to the chart while it has the focus.
  parts.frame.tabIndex = 0;
  const { view, flights } = session;
  const overlay = overlayOf(parts.overlay, engine, firNamesOf(session.reference.airspaces, engine));
  const snap = snapperOf(session.reference, engine.metresPerPixel);
  let pieces: LegPiece[] = [];

  engine.fillStatic("firs", firLimits(session.reference.airspaces));
  engine.fillStatic("places", placeFeatures(session.reference));

  const hitAt = hitterOf(session, engine, parts.overlay, () => pieces);
  const modes: Record<ViewState["mode"], Mode> = {
    select: selectModeOf(session, hitAt, snap),
    draw: drawModeOf(session, snap, engine.project, overlay.rubber),
  };
  const mode = () => modes[view.getState().mode];
  const redraw = () => {
    const { open } = flights.store.getState();
    const { selection } = view.getState();
    parts.frame.dataset.ready = "false";
    if (open === null) {
      pieces = [];
      engine.fill("route", { type: "FeatureCollection", features: [] });
      overlay.set([], true);
      return;
    }
    pieces = legPieces(open.assessment);
    engine.fill(
      "route",
      routeFeatures(open.assessment, pieces, (piece) => isSelectedPiece(selection, piece)),
    );
    // Under the hand only what moves is drawn again; the ground's own labels wait for the drop.
    overlay.set(annotationsOf(open.flight, open.assessment, selection), open.flight === open.committed);
  };

  const stopPointing = pointWith(engine, parts.frame, {
    mode,
    moved(at, pixel) {
      view.setState({ cursor: at });
      const hit = pixel === null ? null : hitAt(pixel);
      overlay.point(hit);
      parts.frame.title = hit?.kind === "finding" ? sentenceOf(session, hit.index) : "";
    },
    pressed: () => view.setState({ menu: null }),
    asked(event) {
      const hit = hitAt(event.point);
      view.setState({
        selection: hit ?? { kind: "none" },
        menu: {
          x: event.originalEvent.clientX,
          y: event.originalEvent.clientY,
          at: { lat: event.lngLat.lat, lon: event.lngLat.lng },
          waypointId: hit?.kind === "waypoint" ? hit.id : null,
          leg: hit?.kind === "leg" ? hit.index : null,
        },
      });
    },
    ended() {
      for (const each of Object.values(modes)) each.cancel();
      view.setState({ mode: "select" });
    },
    isDrawing: () => view.getState().mode === "draw",
  });
  const stopKeys = panByKeys(engine, parts.frame, () => view.getState().selection.kind === "waypoint");

  const follow = () => {
    overlay.follow();
    drawScales(engine, parts.left, parts.bottom);
  };
  const { remember, lookAgain } = memoryOf(session, engine);
  const settle = () => {
    remember();
    const { lat, lng } = map.getCenter();
    parts.frame.dataset.zoom = map.getZoom().toFixed(4);
    parts.frame.dataset.center = `${lat.toFixed(6)},${lng.toFixed(6)}`;
    overlay.place();
    // 96 CSS pixels to the inch.
    view.setState({ scale: engine.metresPerPixel() / (0.0254 / 96), centerLat: lat });
  };
  map.on("move", follow);
  map.on("moveend", settle);
  map.on("resize", () => {
    follow();
    settle();
  });
  let whole = false;
  engine.ground.then(
    () => {
      whole = true;
      map.triggerRepaint();
    },
    // The view says what could not be read; the route is drawn all the same.
    () => undefined,
  );
  map.on("idle", () => {
    if (whole) parts.frame.dataset.ready = "true";
  });

  const applyView = (now: ViewState, before: ViewState | null) => {
    if (now.theme !== before?.theme) engine.setTheme(now.theme);
    for (const name of Object.keys(LAYERS) as (keyof Layers)[]) {
      if (now.layers[name] !== before?.layers[name]) engine.setVisible(LAYERS[name], now.layers[name]);
    }
    if (now.mode !== before?.mode) {
      modes.draw.cancel();
      if (now.mode === "draw") map.doubleClickZoom.disable();
      else map.doubleClickZoom.enable();
    }
    if (now.selection !== before?.selection) redraw();
    if (before !== null && now.zoomBy.count !== before.zoomBy.count) {
      engine.zoomBy(now.zoomBy.by);
    }
    if (before !== null && now.show.count !== before.show.count) showRequested(now);
  };
  const showRequested = ({ show }: ViewState) => {
    const { open } = flights.store.getState();
    if (open === null) return;
    if (show.selection.kind === "none" && lookAgain(open.committed.id)) return;
    const points =
      show.selection.kind === "none"
        ? open.flight.waypoints.map(({ position }) => position)
        : positionsOfSelection(show.selection, open.flight, open.assessment);
    engine.show(points, show.whole);
  };

  const stops = [
    view.subscribe(applyView),
    flights.store.subscribe((now, before) => {
      if (now.open?.assessment !== before.open?.assessment) redraw();
    }),
  ];
  applyView(view.getState(), null);
  follow();
  settle();
  const { open } = flights.store.getState();
  if (open !== null && !lookAgain(open.committed.id)) {
    engine.show(
      open.flight.waypoints.map(({ position }) => position),
      true,
    );
  }

  return () => {
    for (const stop of stops) stop();
    stopPointing();
    stopKeys();
    engine.destroy();
  };
}

function sentenceOf({ flights }: Session, finding: number): string {
  return flights.store.getState().open?.assessment.findings[finding]?.sentence ?? "";
}
