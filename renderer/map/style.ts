import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import { MAP_COLOURS, type Theme } from "#renderer/theme.ts";

/** Font names of styles/fonts.css: the map draws its labels with them, no glyph files needed. */
const SANS = ["Map Sans"];
const SANS_SEMIBOLD = ["Map Sans Semibold"];
const SANS_ITALIC = ["Map Sans Italic"];
const MONO_BOLD = ["Map Mono Bold"];
export const MONO = ["Map Mono"];

/** What the map's fonts have to hold before the first label: letters of every script on it. */
export const MAP_FONTS = ["Map Sans", "Map Sans Semibold", "Map Sans Italic", "Map Mono", "Map Mono Bold"];

/** Line patterns of look.md in multiples of the line's width. */
export const DASHES = {
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

function labelLayers(theme: Theme): LayerSpecification[] {
  const c = MAP_COLOURS[theme];
  const halo = { "text-halo-color": c.land, "text-halo-width": 1.4, "text-halo-blur": 0.3 };
  // Lowest priority first: a label yields to every layer after its own.
  return [
    {
      id: "city-dots",
      type: "circle",
      source: "cities",
      minzoom: 3.5,
      filter: ["<=", ["get", "rank"], ["step", ["zoom"], 1, 4.2, 2, 5.4, 3, 6.4, 4]],
      paint: { "circle-radius": 1.8, "circle-color": c.text2 },
    },
    {
      id: "city-names",
      type: "symbol",
      source: "cities",
      minzoom: 3.5,
      filter: ["<=", ["get", "rank"], ["step", ["zoom"], 1, 4.2, 2, 5.4, 3, 6.4, 4]],
      layout: {
        "text-field": ["get", "label"],
        "text-font": SANS,
        "text-size": 11,
        "text-variable-anchor-offset": [
          "left",
          [0.5, 0],
          "right",
          [-0.5, 0],
          "top",
          [0, 0.4],
          "bottom",
          [0, -0.4],
        ],
        "text-justify": "auto",
        "symbol-sort-key": ["get", "rank"],
      },
      paint: { "text-color": c.text2, ...halo },
    },
    {
      id: "sea-names",
      type: "symbol",
      source: "seas",
      layout: {
        "text-field": ["get", "name"],
        "text-font": SANS_ITALIC,
        "text-size": ["match", ["get", "kind"], "sea", 12, 10.5],
        "text-letter-spacing": 0.05,
      },
      paint: { "text-color": c.sea, "text-halo-color": c.water, "text-halo-width": 1 },
    },
    {
      id: "place-dots",
      type: "circle",
      source: "places",
      minzoom: 6.2,
      filter: ["<=", ["get", "rank"], ["step", ["zoom"], 1, 7, 2, 8, 3]],
      paint: {
        "circle-radius": ["match", ["get", "kind"], "aerodrome", 3, 2.2],
        "circle-color": c.land,
        "circle-stroke-color": c.text2,
        "circle-stroke-width": 1.1,
      },
    },
    {
      id: "place-names",
      type: "symbol",
      source: "places",
      minzoom: 6.2,
      filter: ["<=", ["get", "rank"], ["step", ["zoom"], 1, 7, 2, 8, 3]],
      layout: {
        "text-field": ["get", "ident"],
        "text-font": MONO,
        "text-size": 10,
        "text-variable-anchor-offset": [
          "top",
          [0, 0.5],
          "bottom",
          [0, -0.5],
          "left",
          [0.6, 0],
          "right",
          [-0.6, 0],
        ],
        "symbol-sort-key": ["get", "rank"],
      },
      paint: { "text-color": c.text2, ...halo },
    },
    {
      id: "fir-names",
      type: "symbol",
      source: "fir-labels",
      layout: {
        // Text is laid out per whole zoom: 3 covers what is shown from 3 to 4.
        "text-field": [
          "step",
          ["zoom"],
          ["format", ["get", "ident"], { "text-font": ["literal", MONO_BOLD] }],
          3,
          [
            "format",
            ["get", "ident"],
            { "text-font": ["literal", MONO_BOLD], "font-scale": 1.14 },
            "\n",
            {},
            ["get", "name"],
            { "text-font": ["literal", SANS] },
          ],
        ],
        "text-font": SANS,
        "text-size": 10.5,
        "text-line-height": 1.15,
        "text-max-width": 20,
        "text-variable-anchor-offset": [
          "center",
          [0, 0],
          "top",
          [0, 1.5],
          "bottom",
          [0, -1.5],
          "left",
          [3, 0],
          "right",
          [-3, 0],
        ],
      },
      paint: { "text-color": c.fir, ...halo },
    },
    {
      // Not to be seen: keeps the words below clear of what the overlay draws in the same places.
      id: "reserved",
      type: "symbol",
      source: "labels",
      layout: {
        "text-field": ["get", "text"],
        "text-font": SANS_SEMIBOLD,
        "text-size": 12,
        "text-offset": ["get", "offset"],
        "text-allow-overlap": true,
        "text-padding": 1,
      },
      paint: { "text-opacity": 0, "text-color": c.text },
    },
  ];
}
