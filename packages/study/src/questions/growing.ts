import type { Evaluate, Outcome } from "../evaluate/evaluation.ts";
import { makeMissing } from "../evaluate/make-missing.ts";

/**
 * Keeps what `evaluate` makes of a job, so that the same job with more replicates makes only those that are new. Plans of
 * all jobs are the same in the same order, and so are their statistics and seed.
 */
export function growing(evaluate: Evaluate): Evaluate {
  const kept = new Map<string, Outcome>();
  return (job, options = {}) => {
    const keys = job.evaluations.map(({ plan, replicate, values }) => JSON.stringify([plan, replicate, values]));
    return makeMissing(evaluate, job, options, {
      known: (i) => kept.get(keys[i]!),
      onMade: (i, outcome) => kept.set(keys[i]!, outcome),
    });
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
