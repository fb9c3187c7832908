import { costPerAddedSustainedAdopter } from "../compare/added-cost.ts";
import { type Cards, cardsOf } from "../compare/cards.ts";
import { bandsOf } from "../ensemble/bands.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import type { Bands } from "../ensemble/spread.ts";
import { summariseAt } from "../ensemble/summarise.ts";
import type { Summary } from "../ensemble/summary.ts";
import { summaryOfTotals } from "../ensemble/totals.ts";
import type { Ratio } from "../statistics/ratio.ts";
import { unitsOf } from "../statistics/worlds-of.ts";
import { targetSeries } from "../target/target-series.ts";

/** Holds what one of several plans comes to by itself. */
export interface ComparedPlan {
  /** Name of the plan. */
  readonly name: string;
  /** Name of its district; how many they are, where there are several. */
  readonly district: string;
  /** Replicates that are there. */
  readonly replicates: number;
  /** Different worlds among the replicates. */
  readonly worlds: number;
  /** What the target is of, by month. */
  readonly bands: Bands;
  /** Chance of the target, adoption, sustained use and gap, each beside as today. */
  readonly cards: Cards;
  /** What the target is of at its month; nulls beyond the horizon. */
  readonly reached: Summary;
  /** Cost over all months simulated, in dollars of 2024. */
  readonly cost: Summary;
  /** Months simulated. */
  readonly months: number;
  /** Dollars for each added adopter who stays, against as today; null where the plan is that. */
  readonly perAdopter: Ratio | null;
  /** Its district as today, in the same worlds and luck; null where the plan is that. */
  readonly today: ComparedPlan | null;
  /** Checksums of the first and the last run. */
  readonly checksums: readonly string[];
}

/** Tells what a plan comes to, beside its district as today (undefined where it is that itself). */
export function comparedPlan(ensemble: Ensemble, usual: Ensemble | undefined): ComparedPlan {
  const { scenario, districts, replicates, worlds, horizon, checksums } = ensemble;
  const { of, month } = scenario.target;
  const series = targetSeries(of);
  const only = districts.length === 1 ? districts[0] : undefined;
  return {
    name: scenario.name,
    district: only ? only.name : `${districts.length} districts`,
    replicates,
    worlds: worlds.count,
    bands: bandsOf(ensemble, series),
    cards: cardsOf(ensemble, usual),
    reached: summariseAt(ensemble, series, month),
    cost: summaryOfTotals(ensemble.cost.total, unitsOf(worlds)),
    months: horizon,
    perAdopter: usual ? costPerAddedSustainedAdopter(ensemble, usual) : null,
    today: usual ? comparedPlan(usual, undefined) : null,
    checksums: [checksums[0] ?? "", checksums.at(-1) ?? ""],
  };
}
