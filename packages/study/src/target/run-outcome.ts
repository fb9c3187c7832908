import { InputError, type Issue, nearest, type Plan, type Scenario } from "@uptake/model";
import type { Statistic } from "../evaluate/evaluation.ts";
import { allowedSeries } from "../readings/allowed-series.ts";
import { seriesNames } from "../readings/series-names.ts";
import { seriesRange } from "../readings/series-range.ts";
import { sustainedMonth } from "./sustained.ts";
import { targetSeries } from "./target-series.ts";

/**
 * Names what is asked of a run: `adoption` and `gap` in the target's month; `target`, whether what the target is of
 * (adoption, for teachers) then reaches the share asked for; `cost` over the whole run; `sustained`, what the target is of
 * two years after funding ends.
 */
export type OutcomeName = "adoption" | "target" | "cost" | "gap" | "sustained";

/** Lists the outcomes that have names. */
export const outcomeNames: readonly OutcomeName[] = ["adoption", "target", "cost", "gap", "sustained"];

/** Returns what is asked of a run where nothing is said: what the target is of, in its month. */
export function usualOutcome({ target: { of } }: Scenario): AskedOutcome {
  return of === "teachers" ? "adoption" : { series: targetSeries(of) };
}

/** Asks for an outcome by name, or for a series at an index (default the target's month). */
export type AskedOutcome = OutcomeName | { readonly series: string; readonly month?: number };

/** Holds one number read of each run. */
export interface RunOutcome extends Statistic {
  /** Name it was asked by, or the series. */
  readonly name: string;
  /** Share that counts as success: the outcome is then 1 at or above it and 0 below; null for the number itself. */
  readonly atLeast: number | null;
}

/** Returns an outcome of a run from the number read of it; NaN stays. */
export function outcomeValue({ atLeast }: RunOutcome, value: number): number {
  return atLeast === null || Number.isNaN(value) ? value : Number(value >= atLeast);
}

/** Returns the least and the most that an outcome can be: 0 and 1 where it is whether a share is reached. */
export function outcomeRange({ atLeast, series }: RunOutcome): readonly [least: number, most: number] {
  return atLeast === null ? seriesRange(series) : [0, 1];
}

/** Returns the number of a run that an outcome asks for, by the target and months of its scenario. */
export function outcomeOf(asked: AskedOutcome, scenario: Scenario): RunOutcome {
  const { target, horizon } = scenario;
  if (typeof asked !== "string") {
    return { name: asked.series, series: asked.series, month: asked.month ?? target.month, atLeast: null };
  }
  switch (asked) {
    case "adoption":
    case "gap":
      return { name: asked, series: asked, month: target.month, atLeast: null };
    case "target":
      return { name: asked, series: targetSeries(target.of), month: target.month, atLeast: target.share };
    case "cost":
      return { name: asked, series: "cost", month: horizon, atLeast: null };
    case "sustained":
      return { name: asked, series: targetSeries(target.of), month: sustainedMonth(scenario), atLeast: null };
  }
}

function wrong({ series, month }: RunOutcome, path: string, plan: Plan, known: readonly string[]): Issue[] {
  const { horizon } = plan.scenario;
  const issues: Issue[] = [];
  if (!known.includes(series)) {
    const near = nearest(series, known);
    const message =
      series === "gap" || series === "worstTier"
        ? "there are fewer than three schools, so no poverty thirds to compare"
        : `there is no series called “${series}”`;
    const issue = { code: "unknown-outcome", path, message, value: series, allowed: allowedSeries(known) };
    issues.push(near === undefined ? issue : { ...issue, nearest: near });
  }
  if (!(Number.isInteger(month) && month >= 0 && month <= horizon)) {
    const message = `month ${month} is out of range`;
    const allowed = `a whole number, 0 to the horizon of ${horizon}`;
    issues.push({ code: "out-of-range", path, message, value: month, allowed });
  }
  return issues;
}

/**
 * Returns what can be asked of a plan: what was asked for, or without `asked` what the target is of and all those with
 * names that its runs have.
 *
 * @throws InputError naming each that no run has: an unknown series, a month beyond the horizon, none or one twice.
 */
export function readableOutcomes(plan: Plan, asked?: readonly AskedOutcome[]): readonly AskedOutcome[] {
  const known = seriesNames(plan);
  const usual = new Set<AskedOutcome>([usualOutcome(plan.scenario), ...outcomeNames]);
  const all = asked ?? [...usual];
  const outcomes = all.map((one) => outcomeOf(one, plan.scenario));
  const issues = outcomes.map((one, i) => wrong(one, `outcomes[${i}]`, plan, known));
  if (asked === undefined) {
    const found = all.filter((_, i) => issues[i]!.length === 0);
    if (found.length > 0) return found;
  }
  const found = issues.flat();
  if (outcomes.length === 0) {
    found.push({ code: "empty", path: "outcomes", message: "no outcome is asked for", allowed: "1 or more" });
  }
  const keys = outcomes.map(({ series, month, atLeast }) => `${series} ${month} ${atLeast}`);
  outcomes.forEach(({ name }, i) => {
    if (keys.indexOf(keys[i]!) === i) return;
    found.push({
      code: "repeated-outcome",
      path: `outcomes[${i}]`,
      message: "the outcome is asked for twice",
      value: name,
    });
  });
  if (found.length > 0) throw new InputError(found);
  return all;
}

/**
 * Returns the outcomes to be read of a plan: those asked for, or without `asked` what the target is of and all those with
 * names that its runs have.
 *
 * @throws InputError naming each that no run has: an unknown series, a month beyond the horizon, none or one twice.
 */
export function outcomesOf(plan: Plan, asked?: readonly AskedOutcome[]): RunOutcome[] {
  return readableOutcomes(plan, asked).map((one) => outcomeOf(one, plan.scenario));
}
