import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { airspacesOf, airspacesProvenance } from "#data/build/airspaces.ts";
import { lakeFeatures, landFeatures, riverFeatures } from "#data/build/basemap.ts";
import { cityFeatures, labelFeatures } from "#data/build/labels.ts";
import { borderFeatures } from "#data/build/state-borders.ts";

const shipped = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), "utf8"));
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

// Aerodromes and navaids are left out: their source is fetched from the network.
test("the shipped FIRs are what the build makes of its sources", () => {
  expect(plain({ provenance: airspacesProvenance, airspaces: airspacesOf() })).toEqual(
    shipped("airspaces/firs.json"),
  );
});

test("the shipped basemap is what the build makes of its sources", () => {
  const { borders, disputed } = borderFeatures();
  for (const [name, features] of Object.entries({
    land: landFeatures(),
    borders,
    disputed,
    lakes: lakeFeatures(),
    rivers: riverFeatures(),
    cities: cityFeatures(),
    labels: labelFeatures(),
  })) {
    expect(plain({ type: "FeatureCollection", features }), name).toEqual(shipped(`basemap/${name}.json`));
  }
});
