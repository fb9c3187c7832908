import { type Plan, simulate } from "@uptake/model";
import { measured } from "../measured.ts";
import type { Evaluation, Statistic } from "./evaluation.ts";

/** Puts an evaluation's values in the place of its plan's. */
function planWith(plan: Plan, { values }: Evaluation): Plan {
  if (!values) return plan;
  const { scenario } = plan;
  const parameters = { ...scenario.parameters, values: { ...scenario.parameters.values, ...values } };
  return { ...plan, scenario: { ...scenario, parameters } };
}

/** Makes one run and reads its statistics: NaN where the run has no such series or index. */
export function evaluateOne(
  plans: readonly Plan[],
  seed: string,
  statistics: readonly Statistic[],
  evaluation: Evaluation,
): { readonly values: Float64Array; readonly checksum: string } {
  const run = simulate(planWith(plans[evaluation.plan] as Plan, evaluation), { seed, replicate: evaluation.replicate });
  const series = measured(run);
  const values = Float64Array.from(statistics, ({ series: name, month }) => series.get(name)?.[month] ?? Number.NaN);
  return { values, checksum: run.checksum };
}
