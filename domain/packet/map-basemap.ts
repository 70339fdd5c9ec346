import { z } from "zod";

const pointSchema = z.tuple([z.number(), z.number()]);
const lineSchema = z.array(pointSchema);

const featuresOf = <G extends z.ZodType>(geometry: G, properties: z.ZodType = z.unknown()) =>
  z.object({ features: z.array(z.object({ geometry, properties })) });

const areas = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(lineSchema) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(lineSchema)) }),
]);
const lines = z.discriminatedUnion("type", [
  z.object({ type: z.literal("LineString"), coordinates: lineSchema }),
  z.object({ type: z.literal("MultiLineString"), coordinates: z.array(lineSchema) }),
]);

type Lines = z.infer<typeof lineSchema>[];

/** What the map of a packet draws under the route, in degrees. Holes of land are rings like any other. */
export type Basemap = {
  land: Lines[];
  lakes: Lines[];
  rivers: Lines;
  borders: Lines;
  disputed: Lines;
  /** Seas first, then lakes; `rank` 1 is the most important. */
  labels: { name: string; rank: number; lon: number; lat: number }[];
};

/** Corners of what the basemap holds: west, south, east, north. Beyond them the paper stays white. */
export const BASEMAP_BOX = [15, 22, 100, 66] as const;

/** Reads the GeoJSON files of the data folder by their names; throws where one is not what it should be. */
export function basemapFrom(read: (name: keyof Basemap) => unknown): Basemap {
  const polygonsOf = (name: keyof Basemap): Lines[] =>
    featuresOf(areas)
      .parse(read(name))
      .features.flatMap(({ geometry }) =>
        geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
      );
  const linesOf = (name: keyof Basemap): Lines =>
    featuresOf(lines)
      .parse(read(name))
      .features.flatMap(({ geometry }) =>
        geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates,
      );
  return {
    land: polygonsOf("land"),
    lakes: polygonsOf("lakes"),
    rivers: linesOf("rivers"),
    borders: linesOf("borders"),
    disputed: linesOf("disputed"),
    labels: labelsOf(read("labels")),
  };
}

const labelSchema = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ type: z.literal("Point"), coordinates: pointSchema }),
      properties: z.object({ kind: z.string(), name: z.string(), rank: z.number() }),
    }),
  ),
});

function labelsOf(file: unknown): Basemap["labels"] {
  return labelSchema
    .parse(file)
    .features.filter(({ properties }) => properties.kind === "sea" || properties.kind === "lake")
    .map(({ geometry, properties }) => {
      const [lon, lat] = geometry.coordinates;
      return { name: properties.name, rank: properties.rank, lon, lat };
    })
    .sort((a, b) => a.rank - b.rank);
}
