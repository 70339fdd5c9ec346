import type { AuthorizationStatus } from "../authorization/authorization.ts";
import type { Position } from "../geo/position.ts";
import type { Zulu } from "../zulu.ts";
import type { Finding } from "./findings.ts";

/** All consequences of a flight, computed by `assess`; nothing of it is stored. */
export type Assessment = {
  /** No minutes and no landing where the flight has no times. */
  route: { totalDistanceNm: number; airborneMinutes: number | null; landingAt: Zulu | null };
  sectors: Sector[];
  legs: Leg[];
  corridor: Corridor;
  /** FIRs in flight order, micro-crossings merged; the first is the departure FIR. */
  crossings: Crossing[];
  /** Visits to States in flight order; a State can return. */
  overflights: Overflight[];
  /** Null when the aircraft, a figure that its model needs, or a ground speed is unknown. */
  payload: Payload | null;
  /** One per State crossed, in the order of first entry. */
  requirements: Requirement[];
  findings: Finding[];
  status: FlightStatus;
};

export type FlightStatus = "blocked" | "stale" | "partial" | "pending" | "cleared";

/**
 * A place on the route. `distanceNm` counts along the whole route from the first aerodrome; `at` is null behind a leg
 * on which the wind leaves no ground speed: no time is better than an invented one.
 */
export type RoutePoint = Position & { distanceNm: number; at: Zulu | null };

/** From one aerodrome where the aircraft stands to the next. */
export type Sector = {
  index: number;
  from: string;
  to: string;
  firstLeg: number;
  /** Index of the last leg, included. */
  lastLeg: number;
  distanceNm: number;
  offBlockAt: Zulu | null;
  takeOffAt: Zulu | null;
  landingAt: Zulu | null;
  eetMinutes: number | null;
  /** Still-air distance: ground distance times TAS / ground speed; null where a leg has no ground speed. */
  airDistanceNm: number | null;
  payload: SectorPayload | null;
};

export type Leg = {
  index: number;
  sector: number;
  from: string;
  to: string;
  fromId: string;
  toId: string;
  start: Position;
  end: Position;
  distanceNm: number;
  /** Distance from the first aerodrome to the start of the leg. */
  startDistanceNm: number;
  initialCourseTrueDeg: number;
  /** Null on days outside the years of the magnetic model. */
  initialCourseMagneticDeg: number | null;
  /** Declination at the start of the leg on the day of the flight, east positive. */
  variationDeg: number | null;
  levelFl: number;
  tasKt: number;
  /** Null where the wind leaves none: then the leg has no duration, and nothing behind it has a time. */
  groundSpeedKt: number | null;
  eetMinutes: number | null;
  startAt: Zulu | null;
  endAt: Zulu | null;
};

/** Area within the half-width of the line. Rings of `[longitude, latitude]` in degrees, closed, outer ring counter-clockwise. */
export type Corridor = { halfWidthNm: number; polygons: [number, number][][][] };

export type Crossing = {
  index: number;
  /** ICAO location indicator, empty where the data has no FIR. */
  fir: string;
  name: string;
  state: string;
  entry: RoutePoint;
  exit: RoutePoint;
  distanceNm: number;
  /** FIRs clipped for less than the limit inside this crossing and merged into it. */
  merged: { fir: string; state: string; distanceNm: number; at: RoutePoint }[];
};

export type Overflight = {
  state: string;
  entry: RoutePoint;
  exit: RoutePoint;
  distanceNm: number;
  firs: string[];
  /** True when the flight also stands on the ground of this State. */
  landing: boolean;
};

/** What stops more payload. */
export type PayloadLimit =
  | "payload cap"
  | "take-off mass"
  | "landing mass"
  | "fuel tanks"
  | "seats"
  | "range";

export type SectorPayload = {
  /** Largest payload of this sector in kg; 0 with limit `range` when even the empty aircraft does not reach. */
  maximumKg: number;
  limit: PayloadLimit;
  /** Fuel and masses with the requested load, null where the load cannot be carried that far. */
  tripFuelKg: number | null;
  reserveFuelKg: number | null;
  takeOffMassKg: number | null;
  landingMassKg: number | null;
};

export type Payload = {
  mode: "planning" | "published";
  /** Least of the sectors, in kg. */
  maximumKg: number;
  limit: PayloadLimit;
  /** Sector whose limit binds. */
  sector: number;
  requestedKg: number;
  /** maximumKg - requestedKg. */
  marginKg: number;
  /** Uncertainty of maximumKg in kg, and of the reach in per cent, with the sentence that explains it. */
  errorKg: number;
  errorPercent: number;
  errorSentence: string;
  /** Paratroopers that fit by seats and by mass, at the mass each of the load (or the aircraft's default). */
  maximumParatroopers: number;
};

/** How a State stands for this flight; see domain/authorization/coverage.ts. */
export type Standing = "cleared" | "partial" | "pending" | "stale" | "blocked";

export type Requirement = {
  state: string;
  /** Recorded status; `missing` when nothing is recorded, `expired` also when the window has passed. */
  status: AuthorizationStatus | "missing";
  standing: Standing;
  /** Why it is not cleared; empty when it is. */
  reason: string;
  number: string;
  /** First entry and last exit. */
  entryAt: Zulu | null;
  exitAt: Zulu | null;
};
