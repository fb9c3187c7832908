/** Holds the mean of a series and its 95% interval at each index, and two percentiles, as columns; null for no value. */
export interface SeriesSummary {
  /** Indices 0 … horizon. */
  readonly month: readonly number[];
  /** Mean over replicates that have a value. */
  readonly mean: readonly (number | null)[];
  /** Lower end of the 95% interval of the mean; null below two replicates. */
  readonly low: readonly (number | null)[];
  /** Upper end of the 95% interval of the mean; null below two replicates. */
  readonly high: readonly (number | null)[];
  /** Tenth percentile of the replicates. */
  readonly p10: readonly (number | null)[];
  /** Ninetieth percentile of the replicates. */
  readonly p90: readonly (number | null)[];
  /** Number of replicates. */
  readonly replicates: number;
}

/** Holds the spread of a series over replicates: plain columns, one value per index; NaN where no replicate has one. */
export interface Bands {
  /** Indices 0 … horizon. */
  readonly months: readonly number[];
  /** Fifth percentile of the replicates. */
  readonly p5: readonly number[];
  /** Lower quartile. */
  readonly p25: readonly number[];
  /** Median. */
  readonly p50: readonly number[];
  /** Upper quartile. */
  readonly p75: readonly number[];
  /** 95th percentile. */
  readonly p95: readonly number[];
  /** Number of replicates. */
  readonly replicates: number;
}

/** Holds both views of how a series spreads over replicates. */
export interface Spread {
  /** Mean at each index with its 95% interval. */
  readonly summary: SeriesSummary;
  /** Percentiles of replicates at each index. */
  readonly bands: Bands;
}

/** Holds what is told of one index: its mean, null without a value, and any of its percentiles, NaN without one. */
export interface IndexSpread {
  readonly mean: { readonly mean: number; readonly low: number | null; readonly high: number | null } | null;
  readonly quantile: (p: number) => number;
}

/** Puts what is told of each index, asked for in their order, into columns. */
export function spreadOfIndices(length: number, replicates: number, at: (index: number) => IndexSpread): Spread {
  const months = Array.from({ length }, (_, index) => index);
  const columns = months.map((index) => {
    const { mean, quantile } = at(index);
    const or = (p: number): number | null => (mean ? quantile(p) : null);
    const band = [0.05, 0.25, 0.5, 0.75, 0.95].map(quantile);
    return {
      mean: mean?.mean ?? null,
      low: mean?.low ?? null,
      high: mean?.high ?? null,
      p10: or(0.1),
      p90: or(0.9),
      band,
    };
  });
  const of = <K extends "mean" | "low" | "high" | "p10" | "p90">(name: K) => columns.map((one) => one[name]);
  const band = (place: number): number[] => columns.map((one) => one.band[place] as number);
  return {
    summary: {
      month: months,
      mean: of("mean"),
      low: of("low"),
      high: of("high"),
      p10: of("p10"),
      p90: of("p90"),
      replicates,
    },
    bands: { months, p5: band(0), p25: band(1), p50: band(2), p75: band(3), p95: band(4), replicates },
  };
}
