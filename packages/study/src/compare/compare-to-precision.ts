import { type Draw, InputError, type Issue, type Plan, tierNames, worldCount } from "@uptake/model";
import { emptySeed } from "../design/checks.ts";
import { mismatches } from "../ensemble/mismatches.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluateOptions, Failed, Statistic } from "../evaluate/evaluation.ts";
import { seriesRange } from "../readings/series-range.ts";
import { heldWithin, ofDifferences } from "../statistics/held-within.ts";
import type { MeanInterval } from "../statistics/mean-interval.ts";
import { meanOfPresent } from "../statistics/mean-of-present.ts";
import { type PairedPrecision, pairedPrecision } from "../statistics/paired-precision.ts";
import { type Units, unitsOf, worldsFrom } from "../statistics/worlds-of.ts";
import { targetSeries } from "../target/target-series.ts";
import {
  checkPrecision,
  moreReplicates,
  type PrecisionEnd,
  type PrecisionRule,
  precisionEnd,
} from "./more-replicates.ts";

/** Sets what is compared, how precisely, and who makes the runs. */
export interface CompareToPrecisionOptions extends PrecisionRule, Pick<EvaluateOptions, "onProgress" | "signal"> {
  /** What must be as precise as asked for (default what the baseline's target is of, at its month or at the end). */
  readonly of?: Statistic;
  /** What else is compared in the same runs (default {@link comparedMeasures}). */
  readonly measures?: readonly Statistic[];
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
  /** Makes the runs (default {@link evaluateHere}). */
  readonly evaluate?: Evaluate;
}

/** Holds a plan less the baseline in one measure. */
export interface MeasuredDifference extends PairedPrecision, Statistic {
  /** Mean of the baseline over the same replicates, with its own 95% interval; null where no replicate has a value. */
  readonly baseline: MeanInterval | null;
  /** Mean of the plan over the same replicates, with its 95% interval; null where no replicate has a value. */
  readonly plan: MeanInterval | null;
}

/** Holds plans compared with a baseline as precisely as asked for, or as the cap allowed. */
export interface PreciseComparison {
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** How worlds were drawn. */
  readonly parameters: Draw;
  /** Replicates made, of the baseline and of each plan. */
  readonly replicates: number;
  /** Different worlds among them. */
  readonly worlds: number;
  /** Times the half-widths were looked at. */
  readonly looks: number;
  /** What was to be as precise as asked for. */
  readonly of: Statistic;
  /** Half-width asked for; null where none is. */
  readonly halfWidth: number | null;
  /** Most replicates allowed. */
  readonly cap: number;
  /** Why no more replicates were made. */
  readonly ended: PrecisionEnd;
  /** One a plan, each with one difference a measure: `of` first. */
  readonly plans: readonly { readonly name: string; readonly differences: readonly MeasuredDifference[] }[];
  /** Runs that failed, which leave their pair out; plan 0 is the baseline. */
  readonly failures: readonly (Failed & { readonly plan: number; readonly replicate: number })[];
  /** Checksums of all runs: replicate by replicate, the baseline first. */
  readonly checksums: readonly string[];
}

/**
 * Lists what comparisons report: what the target is of, adoption in all and by poverty third, its gap, depth, at the
 * target's month, or the end of a run that is shorter; cost.
 */
export function comparedMeasures({ scenario: { target, horizon } }: Plan): Statistic[] {
  const always = ["adoption", ...tierNames.map((name) => `tier.${name}`), "worstTier", "gap", "depth50"];
  const names = new Set([targetSeries(target.of), ...always]);
  const month = Math.min(target.month, horizon);
  return [...Array.from(names, (series) => ({ series, month })), { series: "cost", month: horizon }];
}

function check(baseline: Plan, plans: readonly Plan[], statistics: readonly Statistic[], seed: string): void {
  const issues: Issue[] = plans.flatMap((plan, i) => mismatches(baseline, plan, `plans[${i}]`));
  const { horizon } = baseline.scenario;
  for (const { series, month } of statistics) {
    if (Number.isInteger(month) && month >= 0 && month <= horizon) continue;
    const message = `month ${month} of ${series} is not simulated`;
    issues.push({ code: "out-of-range", path: "month", message, value: month, allowed: `0 to ${horizon}` });
  }
  if (plans.length === 0)
    issues.push({
      code: "empty",
      path: "plans",
      message: "there is nothing to compare",
      value: 0,
      allowed: "1 or more",
    });
  issues.push(...emptySeed(seed));
  if (issues.length > 0) throw new InputError(issues);
}

