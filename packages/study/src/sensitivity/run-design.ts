import { InputError, type Issue, type Plan } from "@uptake/model";
import { type DesignPoint, namedValues } from "../design/design-point.ts";
import type { Factor } from "../design/factor.ts";
import { valueAt } from "../design/value-at.ts";
import { mismatches } from "../ensemble/mismatches.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluateOptions, EvaluationJob } from "../evaluate/evaluation.ts";
import { type WorkAhead, workAhead } from "../evaluate/run-time.ts";
import { type AskedOutcome, outcomesOf, outcomeValue, type RunOutcome, usualOutcome } from "../target/run-outcome.ts";
import { bellTail } from "./bell-tail.ts";

/** Sets what every sensitivity study asks of its runs. */
export interface SensitivityOptions extends EvaluateOptions {
  /** Parameters that vary, see {@link chooseFactors}; all others have the values of the fixed world. */
  readonly factors: readonly Factor[];
  /** Outcome whose variation is explained (default what the target is of, {@link usualOutcome}). */
  readonly outcome?: AskedOutcome;
  /** Text that every draw follows from, the design's included, not empty (default `uptake`). */
  readonly seed?: string;
  /** Makes the runs (default {@link evaluateHere}). */
  readonly evaluate?: Evaluate;
  /** Hears how many runs there are and how long one takes, before they begin. */
  readonly onEstimate?: (ahead: WorkAhead) => void;
}

/** Describes what a sensitivity study ran. Plain and serialisable. */
export interface SensitivitySetting {
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Outcome whose variation is explained. */
  readonly outcome: RunOutcome;
  /** Names of the scenarios: one, or two whose outcome is the second less the first in the same world and luck. */
  readonly scenarios: readonly string[];
  /** Lists the parameters that varied, with the ends of what they may be (a bell's outer 0.5% left off). */
  readonly factors: readonly { readonly name: string; readonly low: number; readonly high: number }[];
  /** Runs made. */
  readonly runs: number;
  /** Runs that failed, by point and scenario; the point's output is left out. */
  readonly failures: readonly {
    readonly point: number;
    readonly scenario: string;
    readonly stage: string;
    readonly cause: string;
  }[];
  /** Checksum of each run, point by point, scenario by scenario; empty where it failed. */
  readonly checksums: readonly string[];
}

/** Holds the outcome at each point of a design, NaN where there is none. */
export interface DesignRun {
  readonly setting: SensitivitySetting;
  readonly values: Float64Array;
}

/** Holds all parameters of a plan's worlds at the fixed world's values, save those the scenario gives. */
function heldPlan(plan: Plan): Plan {
  const { scenario } = plan;
  return { ...plan, scenario: { ...scenario, parameters: { ...scenario.parameters, draw: "fixed" } } };
}

function checkPlans(plans: readonly Plan[], factors: readonly Factor[]): void {
  const [first, second, ...others] = plans;
  const issues: Issue[] = [];
  if (first === undefined || others.length > 0) {
    const message = `the outcome of ${plans.length} plans cannot be explained`;
    issues.push({ code: "plans", path: "plans", message, value: plans.length, allowed: "one plan, or two" });
  }
  if (first && second) issues.push(...mismatches(first, second, "plans[1]"));
  for (const { name } of factors) {
    if (!plans.some(({ scenario }) => name in scenario.parameters.values)) continue;
    const message = "the scenario gives the parameter a value, so it cannot vary";
    issues.push({ code: "given-value", path: name, message, value: name });
  }
  if (issues.length > 0) throw new InputError(issues);
}

/** Returns a factor's lowest and highest value, without the outer 0.5% of a bell. */
function factorEnds(factor: Factor): { readonly low: number; readonly high: number } {
  const tail = factor.prior.shape === "bell" ? bellTail : 0;
  return { low: valueAt(factor, tail), high: valueAt(factor, 1 - tail) };
}

/**
 * Runs a plan, or two, at each point of a design: the point's values in the fixed world, and its luck as the replicate.
 *
 * @throws InputError when there are not one or two plans, two differ in districts, months or worlds, a factor has a value
 *   in a scenario, or runs have no such outcome.
 */
export async function runDesign(
  plans: readonly Plan[],
  points: readonly DesignPoint[],
  options: SensitivityOptions,
): Promise<DesignRun> {
  const { factors, seed = "uptake", evaluate = evaluateHere } = options;
  checkPlans(plans, factors);
  const asked = options.outcome ?? usualOutcome(plans[0]!.scenario);
  const held = plans.map(heldPlan);
  const outcomes = held.map((plan) => outcomesOf(plan, [asked])[0]!);
  const outcome = outcomes[0]!;
  const same = ({ series, month, atLeast }: RunOutcome): boolean =>
    series === outcome.series && month === outcome.month && atLeast === outcome.atLeast;
  if (!outcomes.every(same)) {
    const message = "the two scenarios have other targets or other funded months, so the outcome is not the same";
    throw new InputError([{ code: "different-outcomes", path: "outcome", message }]);
  }
  const names = factors.map(({ name }) => name);
  const job: EvaluationJob = {
    plans: held,
    seed,
    statistics: [{ series: outcome.series, month: outcome.month }],
    evaluations: points.flatMap((point) => {
      const values = namedValues(names, point);
      return held.map((_, plan) => ({ plan, replicate: point.luck, values }));
    }),
  };
  if (options.onEstimate) options.onEstimate(await workAhead(job));
  const { onProgress, signal } = options;
  const results = await evaluate(job, { onProgress, signal });
  const width = held.length;
  const at = (i: number): number => outcomeValue(outcome, results.values[i]!);
  const values = Float64Array.from(points, (_, p) => (width === 1 ? at(p) : at(p * width + 1) - at(p * width)));
  const scenarios = plans.map(({ scenario }) => scenario.name);
  const failures = results.failures.map(({ evaluation, stage, cause }) => {
    return { point: Math.floor(evaluation / width), scenario: scenarios[evaluation % width]!, stage, cause };
  });
  const setting: SensitivitySetting = {
    version: plans[0]!.version,
    seed,
    outcome,
    scenarios,
    factors: factors.map((factor) => ({ name: factor.name, ...factorEnds(factor) })),
    runs: job.evaluations.length,
    failures,
    checksums: results.checksums,
  };
  return { setting, values };
}
