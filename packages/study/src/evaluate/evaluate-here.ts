import { breathe } from "../workers/breathe.ts";
import { byReplicate } from "./by-replicate.ts";
import { Outcomes } from "./collected-results.ts";
import type { EvaluateOptions, Evaluation, EvaluationJob, EvaluationResults } from "./evaluation.ts";
import { evaluator } from "./evaluator.ts";

/** Evaluates a job in this thread, one run after another, replicate by replicate. See {@link Evaluate}. */
export async function evaluateHere(job: EvaluationJob, options: EvaluateOptions = {}): Promise<EvaluationResults> {
  const { plans, evaluations } = job;
  const outcomes = new Outcomes(job, options);
  const evaluate = evaluator(job);
  for (const i of byReplicate(evaluations)) {
    options.signal?.throwIfAborted();
    const evaluation = evaluations[i] as Evaluation;
    outcomes.keep(i, evaluate(plans[evaluation.plan], evaluation));
    await breathe();
  }
  return outcomes.results();
}
