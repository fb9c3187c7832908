import { InputError, type Issue, type Plan } from "@uptake/model";
import { type Ensemble, type EnsembleOptions, ensembles } from "../ensemble/ensemble.ts";
import { mismatches } from "../ensemble/mismatches.ts";
import type { AnySeries } from "../ensemble/series.ts";
import { column } from "../ensemble/series.ts";
import type { AnyEnsemble } from "../ensemble/streamed-ensemble.ts";
import { seriesOf } from "../ensemble/summarise.ts";
import { seriesRange } from "../readings/series-range.ts";
import { ofDifferences, type ValueRange } from "../statistics/held-within.ts";
import { meanOfPresent } from "../statistics/mean-of-present.ts";
import type { Ratio } from "../statistics/ratio.ts";
import { type Units, unitsOf } from "../statistics/worlds-of.ts";
import { costPerAddedStudentYear, costPerAddedSustainedAdopter } from "./added-cost.ts";

/** Holds a mean difference within the same worlds and luck; null where no replicate has a value. */
export interface Difference {
  /** Mean of plan less baseline, in the unit of the series. */
  readonly estimate: number | null;
  /** Lower end of the 95% interval; null below two replicates. */
  readonly low: number | null;
  /** Upper end of the 95% interval; null below two replicates. */
  readonly high: number | null;
  /** Replicates in which both have a value. */
  readonly replicates: number;
  /** Says that the two ran in the same worlds and luck. */
  readonly paired: true;
}

/** Says where a difference is taken: which index, and which of several plans (default the first). */
export interface DifferenceOptions {
  /** Index, 0 … horizon. */
  readonly month: number;
  /** Place of the plan, from 0 (default 0). */
  readonly plan?: number;
}

/** Holds plans run in the same worlds and luck as a baseline. */
export interface Comparison {
  /** Runs of the baseline. */
  readonly baseline: Ensemble;
  /** Runs of each plan, in their order, in the baseline's worlds and luck. */
  readonly plans: readonly Ensemble[];
  /**
   * Computes plan less baseline of a series at an index, with the 95% interval of the paired mean.
   *
   * @throws InputError when there is no such series, index or plan.
   */
  difference(name: string, options: DifferenceOptions): Difference;
  /**
   * Computes what each additional sustained adopter of plan number `plan` (default 0) costs ($ of 2024) against the
   * baseline; without a value, and with the reason, where none can be told.
   *
   * @throws InputError when there is no such plan.
   */
  costPerAddedSustainedAdopter(plan?: number): Ratio;
  /**
   * Computes the same of each additional student-year with a deep teacher.
   *
   * @throws InputError when there is no such plan.
   */
  costPerAddedStudentYear(plan?: number): Ratio;
}

/**
 * Runs `baseline` and each plan in the same worlds and luck, replicate by replicate. Keeps all runs whole, some 12.5 kB
 * each at 60 months: for many thousands use `streamEnsembles`, whose ensembles {@link pairedDifference} and `cardsOf`
 * read too.
 *
 * @throws InputError when plans differ in horizon, districts, schools or worlds, or an option is out of range.
 *
 * @example
 * ```ts
 * import { prepare, scenario } from "@uptake/model";
 * import { compare } from "@uptake/study";
 *
 * const usual = await prepare(scenario({ district: "small-rural" }));
 * const coached = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * const answer = await compare(usual, coached, { replicates: 8, seed: "demo" });
 * console.log(answer.difference("adoption", { month: 34 }), answer.costPerAddedSustainedAdopter());
 * ```
 */
export async function compare(
  baseline: Plan,
  plan: Plan | readonly Plan[],
  options: EnsembleOptions = {},
): Promise<Comparison> {
  const plans: readonly Plan[] = Array.isArray(plan) ? plan : [plan as Plan];
  const issues = plans.flatMap((one, i) => mismatches(baseline, one, Array.isArray(plan) ? `plan[${i}]` : "plan"));
  if (issues.length > 0) throw new InputError(issues);
  const [first, ...others] = (await ensembles([baseline, ...plans], options)) as [Ensemble, ...Ensemble[]];
  const at = (index: number): Ensemble => {
    const found = others[index];
    if (found) return found;
    throw new InputError([
      {
        code: "out-of-range",
        path: "plan",
        message: `there is no plan ${index}`,
        value: index,
        allowed: `0 to ${others.length - 1}`,
      },
    ]);
  };
  return {
    baseline: first,
    plans: others,
    difference: (name, { month, plan: index = 0 }) => pairedDifference(first, at(index), name, month),
    costPerAddedSustainedAdopter: (index = 0) => costPerAddedSustainedAdopter(at(index), first),
    costPerAddedStudentYear: (index = 0) => costPerAddedStudentYear(at(index), first),
  };
}

/** Stands for a difference that no replicate has. */
export const noDifference: Difference = { estimate: null, low: null, high: null, replicates: 0, paired: true };

/**
 * Computes the mean of `plan` less `baseline`, one number a replicate each, with its 95% interval; pairs of which one is
 * NaN are left out. `own` holds the number of each replicate's world where worlds repeat, `range` what a number can be
 * (default without bounds), which holds the ends of the interval.
 */
export function meanDifference(
  baseline: readonly number[],
  plan: readonly number[],
  own?: Units,
  range?: ValueRange,
): Difference {
  return differenceOf(
    plan.map((value, r) => value - (baseline[r] as number)),
    own,
    range,
  );
}

/** Computes the mean of paired differences, one a replicate, as {@link meanDifference} does. */
export function differenceOf(differences: readonly number[], own: Units, range?: ValueRange): Difference {
  const found = meanOfPresent(differences, own, range && ofDifferences(range));
  if (found === null) return noDifference;
  const { mean, low, high, replicates } = found;
  return { estimate: mean, low, high, replicates, paired: true };
}

/**
 * Computes `plan` less `baseline` of a series at an index, replicate by replicate, with the 95% interval of the mean.
 *
 * @throws InputError when there is no such series or index, or the ensembles have other seeds or first replicates, so that
 *   their runs are no pairs.
 */
export function pairedDifference(baseline: AnyEnsemble, plan: AnyEnsemble, name: string, month: number): Difference {
  const without = seriesOf<AnySeries>(baseline, name);
  const series = seriesOf<AnySeries>(plan, name);
  const issues = [...noPairs(baseline, plan), ...noIndex(month, Math.min(without.length, series.length))];
  if (issues.length > 0) throw new InputError(issues);
  return meanDifference(column(without, month), column(series, month), unitsOf(plan.worlds), seriesRange(name));
}

/** Lists why the runs of two ensembles are no pairs; one may have fewer of them. */
function noPairs(baseline: AnyEnsemble, plan: AnyEnsemble): Issue[] {
  return (["seed", "first"] as const).flatMap((path): Issue[] => {
    if (baseline[path] === plan[path]) return [];
    const message = `the runs are no pairs: ${path} ${plan[path]} here, ${baseline[path]} in the baseline`;
    return [{ code: `different-${path}`, path, message, value: plan[path] }];
  });
}

/** Says that a series of so many indices has no such one, if it has not. */
function noIndex(month: number, length: number): Issue[] {
  if (Number.isInteger(month) && month >= 0 && month < length) return [];
  const message = `${month} is no index of a run of ${length - 1} months`;
  return [
    { code: "beyond-horizon", path: "month", message, value: month, allowed: `a whole number, 0 to ${length - 1}` },
  ];
}
