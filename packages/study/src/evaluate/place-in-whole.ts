import type { Plan } from "@uptake/model";
import { layoutOf } from "../ensemble/layout.ts";
import type { Statistic, WholeRun } from "./evaluation.ts";

/** Returns the place of a statistic in the row of a run of `plan` that was read whole; undefined where it is not there. */
export function placeInWhole(plan: Plan, { funnel }: WholeRun): (statistic: Statistic) => number | undefined {
  const { series, length } = layoutOf(plan, funnel);
  return ({ series: name, month }) => {
    const from = series.get(name);
    return from === undefined || month < 0 || month >= length ? undefined : from + month;
  };
}
