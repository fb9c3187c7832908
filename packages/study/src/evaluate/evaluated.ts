import type { Plan } from "@uptake/model";
import { planIn, Replicate, sameData, simulateTogether } from "@uptake/model/engine";
import type { Evaluation, EvaluationJob, Outcome } from "./evaluation.ts";
import { runReader } from "./run-reader.ts";

/** Runs of one replicate that are made together at most. */
const mostTogether = 256;

/** Holds an evaluation by its place in a list, with its plan. */
interface Planned {
  readonly place: number;
  readonly plan: Plan;
  readonly evaluation: Evaluation;
}

/**
 * Makes the runs of a list of evaluations and gives the place of each there and its outcome, as soon as it is there. It
 * never throws. Runs that follow one another and have one replicate, and equal values if any, share what they have in
 * common, and may come in another order. `planOf` returns the plan of an evaluation, or nothing where the job has none.
 */
export function* evaluated(
  job: Pick<EvaluationJob, "seed" | "statistics" | "whole">,
  evaluations: readonly Evaluation[],
  planOf: (evaluation: Evaluation) => Plan | undefined,
): Generator<readonly [place: number, outcome: Outcome]> {
  const read = runReader(job);
  let replicate: Replicate | undefined;
  const made = function* (all: readonly Planned[]): Generator<readonly [Planned, Outcome]> {
    const { replicate: number } = (all[0] as Planned).evaluation;
    if (replicate?.replicate !== number) replicate = new Replicate(job.seed, number);
    for (const [k, run] of simulateTogether(replicate, all.map(planWith))) {
      const one = all[k] as Planned;
      yield [one, { values: read(run, one.plan), checksum: run.checksum }];
    }
  };
  for (let from = 0, to: number; from < evaluations.length; from = to) {
    to = endOfShared(evaluations, from);
    const left = new Set<Planned>();
    for (let place = from; place < to; place++) {
      const evaluation = evaluations[place] as Evaluation;
      const plan = planOf(evaluation);
      if (plan) left.add({ place, plan, evaluation });
      else yield [place, { stage: "simulate", cause: "the job has no such plan" }];
    }
    if (left.size === 0) continue;
    try {
      for (const [one, outcome] of made([...left])) {
        left.delete(one);
        yield [one.place, outcome];
      }
    } catch {
      // Which of them fail is found out one by one.
      for (const one of left) yield [one.place, outcomeAlone(() => made([one]))];
    }
  }
}

function outcomeAlone(make: () => Iterable<readonly [Planned, Outcome]>): Outcome {
  try {
    const [[, outcome]] = [...make()] as [[Planned, Outcome]];
    return outcome;
  } catch (error) {
    return { stage: "simulate", cause: error instanceof Error ? error.message : String(error) };
  }
}

/** Puts an evaluation's district and values in the place of its plan's. */
function planWith({ plan: asked, evaluation: { values, district } }: Planned): Plan {
  const plan = district ? planIn(asked, district) : asked;
  if (!values) return plan;
  const { scenario } = plan;
  const parameters = { ...scenario.parameters, values: { ...scenario.parameters.values, ...values } };
  return { ...plan, scenario: { ...scenario, parameters } };
}

/** Returns the place after the last evaluation that follows that at `from` with the same replicate and values. */
function endOfShared(evaluations: readonly Evaluation[], from: number): number {
  const { replicate, values } = evaluations[from] as Evaluation;
  const most = Math.min(evaluations.length, from + mostTogether);
  for (let to = from + 1; to < most; to++) {
    const one = evaluations[to] as Evaluation;
    if (one.replicate !== replicate || !sameData(one.values, values)) return to;
  }
  return most;
}
