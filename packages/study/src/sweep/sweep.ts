import type { Draw, Scenario } from "@uptake/model";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import { workAhead } from "../evaluate/run-time.ts";
import { chance } from "../statistics/chance.ts";
import { ofDifferences, type ValueRange } from "../statistics/held-within.ts";
import { type MeanInterval, meanInterval } from "../statistics/mean-interval.ts";
import { meanOfPresent } from "../statistics/mean-of-present.ts";
import { presentOf, type Units, unitsOf, worldsFrom } from "../statistics/worlds-of.ts";
import { outcomeRange, outcomeValue, type RunOutcome } from "../target/run-outcome.ts";
import { type MainEffect, mainEffects } from "./main-effects.ts";
import type { SweepDesign } from "./sweep-design.ts";
import { sweepJob } from "./sweep-job.ts";
import type { SweepOptions } from "./sweep-options.ts";

/** Holds an outcome at a point: a mean, or the share of replicates that succeed, with its 95% interval. */
export interface PointEstimate {
  /** Null where no replicate has a value; the ends of a mean are null below two. */
  readonly value: number | null;
  /** Lower end of the 95% interval. */
  readonly low: number | null;
  /** Upper end of the 95% interval. */
  readonly high: number | null;
  /** Replicates that have a value. */
  readonly replicates: number;
}

/** Holds which point of a sweep has the most or the least of an outcome. */
export interface Extreme {
  /** Place of the point, from 0. */
  readonly point: number;
  /**
   * Number of other points that cannot be told from it: the 95% interval of the paired difference covers 0. Null below
   * two replicates.
   */
  readonly alike: number | null;
  /** Each point less this one in the same worlds and luck, null of this one and where no replicate has both. */
  readonly differences: readonly (MeanInterval | null)[];
}

/** Holds one outcome over the points of a sweep. */
export interface SweptOutcome extends RunOutcome {
  /** Index it is read at in each point, where points have targets in other months; null where it is `month` at all. */
  readonly months: readonly number[] | null;
  /** One estimate a point, in the order of points. */
  readonly estimates: readonly PointEstimate[];
  /** Null where no point has a value. */
  readonly highest: Extreme | null;
  /** Point with the lowest outcome; null where no point has a value. */
  readonly lowest: Extreme | null;
  /** How the outcome goes with each factor, in the order of factors. */
  readonly effects: readonly MainEffect[];
}

/** Holds a sweep: outcomes at each point of a design, all points in the same worlds and luck. Plain and serialisable. */
export interface Sweep {
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Replicates of each point. */
  readonly replicates: number;
  /** Different worlds among the replicates of a point, the same at every point. */
  readonly worlds: number;
  /** How worlds were drawn; parameters that are factors have the values of the points. */
  readonly parameters: Draw;
  /** The scenario that points change. */
  readonly scenario: Scenario;
  /** The points. */
  readonly design: SweepDesign;
  /** Number of different settings of all but parameters and the target, each prepared once. */
  readonly plans: number;
  /** Outcomes read of each run, in the order asked. */
  readonly outcomes: readonly SweptOutcome[];
  /** Runs that failed, by point and replicate; they are left out. */
  readonly failures: readonly {
    readonly point: number;
    readonly replicate: number;
    readonly stage: string;
    readonly cause: string;
  }[];
  /** Checksum of each run, point by point; empty where it failed. */
  readonly checksums: readonly string[];
}

