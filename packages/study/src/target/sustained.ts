import type { Scenario, TargetOf } from "@uptake/model";
import type { AnySeries } from "../ensemble/series.ts";
import { column } from "../ensemble/series.ts";
import type { AnyEnsemble } from "../ensemble/streamed-ensemble.ts";
import { seriesOf } from "../ensemble/summarise.ts";
import { type Summary, summary } from "../ensemble/summary.ts";
import { ofShares } from "../statistics/held-within.ts";
import { unitsOf } from "../statistics/worlds-of.ts";
import { targetSeries } from "./target-series.ts";

/** Returns the index of the second May after funding ends, 13 to 24 months later: 58 for 36 funded months. */
export function sustainedMonth({ funded }: Scenario): number {
  return Math.floor((funded + 14) / 12) * 12 + 10;
}

/**
 * Summarises what the scenario's target is of, or what `of` names, two years after funding ends; every field is null when
 * the horizon is shorter.
 */
export function sustainedShare(
  ensemble: Pick<AnyEnsemble, "scenario" | "horizon" | "worlds"> & { readonly series: ReadonlyMap<string, AnySeries> },
  of: TargetOf = ensemble.scenario.target.of,
): Summary {
  const month = sustainedMonth(ensemble.scenario);
  return summary(
    month > ensemble.horizon ? [] : column(seriesOf<AnySeries>(ensemble, targetSeries(of)), month),
    unitsOf(ensemble.worlds),
    ofShares,
  );
}

/** Returns the number of adopters at index `month` in each replicate, in teachers; undefined beyond the horizon. */
export function adopters(ensemble: AnyEnsemble, month: number): number[] | undefined {
  if (month > ensemble.horizon) return undefined;
  const teachers = column(seriesOf<AnySeries>(ensemble, "teachers"), month);
  return column(seriesOf<AnySeries>(ensemble, "adoption"), month).map((share, r) => share * (teachers[r] as number));
}
