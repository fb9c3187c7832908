import { evaluateHere } from "./evaluate-here.ts";
import type { Evaluate, EvaluateOptions, EvaluationFailure } from "./evaluation.ts";

/** Makes the runs of many jobs, counts them as one, and keeps what they left behind. */
export interface Counting {
  readonly evaluate: Evaluate;
  readonly failures: readonly EvaluationFailure[];
  readonly checksums: readonly string[];
  /** Keeps the checksums of a job, and its failures where they count. */
  readonly keep: (job: {
    readonly checksums: readonly string[];
    readonly failures?: readonly EvaluationFailure[];
  }) => void;
  readonly finish: () => void;
}

/** Begins to count runs, of `total` at most. */
export function counting(
  options: Pick<EvaluateOptions, "onProgress" | "signal"> & { readonly evaluate?: Evaluate },
  total: number,
): Counting {
  const { evaluate = evaluateHere, onProgress, signal } = options;
  let done = 0;
  const failures: EvaluationFailure[] = [];
  const checksums: string[] = [];
  return {
    evaluate: async (job, inner = {}) => {
      const results = await evaluate(job, {
        ...inner,
        signal,
        onProgress: (now) => onProgress?.(Math.min(total, done + now), total),
      });
      done += job.evaluations.length;
      return results;
    },
    failures,
    checksums,
    keep: (job) => {
      for (const checksum of job.checksums) checksums.push(checksum);
      for (const failure of job.failures ?? []) failures.push(failure);
    },
    finish: () => onProgress?.(total, total),
  };
}
