import type { FeatureCollection } from "geojson";
import type { GeoJSONSource } from "maplibre-gl";
import { Map as MapLibreMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { Position } from "#domain/geo/position.ts";
import type { Theme } from "#renderer/theme.ts";
import { readGround } from "./ground.ts";
import type { Pixel } from "./hit.ts";
import { MAP_FONTS } from "./label-layers.ts";
import { layersOf, styleOf } from "./style.ts";

setWorkerUrl(workerUrl);

type PaintName = Parameters<MapLibreMap["setPaintProperty"]>[1];

/** The map as the rest of the screen knows it: positions, pixels, and sources to fill. */
export type Engine = {
  map: MapLibreMap;
  /** Resolves when the ground is in the map; rejects with the sentence that says what could not be read. */
  ground: Promise<void>;
  project(at: Position): Pixel;
  unproject(at: Pixel): Position;
  fill(source: "route" | "labels" | "fir-labels", features: FeatureCollection): void;
  /** For what never changes: filled once. */
  fillStatic(source: "firs" | "places", features: FeatureCollection): void;
  setTheme(theme: Theme): void;
  setVisible(layers: readonly string[], visible: boolean): void;
  /** Moves the map so that all of these are in view; `force` as near as they allow, also when they already are. */
  show(points: readonly Position[], force: boolean): void;
  /** Whether the map still shows what it was fitted to: nobody has moved it since. */
  isFitted(): boolean;
  /** Moves by hand: a fit before it no longer holds. */
  zoomBy(levels: number): void;
  panBy(pixels: Pixel): void;
  look(view: { center: [number, number]; zoom: number }): void;
  view(): { width: number; height: number; zoom: number };
  metresPerPixel(): number;
  destroy(): void;
};

/** From the Aegean to the Altai: Türkiye and Kazakhstan with all that lies between them. */
const HOME: readonly Position[] = [
  { lat: 35.8, lon: 25.6 },
  { lat: 55.5, lon: 87.4 },
];
/** The region has its own margins; it needs no room for flags. */
const HOME_PADDING = { top: 8, right: 8, bottom: 8, left: 8 };

/** Room at the edges that a fitted route keeps clear for flags, legend and toolbar. */
const PADDING = { top: 64, right: 64, bottom: 72, left: 64 };

export async function engineOf(container: HTMLElement, theme: Theme): Promise<Engine> {
  const fonts = fontsLoaded();
  const files = readGround();
  const map = new MapLibreMap({
    container,
    style: styleOf(theme),
    bounds: boundsOf(HOME),
    fitBoundsOptions: { padding: HOME_PADDING },
    minZoom: 2.6,
    maxZoom: 12,
    maxBounds: [
      [-15, 5],
      [125, 74],
    ],
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    // Arrow keys move the selected waypoint; the planner's own list of commands decides.
    keyboard: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    localIdeographFontFamily: false,
  });
  map.touchZoomRotate.disableRotation();
  map.getCanvas().setAttribute("tabindex", "-1");
  map.getCanvas().removeAttribute("role");
  await new Promise<void>((resolve) => map.once("load", () => resolve()));
  await fonts;
  // The route does not wait for the coast lines.
  const ground = files.then((read) => {
    for (const [id, features] of read) source(map, id).setData(features);
  });

  // A fit holds until the planner moves the map: a panel that opens beside it must not cover the route.
  let fitted: Fit | null = { points: HOME, maxZoom: 8, padding: HOME_PADDING };
  map.on("movestart", (event) => {
    if (event.originalEvent !== undefined) fitted = null;
  });
  map.on("resize", () => {
    if (fitted !== null) fitTo(fitted, 0);
  });

  function fitTo(fit: Fit, ms: number): void {
    fitted = fit;
    map.fitBounds(boundsOf(fit.points), { padding: fit.padding, maxZoom: fit.maxZoom, duration: ms });
  }

  const metresPerPixel = () =>
    (40_075_016.686 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom());

  return {
    map,
    ground,
    metresPerPixel,
    view() {
      const { clientWidth, clientHeight } = map.getContainer();
      return { width: clientWidth, height: clientHeight, zoom: map.getZoom() };
    },
    project: ({ lat, lon }) => map.project([lon, lat]),
    unproject({ x, y }) {
      const { lng, lat } = map.unproject([x, y]);
      return { lat, lon: lng };
    },
    fill: (id, features) => {
      source(map, id).setData(features);
    },
    fillStatic: (id, features) => {
      source(map, id).setData(features);
    },
    setTheme(next) {
      for (const layer of layersOf(next)) {
        for (const [name, value] of Object.entries(layer.paint ?? {})) {
          map.setPaintProperty(layer.id, name as PaintName, value);
        }
      }
    },
    setVisible(layers, visible) {
      for (const id of layers) map.setLayoutProperty(id, "visibility", visible ? "visible" : "none");
    },
    show(points, force) {
      const [first] = points;
      if (first === undefined) return;
      const { clientWidth, clientHeight } = map.getContainer();
      const inView = points.every(({ lat, lon }) => {
        const { x, y } = map.project([lon, lat]);
        return x > 24 && y > 24 && x < clientWidth - 24 && y < clientHeight - PADDING.bottom;
      });
      if (inView && !force) return;
      // What is only out of view is brought into it; nobody asked for another scale.
      fitTo({ points, maxZoom: force ? 8 : map.getZoom(), padding: PADDING }, duration());
    },
    isFitted: () => fitted !== null,
    zoomBy(levels) {
      fitted = null;
      map.easeTo({ zoom: map.getZoom() + levels, duration: duration() });
    },
    panBy({ x, y }) {
      fitted = null;
      map.panBy([x, y], { duration: 0 });
    },
    look(view) {
      fitted = null;
      map.jumpTo(view);
    },
    destroy: () => map.remove(),
  };
}

/** Milliseconds that the map takes to move, for who wants to see it move. */
function duration(): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120;
}

type Fit = { points: readonly Position[]; maxZoom: number; padding: typeof PADDING };

function boundsOf(points: readonly Position[]): [[number, number], [number, number]] {
  const lons = points.map(({ lon }) => lon);
  const lats = points.map(({ lat }) => lat);
  return [
    [Math.min(...lons), Math.min(...lats)],
    [Math.max(...lons), Math.max(...lats)],
  ];
}

/** The map rasters its letters once: a font that arrives later would leave them in another face. */
async function fontsLoaded(): Promise<void> {
  const sample = "AÇĞİıŞşöü 0 ЖқӘәҢңӨөҰұҮүһі";
  await Promise.allSettled(
    MAP_FONTS.map((family) => {
      const weight = /Semibold/.test(family)
        ? "600 "
        : /Bold/.test(family)
          ? "700 "
          : /Italic/.test(family)
            ? "italic "
            : "";
      return document.fonts.load(`${weight}12px "${family}"`, sample);
    }),
  );
}

function source(map: MapLibreMap, id: string): GeoJSONSource {
  const found = map.getSource<GeoJSONSource>(id);
  if (found === undefined) throw new Error(`the map has no source ${id}`);
  return found;
}
