import type { Plan, Run } from "@uptake/model";
import { type Layout, layoutOf, writeRow } from "../ensemble/layout.ts";
import { funnelReadings, isFunnelReading } from "../readings/funnel-readings.ts";
import { measured } from "../readings/measured.ts";
import { type EvaluationJob, numbersOf } from "./evaluation.ts";

/**
 * Returns what reads the numbers of a job's runs: its statistics, then the whole run where the job asks for it; NaN where a
 * run has no such series or index.
 */
export function runReader(job: Pick<EvaluationJob, "statistics" | "whole">): (run: Run, plan: Plan) => Float64Array {
  const { statistics, whole } = job;
  const width = numbersOf(job);
  const layouts = new Map<Plan, Layout>();
  const layoutFor = (plan: Plan, funnel: boolean): Layout => {
    const layout = layouts.get(plan) ?? layoutOf(plan, funnel);
    layouts.set(plan, layout);
    return layout;
  };
  const asksFunnel = statistics.some(({ series }) => isFunnelReading(series));
  return (run, plan) => {
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
    return values;
  };
}
