import { InputError, type Issue, prepare, type Scenario } from "@uptake/model";
import { outOfRange } from "../design/checks.ts";
import { checkReplicates } from "../ensemble/ensemble.ts";
import { KeptReplicates } from "../ensemble/kept-replicates.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluateOptions } from "../evaluate/evaluation.ts";
import { chance as chanceOf } from "../statistics/chance.ts";
import type { Probability } from "../statistics/wilson.ts";
import { presentOf, unitsOf, worldsOf } from "../statistics/worlds-of.ts";
import { targetSeries } from "../target/target-series.ts";
import { type PlannedCostOptions, plannedCostIn } from "./planned-cost.ts";
import { scaleIntensities } from "./scale-intensities.ts";

/** Sets how the smallest budget is looked for. */
export interface MinimumBudgetOptions extends EvaluateOptions {
  /** Makes the runs (default {@link evaluateHere}). */
  readonly evaluate?: Evaluate;
  /** Chance of the scenario's target that is asked for, above 0, below 1 (default 0.5). */
  readonly chance?: number;
  /** Number of replicates, the same for every budget, 1 … 100,000 (default 64). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
  /** Halvings of the interval of intensities, 1 … 12 (default 6: known to a 64th). */
  readonly halvings?: number;
  /** Names the levers that are scaled (default all of them). */
  readonly only?: readonly string[];
  /** How planned cost is estimated. */
  readonly planning?: PlannedCostOptions;
}

/** Holds the chance of the target when intensities are multiplied by a factor. */
export interface TriedBudget {
  /** What intensities were multiplied by, 0 … 1. */
  readonly factor: number;
  /** Chance of the target then. */
  readonly probability: Probability;
}

/** Holds the smallest budget at which a target has the chance asked for; money in dollars of 2024, as planned. */
export interface MinimumBudget {
  /** The scenario's target. */
  readonly target: Scenario["target"];
  /** Chance of the target that was asked for. */
  readonly chance: number;
  /** Replicates run at every factor. */
  readonly replicates: number;
  /** Different worlds among the replicates. */
  readonly worlds: number;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Whether the chance is reached within the strategy's full intensity. */
  readonly withinReach: boolean;
  /** Smallest budget found to reach it, with its factor and chance; null when not within reach. */
  readonly budget: (TriedBudget & { readonly dollars: number }) | null;
  /** Lower end of the 95% interval: the smallest budget whose chance may be as high; null where none within reach is. */
  readonly low: number | null;
  /** Upper end of the 95% interval; null where no budget within reach is. */
  readonly high: number | null;
  /** Chance and planned cost at full intensity. */
  readonly full: TriedBudget & { readonly dollars: number };
  /** Every factor tried, ascending. */
  readonly tried: readonly TriedBudget[];
  /** Checksums of all runs, factor by factor in the order in which they were tried; empty where one failed. */
  readonly checksums: readonly string[];
}

function check(scenario: Scenario, chance: number, halvings: number): void {
  const issues: Issue[] = [];
  const { month } = scenario.target;
  const wrong = (path: string, value: number, allowed: string): unknown =>
    issues.push({ code: "out-of-range", path, message: `${value} is out of range`, value, allowed });
  if (!(chance > 0 && chance < 1)) wrong("chance", chance, "above 0, below 1");
  issues.push(...outOfRange("halvings", halvings, 1, 12));
  if (month > scenario.horizon) wrong("target.month", month, `at most the horizon, ${scenario.horizon}`);
  if (Object.keys(scenario.levers).length === 0) {
    issues.push({ code: "no-levers", path: "levers", message: "the strategy has no lever to spend money on" });
  }
  if (issues.length > 0) throw new InputError(issues);
}

