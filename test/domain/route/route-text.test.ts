import { readFileSync } from "node:fs";
import type { FeatureCollection } from "geojson";
import { describe, expect, it } from "vitest";
import { findPlaces, nearestPlace, placeAt } from "#domain/route/place.ts";
import { readRoute, routeText } from "#domain/route/route-text.ts";
import { townsOf } from "#renderer/map/ground.ts";
import { flightOver, shipped } from "#test/builders/plan.ts";

function read(text: string) {
  let count = 0;
  return readRoute(text, shipped, () => `w${++count}`);
}

describe("readRoute", () => {
  it("reads aerodromes, navaids, coordinates, stops and changes", () => {
    const reading = read("LTAC DCT ERZ/N0400F330 4055N04700E 41.3333,49.5 UATE+90 UACC");
    if (!reading.ok) throw new Error(reading.sentence);
    expect(reading.waypoints.map(({ kind, ident, groundMinutes }) => [kind, ident, groundMinutes])).toEqual([
      ["aerodrome", "LTAC", null],
      ["navaid", "ERZ", null],
      ["position", "4055N04700E", null],
      ["position", "4120N04930E", null],
      ["aerodrome", "UATE", 90],
      ["aerodrome", "UACC", null],
    ]);
    expect(reading.waypoints[1]).toMatchObject({ levelFl: 330, tasKt: 400 });
    expect(reading.waypoints[3]?.position).toEqual({ lat: 41.3333, lon: 49.5 });
  });

  it("is the same in lower case, with commas and with spaces inside a coordinate", () => {
    const plain = read("LTAC 40.5,41.5 UACC");
    expect(read("ltac, 40.5 , 41.5, uacc")).toEqual(plain);
  });

  it.each([
    ["LTAC QQQQ UACC", "QQQQ", "QQQQ is not an aerodrome"],
    ["LTAC 9130N04336E UACC", "9130N04336E", "over 90"],
    ["LTAC 4018N4336E UACC", "4018N4336E", "digits"],
    ["LTAC 4018N UACC", "4018N", "whole coordinate"],
    ["LTAC LTAC UACC", "LTAC", "no length"],
    ["LTAC", "LTAC", "at least two points"],
    ["", "", "empty"],
    ["LTAC ERZ+30 UACC", "ERZ+30", "not an aerodrome"],
    ["LTAC UATE+ UACC", "UATE+", "minutes on the ground"],
    ["LTAC UATE+x UACC", "UATE+x", "minutes on the ground"],
    ["LTAC UACC+30", "UACC+30", "end of the route"],
    ["LTAC ERZ/F3 UACC", "ERZ/F3", "change of speed and level"],
    ["LTAC ERZ/F999 UACC", "ERZ/F999", "FL600"],
    ["LTAC + UACC", "+", "not a point"],
    ["LTAC /F330 UACC", "/F330", "not a point"],
  ])("refuses %j and names the token", (text, token, words) => {
    const reading = read(text);
    expect(reading).toMatchObject({ ok: false, token });
    if (reading.ok) throw new Error("was read");
    expect(reading.sentence).toContain(words);
  });

  it("takes the navaid nearest to the route and says so", () => {
    const shared = shipped.navaids.filter(({ ident }) => ident === "AN");
    const [first] = shared;
    const last = shared.at(-1);
    if (first === undefined || last === undefined || shared.length < 2) throw new Error("the data changed");
    for (const aid of [first, last]) {
      const beside = `${aid.lat - 0.5},${aid.lon}`;
      const reading = read(`${beside} AN ${aid.lat + 0.5},${aid.lon}`);
      if (!reading.ok) throw new Error(reading.sentence);
      expect(reading.waypoints[1]?.position).toEqual({ lat: aid.lat, lon: aid.lon });
      expect(reading.notes).toEqual([expect.stringContaining("AN names")]);
    }
  });

  it("is turned into text that reads back to the same points", () => {
    for (const route of [
      "LTAC ERZ TBS 4055N04700E 4120N04930E UATE+90 UACC",
      "LTAC ERZ/N0400F330 40.123456,41.5 UATE/F310 UACC",
      "-12.5,-0.001 LTAC",
      "401830N0433645E LTAC",
    ]) {
      const flight = flightOver(route);
      const again = flightOver(routeText(flight.waypoints));
      expect(again.waypoints).toEqual(flight.waypoints);
    }
  });
});

const cities = readFileSync(new URL("../../../data/basemap/cities.json", import.meta.url), "utf8");
const towns = townsOf(JSON.parse(cities) as FeatureCollection);

describe("places", () => {
  it("finds by ident, name, city and coordinate, folding Turkish letters", () => {
    expect(findPlaces("ltac", shipped, [], 5)[0]?.ident).toBe("LTAC");
    expect(findPlaces("esenboga", shipped, [], 5)[0]?.ident).toBe("LTAC");
    expect(findPlaces("ESENBOĞA", shipped, [], 5)[0]?.ident).toBe("LTAC");
    expect(findPlaces("4018N04336E", shipped, [], 5)[0]?.kind).toBe("position");
    expect(findPlaces("zzzzzz", shipped, [], 5)).toEqual([]);
    expect(findPlaces(" ", shipped, [], 5)).toEqual([]);
  });

  it.each([
    ["Астана", "UACC"],
    ["астана", "UACC"],
    ["Алматы", "UAAA"],
    ["Almatı", "UAAA"],
    ["Ақтау", "UATE"],
    ["Актау", "UATE"],
    ["Шымкент", "UAII"],
    ["Çimkent", "UAII"],
    ["İstanbul", "LTFM"],
    ["ISTANBUL", "LTFM"],
    ["Ыстанбұл", "LTFM"],
    ["Diyarbakır", "LTCC"],
    ["DİYARBAKIR", "LTCC"],
    ["Ankara", "LTAC"],
    ["Анкара", "LTAC"],
    ["Tiflis", "UGTB"],
  ])("finds the aerodrome of %s, %s", (query, ident) => {
    const found = findPlaces(query, shipped, towns, 8).map((place) => place.ident);
    expect(found.slice(0, 3)).toContain(ident);
  });

  it("finds no aerodrome by a town that is not near it", () => {
    const nowhere = [{ names: ["Жоққала"], position: { lat: 43.5, lon: 34 } }];
    expect(findPlaces("Жоққала", shipped, nowhere, 8)).toEqual([]);
  });

  it("snaps to what is near, and to nothing else", () => {
    expect(nearestPlace({ lat: 40.13, lon: 33.0 }, shipped, 2)?.position).toMatchObject({ lat: 40.1281 });
    expect(nearestPlace({ lat: 43.0, lon: 51.5 }, shipped, 2)).toBeNull();
  });

  it("puts a free point on a whole minute, where Item 15 can say it", () => {
    expect(placeAt({ lat: 40.3004, lon: 43.6001 })).toMatchObject({
      ident: "4018N04336E",
      position: { lat: 40.3, lon: 43.6 },
    });
  });
});
