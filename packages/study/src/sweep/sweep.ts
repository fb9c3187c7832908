import { type Draw, InputError, type Issue, type Plan, prepare, type Scenario } from "@uptake/model";
import { checkSize } from "../design/checks.ts";
import { pointSettings, withLevers } from "../design/point-scenario.ts";
import { checkReplicates } from "../ensemble/ensemble.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluateOptions, Evaluation, EvaluationJob } from "../evaluate/evaluation.ts";
import { type WorkAhead, workAhead } from "../evaluate/run-time.ts";
import { chance } from "../statistics/chance.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { presentOf, type Units, unitsOf, worldsOf } from "../statistics/worlds-of.ts";
import { type AskedOutcome, outcomesOf, outcomeValue, type RunOutcome } from "../target/run-outcome.ts";
import type { SweepDesign } from "./sweep-design.ts";

/** Most runs of a sweep, and most different settings of levers, each of which is a plan of its own. */
const mostRuns = 1_000_000;
const mostPlans = 4096;

/** Sets how a sweep is run. */
export interface SweepOptions extends EvaluateOptions {
  /** Outcomes read of each run (default all those with names that there are; see {@link outcomesOf}). */
  readonly outcomes?: readonly AskedOutcome[];
  /** Number of replicates of each point, 1 … 100,000 (default 32). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
  readonly evaluate?: Evaluate;
  /** Hears how many runs there are and how long one takes, before they begin. */
  readonly onEstimate?: (ahead: WorkAhead) => void;
}

