import { type Plan, simulate } from "@uptake/model";
import { measured } from "../measured.ts";
import type { Evaluation, Outcome, Statistic } from "./evaluation.ts";

/** Puts an evaluation's values in the place of its plan's. */
function planWith(plan: Plan, { values }: Evaluation): Plan {
  if (!values) return plan;
  const { scenario } = plan;
  const parameters = { ...scenario.parameters, values: { ...scenario.parameters.values, ...values } };
  return { ...plan, scenario: { ...scenario, parameters } };
}

/** Makes one run and reads its statistics: NaN where the run has no such series or index. Never throws. */
export function evaluateOne(
  plan: Plan | undefined,
  seed: string,
  statistics: readonly Statistic[],
  evaluation: Evaluation,
): Outcome {
  try {
    if (!plan) throw new Error("the job has no such plan");
    const run = simulate(planWith(plan, evaluation), { seed, replicate: evaluation.replicate });
    const series = measured(run);
    const values = Float64Array.from(statistics, ({ series: name, month }) => series.get(name)?.[month] ?? Number.NaN);
    return { values, checksum: run.checksum };
  } catch (error) {
    return { stage: "simulate", cause: error instanceof Error ? error.message : String(error) };
  }
}
