import { InputError, type Plan } from "@uptake/model";
import { checkReplicates, type Ensemble } from "../ensemble/ensemble.ts";
import { mismatches } from "../ensemble/mismatches.ts";
import { evaluateHere } from "./evaluate-here.ts";
import type { Evaluate, EvaluateOptions } from "./evaluation.ts";
import { type FailedRun, WholeRuns, wholeRun } from "./whole-runs.ts";

/** Sets how ensembles are made by whoever makes runs. */
export interface EvaluateEnsemblesOptions extends Pick<EvaluateOptions, "onProgress" | "signal"> {
  /** Makes the runs (default {@link evaluateHere}). */
  readonly evaluate?: Evaluate;
  /** Number of replicates, 1 … 100,000 (default 64). */
  readonly replicates?: number;
  /** Number of the first replicate, whole, from 0 (default 0). */
  readonly first?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
  /** Of how many plans, from the first on, the funnel of each run is kept too, some 50 kB a run of 60 months (default 0). */
  readonly funnels?: number;
}

/** Holds ensembles of the same replicates, and what became of the others. */
export interface EvaluatedEnsembles {
  /** One a plan, of the replicates in which no plan's run failed. */
  readonly ensembles: readonly Ensemble[];
  /** Numbers of these replicates. */
  readonly numbers: readonly number[];
  /** Runs that failed; their replicates are in no ensemble. */
  readonly failures: readonly FailedRun[];
  /** Checksums of all runs: replicate by replicate, plan by plan; empty where one failed. */
  readonly checksums: readonly string[];
}

/**
 * Runs each of `plans` once per replicate, in the same worlds and luck, on whatever threads `evaluate` has. The ensembles
 * are those of `ensembles`, bit for bit; a replicate in which a run fails is left out of all of them.
 *
 * @throws InputError when plans cannot be compared, an option is out of range, or every replicate has a run that failed.
 *
 * @example
 * ```ts
 * import { prepare, scenario } from "@uptake/model";
 * import { summariseAt } from "@uptake/study";
 * import { evaluateEnsembles, evaluateHere } from "@uptake/study/evaluate";
 *
 * const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * const { ensembles, failures } = await evaluateEnsembles([plan], { replicates: 8, evaluate: evaluateHere });
 * for (const runs of ensembles) console.log(summariseAt(runs, "adoption", 34).mean, failures.length);
 * ```
 */
export async function evaluateEnsembles(
  plans: readonly Plan[],
  options: EvaluateEnsemblesOptions = {},
): Promise<EvaluatedEnsembles> {
  const { evaluate = evaluateHere, replicates = 64, first = 0, seed = "uptake", funnels = 0, ...running } = options;
  checkReplicates(replicates, seed, first);
  const issues = plans.flatMap((plan, i) => mismatches(plans[0] as Plan, plan, `plans[${i}]`));
  if (issues.length > 0) throw new InputError(issues);
  const evaluations = Array.from({ length: replicates }, (_, r) =>
    plans.map((_, plan) => ({ plan, replicate: first + r })),
  ).flat();
  const job = { plans, seed, statistics: [], evaluations, whole: wholeRun(plans, funnels > 0) };
  const runs = new WholeRuns(plans, { seed, funnels });
  const { failures } = await evaluate(job, { ...running, heardOnly: true, onOutcome: runs.open(job) });
  runs.fail(job, failures);
  return { ensembles: runs.ensembles(), numbers: runs.numbers, failures: runs.failures, checksums: runs.checksums };
}
