import { expect, test } from "vitest";
import { courseAndDistance, destination, geodesicLine } from "#domain/geo/geodesic.ts";
import { pathOf, positionAlong } from "#domain/geo/path.ts";

const METRES_PER_NM = 1852;

function degrees(deg: number, min: number, sec: number): number {
  return Math.sign(deg) * (Math.abs(deg) + min / 60 + sec / 3600);
}

/** Published geodesics: source, ends, metres, course at the start and at the end. */
const PUBLISHED: [string, [number, number], [number, number], number, number, number][] = [
  // GeographicLib, GeodSolve examples and geodtest: JFK to LHR.
  ["JFK-LHR", [40.6, -73.8], [51.6, -0.5], 5_551_759.4, 51.198_882_845_58, 107.821_776_735_514],
  // GeographicLib's manual: Wellington to Salamanca, nearly antipodal.
  [
    "Wellington-Salamanca",
    [-41.32, 174.81],
    [40.96, -5.5],
    19_959_679.267,
    161.067_669_986_161,
    18.825_195_123_248,
  ],
  // GeographicLib's own test table (geodesictest.js), its first four rows.
  [
    "row 1",
    [35.60777, -139.44815],
    [-11.17491, -69.95921],
    8_935_244.560_482,
    111.098_748_429_56,
    129.289_270_889_709,
  ],
  [
    "row 2",
    [55.52454, 106.05087],
    [77.03196, -162.81766],
    4_105_086.171_392,
    22.020_059_880_983,
    109.112_041_110_672,
  ],
  [
    "row 3",
    [-21.97856, 142.59065],
    [41.84138, 98.56635],
    8_394_328.894_658,
    327.555_431_235_668,
    318.156_400_485_095,
  ],
  [
    "row 4",
    [-66.99028, 112.2363],
    [-12.70631, -74.09656],
    11_150_344.231_208,
    173.734_912_408_784,
    2.512_956_620_914,
  ],
];

test.each(PUBLISHED)("%s has its published length and courses", (_, a, b, metres, start, end) => {
  const solved = courseAndDistance({ lat: a[0], lon: a[1] }, { lat: b[0], lon: b[1] });
  expect(Math.abs(solved.distanceNm * METRES_PER_NM - metres)).toBeLessThan(0.001);
  expect(solved.initialCourseDeg).toBeCloseTo(start, 6);
  expect(solved.finalCourseDeg).toBeCloseTo(end, 6);
});

test("Flinders Peak to Buninyong is as Geoscience Australia publishes it", () => {
  // GDA technical manual: 54 972.271 m, 306 52 05.37 out, 127 10 25.07 back, on GRS 80, which differs from WGS 84
  // by 0.1 mm in the minor axis.
  const flinders = { lat: degrees(-37, 57, 3.7203), lon: degrees(144, 25, 29.5244) };
  const buninyong = { lat: degrees(-37, 39, 10.1561), lon: degrees(143, 55, 35.3839) };
  const there = courseAndDistance(flinders, buninyong);
  expect(Math.abs(there.distanceNm * METRES_PER_NM - 54_972.271)).toBeLessThan(0.001);
  expect(Math.abs(there.initialCourseDeg - degrees(306, 52, 5.37)) * 3600).toBeLessThan(0.01);
  const back = courseAndDistance(buninyong, flinders);
  expect(Math.abs(back.initialCourseDeg - degrees(127, 10, 25.07)) * 3600).toBeLessThan(0.01);
});

test("a quarter of the meridian is as long as WGS 84 says", () => {
  const quarter = courseAndDistance({ lat: 0, lon: 33 }, { lat: 90, lon: 33 });
  expect(Math.abs(quarter.distanceNm * METRES_PER_NM - 10_001_965.729)).toBeLessThan(0.001);
  expect(quarter.initialCourseDeg).toBe(0);
});

test("courses run from 0 to 360, west of north included", () => {
  expect(courseAndDistance({ lat: 40, lon: 30 }, { lat: 40, lon: 29 }).initialCourseDeg).toBeCloseTo(
    270.32,
    1,
  );
  expect(courseAndDistance({ lat: 40, lon: 30 }, { lat: 39, lon: 30 }).finalCourseDeg).toBe(180);
  expect(geodesicLine({ lat: 40, lon: 30 }, { lat: 40, lon: 29 }).initialCourseDeg).toBeCloseTo(270.32, 1);
});

test("destination undoes course and distance", () => {
  const from = { lat: 40.128, lon: 32.995 };
  const to = { lat: 51.022, lon: 71.467 };
  const { initialCourseDeg, distanceNm } = courseAndDistance(from, to);
  const back = destination(from, initialCourseDeg, distanceNm);
  expect(back.lat).toBeCloseTo(to.lat, 9);
  expect(back.lon).toBeCloseTo(to.lon, 9);
});

test("points along a line lie on it: the two parts add up to the whole", () => {
  const line = geodesicLine({ lat: 40.128, lon: 32.995 }, { lat: 51.022, lon: 71.467 });
  for (const share of [0.001, 0.25, 0.5, 0.9]) {
    const point = line.at(share * line.distanceNm);
    const first = courseAndDistance(line.start, point).distanceNm;
    const second = courseAndDistance(point, line.end).distanceNm;
    expect(Math.abs(first - share * line.distanceNm) * METRES_PER_NM).toBeLessThan(1e-6);
    expect(Math.abs(first + second - line.distanceNm) * METRES_PER_NM).toBeLessThan(1e-6);
  }
  expect(line.at(-1)).toBe(line.start);
  expect(line.at(line.distanceNm + 1)).toBe(line.end);
});

test("a chord stays within 30 m of its geodesic, on any course up to 80 degrees of latitude", () => {
  for (const lat of [0, 30, 45, 60, 75]) {
    for (const course of [0, 20, 45, 70, 90, 135, 250]) {
      const start = { lat, lon: 40 };
      const { alongM, lat: lats, lon: lons } = geodesicLine(start, destination(start, course, 300)).chords();
      const line = geodesicLine(start, destination(start, course, 300));
      for (let i = 1; i < alongM.length; i++) {
        const middle = line.at(((alongM[i - 1] ?? 0) + (alongM[i] ?? 0)) / 2 / METRES_PER_NM);
        const chord = {
          lat: ((lats[i - 1] ?? 0) + (lats[i] ?? 0)) / 2,
          lon: ((lons[i - 1] ?? 0) + (lons[i] ?? 0)) / 2,
        };
        expect(courseAndDistance(middle, chord).distanceNm * METRES_PER_NM, `${lat} ${course}`).toBeLessThan(
          30,
        );
      }
    }
  }
});

test("a path adds its lines, and finds positions across them", () => {
  const points = [
    { lat: 40, lon: 30 },
    { lat: 41, lon: 32 },
    { lat: 41, lon: 32 },
    { lat: 39, lon: 35 },
  ];
  const path = pathOf(points);
  const [first = 0, second = 0, third = 0] = path.lines.map((line) => line.distanceNm);
  expect(path.startNm).toEqual([0, first, first + second]);
  expect(path.totalNm).toBe(first + second + third);
  expect(second).toBe(0);
  expect(positionAlong(path, 0)).toBe(points[0]);
  expect(positionAlong(path, first)).toEqual(points[1]);
  expect(positionAlong(path, first + 10)).toEqual(path.lines[2]?.at(10));
  expect(positionAlong(path, 1e9)).toBe(points[3]);
  expect(() => positionAlong(pathOf([]), 0)).toThrow("without points");
});