/**
 * Runs a scenario at each point of a design, every point in the same worlds and luck, and reads outcomes of it. Points
 * set parameters in every world, settings of levers in place of the scenario's own, and the strategy, the district,
 * switches and the target; the outcome of a point is read by its own target.
 *
 * @throws InputError when the design is empty or has over a million runs or 4,096 plans, when it sets a lever that is
 *   not used or another district where the scenario has what is of one alone, or when an option is out of its range.
 *
 * @example
 * ```ts
 * import { scenario } from "@uptake/model";
 * import { gridDesign, sweep } from "@uptake/study/sweep";
 *
 * const design = gridDesign({ "levers.coaching.teachersPerCoach": [10, 20, 40] });
 * const asked = scenario({ district: "small-rural", strategy: "coaching-only" });
 * const { outcomes } = await sweep(asked, design, { outcomes: ["adoption"], replicates: 4 });
 * for (const { name, estimates } of outcomes) console.log(name, estimates.map(({ value }) => value));
 * ```
 */
export async function sweep(scenario: Scenario, design: SweepDesign, options: SweepOptions = {}): Promise<Sweep> {
  const { replicates = 32, seed = "uptake", evaluate = evaluateHere, onEstimate, onProgress, signal } = options;
  const { outcomes, read, ...job } = await sweepJob(scenario, design, options);
  if (onEstimate) onEstimate(await workAhead(job));
  const { values, checksums, failures } = await evaluate(job, { onProgress, signal });
  const width = job.statistics.length;
  const worlds = worldsFrom(seed, replicates, scenario.parameters);
  const units = unitsOf(worlds);
  return {
    version: job.plans[0]!.version,
    seed,
    replicates,
    worlds: worlds.count,
    parameters: scenario.parameters.draw,
    scenario,
    design,
    plans: job.plans.length,
    outcomes: outcomes.map((outcome, k) => {
      const at = read.map((point, p) => {
        const { outcome: own, column } = point[k]!;
        return Array.from({ length: replicates }, (_, r) =>
          outcomeValue(own, values[(p * replicates + r) * width + column]!),
        );
      });
      const estimates = at.map((all) => estimate(all, outcome, units));
      const differing = ofDifferences(outcomeRange(outcome));
      const months = read.map((point) => point[k]!.outcome.month);
      return {
        ...outcome,
        months: months.every((month) => month === outcome.month) ? null : months,
        estimates,
        highest: extreme(at, estimates, 1, units, differing),
        lowest: extreme(at, estimates, -1, units, differing),
        effects: mainEffects(design.factors, design.points, at, units, outcomeRange(outcome)),
      };
    }),
    failures: failures.map(({ evaluation, stage, cause }) => ({
      point: Math.floor(evaluation / replicates),
      replicate: evaluation % replicates,
      stage,
      cause,
    })),
    checksums,
  };
}

function estimate(all: readonly number[], outcome: RunOutcome, own: Units): PointEstimate {
  const { values, units } = presentOf(all, own);
  if (values.length === 0) return { value: null, low: null, high: null, replicates: 0 };
  if (outcome.atLeast !== null) {
    const reached = values.map((value) => value === 1);
    const { probability, ...rest } = chance(reached, units);
    return { value: probability, ...rest };
  }
  const { mean, ...rest } = meanInterval(values, units, outcomeRange(outcome));
  return { value: mean, ...rest };
}

/** Finds the point with the most (`sign` 1) or the least (−1), the first of equals, and counts those like it. */
function extreme(
  at: readonly (readonly number[])[],
  estimates: readonly PointEstimate[],
  sign: 1 | -1,
  own: Units,
  differing: ValueRange,
): Extreme | null {
  let point = -1;
  let most = Number.NEGATIVE_INFINITY;
  estimates.forEach(({ value }, p) => {
    if (value === null || !(sign * value > most)) return;
    most = sign * value;
    point = p;
  });
  if (point < 0) return null;
  const differences = at.map((values, p): MeanInterval | null => {
    if (p === point) return null;
    return meanOfPresent(
      values.map((value, r) => value - at[point]![r]!),
      own,
      differing,
    );
  });
  const alike = differences.filter(
    (one) => one !== null && one.low !== null && one.high !== null && one.low <= 0 && one.high >= 0,
  );
  return { point, alike: estimates[point]!.replicates < 2 ? null : alike.length, differences };
}