/**
 * Finds the smallest budget with which a strategy's target has a chance of at least `chance`: intensities are scaled by
 * one factor, as in {@link atBudget}, found by bisection in the same worlds and luck. Bisection takes the chance to rise
 * with money; where it does not, one of the crossings is found. Its interval holds the budgets whose chance, by the
 * interval of Wilson, is not told from the one asked for.
 *
 * @throws InputError when the strategy has no lever, the horizon ends before the target, or an option is out of range.
 *
 * @example
 * ```ts
 * import { scenario } from "@uptake/model";
 * import { minimumBudget } from "@uptake/study/budget";
 *
 * const asked = scenario({ district: "small-rural", strategy: "coaching-only", target: { share: 0.3 } });
 * const { withinReach, budget } = await minimumBudget(asked, { replicates: 8, halvings: 3 });
 * console.log(withinReach, budget?.dollars ?? "no sum is enough");
 * ```
 */
export async function minimumBudget(scenario: Scenario, options: MinimumBudgetOptions = {}): Promise<MinimumBudget> {
  const { chance = 0.5, replicates = 64, seed = "uptake", halvings = 6, only, planning } = options;
  const { evaluate = evaluateHere, onProgress, signal } = options;
  check(scenario, chance, halvings);
  checkReplicates(replicates, seed, 0);
  const { share, month, of } = scenario.target;
  const all = Array.from({ length: replicates }, (_, replicate) => replicate);
  const worlds = worldsOf(seed, all, scenario.parameters);
  const units = unitsOf(worlds);
  const checksums: string[] = [];
  const known = new Map<number, TriedBudget>();
  const scaled = (factor: number): Scenario => ({
    ...scenario,
    levers: scaleIntensities(scenario.levers, factor, only),
  });
  const kept = new KeptReplicates();
  const costOf = (factor: number): Promise<number> => plannedCostIn(kept, scaled(factor), planning);

  let done = 0;
  // Both ends, then at most three crossings.
  const most = (2 + 3 * halvings) * replicates;
  const tryAt = async (factor: number): Promise<TriedBudget> => {
    const before = known.get(factor);
    if (before) return before;
    const plan = await prepare({ ...scaled(factor), horizon: Math.max(1, month) });
    const evaluations = all.map((replicate) => ({ plan: 0, replicate }));
    const job = { plans: [plan], seed, statistics: [{ series: targetSeries(of), month }], evaluations };
    const { values, checksums: hashes } = await evaluate(job, {
      onProgress: (runs) => onProgress?.(done + runs, most),
      signal,
    });
    done += replicates;
    for (const checksum of hashes) checksums.push(checksum);
    const present = presentOf(values, units);
    if (present.values.length === 0)
      throw new InputError([{ code: "all-failed", path: "", message: "every run failed" }]);
    const reached = present.values.map((value) => value >= share);
    const tried = { factor, probability: chanceOf(reached, present.units) };
    known.set(factor, tried);
    return tried;
  };

  /** Finds the smallest factor at which `of` the chance is at least the one asked for; undefined when none is. */
  const crossing = async (of: (probability: Probability) => number): Promise<TriedBudget | undefined> => {
    const reaches = ({ probability }: TriedBudget): boolean => of(probability) >= chance;
    let high = await tryAt(1);
    if (!reaches(high)) return undefined;
    let low = await tryAt(0);
    if (reaches(low)) return low;
    for (let i = 0; i < halvings; i++) {
      const middle = await tryAt((low.factor + high.factor) / 2);
      if (reaches(middle)) high = middle;
      else low = middle;
    }
    return high;
  };

  const full = { ...(await tryAt(1)), dollars: await costOf(1) };
  const dollarsAt = async (tried: TriedBudget | undefined): Promise<number | null> =>
    tried ? (tried.factor === 1 ? full.dollars : costOf(tried.factor)) : null;
  const found = await crossing(({ probability }) => probability);
  const dollars = await dollarsAt(found);
  return {
    target: scenario.target,
    chance,
    replicates,
    worlds: worlds.count,
    seed,
    withinReach: found !== undefined,
    budget: found && dollars !== null ? { ...found, dollars } : null,
    low: await dollarsAt(await crossing((probability) => probability.high)),
    high: await dollarsAt(await crossing((probability) => probability.low)),
    full,
    tried: [...known.values()].sort((a, b) => a.factor - b.factor),
    checksums,
  };
}
