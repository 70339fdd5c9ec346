import { readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const folder = new URL("../../data/basemap/", import.meta.url);
const NAMES = ["land", "lakes", "borders", "disputed", "rivers", "cities", "labels"] as const;

const point = z.tuple([z.number().min(15).max(100), z.number().min(22).max(66)]);
const line = z.array(point).min(2);
const ring = z.array(point).min(4);
const collection = <G extends z.ZodType, P extends z.ZodType>(geometry: G, properties: P) =>
  z.strictObject({
    type: z.literal("FeatureCollection"),
    features: z.array(z.strictObject({ type: z.literal("Feature"), properties, geometry })).min(1),
  });
const read = (name: (typeof NAMES)[number]): unknown =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));

const none = z.strictObject({});
const polygon = z.strictObject({ type: z.literal("Polygon"), coordinates: z.array(ring).min(1) });
const lines = z.strictObject({ type: z.literal("MultiLineString"), coordinates: z.array(line).min(1) });
const names = { name: z.string().min(1), nameTr: z.string(), nameKk: z.string() };
const spot = z.strictObject({ type: z.literal("Point"), coordinates: point });

const land = collection(polygon, none).parse(read("land"));
const lakes = collection(polygon, none).parse(read("lakes"));
const borders = collection(lines, none).parse(read("borders"));
const disputed = collection(lines, z.strictObject({ name: z.string().min(1) })).parse(read("disputed"));
const rivers = collection(lines, none).parse(read("rivers"));
const cities = collection(
  spot,
  z.strictObject({
    ...names,
    state: z.string().regex(/^[A-Z]{2}$/),
    population: z.number().int(),
    rank: z.number().int().min(1).max(4),
    capital: z.boolean(),
  }),
).parse(read("cities"));
const labels = collection(
  spot,
  z.strictObject({
    ...names,
    kind: z.enum(["sea", "lake", "state"]),
    rank: z.number().int().min(1).max(3),
    code: z.string(),
  }),
).parse(read("labels"));

type Polygon = z.infer<typeof polygon>;

