import { InputError, type Plan } from "@uptake/model";
import type { Evaluate, Signal } from "../evaluate/evaluation.ts";
import { sortedQuantile } from "../statistics/quantile.ts";
import { outcomeOf, usualOutcome } from "../target/run-outcome.ts";
import { fewest } from "./fewest.ts";

/** Sets which runs are ranked, and by whom they are made. */
export interface RankOptions {
  /** 25 … 100,000. */
  readonly replicates: number;
  readonly seed: string;
  readonly evaluate: Evaluate;
  readonly signal: Signal;
  readonly onProgress: (done: number, total: number) => void;
}

/** Says where runs of a plan stand by what its target is of, in the target's month or the last one that is simulated. */
export interface Standing {
  /** Series that runs are ranked by. */
  readonly series: string;
  /** Index that it is read at. */
  readonly month: number;
  /** Runs ranked. */
  readonly replicates: number;
  /** Value of each run by replicate; NaN where it failed or has none. */
  readonly values: Float64Array;
  /** Least value of any run. */
  readonly low: number;
  /** Median of the runs. */
  readonly median: number;
  /** Greatest value of any run. */
  readonly high: number;
  /** Replicate of the run nearest to the median; of equal ones the first. */
  readonly typical: number;
  /** Replicate of the run with the highest value. */
  readonly best: number;
  /** Replicate of the run with the lowest value. */
  readonly worst: number;
}

/** Finds the replicate of the least cost, where there is any. */
function least(values: Float64Array, cost: (value: number) => number): number {
  let found = -1;
  values.forEach((value, r) => {
    if (Number.isNaN(value)) return;
    if (found < 0 || cost(value) < cost(values[found] as number)) found = r;
  });
  return found;
}

/**
 * Ranks runs of a plan.
 *
 * @throws InputError when fewer than 25 are asked for; Error when none of them has a value.
 */
export async function rankRuns(plan: Plan, { replicates, seed, evaluate, ...options }: RankOptions): Promise<Standing> {
  if (!(Number.isInteger(replicates) && replicates >= fewest && replicates <= 100_000)) {
    const message = `${replicates} replicates cannot be ranked`;
    const allowed = `a whole number, ${fewest} to 100,000`;
    throw new InputError([{ code: "out-of-range", path: "replicates", message, value: replicates, allowed }]);
  }
  const { scenario } = plan;
  const asked = outcomeOf(usualOutcome(scenario), scenario);
  const [series, month] = [asked.series, Math.min(asked.month, scenario.horizon)];
  const evaluations = Array.from({ length: replicates }, (_, replicate) => ({ plan: 0, replicate }));
  const { values } = await evaluate({ plans: [plan], seed, statistics: [{ series, month }], evaluations }, options);
  const there = values.filter((value) => !Number.isNaN(value)).sort();
  if (there.length === 0) throw new Error("no run has a value to be ranked by");
  const median = sortedQuantile(there, 0.5);
  return {
    ...{ series, month, replicates, values, median },
    low: there[0] as number,
    high: there.at(-1) as number,
    typical: least(values, (value) => Math.abs(value - median)),
    best: least(values, (value) => -value),
    worst: least(values, (value) => value),
  };
}
