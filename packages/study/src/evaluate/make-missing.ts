import { Outcomes } from "./collected-results.ts";
import type { Evaluate, EvaluateOptions, EvaluationJob, EvaluationResults, Outcome } from "./evaluation.ts";

/** Says what is known of a job, and who hears of what is made. */
export interface KnownOutcomes {
  /** Returns the outcome of an evaluation, undefined where it is to be made. */
  readonly known: (evaluation: number) => Outcome | undefined;
  /** Hears the outcome of an evaluation that was made. */
  readonly onMade: (evaluation: number, outcome: Outcome) => void;
  /** Whether values are only heard, as in {@link EvaluateOptions}. */
  readonly heardOnly?: boolean;
}

/** Takes from a job what is known, and has `evaluate` make the rest; `options` are those of the job. */
export async function makeMissing(
  evaluate: Evaluate,
  job: EvaluationJob,
  options: EvaluateOptions,
  { known, onMade, heardOnly }: KnownOutcomes,
): Promise<EvaluationResults> {
  const outcomes = new Outcomes(job, options);
  const missing: number[] = [];
  for (let i = 0; i < job.evaluations.length; i++) {
    const outcome = known(i);
    if (outcome) outcomes.keep(i, outcome);
    else missing.push(i);
  }
  if (missing.length === 0) return outcomes.results();
  await evaluate(
    { ...job, evaluations: missing.map((i) => job.evaluations[i]!) },
    {
      signal: options.signal,
      heardOnly,
      onOutcome: (m, outcome) => {
        const i = missing[m]!;
        onMade(i, outcome);
        outcomes.keep(i, outcome);
      },
    },
  );
  return outcomes.results();
}
