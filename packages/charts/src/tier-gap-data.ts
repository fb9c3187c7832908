import { type Bands, bandsOf } from "@uptake/study";
import { cardsOf } from "@uptake/study/compare";
import type { AnyEnsemble } from "@uptake/study/ensemble";
import type { Provenance } from "./figure.ts";
import { fundedOf } from "./funded-of.ts";
import { provenanceOf } from "./provenance-of.ts";

/** Holds what {@link tierGap} draws. Plain: survives JSON. */
export interface TierGapData extends Provenance {
  /** Adoption in thirds of the district's teachers by school poverty, low to high; null below three schools. */
  readonly tiers: readonly { readonly name: string; readonly bands: Bands }[] | null;
  /** Mean over replicates of the low-poverty less the high-poverty third at `month`, with its 95% interval. */
  readonly gap: { readonly value: number; readonly low: number | null; readonly high: number | null } | null;
  /** Index at which the gap is taken. */
  readonly month: number;
  /** Months funded; null where nothing is. */
  readonly funded: number | null;
}

/** Collects adoption by poverty third, and the gap at the target's month. */
export function tierGapData(plan: AnyEnsemble): TierGapData {
  const { month, plan: gap } = cardsOf(plan).gap;
  const names = [...plan.series.keys()].filter((name) => name.startsWith("tier."));
  return {
    tiers: plan.series.has("gap")
      ? names.map((name) => ({ name: name.slice("tier.".length), bands: bandsOf(plan, name) }))
      : null,
    gap: gap.value === null ? null : { value: gap.value, low: gap.low, high: gap.high },
    month,
    funded: fundedOf(plan.scenario),
    ...provenanceOf(plan),
  };
}
