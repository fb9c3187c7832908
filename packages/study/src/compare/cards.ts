import type { Target } from "@uptake/model";
import type { AnySeries } from "../ensemble/series.ts";
import { column } from "../ensemble/series.ts";
import type { AnyEnsemble } from "../ensemble/streamed-ensemble.ts";
import { seriesOf, summariseAt } from "../ensemble/summarise.ts";
import { seriesRange } from "../readings/series-range.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { quantile } from "../statistics/quantile.ts";
import { presentOf, unitsOf } from "../statistics/worlds-of.ts";
import { sustainedMonth } from "../target/sustained.ts";
import { targetProbability } from "../target/target.ts";
import { targetSeries } from "../target/target-series.ts";
import { type Difference, pairedDifference } from "./compare.ts";
import { pairedChance } from "./paired-chance.ts";

/** Holds a mean over replicates, or a chance, with its 95% interval and the median; null where there is none. */
export interface Estimate {
  /** The mean, or the chance. */
  readonly value: number | null;
  /** Lower end of the 95% interval. */
  readonly low: number | null;
  /** Upper end of the 95% interval. */
  readonly high: number | null;
  /** Median of the replicates; null for a chance. */
  readonly median: number | null;
  /** Replicates it rests on. */
  readonly replicates: number;
}

/** Holds one figure of a plan, of its baseline, and their paired difference; null without a baseline or a value. */
export interface Card {
  /** Index that the figure is taken at. */
  readonly month: number;
  /** The plan's figure. */
  readonly plan: Estimate;
  /** The baseline's figure. */
  readonly baseline: Estimate | null;
  /** The plan's less the baseline's, in the same worlds and luck. */
  readonly difference: Difference | null;
}

/** Holds the four figures that answer a funder first. Shares 0 … 1; the gap as a difference of shares. */
export interface Cards {
  /** Chance of the scenario's target. */
  readonly chance: Card & Pick<Target, "share" | "of">;
  /** Adoption, of teachers whatever the target is of, at the target's month (May of year 3). */
  readonly adoption: Card;
  /** What the target is of (adoption, for teachers) in the second May after funding ends. */
  readonly sustained: Card;
  /** Low-poverty third less high-poverty third at the target's month. */
  readonly gap: Card;
}

/** Computes the four figures of `plan`, paired with those of `baseline` replicate by replicate. */
export function cardsOf(plan: AnyEnsemble, baseline?: AnyEnsemble): Cards {
  const { month, of } = plan.scenario.target;
  return {
    chance: chanceCard(plan, baseline),
    adoption: card(plan, baseline, "adoption", month),
    sustained: card(plan, baseline, targetSeries(of), sustainedMonth(plan.scenario)),
    gap: card(plan, baseline, "gap", month),
  };
}

const none: Estimate = { value: null, low: null, high: null, median: null, replicates: 0 };

function card(plan: AnyEnsemble, baseline: AnyEnsemble | undefined, name: string, month: number): Card {
  const told = plan.series.has(name) && month <= plan.horizon;
  const difference = told && baseline?.series.has(name) ? pairedDifference(baseline, plan, name, month) : null;
  return {
    month,
    plan: estimate(plan, name, month),
    baseline: baseline ? estimate(baseline, name, month) : null,
    difference: difference?.estimate === null ? null : difference,
  };
}

function estimate(ensemble: AnyEnsemble, name: string, month: number): Estimate {
  if (!ensemble.series.has(name) || month > ensemble.horizon) return none;
  const series: AnySeries = seriesOf<AnySeries>(ensemble, name);
  if ("spread" in series) {
    const { mean: value, low, high, replicates } = summariseAt(ensemble, name, month);
    return value === null ? none : { value, low, high, median: series.spread.bands.p50[month] ?? null, replicates };
  }
  const { values, units } = presentOf(column(series, month), unitsOf(ensemble.worlds));
  if (values.length === 0) return none;
  const { mean, low, high, replicates } = meanInterval(values, units, seriesRange(name));
  return { value: mean, low, high, median: quantile(values, 0.5), replicates };
}

function chanceCard(plan: AnyEnsemble, baseline: AnyEnsemble | undefined): Cards["chance"] {
  const { share, month, of } = plan.scenario.target;
  const chance = (ensemble: AnyEnsemble): Estimate => {
    const { probability, low, high, replicates } = targetProbability(ensemble, { share, month, of });
    return { value: probability, low, high, median: null, replicates };
  };
  const reached = (ensemble: AnyEnsemble, replicates: number): boolean[] =>
    column(seriesOf<AnySeries>(ensemble, targetSeries(of)), month)
      .slice(0, replicates)
      .map((value) => value >= share);
  const shared = Math.min(plan.replicates, baseline?.replicates ?? 0);
  return {
    share,
    of,
    month,
    plan: chance(plan),
    baseline: baseline ? chance(baseline) : null,
    difference:
      baseline && month <= plan.horizon
        ? pairedChance(reached(plan, shared), reached(baseline, shared), unitsOf(plan.worlds)?.slice(0, shared))
        : null,
  };
}
