import { type Plan, Replicate, simulateIn } from "@uptake/model";
import { funnelReadings, isFunnelReading } from "../readings/funnel-readings.ts";
import { measured } from "../readings/measured.ts";
import type { Evaluation, Outcome, Statistic } from "./evaluation.ts";

/** Puts an evaluation's values in the place of its plan's. */
function planWith(plan: Plan, { values }: Evaluation): Plan {
  if (!values) return plan;
  const { scenario } = plan;
  const parameters = { ...scenario.parameters, values: { ...scenario.parameters.values, ...values } };
  return { ...plan, scenario: { ...scenario, parameters } };
}

/**
 * Returns what makes single runs under `seed` and reads their statistics: NaN where the run has no such series or index.
 * It never throws. Runs of one replicate that follow one another share what they start from.
 */
export function evaluator(
  seed: string,
  statistics: readonly Statistic[],
): (plan: Plan | undefined, evaluation: Evaluation) => Outcome {
  let replicate: Replicate | undefined;
  const asksFunnel = statistics.some(({ series }) => isFunnelReading(series));
  return (plan, evaluation) => {
    try {
      if (!plan) throw new Error("the job has no such plan");
      if (replicate?.replicate !== evaluation.replicate) replicate = new Replicate(seed, evaluation.replicate);
      const run = simulateIn(replicate, planWith(plan, evaluation));
      const series = measured(run);
      const funnel = asksFunnel ? funnelReadings(run) : undefined;
      const values = Float64Array.from(
        statistics,
        ({ series: name, month }) => (series.get(name) ?? funnel?.get(name))?.[month] ?? Number.NaN,
      );
      return { values, checksum: run.checksum };
    } catch (error) {
      return { stage: "simulate", cause: error instanceof Error ? error.message : String(error) };
    }
  };
}
