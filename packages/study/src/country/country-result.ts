import type { DistrictFigures, Target } from "@uptake/model";
import type { FailedRun } from "../evaluate/whole-runs.ts";
import type { MeanInterval } from "../statistics/mean-interval.ts";
import type { Probability } from "../statistics/wilson.ts";
import type { Worlds } from "../statistics/worlds-of.ts";

/** Holds a district of a country: the figures that its schools are made up from, and its state. */
export interface StateDistrict extends DistrictFigures {
  /** State it lies in: a name or a code, up to 100 characters. */
  readonly state: string;
}

/** Names the part that all states are together. */
export const wholeCountry = "all";

/** Holds what districts of a state, or of all, come to together. Plain and serialisable. */
export interface CountryPart {
  /** The state; {@link wholeCountry} for all. */
  readonly state: string;
  /** Districts of the part. */
  readonly districts: number;
  /** Schools of the part. */
  readonly schools: number;
  /** Teachers of the part. */
  readonly teachers: number;
  /** Students of the part. */
  readonly students: number;
  /** Share of what the target is of, at the result's month; null where every replicate has a run that failed. */
  readonly reached: MeanInterval | null;
  /** Share of teachers who use the practice then. */
  readonly adoption: MeanInterval | null;
  /** Share of teachers who use the practice in depth then. */
  readonly deep: MeanInterval | null;
  /** Teachers who use it then. */
  readonly adopters: MeanInterval | null;
  /** Dollars of 2024 over the whole run. */
  readonly cost: MeanInterval | null;
  /** Chance that the part as a whole reaches the target; null beyond the horizon. */
  readonly chance: Probability | null;
}

/** Holds what a scenario comes to in the districts of a country. Plain and serialisable. */
export interface CountryResult {
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** The scenario's target. */
  readonly target: Target;
  /** Index at which shares are read: the target's, or the last one where the horizon is shorter. */
  readonly month: number;
  /** Months simulated. */
  readonly horizon: number;
  /** Replicates and the worlds among them. */
  readonly worlds: Worlds;
  /** All states together, then each in the order of their names. */
  readonly parts: readonly CountryPart[];
  /** Runs that failed; their replicates are left out of every part that holds the district. */
  readonly failures: readonly (Pick<FailedRun, "replicate" | "stage" | "cause"> & { readonly district: string })[];
  /** Checksum of every run, district by district, replicate by replicate; empty where one failed. */
  readonly checksums: readonly string[];
}
