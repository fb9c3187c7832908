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

/** Returns which worlds `count` replicates have, the first of them number `first` (default 0), as {@link worldsOf} does. */
export function worldsFrom(
  seed: string,
  count: number,
  parameters: Parameters<typeof worldsOf>[2],
  first: number = 0,
): Worlds {
  return worldsOf(
    seed,
    Array.from({ length: count }, (_, r) => first + r),
    parameters,
  );
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

/** Leaves out values that are NaN, with their units: the same list of units where there are none. */
export function presentOf(all: ArrayLike<number>, own: Units): Present {
  const values: number[] = [];
  for (let r = 0; r < all.length; r++) if (!Number.isNaN(all[r])) values.push(all[r] as number);
  if (own === undefined || (values.length === all.length && own.length === all.length)) return { values, units: own };
  return { values, units: own.slice(0, all.length).filter((_, r) => !Number.isNaN(all[r])) };
}

/** Holds the place of each value's unit among different ones, in the order in which they first come, and their number. */
interface UnitPlaces {
  readonly places: Int32Array;
  readonly count: number;
}

/** Places of units that were asked for before: every series of an ensemble asks for the same. */
const known = new WeakMap<readonly number[], UnitPlaces>();

/** Numbers units in the order in which they first come. */
export function unitPlaces(units: readonly number[]): UnitPlaces {
  const before = known.get(units);
  if (before?.places.length === units.length) return before;
  const numbers = new Map<number, number>();
  const places = Int32Array.from(units, (unit) => {
    const place = numbers.get(unit) ?? numbers.size;
    numbers.set(unit, place);
    return place;
  });
  const made = { places, count: numbers.size };
  known.set(units, made);
  return made;
}

/** Counts different units; every value is one where there are none. */
export function countUnits(values: ArrayLike<unknown>, units: Units): number {
  return units ? unitPlaces(units).count : values.length;
}
