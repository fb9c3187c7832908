import { prepare, type Scenario } from "@uptake/model";
import { checkReplicates } from "../ensemble/ensemble.ts";
import { allFailed } from "../evaluate/all-failed.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluateOptions, EvaluationFailure } from "../evaluate/evaluation.ts";
import { worldsOf } from "../statistics/worlds-of.ts";
import { targetSeries } from "./target-series.ts";
import { type TargetStatistics, targetStatistics } from "./target-statistics.ts";

/** Sets how the runs are made that a target is told from. */
export interface EvaluateTargetOptions extends EvaluateOptions {
  /** Makes the runs (default {@link evaluateHere}). */
  readonly evaluate?: Evaluate;
  /** Number of replicates, 1 … 100,000 (default 64). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
}

/** Holds the statistics of a target and the runs they rest on. Plain and serialisable. */
export interface EvaluatedTarget extends TargetStatistics {
  /** Replicates without a failed run, of those asked for. */
  readonly replicates: number;
  /** Different worlds among them. */
  readonly worlds: number;
  /** Replicates asked for. */
  readonly asked: number;
  /** Runs that failed. */
  readonly failures: readonly EvaluationFailure[];
  /** Checksum of each run, replicate by replicate; empty where it failed. */
  readonly checksums: readonly string[];
}

/**
 * Runs a scenario over its whole horizon and computes every statistic of its target; see {@link targetStatistics}.
 *
 * @throws InputError when an option is out of range or every run fails.
 *
 * @example
 * ```ts
 * import { scenario } from "@uptake/model";
 * import { evaluateTarget } from "@uptake/study/target";
 *
 * const asked = scenario({ district: "small-rural", strategy: "coaching-only", target: { share: 0.4 } });
 * const { chance, held, levels, whenMissed } = await evaluateTarget(asked, { replicates: 8 });
 * console.log(chance.probability, held.median, levels, whenMissed.mean);
 * ```
 */
export async function evaluateTarget(
  scenario: Scenario,
  options: EvaluateTargetOptions = {},
): Promise<EvaluatedTarget> {
  const { evaluate = evaluateHere, replicates: asked = 64, seed = "uptake", ...running } = options;
  checkReplicates(asked, seed, 0);
  const { horizon, target } = scenario;
  const length = horizon + 1;
  const name = targetSeries(target.of);
  const statistics = Array.from({ length }, (_, month) => ({ series: name, month }));
  const evaluations = Array.from({ length: asked }, (_, replicate) => ({ plan: 0, replicate }));
  const job = { plans: [await prepare(scenario)], seed, statistics, evaluations };
  const { values, failures, checksums } = await evaluate(job, running);
  const failed = new Set(failures.map(({ evaluation }) => evaluation));
  const made = evaluations.map((_, r) => r).filter((r) => !failed.has(r));
  const kept = made.map((r) => values.slice(r * length, (r + 1) * length));
  if (kept.length === 0) throw allFailed(failures);
  const all = new Float64Array(kept.length * length);
  kept.forEach((path, r) => all.set(path, r * length));
  const series = new Map([[name, { replicates: kept.length, length, values: all }]]);
  const worlds = worldsOf(seed, made, scenario.parameters);
  const told = targetStatistics({ scenario, horizon, replicates: kept.length, worlds, series });
  return { ...told, replicates: kept.length, worlds: worlds.count, asked, failures, checksums };
}
