import type { Feature, FeatureCollection, LineString, Point, Polygon } from "geojson";
import type { Assessment, Leg } from "#domain/flight/assessment.ts";
import { geodesicLine } from "#domain/geo/geodesic.ts";
import type { Position } from "#domain/geo/position.ts";
import { BASEMAP_BOX } from "#domain/packet/map-basemap.ts";
import type { Reference } from "#domain/reference.ts";
import type { Standing } from "./style.ts";

/** A drawn line needs a point this often: the bow between two is then under a pixel at every zoom of the planner. */
const STEP_NM = 15;

/** One piece of a leg inside one State, with the points it is drawn through. */
export type LegPiece = { leg: number; state: string; standing: Standing; line: Position[] };

/** Each leg cut where it passes from one crossing to the next, so that each piece has one status. */
export function legPieces(assessment: Assessment): LegPiece[] {
  const standings = new Map(assessment.requirements.map(({ state, standing }) => [state, standing]));
  return assessment.legs.flatMap((leg) => {
    const endNm = leg.startDistanceNm + leg.distanceNm;
    const pieces = assessment.crossings
      .map(({ entry, exit, state }) => ({
        fromNm: Math.max(entry.distanceNm, leg.startDistanceNm),
        toNm: Math.min(exit.distanceNm, endNm),
        state,
        standing: standings.get(state) ?? ("pending" as const),
      }))
      .filter(({ fromNm, toNm }) => toNm - fromNm > 0.01);
    const drawn =
      pieces.length > 0
        ? pieces
        : [{ fromNm: leg.startDistanceNm, toNm: endNm, state: "", standing: "pending" as const }];
    return drawn.map(({ fromNm, toNm, state, standing }) => ({
      leg: leg.index,
      state,
      standing,
      line: sampled(leg, fromNm - leg.startDistanceNm, toNm - leg.startDistanceNm),
    }));
  });
}

/** What is edited, in one small source: corridor and pieces of the legs. */
export function routeFeatures(
  assessment: Assessment,
  pieces: readonly LegPiece[],
  isSelected: (piece: LegPiece) => boolean,
): FeatureCollection {
  const corridor = assessment.corridor.polygons.map(
    (coordinates): Feature<Polygon> => ({
      type: "Feature",
      properties: { kind: "corridor" },
      geometry: { type: "Polygon", coordinates },
    }),
  );
  const legs = pieces.map((piece) =>
    lineFeature({ kind: "leg", standing: piece.standing, selected: isSelected(piece) }, piece.line),
  );
  return { type: "FeatureCollection", features: [...corridor, ...legs] };
}

/** Aerodromes and navaids to navigate by; rank 1 is drawn first. */
export function placeFeatures({ aerodromes, navaids }: Reference): FeatureCollection {
  const ranks = { large: 1, medium: 2, small: 3 } as const;
  return {
    type: "FeatureCollection",
    features: [
      ...aerodromes
        .filter(({ icao }) => icao !== "")
        .map(({ icao, size, lat, lon }) =>
          pointFeature({ kind: "aerodrome", ident: icao, rank: ranks[size] }, { lat, lon }),
        ),
      ...navaids.map(({ ident, type, lat, lon }) =>
        pointFeature({ kind: "navaid", ident, rank: /VOR|VORTAC/.test(type) ? 2 : 3 }, { lat, lon }),
      ),
    ],
  };
}

/** Meridians and parallels, every 5° and every 1° between them. */
export function gridFeatures(): FeatureCollection {
  const features: Feature<LineString>[] = [];
  for (let degree = -10; degree <= 120; degree += 1) {
    const step = degree % 5 === 0 ? 5 : 1;
    features.push(
      lineFeature({ step }, [
        { lon: degree, lat: 10 },
        { lon: degree, lat: 75 },
      ]),
    );
    if (degree >= 10 && degree <= 75) {
      features.push(
        lineFeature({ step }, [
          { lon: -10, lat: degree },
          { lon: 120, lat: degree },
        ]),
      );
    }
  }
  return { type: "FeatureCollection", features };
}

/** Everything around the basemap that the map can show: neither land nor sea. */
export function beyondFeatures(): FeatureCollection {
  const ring = (west: number, south: number, east: number, north: number) => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const coordinates = [ring(-60, -30, 180, 84), ring(...BASEMAP_BOX)];
  const geometry: Polygon = { type: "Polygon", coordinates };
  return { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry }] };
}

export function pointFeature(properties: Record<string, unknown>, at: Position): Feature<Point> {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates: [at.lon, at.lat] } };
}

function lineFeature(properties: Record<string, unknown>, line: readonly Position[]): Feature<LineString> {
  return {
    type: "Feature",
    properties,
    geometry: { type: "LineString", coordinates: line.map(({ lon, lat }) => [lon, lat]) },
  };
}

function sampled(leg: Leg, fromNm: number, toNm: number): Position[] {
  const line = geodesicLine(leg.start, leg.end);
  const count = Math.max(2, Math.ceil((toNm - fromNm) / STEP_NM) + 1);
  return Array.from({ length: count }, (_, index) =>
    line.at(fromNm + ((toNm - fromNm) * index) / (count - 1)),
  );
}
