import { categories } from "@uptake/model";
import { type Ensemble, summary } from "@uptake/study";
import { quantile } from "@uptake/study/statistics";
import type { Provenance } from "./figure.ts";

/** Holds what {@link ledgerBars} draws: dollars of 2024 over the whole run. Plain: survives JSON. */
export interface LedgerData extends Provenance {
  /** Mean over replicates, and the ends of nine tenths of them. */
  readonly total: { readonly mean: number; readonly p5: number; readonly p95: number };
  /** Means over replicates, by name of the ledger's category. */
  readonly byCategory: readonly { readonly name: string; readonly mean: number }[];
  /** Means over replicates, by poverty third of schools and for the central office. */
  readonly byTier: readonly { readonly name: string; readonly mean: number }[];
  /** Months over which the money is spent. */
  readonly months: number;
}

/** Collects what a plan costs. */
export function ledgerData(plan: Ensemble): LedgerData {
  const { replicates, worlds, parameters, seed, version, horizon, cost } = plan;
  const means = (columns: ReadonlyMap<string, Float64Array>, names: readonly string[]) =>
    names.map((name) => ({ name, mean: summary(columns.get(name) ?? []).mean ?? 0 }));
  const total = [...cost.total];
  return {
    total: { mean: summary(total).mean ?? 0, p5: quantile(total, 0.05), p95: quantile(total, 0.95) },
    byCategory: means(cost.byCategory, categories),
    byTier: means(cost.byTier, [...cost.byTier.keys()]),
    months: horizon,
    replicates,
    worlds: worlds.count,
    parameters,
    seed,
    version,
  };
}
