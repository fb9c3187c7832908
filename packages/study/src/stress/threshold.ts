import type { Issue, Plan, Scenario } from "@uptake/model";
import { lessIsBetter } from "../ensemble/less-is-better.ts";
import { checkMeasure } from "../rivals/check-rivals.ts";
import { type AskedMonth, askedMonth } from "../target/asked-month.ts";
import { targetSeries } from "../target/target-series.ts";
import type { StressThreshold } from "./stress-options.ts";

/** Holds what success is: a series at an index, at least or at most a value. */
export interface Threshold {
  /** Name of the series. */
  readonly measure: string;
  /** Index that it is read at; the first plan's where plans have several. */
  readonly month: number;
  /** Value that decides, in the unit of the series. */
  readonly value: number;
  /** Whether success is at least or at most that value. */
  readonly better: "higher" | "lower";
}

/** Reads what success is, and finds what is wrong with it. */
export function readThreshold(
  plans: readonly Plan[],
  asked: StressThreshold,
): Threshold & { readonly issues: readonly Issue[] } {
  const [base] = plans as [Plan, ...Plan[]];
  const { target } = base.scenario;
  const measure = asked.measure ?? targetSeries(target.of);
  const usual = ({ horizon }: Scenario): AskedMonth => (measure === "cost" ? horizon : "target");
  const months = plans.map(({ scenario }) => askedMonth(asked.month ?? usual(scenario), scenario));
  const issues: Issue[] = checkMeasure(base, measure, months).map((one) => ({ ...one, path: `threshold.${one.path}` }));
  const better = lessIsBetter(measure) ? ("lower" as const) : ("higher" as const);
  const [low, high] = rangeOf(measure);
  const value = asked.value ?? (better === "higher" && high === 1 ? target.share : Number.NaN);
  if (!(value >= low && value <= high && Number.isFinite(value))) {
    const missing = asked.value === undefined;
    const message = missing ? `success needs a value of ${measure}` : `the threshold ${value} is out of range`;
    const allowed = high === 1 ? `a share, ${low} to 1` : `a number, ${low} or more`;
    const given = missing ? {} : { value };
    issues.push({ code: missing ? "missing" : "out-of-range", path: "threshold.value", message, allowed, ...given });
  }
  return { measure, month: months[0] as number, value, better, issues };
}

/** Returns what a measure can be; names that are not known are taken for shares, and refused as measures. */
function rangeOf(measure: string): readonly [number, number] {
  if (measure === "teachers" || measure === "cost") return [0, Number.POSITIVE_INFINITY];
  return measure === "gap" ? [-1, 1] : [0, 1];
}
