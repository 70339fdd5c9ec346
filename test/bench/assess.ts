import { assess } from "#domain/flight/assess.ts";
import { type Flight, flightSchema } from "#domain/flight/flight.ts";
import { placeWaypoint } from "#domain/route/edit.ts";
import { placeAt } from "#domain/route/place.ts";
import { parseZulu, type Zulu } from "#domain/zulu.ts";
import { exampleFlight } from "#electron/handlers/example-flight.ts";
import { dataFolder } from "#electron/host/folders.ts";
import { loadReference } from "#electron/reference/load.ts";
import type { BenchFigure } from "./geometry.ts";

/** The whole of `assess` for a flight of 50 waypoints, and for each frame while one of them is dragged. */
export function assessBench(
  turfCrossingsMs: number,
): (BenchFigure & { most?: number; leastRatio?: number })[] {
  const reference = loadReference(dataFolder);
  const now = instant("2026-11-24T12:00Z");
  const flight = fiftyWaypoints(exampleFlight(dataFolder, now, "bench"));
  const held = flight.waypoints[25];
  if (held === undefined) throw new Error("the flight is too short");
  const run = (each: Flight) => {
    const started = performance.now();
    assess(each, reference, now);
    return performance.now() - started;
  };
  for (let i = 0; i < 100; i++) run(flight);
  const whole = sorted(Array.from({ length: 300 }, () => run({ ...flight })));
  const frames = sorted(
    Array.from({ length: 1_000 }, (_, i) => {
      const at = { lat: held.position.lat + Math.sin(i / 20), lon: held.position.lon + Math.cos(i / 20) };
      return run(placeWaypoint(flight, held.id, placeAt(at)));
    }),
  );
  const median = whole[150] ?? Number.NaN;
  return [
    {
      name: "assess of a flight with 50 waypoints, median; peer: turf's crossings alone",
      ours: median,
      peer: turfCrossingsMs,
      ratio: turfCrossingsMs / median,
      unit: "ms",
      most: 4,
      leastRatio: 5,
    },
    {
      name: "assess in a frame of a drag over 50 waypoints, p99",
      ours: frames[990] ?? Number.NaN,
      unit: "ms",
      most: 8,
    },
  ];
}

/** From Ankara to Astana in long bows, with the load and the authorizations of the example. */
function fiftyWaypoints(example: Flight): Flight {
  const [first] = example.waypoints;
  if (first === undefined) throw new Error("the example has no route");
  const waypoints = Array.from({ length: 50 }, (_, i) => {
    const share = i / 49;
    const at = {
      lat: 40.1 + 10.9 * share + 2.5 * Math.sin(share * 9),
      lon: 33 + 38.5 * share + 0.6 * Math.sin(i * 2.1),
    };
    return { ...first, ...placeAt(at), id: `w${i}`, groundMinutes: null };
  });
  return flightSchema.parse({ ...example, waypoints });
}

function sorted(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}

function instant(text: string): Zulu {
  const zulu = parseZulu(text);
  if (zulu === null) throw new Error(`${text} is no instant`);
  return zulu;
}
