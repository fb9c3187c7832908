import { platform } from "../workers/platform.ts";
import { evaluateOne } from "./evaluate-one.ts";
import type { EvaluateOptions, EvaluationFailure, EvaluationJob, EvaluationResults } from "./evaluation.ts";

/** Milliseconds of work after which others get the thread. */
const slice = 50;

/** Evaluates a job in this thread, one run after another. See {@link Evaluate}. */
export async function evaluateHere(job: EvaluationJob, options: EvaluateOptions = {}): Promise<EvaluationResults> {
  const { plans, seed, statistics, evaluations } = job;
  const width = statistics.length;
  const values = new Float64Array(evaluations.length * width).fill(Number.NaN);
  const checksums: string[] = [];
  const failures: EvaluationFailure[] = [];
  let begun = platform.performance.now();
  for (const [i, evaluation] of evaluations.entries()) {
    options.signal?.throwIfAborted();
    try {
      const one = evaluateOne(plans, seed, statistics, evaluation);
      values.set(one.values, i * width);
      checksums.push(one.checksum);
    } catch (error) {
      failures.push({
        evaluation: i,
        stage: "simulate",
        cause: error instanceof Error ? error.message : String(error),
      });
      checksums.push("");
    }
    options.onProgress?.(i + 1, evaluations.length);
    if (platform.performance.now() - begun > slice) {
      await new Promise<void>((resolve) => platform.setTimeout(resolve, 0));
      begun = platform.performance.now();
    }
  }
  return { values, checksums, failures };
}
