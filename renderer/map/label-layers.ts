import type { LayerSpecification } from "maplibre-gl";
import { MAP_COLOURS, type Theme } from "#renderer/theme.ts";

/** Font names of styles/fonts.css: the map draws its labels with them, no glyph files needed. */
const SANS = ["Map Sans"];
const SANS_SEMIBOLD = ["Map Sans Semibold"];
const SANS_ITALIC = ["Map Sans Italic"];
const MONO_BOLD = ["Map Mono Bold"];
const MONO = ["Map Mono"];

/** Fonts to be loaded before the first label. */
export const MAP_FONTS = [SANS, SANS_SEMIBOLD, SANS_ITALIC, MONO, MONO_BOLD].flat();

/** Names on the chart, the one that yields first at the bottom. */
export function labelLayers(theme: Theme): LayerSpecification[] {
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
