import type { Assessment } from "../flight/assessment.ts";
import type { Flight } from "../flight/flight.ts";
import { chordsOf } from "../geo/chords.ts";
import { geodesicLine } from "../geo/geodesic.ts";
import type { Position } from "../geo/position.ts";
import { METRES_PER_NM } from "../units.ts";
import { cutLine, cutPolygon, type LonLat } from "./antimeridian.ts";
import { MARKING, PLANNING_NOTICE } from "./marking.ts";

type Feature = {
  type: "Feature";
  id: string;
  properties: Record<string, string | number | boolean | null | string[]>;
  geometry:
    | { type: "Point"; coordinates: LonLat }
    | { type: "LineString"; coordinates: LonLat[] }
    | { type: "MultiLineString"; coordinates: LonLat[][] }
    | { type: "MultiPolygon"; coordinates: LonLat[][][] };
};

/** A flight as RFC 7946; the members after `features` are foreign ones that readers may ignore. */
export type FlightGeoJson = {
  type: "FeatureCollection";
  marking: string;
  planningNotice: string;
  /** Daliz knows no classification of a flight; who releases the file sets one. */
  classification: string;
  flight: { id: string; callSign: string; offBlockAt: string; status: string };
  features: Feature[];
};

/**
 * Legs as lines along the geodesic (straight pieces stay within about 5 m of it), every waypoint exactly, the
 * corridor, and a point with its time for each FIR entered. Longitude first, WGS 84, six decimals (0.1 m).
 */
export function flightGeoJson(flight: Flight, assessment: Assessment): FlightGeoJson {
  return {
    type: "FeatureCollection",
    marking: MARKING,
    planningNotice: PLANNING_NOTICE,
    classification: "not set",
    flight: {
      id: flight.id,
      callSign: flight.callSign,
      offBlockAt: flight.offBlockAt,
      status: assessment.status,
    },
    features: [
      ...corridorFeature(assessment),
      ...legFeatures(assessment),
      ...waypointFeatures(flight),
      ...crossingFeatures(assessment),
    ],
  };
}

function corridorFeature({ corridor }: Assessment): Feature[] {
  const coordinates = corridor.polygons.flatMap(cutPolygon).map((polygon) => polygon.map(roundedRing));
  if (coordinates.length === 0) return [];
  return [
    {
      type: "Feature",
      id: "corridor",
      properties: { kind: "corridor", halfWidthNm: corridor.halfWidthNm },
      geometry: { type: "MultiPolygon", coordinates },
    },
  ];
}

function legFeatures({ legs }: Assessment): Feature[] {
  return legs.map((leg) => {
    const { lat, lon } = chordsOf(geodesicLine(leg.start, leg.end), leg.distanceNm * METRES_PER_NM);
    const points = [...lon].map((x, index): LonLat => [x, lat[index] ?? 0]);
    const lines = cutLine(points).map((line) => line.map(rounded));
    const [only = []] = lines;
    return {
      type: "Feature",
      id: `leg-${leg.index + 1}`,
      properties: {
        kind: "leg",
        from: leg.from,
        to: leg.to,
        sector: leg.sector + 1,
        distanceNm: Number(leg.distanceNm.toFixed(3)),
        startAt: leg.startAt,
        endAt: leg.endAt,
        levelFl: leg.levelFl,
        tasKt: leg.tasKt,
      },
      geometry:
        lines.length > 1
          ? { type: "MultiLineString", coordinates: lines }
          : { type: "LineString", coordinates: only },
    };
  });
}

function waypointFeatures(flight: Flight): Feature[] {
  return flight.waypoints.map(({ kind, ident, name, position, groundMinutes }, index) => ({
    type: "Feature",
    id: `waypoint-${index + 1}`,
    properties: { kind: "waypoint", type: kind, ident, name, groundMinutes },
    geometry: { type: "Point", coordinates: pointOf(position) },
  }));
}

/** One point where a FIR is entered; the departure FIR is entered at take-off. */
function crossingFeatures({ crossings }: Assessment): Feature[] {
  return crossings.map(({ fir, name, state, entry, exit, distanceNm, merged, index }) => ({
    type: "Feature",
    id: `crossing-${index}`,
    properties: {
      kind: "crossing",
      label: index === 0 ? "departure" : `X${index}`,
      fir,
      name,
      state,
      entryAt: entry.at,
      exitAt: exit.at,
      distanceNm: Number(distanceNm.toFixed(3)),
      distanceAlongNm: Number(entry.distanceNm.toFixed(3)),
      merged: merged.map((clip) => clip.fir),
    },
    geometry: { type: "Point", coordinates: pointOf(entry) },
  }));
}

function pointOf({ lat, lon }: Position): LonLat {
  return rounded([lon, lat]);
}

/** To a millionth of a degree, some 0.1 m. */
function rounded([lon, lat]: LonLat): LonLat {
  return [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}

function roundedRing(ring: readonly LonLat[]): LonLat[] {
  return ring.map(rounded);
}
