import type {
  FilterSpecification,
  LayerSpecification,
  LineLayerSpecification,
  StyleSpecification,
} from "maplibre-gl";
import { MAP_COLOURS, type Theme } from "#renderer/theme.ts";
import { labelLayers } from "./label-layers.ts";

/** Line patterns of look.md in multiples of the line's width. */
const DASHES = {
  cleared: [1, 0],
  partial: [3.1, 0.95],
  pending: [2.8, 1.6],
  stale: [3.75, 1.25, 0.65, 1.25],
  blocked: [0.65, 1.25],
} as const;

export type Standing = keyof typeof DASHES;
const STANDINGS = Object.keys(DASHES) as Standing[];

const EMPTY = { type: "FeatureCollection" as const, features: [] };

/** Empty chart: the sources that never change are filled once, `route` and `labels` with every edit. */
export function styleOf(theme: Theme): StyleSpecification {
  const source = () => ({ type: "geojson" as const, data: EMPTY, tolerance: 0.3, buffer: 64 });
  return {
    version: 8,
    sources: {
      land: source(),
      beyond: source(),
      lakes: source(),
      rivers: source(),
      borders: source(),
      disputed: source(),
      grid: source(),
      firs: source(),
      "fir-labels": source(),
      cities: source(),
      seas: source(),
      places: source(),
      route: { type: "geojson", data: EMPTY, tolerance: 0, buffer: 32 },
      labels: { type: "geojson", data: EMPTY, tolerance: 0, buffer: 128 },
    },
    layers: layersOf(theme),
  };
}

/** All layers, bottom first, in the order of the chart. */
export function layersOf(theme: Theme): LayerSpecification[] {
  return [...groundLayers(theme), ...routeLayers(theme), ...labelLayers(theme)];
}

function groundLayers(theme: Theme): LayerSpecification[] {
  const c = MAP_COLOURS[theme];
  return [
    { id: "water", type: "background", paint: { "background-color": c.water } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": c.land, "fill-antialias": true } },
    {
      id: "lakes",
      type: "fill",
      source: "lakes",
      paint: { "fill-color": c.water, "fill-outline-color": c.river },
    },
    { id: "beyond", type: "fill", source: "beyond", paint: { "fill-color": c.beyond } },
    line("rivers", "rivers", c.river, ["interpolate", ["linear"], ["zoom"], 4, 0.7, 8, 1.6], {
      minzoom: 3.5,
    }),
    line("grid-5", "grid", c.grid, 0.7, { filter: ["==", ["get", "step"], 5], minzoom: 3.5, opacity: 0.55 }),
    line("grid-1", "grid", c.grid, 0.5, { filter: ["==", ["get", "step"], 1], minzoom: 6, opacity: 0.4 }),
    line("borders", "borders", c.border, 1, { dashes: [5, 2, 1, 2] }),
    line("disputed", "disputed", c.border, 1, { dashes: [1.5, 3] }),
    line("fir-band", "firs", c.fir, 4, { opacity: 0.1 }),
    line("fir-line", "firs", c.fir, 0.8, { opacity: 0.9 }),
  ];
}

function routeLayers(theme: Theme): LayerSpecification[] {
  const c = MAP_COLOURS[theme];
  const legs = STANDINGS.map(
    (standing): LayerSpecification => ({
      id: `leg-${standing}`,
      type: "line",
      source: "route",
      filter: ["all", ["==", ["get", "kind"], "leg"], ["==", ["get", "standing"], standing]],
      layout: { "line-cap": "butt", "line-join": "round" },
      paint: {
        "line-color": c.standing[standing],
        "line-width": ["case", ["get", "selected"], 5.2, 3.2],
        "line-dasharray": [...DASHES[standing]],
      },
    }),
  );
  return [
    {
      id: "corridor",
      type: "fill",
      source: "route",
      filter: ["==", ["get", "kind"], "corridor"],
      paint: { "fill-color": c.accent, "fill-opacity": c.corridor, "fill-antialias": false },
    },
    line("corridor-edge", "route", c.accent, 0.8, {
      filter: ["==", ["get", "kind"], "corridor"],
      opacity: 0.55,
    }),
    {
      id: "casing",
      type: "line",
      source: "route",
      filter: ["==", ["get", "kind"], "leg"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": c.casing, "line-width": ["case", ["get", "selected"], 8, 5.6] },
    },
    ...legs,
  ];
}

type Width = NonNullable<LineLayerSpecification["paint"]>["line-width"];
type LineChoice = { filter?: FilterSpecification; minzoom?: number; opacity?: number; dashes?: number[] };

/** A plain line; `width` in pixels, `dashes` in widths. */
function line(
  id: string,
  source: string,
  color: string,
  width: NonNullable<Width>,
  { filter, minzoom, opacity = 1, dashes }: LineChoice,
): LineLayerSpecification {
  return {
    id,
    type: "line",
    source,
    ...(filter === undefined ? {} : { filter }),
    ...(minzoom === undefined ? {} : { minzoom }),
    paint: {
      "line-color": color,
      "line-width": width,
      "line-opacity": opacity,
      ...(dashes === undefined ? {} : { "line-dasharray": dashes }),
    },
  };
}
