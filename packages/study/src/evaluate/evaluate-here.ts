import { platform } from "../workers/platform.ts";
import { byReplicate } from "./by-replicate.ts";
import { Outcomes } from "./collected-results.ts";
import type { EvaluateOptions, Evaluation, EvaluationJob, EvaluationResults } from "./evaluation.ts";
import { evaluator } from "./evaluator.ts";

/** Milliseconds of work after which others get the thread. */
const slice = 50;

/** Evaluates a job in this thread, one run after another, replicate by replicate. See {@link Evaluate}. */
export async function evaluateHere(job: EvaluationJob, options: EvaluateOptions = {}): Promise<EvaluationResults> {
  const { plans, evaluations } = job;
  const outcomes = new Outcomes(job, options);
  let begun = platform.performance.now();
  const evaluate = evaluator(job);
  for (const i of byReplicate(evaluations)) {
    options.signal?.throwIfAborted();
    const evaluation = evaluations[i] as Evaluation;
    outcomes.keep(i, evaluate(plans[evaluation.plan], evaluation));
    if (platform.performance.now() - begun > slice) {
      await new Promise<void>((resolve) => platform.setTimeout(resolve, 0));
      begun = platform.performance.now();
    }
  }
  return outcomes.results();
}