/**
 * Compares each plan with `baseline` in the same worlds and luck, adding replicates in batches until the 95% interval of
 * every plan's difference in `of` has the half-width asked for, the cap is reached, or the worlds there are cannot make
 * one as precise. See {@link moreReplicates} for the rule and what stopping by it does to the interval.
 *
 * @throws InputError when plans cannot be compared, or an option is out of its range.
 *
 * @example
 * ```ts
 * import { prepare, scenario } from "@uptake/model";
 * import { compareToPrecision } from "@uptake/study/compare";
 *
 * const usual = await prepare(scenario({ district: "small-rural" }));
 * const coached = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * const { replicates, ended, plans } = await compareToPrecision(usual, [coached], { halfWidth: 0.2, cap: 16 });
 * console.log(replicates, ended, plans[0]?.differences[0]?.estimate);
 * ```
 */
export async function compareToPrecision(
  baseline: Plan,
  plans: readonly Plan[],
  options: CompareToPrecisionOptions,
): Promise<PreciseComparison> {
  const { evaluate = evaluateHere, seed = "uptake", signal, onProgress } = options;
  const rule = checkPrecision(options);
  const { target, horizon, parameters } = baseline.scenario;
  const of = options.of ?? { series: targetSeries(target.of), month: Math.min(target.month, horizon) };
  const others = (options.measures ?? comparedMeasures(baseline)).filter(
    ({ series, month }) => series !== of.series || month !== of.month,
  );
  const statistics = [of, ...others];
  check(baseline, plans, statistics, seed);
  const all = [baseline, ...plans];
  const columns = all.map(() => statistics.map((): number[] => []));
  const failures: PreciseComparison["failures"][number][] = [];
  const checksums: string[] = [];
  const column = (plan: number, s: number): number[] => columns[plan]?.[s] as number[];
  const worldsAmong = (count: number) => worldsFrom(seed, count, parameters);
  const differencesIn = (s: number, units: Units): PairedPrecision[] =>
    plans.map((_, p) => pairedPrecision(column(0, s), column(p + 1, s), units));
  const most = parameters.draw === "fixed" ? null : worldCount(parameters);

  let replicates = 0;
  let next = rule.first;
  let looks = 0;
  while (next > replicates) {
    const from = replicates;
    const evaluations = Array.from({ length: (next - from) * all.length }, (_, i) => ({
      plan: i % all.length,
      replicate: from + Math.floor(i / all.length),
    }));
    const total = next * all.length;
    const results = await evaluate(
      { plans: all, seed, statistics, evaluations },
      { signal, onProgress: (done) => onProgress?.(from * all.length + done, total) },
    );
    evaluations.forEach(({ plan }, i) => {
      statistics.forEach((_, s) => column(plan, s).push(results.values[i * statistics.length + s] as number));
    });
    for (const { evaluation, stage, cause } of results.failures) {
      const { plan, replicate } = evaluations[evaluation] as (typeof evaluations)[number];
      failures.push({ plan, replicate, stage, cause });
    }
    for (const checksum of results.checksums) checksums.push(checksum);
    replicates = next;
    looks++;
    next = moreReplicates(differencesIn(0, unitsOf(worldsAmong(replicates))), replicates, rule, most);
  }

  const worlds = worldsAmong(replicates);
  const units = unitsOf(worlds);
  return {
    version: baseline.version,
    seed,
    parameters: parameters.draw,
    replicates,
    worlds: worlds.count,
    looks,
    of,
    halfWidth: rule.halfWidth,
    cap: rule.cap,
    ended: precisionEnd(differencesIn(0, units), rule.halfWidth),
    plans: plans.map(({ scenario }, p) => ({
      name: scenario.name,
      differences: statistics.map((statistic, s) =>
        measuredDifference(statistic, column(0, s), column(p + 1, s), units),
      ),
    })),
    failures,
    checksums,
  };
}

/** Holds a plan against the baseline in one measure, one number a replicate each. */
function measuredDifference(
  statistic: Statistic,
  baseline: readonly number[],
  plan: readonly number[],
  units: Units,
): MeasuredDifference {
  const range = seriesRange(statistic.series);
  return {
    ...statistic,
    ...heldWithin(pairedPrecision(baseline, plan, units), ofDifferences(range)),
    baseline: meanOfPresent(baseline, units, range),
    plan: meanOfPresent(plan, units, range),
  };
}
