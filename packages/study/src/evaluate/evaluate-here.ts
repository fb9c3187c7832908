import { breathe } from "../workers/breathe.ts";
import { byReplicate } from "./by-replicate.ts";
import { Outcomes } from "./collected-results.ts";
import { evaluated } from "./evaluated.ts";
import type { EvaluateOptions, Evaluation, EvaluationJob, EvaluationResults } from "./evaluation.ts";

/**
 * Evaluates a job in this thread, replicate by replicate. See {@link Evaluate}.
 *
 * @example
 * ```ts
 * import { prepare, scenario } from "@uptake/model";
 * import { evaluateHere } from "@uptake/study/evaluate";
 *
 * const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * const { values, failures } = await evaluateHere({
 *   plans: [plan],
 *   seed: "demo",
 *   statistics: [{ series: "adoption", month: 34 }, { series: "cost", month: 60 }],
 *   evaluations: [0, 1, 2, 3].map((replicate) => ({ plan: 0, replicate })),
 * });
 * console.log(values, failures.length); // adoption and cost of four runs, run by run
 * ```
 */
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
