import { meanInterval } from "../statistics/mean-interval.ts";
import { ascending, sortedQuantile } from "../statistics/quantile.ts";
import { presentOf, unitsOf, type Worlds } from "../statistics/worlds-of.ts";
import { type AnySeries, column, type Series } from "./series.ts";
import { type Spread, spreadOfIndices } from "./spread.ts";

/** Holds the spreads of series that were asked for before: an answer, its tables and its figures ask for the same. */
const spreads = new WeakMap<Series, { readonly worlds: Worlds; readonly spread: Spread }>();

/** Computes how a series spreads over replicates of such worlds: each index is sorted once, whatever is asked of it. */
export function spreadOf(series: AnySeries, worlds: Worlds): Spread {
  if ("spread" in series) return series.spread;
  const before = spreads.get(series);
  if (before?.worlds === worlds) return before.spread;
  const own = unitsOf(worlds);
  const spread = spreadOfIndices(series.length, series.replicates, (index) => {
    const { values, units } = presentOf(column(series, index), own);
    const sorted = ascending(values);
    return {
      mean: values.length > 0 ? meanInterval(values, units) : null,
      quantile: (p) => (values.length > 0 ? sortedQuantile(sorted, p) : Number.NaN),
    };
  });
  spreads.set(series, { worlds, spread });
  return spread;
}
