import { Outcomes } from "../evaluate/collected-results.ts";
import type { Evaluate, EvaluationJob, Outcome } from "../evaluate/evaluation.ts";

/**
 * Keeps what `evaluate` makes of a job, so that the same job with more replicates makes only those that are new. Plans of
 * all jobs are the same in the same order, and so are their statistics and seed.
 */
export function growing(evaluate: Evaluate): Evaluate {
  const kept = new Map<string, Outcome>();
  return async (job, options = {}) => {
    const { signal } = options;
    const keys = job.evaluations.map(({ plan, replicate, values }) => JSON.stringify([plan, replicate, values]));
    const outcomes = new Outcomes(job, options);
    const missing: number[] = [];
    keys.forEach((key, i) => {
      const before = kept.get(key);
      if (before) outcomes.keep(i, before);
      else missing.push(i);
    });
    const rest: EvaluationJob = { ...job, evaluations: missing.map((i) => job.evaluations[i]!) };
    await evaluate(rest, {
      ...(signal ? { signal } : {}),
      onOutcome: (m, outcome) => {
        const i = missing[m]!;
        kept.set(keys[i]!, outcome);
        outcomes.keep(i, outcome);
      },
    });
    return outcomes.results();
  };
}

/** Returns what hears how many runs are made and tells only of more: those that are kept are counted again each time. */
export function newRuns(onProgress: (done: number, total: number) => void): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    if (done <= told) return;
    told = done;
    onProgress(done, total);
  };
}
