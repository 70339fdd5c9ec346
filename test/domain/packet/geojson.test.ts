import { describe, expect, it } from "vitest";
import { courseAndDistance } from "#domain/geo/geodesic.ts";
import { signedAreaOf } from "#domain/geo/polygon.ts";
import { cutLine, cutPolygon, type LonLat } from "#domain/packet/antimeridian.ts";
import { flightGeoJson } from "#domain/packet/geojson.ts";
import { assessed, exampleFlight, flightOver } from "#test/builders/plan.ts";

const json = flightGeoJson(exampleFlight, assessed(exampleFlight));
const ofKind = (kind: string) => json.features.filter(({ properties }) => properties.kind === kind);

describe("a flight as GeoJSON", () => {
  it("carries the marking and says that it is a planning estimate", () => {
    expect(json.marking).toContain("NOT FOR NAVIGATION");
    expect(json.planningNotice).toContain("current AIP");
    expect(json.classification).toBe("not set");
  });

  it("puts the longitude first and keeps waypoints to a millionth of a degree, in order", () => {
    const points = ofKind("waypoint").map(({ geometry, properties }) => [
      properties.ident,
      geometry.coordinates,
    ]);
    expect(points[0]).toEqual(["LTAC", [32.9951, 40.1281]]);
    expect(points[3]).toEqual(["4055N04700E", [47, 40.916667]]);
    expect(points).toHaveLength(exampleFlight.waypoints.length);
  });

  it("draws legs along the geodesic from point to point", () => {
    const legs = ofKind("leg");
    expect(legs).toHaveLength(6);
    for (const { geometry, properties } of legs) {
      if (geometry.type !== "LineString") throw new Error("a leg is not one line");
      let distanceNm = 0;
      for (const [index, [lon, lat]] of geometry.coordinates.entries()) {
        const before = geometry.coordinates[index - 1];
        if (before !== undefined) {
          distanceNm += courseAndDistance({ lon: before[0], lat: before[1] }, { lon, lat }).distanceNm;
        }
      }
      expect(distanceNm).toBeCloseTo(Number(properties.distanceNm), 2);
    }
  });

  it("winds the corridor's outer rings counter-clockwise and closes them", () => {
    const [corridor] = ofKind("corridor");
    if (corridor?.geometry.type !== "MultiPolygon") throw new Error("no corridor");
    for (const [outer = [], ...holes] of corridor.geometry.coordinates) {
      expect(signedAreaOf(outer)).toBeGreaterThan(0);
      expect(outer[0]).toEqual(outer.at(-1));
      for (const hole of holes) expect(signedAreaOf(hole)).toBeLessThan(0);
    }
  });

  it("has every crossing with its times", () => {
    expect(ofKind("crossing").map(({ properties }) => [properties.label, properties.fir])).toEqual([
      ["departure", "LTAA"],
      ["X1", "UDDD"],
      ["X2", "UGGG"],
      ["X3", "UBBA"],
      ["X4", "UATT"],
      ["X5", "UACN"],
    ]);
    expect(ofKind("crossing")[5]?.properties.entryAt).toMatch(/^2026-12-02T11:/);
  });
});

describe("cutting at the antimeridian", () => {
  it("cuts a line that runs on past 180 in both directions", () => {
    expect(
      cutLine([
        [170, 10],
        [190, 20],
      ]),
    ).toEqual([
      [
        [170, 10],
        [180, 15],
      ],
      [
        [-180, 15],
        [-170, 20],
      ],
    ]);
    expect(
      cutLine([
        [-170, 20],
        [-190, 10],
      ]),
    ).toEqual([
      [
        [-170, 20],
        [-180, 15],
      ],
      [
        [180, 15],
        [170, 10],
      ],
    ]);
    expect(
      cutLine([
        [10, 1],
        [20, 2],
      ]),
    ).toEqual([
      [
        [10, 1],
        [20, 2],
      ],
    ]);
  });

  it("cuts a polygon into two, each within bounds and with the whole area", () => {
    const ring: LonLat[] = [
      [170, 0],
      [190, 0],
      [190, 10],
      [170, 10],
      [170, 0],
    ];
    const polygons = cutPolygon([ring]);
    expect(polygons).toHaveLength(2);
    const areas = polygons.map(([outer = []]) => {
      for (const [lon] of outer) expect(Math.abs(lon)).toBeLessThanOrEqual(180);
      return signedAreaOf(outer);
    });
    expect((areas[0] ?? 0) + (areas[1] ?? 0)).toBeCloseTo(signedAreaOf(ring), 9);
  });

  it("cuts a flight over the antimeridian", () => {
    const flight = flightOver("50,170 55,-170");
    const { features } = flightGeoJson(flight, assessed(flight));
    const leg = features.find(({ properties }) => properties.kind === "leg");
    expect(leg?.geometry.type).toBe("MultiLineString");
    const corridor = features.find(({ properties }) => properties.kind === "corridor");
    const areas = corridor?.geometry.type === "MultiPolygon" ? corridor.geometry.coordinates : [];
    expect(areas).toHaveLength(2);
    const longitudes = areas.flat(2).map(([lon]) => Math.abs(lon));
    expect(Math.max(...longitudes)).toBeLessThanOrEqual(180);
  });
});
