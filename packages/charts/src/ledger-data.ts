import { categories } from "@uptake/model";
import { type AnyEnsemble, type AnyTotals, quantileOfTotals, summaryOfTotals } from "@uptake/study/ensemble";
import type { Provenance } from "./figure.ts";
import { provenanceOf } from "./provenance-of.ts";

/** Holds a part of what a plan costs, in dollars of 2024. */
export interface LedgerPart {
  /** Name of the category or third. */
  readonly name: string;
  /** Mean over replicates. */
  readonly mean: number;
  /** Lower end of its 95% interval; null or left out where it is not known. */
  readonly low?: number | null;
  /** Upper end of its 95% interval; null or left out where it is not known. */
  readonly high?: number | null;
}

/** Holds what {@link ledgerBars} draws: dollars of 2024 over the whole run. Plain: survives JSON. */
export interface LedgerData extends Provenance {
  /** Mean over replicates with its 95% interval, null where there is none, and the ends of nine tenths of them. */
  readonly total: {
    readonly mean: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly p5: number;
    readonly p95: number;
  };
  /** What is spent, by name of the ledger's category. */
  readonly byCategory: readonly LedgerPart[];
  /** What is spent, by poverty third of schools and for the central office. */
  readonly byTier: readonly LedgerPart[];
  /** Months over which the money is spent. */
  readonly months: number;
}

/** Collects what a plan costs. */
export function ledgerData(plan: AnyEnsemble): LedgerData {
  const { horizon, cost } = plan;
  const part = (name: string, totals: AnyTotals | undefined): LedgerPart => {
    return { name, ...(totals ? told(totals) : { mean: 0, low: null, high: null }) };
  };
  const parts = (columns: ReadonlyMap<string, AnyTotals>, names: readonly string[]): LedgerPart[] =>
    names.map((name) => part(name, columns.get(name)));
  const [p5, p95] = [0.05, 0.95].map((p) => quantileOfTotals(cost.total, p)) as [number, number];
  return {
    total: { ...told(cost.total), p5, p95 },
    byCategory: parts(cost.byCategory, categories),
    byTier: parts(cost.byTier, [...cost.byTier.keys()]),
    months: horizon,
    ...provenanceOf(plan),
  };
}

/** Tells the mean of one number a run with its 95% interval; of none, 0. */
function told(totals: AnyTotals): Pick<LedgerData["total"], "mean" | "low" | "high"> {
  const { mean, low, high } = summaryOfTotals(totals);
  return { mean: mean ?? 0, low, high };
}
