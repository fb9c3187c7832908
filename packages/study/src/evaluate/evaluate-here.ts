import { platform } from "../workers/platform.ts";
import { evaluateOne } from "./evaluate-one.ts";
import type { EvaluateOptions, EvaluationJob, EvaluationResults } from "./evaluation.ts";
import { Outcomes } from "./outcomes.ts";

/** Milliseconds of work after which others get the thread. */
const slice = 50;

/** Evaluates a job in this thread, one run after another. See {@link Evaluate}. */
export async function evaluateHere(job: EvaluationJob, options: EvaluateOptions = {}): Promise<EvaluationResults> {
  const { plans, seed, statistics, evaluations } = job;
  const outcomes = new Outcomes(job, options);
  let begun = platform.performance.now();
  for (const [i, evaluation] of evaluations.entries()) {
    options.signal?.throwIfAborted();
    outcomes.keep(i, evaluateOne(plans[evaluation.plan], seed, statistics, evaluation));
    if (platform.performance.now() - begun > slice) {
      await new Promise<void>((resolve) => platform.setTimeout(resolve, 0));
      begun = platform.performance.now();
    }
  }
  return outcomes.results();
}
