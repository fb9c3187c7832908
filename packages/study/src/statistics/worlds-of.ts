import { type Scenario, worldNumber } from "@uptake/model";

/** Holds which world each of some replicates has. Plain and serialisable. */
export interface Worlds {
  /** Number of the world of each replicate, in the order of replicates. */
  readonly numbers: readonly number[];
  /** How many different worlds these are. */
  readonly count: number;
}

/** Holds the number of each replicate's world; undefined where each replicate is a unit of its own. */
export type Units = readonly number[] | undefined;

const holding = (numbers: readonly number[]): Worlds => ({ numbers, count: new Set(numbers).size });

/** Returns which worlds `replicates` have under `seed`, drawn as `parameters` say. */
export function worldsOf(
  seed: string,
  replicates: readonly number[],
  parameters: Pick<Scenario["parameters"], "draw"> & Partial<Scenario["parameters"]>,
): Worlds {
  return holding(replicates.map((replicate) => worldNumber(seed, replicate, parameters)));
}

/** Returns the worlds of two lists of replicates, one after the other. */
export function joinWorlds(a: Worlds, b: Worlds): Worlds {
  return holding([...a.numbers, ...b.numbers]);
}

/**
 * Returns what statistics take as units. Runs of one world are not independent, so the world is the unit wherever worlds
 * repeat. Replicates are units where each has a world of its own, and where all share one: an interval is then over luck
 * in that world.
 */
export function unitsOf({ numbers, count }: Worlds): Units {
  return count === 1 || count === numbers.length ? undefined : numbers;
}

/** Holds values with the units they belong to, in the same order. */
export interface Present {
  readonly values: readonly number[];
  readonly units: Units;
}

/** Leaves out values that are NaN, with their units. */
export function presentOf(values: ArrayLike<number>, units: Units): Present {
  const places = Array.from({ length: values.length }, (_, r) => r).filter((r) => !Number.isNaN(values[r]));
  return {
    values: places.map((r) => values[r] as number),
    units: units && places.map((r) => units[r] as number),
  };
}

/** Counts different units; every value is one where there are none. */
export function countUnits(values: ArrayLike<unknown>, units: Units): number {
  return units ? new Set(units).size : values.length;
}
