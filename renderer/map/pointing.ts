import type { MapMouseEvent } from "maplibre-gl";
import type { Position } from "#domain/geo/position.ts";
import type { Engine } from "./engine.ts";
import type { Pixel } from "./hit.ts";
import type { Mode, Pointer } from "./modes/mode.ts";

/** Who listens to the pointer. */
type Listener = {
  mode(): Mode;
  isDrawing(): boolean;
  /** The pointer is here; null when it has left the map, the pixel also while it drags. */
  moved(at: Position | null, pixel: Pixel | null): void;
  /** Any button went down on the map. */
  pressed(): void;
  /** The context menu is asked for. */
  asked(event: MapMouseEvent): void;
  /** The gesture, and drawing, was ended by a key or a double click. */
  ended(): void;
};

/** Turns what the mouse does on the map into what the modes understand; gives what stops it. */
export function pointWith({ map, unproject }: Engine, frame: HTMLElement, listener: Listener): () => void {
  let held = false;
  let latest: PointerEvent | null = null;
  const pointerOf = (event: MapMouseEvent): Pointer => ({
    pixel: { x: event.point.x, y: event.point.y },
    at: { lat: event.lngLat.lat, lon: event.lngLat.lng },
    free: event.originalEvent.altKey,
    inside: true,
  });
  const onDown = (event: MapMouseEvent) => {
    listener.pressed();
    if (event.originalEvent.button !== 0) return;
    held = listener.mode().down(pointerOf(event));
    // Keeps the map from being dragged along.
    if (held) event.preventDefault();
  };
  const onMove = (event: MapMouseEvent) => {
    const pointer = pointerOf(event);
    listener.moved(pointer.at, held ? null : pointer.pixel);
    if (!held) listener.mode().hover(pointer);
    map.getCanvas().style.cursor = listener.mode().cursor(pointer);
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
      frame.contains(event.target);
    return { pixel, at: unproject(pixel), free: event.altKey, inside };
  };
  // Pointers report more often than the screen is drawn: one preview per frame, with the latest place.
  const dragToLatest = () => {
    if (latest !== null && held) listener.mode().drag(onPage(latest));
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
    listener.mode().up(onPage(event));
  };
  const onWindowCancel = () => {
    if (held) listener.mode().cancel();
    held = false;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" && !(event.key === "Enter" && listener.isDrawing())) return;
    held = false;
    listener.ended();
  };

  map.on("mousedown", onDown);
  map.on("mousemove", onMove);
  map.on("mouseout", () => listener.moved(null, null));
  map.on("click", (event) => listener.mode().click(pointerOf(event)));
  map.on("dblclick", (event) => {
    if (!listener.isDrawing()) return;
    event.preventDefault();
    listener.ended();
  });
  map.on("contextmenu", (event) => {
    event.preventDefault();
    listener.asked(event);
  });
  window.addEventListener("pointermove", onWindowMove);
  window.addEventListener("pointerup", onWindowUp);
  window.addEventListener("pointercancel", onWindowCancel);
  window.addEventListener("keydown", onKey);
  return () => {
    window.removeEventListener("pointermove", onWindowMove);
    window.removeEventListener("pointerup", onWindowUp);
    window.removeEventListener("pointercancel", onWindowCancel);
    window.removeEventListener("keydown", onKey);
  };
}

/** Pixels that an arrow key moves the map by; with Shift as much as is still followed by the eye. */
const PAN = { step: 80, far: 320 };

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowUp: [0, -1],
  ArrowRight: [1, 0],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
};

/** Arrow keys move the map while it has the focus and they have no waypoint to move. */
export function panByKeys(engine: Engine, frame: HTMLElement, taken: () => boolean): () => void {
  const onKey = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (arrow === undefined || taken() || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const pixels = event.shiftKey ? PAN.far : PAN.step;
    engine.panBy({ x: arrow[0] * pixels, y: arrow[1] * pixels });
  };
  frame.addEventListener("keydown", onKey);
  return () => frame.removeEventListener("keydown", onKey);
}
