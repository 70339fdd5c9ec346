import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
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
    {
      id: "rivers",
      type: "line",
      source: "rivers",
      minzoom: 3.5,
      paint: { "line-color": c.river, "line-width": ["interpolate", ["linear"], ["zoom"], 4, 0.7, 8, 1.6] },
    },
    {
      id: "grid-5",
      type: "line",
      source: "grid",
      filter: ["==", ["get", "step"], 5],
      minzoom: 3.5,
      paint: { "line-color": c.grid, "line-width": 0.7, "line-opacity": 0.55 },
    },
    {
      id: "grid-1",
      type: "line",
      source: "grid",
      filter: ["==", ["get", "step"], 1],
      minzoom: 6,
      paint: { "line-color": c.grid, "line-width": 0.5, "line-opacity": 0.4 },
    },
    {
      id: "borders",
      type: "line",
      source: "borders",
      paint: { "line-color": c.border, "line-width": 1, "line-dasharray": [5, 2, 1, 2] },
    },
    {
      id: "disputed",
      type: "line",
      source: "disputed",
      paint: { "line-color": c.border, "line-width": 1, "line-dasharray": [1.5, 3] },
    },
    {
      id: "fir-band",
      type: "line",
      source: "firs",
      paint: { "line-color": c.fir, "line-width": 4, "line-opacity": 0.1 },
    },
    {
      id: "fir-line",
      type: "line",
      source: "firs",
      paint: { "line-color": c.fir, "line-width": 0.8, "line-opacity": 0.9 },
    },
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
    {
      id: "corridor-edge",
      type: "line",
      source: "route",
      filter: ["==", ["get", "kind"], "corridor"],
      paint: { "line-color": c.accent, "line-width": 0.8, "line-opacity": 0.55 },
    },
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
