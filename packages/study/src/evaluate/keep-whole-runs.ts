import type { Plan } from "@uptake/model";
import type { Evaluate, Evaluation, EvaluationJob, Statistic } from "./evaluation.ts";
import { WholeRuns, wholeRun } from "./whole-runs.ts";

/** Makes runs for somebody who asks for statistics, and keeps them whole. */
export interface KeptRuns {
  /** Makes the runs, reads them whole and keeps that, and returns the statistics asked for. */
  readonly evaluate: Evaluate;
  /** What is kept. */
  readonly runs: WholeRuns;
}

/** Says which plans' runs are kept. */
export interface KeepWholeOptions {
  /** Plans of the jobs, in their order. */
  readonly plans: readonly Plan[];
  /** Plans that run beside them, in the same worlds and luck. */
  readonly also: readonly Plan[];
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Statistics kept of each run beside its row. */
  readonly beside: readonly Statistic[];
}

/**
 * Passes jobs of `plans` on to `evaluate` and keeps their runs whole, so that ensembles can be made of runs that were made
 * for another question, as by `compareToPrecision`. The runs kept are of `plans`, then of `also`.
 */
export function keepWholeRuns(evaluate: Evaluate, { plans, also, seed, beside }: KeepWholeOptions): KeptRuns {
  const all = [...plans, ...also];
  const runs = new WholeRuns(all, { seed, beside });
  const whole = wholeRun(all, false);
  return {
    runs,
    evaluate: async (asked, { onProgress, signal } = {}) => {
      const replicates = [...new Set(asked.evaluations.map(({ replicate }) => replicate))];
      const more = replicates.flatMap((replicate) =>
        also.map((_, i): Evaluation => ({ plan: plans.length + i, replicate })),
      );
      const job: EvaluationJob = {
        plans: all,
        seed,
        statistics: [...asked.statistics, ...beside],
        evaluations: [...asked.evaluations, ...more],
        whole,
      };
      const keep = runs.open(job);
      const statistics = asked.statistics.length;
      const count = asked.evaluations.length;
      const share = count / job.evaluations.length;
      const values = new Float64Array(count * statistics).fill(Number.NaN);
      const results = await evaluate(job, {
        heardOnly: true,
        onOutcome: (evaluation, outcome) => {
          keep(evaluation, outcome);
          if ("values" in outcome && evaluation < count)
            values.set(outcome.values.subarray(0, statistics), evaluation * statistics);
        },
        signal,
        onProgress: (done) => onProgress?.(Math.floor(done * share), count),
      });
      runs.fail(job, results.failures);
      const failures = results.failures.filter(({ evaluation }) => evaluation < count);
      return { values, failures, checksums: results.checksums.slice(0, count) };
    },
  };
}
