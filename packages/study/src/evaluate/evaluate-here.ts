import { breathe } from "../workers/breathe.ts";
import { byReplicate } from "./by-replicate.ts";
import { Outcomes } from "./collected-results.ts";
import { evaluated } from "./evaluated.ts";
import type { EvaluateOptions, Evaluation, EvaluationJob, EvaluationResults } from "./evaluation.ts";

/** Evaluates a job in this thread, replicate by replicate. See {@link Evaluate}. */
export async function evaluateHere(job: EvaluationJob, options: EvaluateOptions = {}): Promise<EvaluationResults> {
  const { plans, evaluations } = job;
  const outcomes = new Outcomes(job, options);
  const order = byReplicate(evaluations);
  const asked = order.map((place) => evaluations[place] as Evaluation);
  for (const [i, outcome] of evaluated(job, asked, ({ plan }) => plans[plan])) {
    options.signal?.throwIfAborted();
    outcomes.keep(order[i] as number, outcome);
    await breathe();
  }
  return outcomes.results();
}
