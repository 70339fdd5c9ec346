import type { MapMouseEvent } from "maplibre-gl";
import type { Session } from "#renderer/state/session.ts";
import type { Layers, ViewState } from "#renderer/state/view-store.ts";
import { annotationsOf, isSelectedPiece, positionsOfSelection } from "./annotations.ts";
import { drawScales } from "./degree-scale.ts";
import type { Engine } from "./engine.ts";
import { LEG_REACH, nearestPoint, type Pixel, pixelsToLine, WAYPOINT_REACH } from "./hit.ts";
import { drawModeOf } from "./modes/draw-mode.ts";
import { flagAt } from "./modes/flag-at.ts";
import type { Mode, Pointer } from "./modes/mode.ts";
import { type Hit, selectModeOf } from "./modes/select-mode.ts";
import { snapperOf } from "./modes/snap.ts";
import { overlayOf } from "./overlay.ts";
import { firFeatures, type LegPiece, legPieces, placeFeatures, routeFeatures } from "./sources.ts";

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
  const overlay = overlayOf(parts.overlay, engine);
  const snap = snapperOf(session.reference, engine.metresPerPixel);
  let pieces: LegPiece[] = [];

  const firs = firFeatures(session.reference.airspaces);
  engine.fillStatic("firs", firs.limits);
  engine.fillStatic("fir-labels", firs.names);
  engine.fillStatic("places", placeFeatures(session.reference));

  const hitAt = (pixel: Pixel): Hit | null => {
    const open = flights.store.getState().open;
    if (open === null) return null;
    const flag = flagAt(parts.overlay, pixel);
    if (flag !== null) return flag;
    const { waypoints } = open.flight;
    const index = nearestPoint(
      pixel,
      waypoints.map(({ position }) => engine.project(position)),
      WAYPOINT_REACH,
    );
    const waypoint = index === null ? undefined : waypoints[index];
    if (waypoint !== undefined) return { kind: "waypoint", id: waypoint.id };
    const piece = pieces.find(({ line }) => pixelsToLine(pixel, line.map(engine.project)) <= LEG_REACH);
    return piece === undefined ? null : { kind: "leg", index: piece.leg };
  };

  const modes: Record<ViewState["mode"], Mode> = {
    select: selectModeOf(session, hitAt, snap),
    draw: drawModeOf(session, snap, engine.project, overlay.rubber),
  };
  const mode = () => modes[view.getState().mode];
  const pointerOf = (event: {
    point: Pixel;
    lngLat: { lat: number; lng: number };
    originalEvent: MouseEvent;
  }): Pointer => ({
    pixel: { x: event.point.x, y: event.point.y },
    at: { lat: event.lngLat.lat, lon: event.lngLat.lng },
    free: event.originalEvent.altKey,
    inside: true,
  });

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

  let held = false;
  const onDown = (event: MapMouseEvent) => {
    view.setState({ menu: null });
    if (event.originalEvent.button !== 0) return;
    held = mode().down(pointerOf(event));
    // Keeps the map from being dragged along.
    if (held) event.preventDefault();
  };
  const onMove = (event: MapMouseEvent) => {
    const pointer = pointerOf(event);
    view.setState({ cursor: pointer.at });
    if (!held) mode().hover(pointer);
    map.getCanvas().style.cursor = mode().cursor(pointer);
  };
  // A drag goes on outside the map, so that it cannot get stuck to the pointer.
  const onPage = (event: PointerEvent): Pointer => {
    const bounds = map.getCanvas().getBoundingClientRect();
    const pixel = { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
    const inside =
      pixel.x >= 0 &&
      pixel.y >= 0 &&
      pixel.x <= bounds.width &&
      pixel.y <= bounds.height &&
      // Not over a panel that covers the map either.
      event.target instanceof Node &&
      parts.frame.contains(event.target);
    return { pixel, at: engine.unproject(pixel), free: event.altKey, inside };
  };
  let latest: PointerEvent | null = null;
  // Pointers report more often than the screen is drawn: one preview per frame, with the latest place.
  const dragToLatest = () => {
    if (latest !== null && held) mode().drag(onPage(latest));
    latest = null;
  };
  const onWindowMove = (event: PointerEvent) => {
    if (!held) return;
    if (latest === null) requestAnimationFrame(dragToLatest);
    latest = event;
  };
  const onWindowUp = (event: PointerEvent) => {
    if (!held) return;
    dragToLatest();
    held = false;
    mode().up(onPage(event));
  };
  const onWindowCancel = () => {
    if (held) mode().cancel();
    held = false;
  };
  const onKey = (event: KeyboardEvent) => {
    const drawing = view.getState().mode === "draw";
    if (event.key === "Escape" || (event.key === "Enter" && drawing)) {
      modes.draw.cancel();
      modes.select.cancel();
      held = false;
      if (drawing) view.setState({ mode: "select" });
    }
  };

  map.on("mousedown", onDown);
  map.on("mousemove", onMove);
  map.on("mouseout", () => view.setState({ cursor: null }));
  map.on("click", (event) => mode().click(pointerOf(event)));
  map.on("dblclick", (event) => {
    if (view.getState().mode !== "draw") return;
    event.preventDefault();
    modes.draw.cancel();
    view.setState({ mode: "select" });
  });
  map.on("contextmenu", (event) => {
    event.preventDefault();
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
  });
  window.addEventListener("pointermove", onWindowMove);
  window.addEventListener("pointerup", onWindowUp);
  window.addEventListener("pointercancel", onWindowCancel);
  window.addEventListener("keydown", onKey);

  const follow = () => {
    overlay.follow();
    drawScales(engine, parts.left, parts.bottom);
  };
  const remember = debounced(() => {
    const { open } = flights.store.getState();
    const { lat, lng } = map.getCenter();
    if (open === null) return;
    session.remember({ mapFlight: open.committed.id, mapLat: lat, mapLon: lng, mapZoom: map.getZoom() });
  });
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
      map.easeTo({ zoom: map.getZoom() + now.zoomBy.by, duration: 120 });
    }
    if (before !== null && now.show.count !== before.show.count) showRequested(now);
  };
  const showRequested = ({ show }: ViewState) => {
    const { open } = flights.store.getState();
    if (open === null) return;
    if (show.whole && lookAgain(open.committed.id)) return;
    const points = show.whole
      ? open.flight.waypoints.map(({ position }) => position)
      : positionsOfSelection(show.selection, open.flight, open.assessment);
    engine.show(points, show.whole);
  };

  // Once, after a start: the same flight is seen as it was left.
  const lookAgain = (id: string): boolean => {
    const { remembered } = view.getState();
    view.setState({ remembered: null });
    if (remembered === null || remembered.flightId !== id) return false;
    map.jumpTo(remembered);
    return true;
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
    window.removeEventListener("pointermove", onWindowMove);
    window.removeEventListener("pointerup", onWindowUp);
    window.removeEventListener("pointercancel", onWindowCancel);
    window.removeEventListener("keydown", onKey);
    engine.destroy();
  };
}

function debounced(act: () => void): () => void {
  let timer = 0;
  return () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, 1_000);
  };
}