/** Holds an outcome at a point: a mean, or the share of replicates that succeed, with its 95% interval. */
export interface PointEstimate {
  /** Null where no replicate has a value; the ends of a mean are null below two. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly replicates: number;
}

/** Holds which point of a sweep has the most or the least of an outcome. */
export interface Extreme {
  readonly point: number;
  /**
   * Number of other points that cannot be told from it: the 95% interval of the paired difference covers 0. Null below
   * two replicates.
   */
  readonly alike: number | null;
}

/** Holds one outcome over the points of a sweep. */
export interface SweptOutcome extends RunOutcome {
  /** One estimate a point, in the order of points. */
  readonly estimates: readonly PointEstimate[];
  /** Null where no point has a value. */
  readonly highest: Extreme | null;
  readonly lowest: Extreme | null;
}

/** Holds a sweep: outcomes at each point of a design, all points in the same worlds and luck. Plain and serialisable. */
export interface Sweep {
  readonly version: string;
  readonly seed: string;
  readonly replicates: number;
  /** Different worlds among the replicates of a point, the same at every point. */
  readonly worlds: number;
  /** How worlds were drawn; parameters that are factors have the values of the points. */
  readonly parameters: Draw;
  readonly scenario: Scenario;
  readonly design: SweepDesign;
  /** Number of different settings of levers, each prepared once. */
  readonly plans: number;
  readonly outcomes: readonly SweptOutcome[];
  readonly failures: readonly {
    readonly point: number;
    readonly replicate: number;
    readonly stage: string;
    readonly cause: string;
  }[];
  /** Checksum of each run, point by point; empty where it failed. */
  readonly checksums: readonly string[];
}

/** Finds factors of levers that the scenario does not use: a setting alone would switch the whole lever on. */
function unusedLevers(scenario: Scenario, factors: readonly string[]): Issue[] {
  return factors.flatMap((name) => {
    const [root, lever] = name.split(".") as [string, string];
    if (root !== "levers" || lever in scenario.levers || factors.includes(`levers.${lever}.intensity`)) return [];
    const message = `the strategy does not use ${lever}, and a setting alone would switch it on`;
    const used = Object.keys(scenario.levers).join(", ") || "none";
    const allowed = `settings of levers in use (${used}), or levers.${lever}.intensity beside it`;
    return [{ code: "unused-lever", path: name, message, value: name, allowed }];
  });
}

/** Holds a job of a sweep and how it was made. */
interface SweepJob extends EvaluationJob {
  readonly outcomes: readonly RunOutcome[];
}

async function jobOf(scenario: Scenario, design: SweepDesign, options: SweepOptions): Promise<SweepJob> {
  const { replicates = 32, seed = "uptake", outcomes: asked, signal } = options;
  checkReplicates(replicates, seed, 0);
  if (design.points.length === 0 || design.factors.length === 0) {
    throw new InputError([{ code: "empty-design", path: "design", message: "there is nothing to vary" }]);
  }
  checkSize(design.points.length * replicates, 1, mostRuns);
  const issues = unusedLevers(scenario, design.factors);
  if (issues.length > 0) throw new InputError(issues);
  const outcomes = outcomesOf(await prepare(scenario), asked);
  const places = new Map<string, number>();
  const plans: Plan[] = [];
  const evaluations: Evaluation[] = [];
  for (const point of design.points) {
    const { levers, values } = pointSettings(design.factors, point);
    const key = JSON.stringify(levers);
    let plan = places.get(key);
    if (plan === undefined) {
      signal?.throwIfAborted();
      plan = plans.push(await prepare(withLevers(scenario, levers))) - 1;
      places.set(key, plan);
      checkSize(plans.length, 1, mostPlans);
    }
    const world = Object.keys(values).length > 0 ? { values } : {};
    for (let replicate = 0; replicate < replicates; replicate++) evaluations.push({ plan, replicate, ...world });
  }
  return { plans, seed, statistics: outcomes.map(({ series, month }) => ({ series, month })), evaluations, outcomes };
}

/**
 * Runs a scenario at each point of a design, every point in the same worlds and luck, and reads outcomes of it. Points
 * set parameters in every world, and settings of levers in place of the scenario's own; points that set levers alike
 * share a plan.
 *
 * @throws InputError when the design is empty or has over a million runs or 4,096 settings of levers, when it sets a
 *   lever that is not used, or when an option is out of its range.
 */
export async function sweep(scenario: Scenario, design: SweepDesign, options: SweepOptions = {}): Promise<Sweep> {
  const { replicates = 32, seed = "uptake", evaluate = evaluateHere, onEstimate, onProgress, signal } = options;
  const { outcomes, ...job } = await jobOf(scenario, design, options);
  if (onEstimate) onEstimate(await workAhead(job));
  const { values, checksums, failures } = await evaluate(job, {
    ...(onProgress ? { onProgress } : {}),
    ...(signal ? { signal } : {}),
  });
  const width = outcomes.length;
  const worlds = worldsOf(
    seed,
    Array.from({ length: replicates }, (_, r) => r),
    scenario.parameters,
  );
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
      const at = design.points.map((_, p) =>
        Array.from({ length: replicates }, (_, r) => outcomeValue(outcome, values[(p * replicates + r) * width + k]!)),
      );
      const estimates = at.map((all) => estimate(all, outcome.atLeast !== null, units));
      return {
        ...outcome,
        estimates,
        highest: extreme(at, estimates, 1, units),
        lowest: extreme(at, estimates, -1, units),
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

function estimate(all: readonly number[], share: boolean, own: Units): PointEstimate {
  const { values, units } = presentOf(all, own);
  if (values.length === 0) return { value: null, low: null, high: null, replicates: 0 };
  if (share) {
    const reached = values.map((value) => value === 1);
    const { probability, ...rest } = chance(reached, units);
    return { value: probability, ...rest };
  }
  const { mean, ...rest } = meanInterval(values, units);
  return { value: mean, ...rest };
}

/** Finds the point with the most (`sign` 1) or the least (−1), the first of equals, and counts those like it. */
function extreme(
  at: readonly (readonly number[])[],
  estimates: readonly PointEstimate[],
  sign: 1 | -1,
  own: Units,
): Extreme | null {
  let point = -1;
  let most = Number.NEGATIVE_INFINITY;
  estimates.forEach(({ value }, p) => {
    if (value === null || !(sign * value > most)) return;
    most = sign * value;
    point = p;
  });
  if (point < 0) return null;
  if (estimates[point]!.replicates < 2) return { point, alike: null };
  const alike = at.filter((values, p) => {
    if (p === point) return false;
    const { values: differences, units } = presentOf(
      values.map((value, r) => value - at[point]![r]!),
      own,
    );
    if (differences.length === 0) return false;
    const { low, high } = meanInterval(differences, units);
    return low !== null && high !== null && low <= 0 && high >= 0;
  });
  return { point, alike: alike.length };
}
