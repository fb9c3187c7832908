import type { Scenario } from "@uptake/model";
import { chance as chanceOf } from "../statistics/chance.ts";
import type { MeanInterval } from "../statistics/mean-interval.ts";
import { meanOfPresent } from "../statistics/mean-of-present.ts";
import { presentMean } from "../statistics/present-mean.ts";
import { presentOf, type Units, unitsOf, worldsFrom } from "../statistics/worlds-of.ts";

/** Holds what is reached where one belief has one value and all else is as drawn. */
export interface BeliefEnd {
  /** Value of the belief, in its own unit. */
  readonly at: number;
  /** Mean of what the target is of, 0 … 1; null where no run has it. */
  readonly mean: number | null;
  /** Share of the replicates that reach the target; null where no run tells. */
  readonly chance: number | null;
  /** Ends of that share's 95% interval; null where no run tells. */
  readonly chanceInterval: readonly [low: number, high: number] | null;
}

/** Holds what one belief changes of what the target is of, from its low to its high end. */
export interface BeliefBar {
  /** Name of the parameter. */
  readonly name: string;
  /** What is reached at the low end. */
  readonly low: BeliefEnd;
  /** What is reached at the high end. */
  readonly high: BeliefEnd;
  /** High end less low end in the same worlds and luck; null where no replicate has both. */
  readonly difference: MeanInterval | null;
  /** Replicates of each end. */
  readonly replicates: number;
}

/** Holds the outcomes of one belief's runs, replicate by replicate from 0; NaN where there is none. */
export interface BeliefRuns {
  readonly name: string;
  readonly ends: readonly [low: number, high: number];
  readonly low: number[];
  readonly high: number[];
}

type Drawn = Pick<Scenario, "parameters" | "target">;

/** Returns the units of intervals over replicates, from 0. */
const unitsTo = (count: number, seed: string, { parameters }: Drawn): Units =>
  unitsOf(worldsFrom(seed, count, parameters));

/** Sums up the runs of one belief. */
export function beliefBar({ name, ends, low, high }: BeliefRuns, seed: string, scenario: Drawn): BeliefBar {
  const { share } = scenario.target;
  const own = unitsTo(low.length, seed, scenario);
  const end = (at: number, all: readonly number[]): BeliefEnd => {
    const { values, units } = presentOf(all, own);
    if (values.length === 0) return { at, mean: null, chance: null, chanceInterval: null };
    const reached = values.map((value) => value >= share);
    const { probability, low, high } = chanceOf(reached, units);
    return { at, mean: presentMean(values), chance: probability, chanceInterval: [low, high] };
  };
  return {
    name,
    low: end(ends[0], low),
    high: end(ends[1], high),
    difference: meanOfPresent(
      high.map((value, r) => value - low[r]!),
      own,
    ),
    replicates: low.length,
  };
}

/** Returns how far a belief moves the outcome, whichever way; −1 where it is not known. */
export const reach = ({ difference }: BeliefBar): number => (difference === null ? -1 : Math.abs(difference.mean));

/** Returns how much farther one belief moves the outcome than another, in the same worlds and luck. */
export function leadOf(first: BeliefRuns, second: BeliefRuns, seed: string, scenario: Drawn): MeanInterval | null {
  const moves = ({ low, high }: BeliefRuns): number[] => {
    const differences = high.map((value, r) => value - low[r]!);
    const down = presentMean(differences) < 0;
    return differences.map((value) => (down ? -value : value));
  };
  const [a, b] = [moves(first), moves(second)];
  const count = Math.min(a.length, b.length);
  return meanOfPresent(
    a.slice(0, count).map((value, r) => value - b[r]!),
    unitsTo(count, seed, scenario),
  );
}