/** Even-odd rule over the rings of a polygon, as the map fills it. */
function holds({ coordinates }: Polygon, lon: number, lat: number): boolean {
  let inside = false;
  for (const each of coordinates) {
    for (const [at, [x1, y1]] of each.slice(1).entries()) {
      const [x0, y0] = each[at] ?? [x1, y1];
      if (y0 > lat !== y1 > lat && lon < x0 + ((lat - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
    }
  }
  return inside;
}

const isLand = (lon: number, lat: number) => land.features.some(({ geometry }) => holds(geometry, lon, lat));
const isLake = (lon: number, lat: number) => lakes.features.some(({ geometry }) => holds(geometry, lon, lat));
const pointsOf = (features: { geometry: z.infer<typeof lines> }[]) =>
  features.flatMap(({ geometry }) => geometry.coordinates.flat());

describe("the basemap", () => {
  test("is small", () => {
    const bytes = NAMES.reduce((sum, name) => sum + statSync(new URL(`${name}.json`, folder)).size, 0);
    expect(bytes).toBeLessThan(3_000_000);
  });

  test("closes every ring", () => {
    for (const { geometry } of [...land.features, ...lakes.features]) {
      for (const each of geometry.coordinates) expect(each.at(-1)).toEqual(each[0]);
    }
  });

  test("has land under capitals and water in the seas, the Caspian among them", () => {
    for (const { properties, geometry } of cities.features.filter(({ properties: { rank } }) => rank === 1)) {
      const [lon, lat] = geometry.coordinates;
      // Towns at the sea may stand on the wrong side of a coast drawn for 1:10 million: look 10 km around.
      const near = [-0.1, 0, 0.1].some((east) =>
        [-0.1, 0, 0.1].some((north) => isLand(lon + east, lat + north)),
      );
      expect(near, properties.name).toBe(true);
    }
    expect([isLand(50.5, 39.5), isLand(50.5, 45.8), isLand(34.3, 43.2)]).toEqual([false, false, false]);
    expect(isLand(71.43, 51.13) && isLand(32.85, 39.93)).toBe(true);
  });

  test("has the lakes, Balkhash included", () => {
    for (const [name, lon, lat] of [
      ["Balkhash west", 74.2, 46.05],
      ["Balkhash east", 78, 46.6],
      ["Van", 42.9, 38.65],
      ["Aral", 60, 45],
      ["Issyk-Kul", 77.3, 42.45],
      ["Zaysan", 84, 48],
    ] as const) {
      expect(isLake(lon, lat), name).toBe(true);
    }
    expect(isLake(71.43, 51.13)).toBe(false);
  });

  test("puts names of seas on water, of lakes on lakes and of States on land", () => {
    for (const { properties, geometry } of labels.features) {
      const [lon, lat] = geometry.coordinates;
      const there =
        properties.kind === "sea"
          ? !isLand(lon, lat)
          : properties.kind === "lake"
            ? isLake(lon, lat)
            : isLand(lon, lat);
      expect(there, properties.name).toBe(true);
      expect(properties.nameTr && properties.nameKk, properties.name).not.toBe("");
    }
  });

  test("draws Crimea, Cyprus and Kashmir as disputed and not as borders", () => {
    const inBox = (
      points: number[][],
      [west, south, east, north]: readonly [number, number, number, number],
    ) => points.filter(([x = 0, y = 0]) => x > west && x < east && y > south && y < north).length;
    const plain = pointsOf(borders.features);
    for (const [name, box] of [
      ["Crimea", [33, 45.5, 35.2, 46.4]],
      ["Cyprus", [32.9, 35.05, 33.6, 35.3]],
      ["Kashmir", [74, 33, 76, 35]],
    ] as const) {
      const own = pointsOf(disputed.features.filter(({ properties }) => properties.name === name));
      expect(inBox(own, box), name).toBeGreaterThan(5);
      expect(inBox(plain, box), name).toBe(0);
    }
    expect(disputed.features.map(({ properties }) => properties.name)).toEqual([
      "Blue Line",
      "China and India",
      "Crimea",
      "Cyprus",
      "Golan",
      "Kashmir",
      "Kosovo",
      "Palestine",
    ]);
  });

  test("draws the agreed borders and none around Baikonur", () => {
    const near = (lon: number, lat: number) =>
      pointsOf(borders.features).some(([x, y]) => Math.hypot(x - lon, y - lat) < 0.1);
    expect(near(43.46, 41.11), "where Türkiye, Armenia and Georgia meet").toBe(true);
    expect(near(87.3, 49.1), "where Kazakhstan, Russia and China meet").toBe(true);
    expect(pointsOf(borders.features).some(([x, y]) => x > 62 && x < 65 && y > 45 && y < 47)).toBe(false);
    expect(rivers.features.length).toBe(1);
  });
});

describe("the cities", () => {
  const city = (name: string) =>
    cities.features.find(({ properties }) => properties.name === name)?.properties;

  test("have the names of today in Latin, Turkish and Kazakh letters", () => {
    expect(city("Astana")).toMatchObject({ nameTr: "Astana", nameKk: "Астана", capital: true, rank: 1 });
    expect(city("Almaty")).toMatchObject({ nameTr: "Almatı", nameKk: "Алматы", capital: false });
    expect(city("Aktau")?.nameKk).toBe("Ақтау");
    expect(city("Karaganda")?.nameKk).toBe("Қарағанды");
    expect(city("Istanbul")?.nameTr).toBe("İstanbul");
    expect(city("Kyiv")?.capital).toBe(true);
    for (const old of ["Nur-Sultan", "Kiev", "Ust-Kamenogorsk"]) expect(city(old), old).toBeUndefined();
  });

  test("of Kazakhstan all have a Kazakh name, those of Türkiye a Turkish one", () => {
    const kazakh = cities.features.filter(({ properties }) => properties.state === "KZ");
    expect(kazakh.length).toBeGreaterThan(50);
    for (const { properties } of kazakh)
      expect(properties.nameKk, properties.name).toMatch(/^[\u0400-\u04ff -]+$/);
    for (const { properties } of cities.features.filter(({ properties: { state } }) => state === "TR")) {
      expect(properties.nameTr).not.toBe("");
    }
  });

  test("stand in order of rank, one capital a State", () => {
    const ranks = cities.features.map(({ properties }) => properties.rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    const capitals = cities.features.filter(({ properties }) => properties.capital);
    expect(new Set(capitals.map(({ properties }) => properties.state)).size).toBe(capitals.length);
  });
});
