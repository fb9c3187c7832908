import type { Sweep, SweptOutcome } from "@uptake/study/sweep";
import { nameOfLevel } from "@uptake/study/sweep";
import {
  describeOutcome,
  factorLabel,
  factorUnit,
  outcomeUnit,
  quantity,
  withInterval,
} from "../../words/describe-outcome.ts";
import { inMonth } from "../../words/format.ts";
import { joined } from "../../words/joined.ts";

/** Names an outcome of a sweep in words, as in `adoption in May of year 3`; by no target or month that points differ in. */
export function sweptOutcome({ scenario, design: { factors } }: Sweep, outcome: SweptOutcome): string {
  const text = describeOutcome(outcome, scenario);
  const month = outcome.months === null ? inMonth(outcome.month) : "in the target’s month";
  if (outcome.name === "target" && factors.some((factor) => factor.startsWith("target.")))
    return `the chance of the target ${month}`;
  return outcome.months === null ? text : text.replace(inMonth(outcome.month), month);
}

/** Names a point by its factors, as in `coaching teachers per coach 8 and strategy mandate`. */
export function sweptSetting({ design }: Sweep, point: number): string {
  const parts = design.factors.map((factor, i) => {
    const value = design.points[point]![i]!;
    const label = factorLabel(factor);
    if (typeof value !== "number") return `${label} ${nameOfLevel(value)}`;
    const unit = factorUnit(factor);
    const text = unit === "share" ? quantity(value, unit) : String(Number(value.toPrecision(3)));
    return `${label} ${text}${unit === "months" ? " months" : ""}`;
  });
  if (parts.length > 4) return `point ${point + 1}`;
  return joined(parts);
}

/** Writes an outcome at a point with its interval, as in `41% (33–50%)`. */
export function sweptValue(outcome: SweptOutcome, point: number): string {
  return withInterval(outcome.estimates[point]!, outcomeUnit(outcome));
}
