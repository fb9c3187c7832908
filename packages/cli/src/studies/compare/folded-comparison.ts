import type { Plan } from "@uptake/model";
import {
  type CompareToPrecisionOptions,
  compareToPrecision,
  type PreciseComparison,
  streamedDifferences,
} from "@uptake/study/compare";
import type { Ensemble, StreamedEnsemble } from "@uptake/study/ensemble";
import type { Evaluate, Statistic } from "@uptake/study/evaluate";
import { type FunnelAt, funnelAt } from "@uptake/study/funnel";
import { count } from "../../words/format.ts";
import { foldRuns } from "../folded-runs.ts";
import type { StudyContext } from "../study-kind.ts";

/** Names the plans of a comparison, and what runs beside them. */
export interface PlansToFold {
  readonly baseline: Plan;
  readonly others: readonly Plan[];
  readonly also: readonly Plan[];
}

/** Says what is compared, and how often precision was looked at before. */
export interface FoldedComparisonOptions extends CompareToPrecisionOptions {
  readonly of: Statistic;
  readonly measures: readonly Statistic[];
  readonly looks: number;
}

/** Holds a comparison whose runs were folded, the ensembles in the order of the plans. */
export interface FoldedComparison {
  readonly result: PreciseComparison;
  readonly ensembles: readonly StreamedEnsemble[];
  readonly funnels: readonly FunnelAt[];
  readonly numbers: readonly number[];
  readonly checksums: readonly string[];
  readonly making: readonly string[];
}

/**
 * Compares plans in more runs than are kept whole. They are made twice: of the first ones only the number that must be
 * precise is kept, which says how many replicates it takes; so many are then folded, world by world.
 */
export async function foldedComparison(
  { baseline, others, also }: PlansToFold,
  { of, measures, looks, ...rule }: FoldedComparisonOptions,
  context: StudyContext,
): Promise<FoldedComparison> {
  const { progress, say, signal, seed } = context;
  say(
    `More than ${count(rule.first ?? 0)} replicates are needed. They are made twice, to see how many and then to tell of them, and none is kept.`,
  );
  const passing: Evaluate = (job, options) => context.evaluate(job, { ...options, passing: true });
  const seen = await compareToPrecision(baseline, others, {
    ...rule,
    of,
    measures: [],
    seed,
    evaluate: passing,
    signal,
    onProgress: (done, total) => progress("Seeing how many replicates it takes", done, total),
  });
  const compared = [baseline, ...others];
  const folded = await foldRuns(
    [...compared, ...also],
    { replicates: seen.replicates, funnels: compared.length },
    context,
  );
  const [first, ...plans] = folded.ensembles.slice(0, compared.length) as [StreamedEnsemble, ...StreamedEnsemble[]];
  const statistics = [of, ...measures.filter(({ series, month }) => series !== of.series || month !== of.month)];
  const checksums = [...folded.checksums, ...folded.again];
  return {
    result: {
      ...seen,
      looks: looks + seen.looks - 1,
      plans: plans.map((plan, p) => ({
        name: (others[p] as Plan).scenario.name,
        differences: streamedDifferences(first, plan, statistics),
      })),
      failures: folded.failures,
      checksums,
    },
    ensembles: folded.ensembles,
    funnels: compared.map(({ scenario: { target, horizon } }, p) =>
      funnelAt(folded.funnels[p] as Ensemble, Math.min(target.month, horizon)),
    ),
    numbers: folded.numbers,
    checksums,
    making: [folded.making],
  };
}
