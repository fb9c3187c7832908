import { InputError, nearest } from "@uptake/model";
import { allowedSeries } from "../readings/allowed-series.ts";
import { seriesRange } from "../readings/series-range.ts";
import { heldWithin } from "../statistics/held-within.ts";
import { unitsOf } from "../statistics/worlds-of.ts";
import { type AnySeries, column } from "./series.ts";
import type { SeriesSummary } from "./spread.ts";
import { spreadOf } from "./spread-of.ts";
import type { AnyEnsemble } from "./streamed-ensemble.ts";
import { nothing, type Summary, summary } from "./summary.ts";

/**
 * Returns a series of an ensemble by name.
 *
 * @throws InputError naming the nearest series when there is none of that name.
 */
export function seriesOf<One extends AnySeries>(
  ensemble: { readonly series: ReadonlyMap<string, One> },
  name: string,
): One {
  const series = ensemble.series.get(name);
  if (series) return series;
  const names = [...ensemble.series.keys()];
  const near = nearest(name, names);
  const message = `there is no series called “${name}”`;
  throw new InputError([
    {
      code: "unknown-series",
      path: "name",
      message,
      value: name,
      allowed: allowedSeries(names),
      ...(near ? { nearest: near } : {}),
    },
  ]);
}

/**
 * Summarises a series at one index, the interval held within what its values can be; beyond the horizon there are no
 * replicates, and every other field is null.
 *
 * @throws InputError naming the nearest series when there is none of that name.
 *
 * @example
 * ```ts
 * import { prepare, scenario } from "@uptake/model";
 * import { ensemble, summariseAt } from "@uptake/study";
 *
 * const runs = await ensemble(await prepare(scenario({ district: "small-rural" })), { replicates: 8 });
 * const { mean, low, high, p10, p90 } = summariseAt(runs, "depth50", 34);
 * console.log(mean, low, high, p10, p90);
 * ```
 */
export function summariseAt(ensemble: AnyEnsemble, name: string, month: number): Summary {
  const series: AnySeries = seriesOf<AnySeries>(ensemble, name);
  if (!(month >= 0 && month < series.length)) return nothing;
  if (!("spread" in series)) return summary(column(series, month), unitsOf(ensemble.worlds), seriesRange(name));
  const { mean, low, high, p10, p90 } = series.spread.summary;
  const at = (values: readonly (number | null)[]): number | null => values[month] ?? null;
  const told = { mean: at(mean), low: at(low), high: at(high), p10: at(p10), p90: at(p90) };
  return { ...heldWithin(told, seriesRange(name)), replicates: series.counts[month] ?? 0 };
}

/**
 * Summarises a series at every index, the intervals held within what its values can be.
 *
 * @throws InputError naming the nearest series when there is none of that name.
 */
export function summarise(ensemble: AnyEnsemble, name: string): SeriesSummary {
  const { summary: told } = spreadOf(seriesOf<AnySeries>(ensemble, name), ensemble.worlds);
  const range = seriesRange(name);
  const ends = told.low.map((low, index) => heldWithin({ low, high: told.high[index] ?? null }, range));
  return { ...told, low: ends.map(({ low }) => low), high: ends.map(({ high }) => high) };
}
