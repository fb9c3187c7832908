import type { Plan } from "@uptake/model";
import { Replicate, simulateIn } from "@uptake/model/engine";
import { type Layout, layoutOf, writeRow } from "../ensemble/layout.ts";
import { funnelReadings, isFunnelReading } from "../readings/funnel-readings.ts";
import { measured } from "../readings/measured.ts";
import { type Evaluation, type EvaluationJob, numbersOf, type Outcome } from "./evaluation.ts";

/** Puts an evaluation's values in the place of its plan's. */
function planWith(plan: Plan, { values }: Evaluation): Plan {
  if (!values) return plan;
  const { scenario } = plan;
  const parameters = { ...scenario.parameters, values: { ...scenario.parameters.values, ...values } };
  return { ...plan, scenario: { ...scenario, parameters } };
}

/**
 * Returns what makes single runs of a job and reads their statistics, and whole runs where the job asks for them: NaN where
 * the run has no such series or index. It never throws. Runs of one replicate that follow one another share what they
 * start from.
 */
export function evaluator(
  job: Pick<EvaluationJob, "seed" | "statistics" | "whole">,
): (plan: Plan | undefined, evaluation: Evaluation) => Outcome {
  const { seed, statistics, whole } = job;
  const width = numbersOf(job);
  const layouts = new Map<Plan, Layout>();
  const layoutFor = (plan: Plan, funnel: boolean): Layout => {
    const layout = layouts.get(plan) ?? layoutOf(plan, funnel);
    layouts.set(plan, layout);
    return layout;
  };
  let replicate: Replicate | undefined;
  const asksFunnel = statistics.some(({ series }) => isFunnelReading(series));
  return (plan, evaluation) => {
    try {
      if (!plan) throw new Error("the job has no such plan");
      if (replicate?.replicate !== evaluation.replicate) replicate = new Replicate(seed, evaluation.replicate);
      const run = simulateIn(replicate, planWith(plan, evaluation));
      const series = measured(run);
      const funnel = asksFunnel ? funnelReadings(run) : undefined;
      const values = new Float64Array(width).fill(Number.NaN);
      statistics.forEach(({ series: name, month }, s) => {
        values[s] = (series.get(name) ?? funnel?.get(name))?.[month] ?? Number.NaN;
      });
      if (whole) {
        const layout = layoutFor(plan, whole.funnel);
        writeRow(layout, run, values.subarray(statistics.length, statistics.length + layout.width));
      }
      return { values, checksum: run.checksum };
    } catch (error) {
      return { stage: "simulate", cause: error instanceof Error ? error.message : String(error) };
    }
  };
}
