import type { Plan } from "@uptake/model";
import type { AnyEnsemble, Ensemble } from "@uptake/study/ensemble";
import { evaluateEnsembles, type FailedRun } from "@uptake/study/evaluate";
import { type FunnelAt, funnelAt } from "@uptake/study/funnel";
import { mostReplicates } from "../../input/options.ts";
import { foldRuns } from "../folded-runs.ts";
import type { StudyContext } from "../study-kind.ts";

/** Holds the runs of a plan, and of business as usual where that was run beside it. */
export interface MadeRuns {
  readonly ensembles: readonly AnyEnsemble[];
  /** Numbers of the replicates in which no run failed. */
  readonly numbers: readonly number[];
  readonly failures: readonly FailedRun[];
  /** Checksums of all runs, replicate by replicate, plan by plan; and of those of the first plan alone. */
  readonly checksums: readonly string[];
  readonly own: readonly string[];
  /** Counts who is where at an index with the first plan. */
  readonly funnelAt: (month: number) => FunnelAt;
  /** Says how the runs were made, where they were folded as they came. */
  readonly making: readonly string[];
}

/** Makes the runs of plans, and folds them as they come. */
async function foldedRuns(plans: readonly Plan[], replicates: number, context: StudyContext): Promise<MadeRuns> {
  const { funnels, again, checksums, making, ...folded } = await foldRuns(plans, { replicates, funnels: 1 }, context);
  return {
    ...folded,
    checksums: [...checksums, ...again],
    own: folded.numbers.map((r) => checksums[r * plans.length] as string),
    funnelAt: (month) => funnelAt(funnels[0] as Ensemble, month),
    making: [making],
  };
}

/**
 * Makes the runs of plans, the first of which is asked about, in the same worlds and luck. Beyond `most` replicates they
 * are folded as they come.
 */
export async function madeRuns(
  plans: readonly Plan[],
  replicates: number,
  context: StudyContext,
  most: number = mostReplicates,
): Promise<MadeRuns> {
  if (replicates > most) return foldedRuns(plans, replicates, context);
  const { evaluate, progress, signal, seed } = context;
  const onProgress = (done: number, total: number): void => progress("Simulating", done, total);
  const made = await evaluateEnsembles(plans, { evaluate, signal, seed, replicates, funnels: 1, onProgress });
  const [first] = made.ensembles;
  return {
    ...made,
    own: first?.checksums ?? [],
    funnelAt: (month) => funnelAt(first as NonNullable<typeof first>, month),
    making: [],
  };
}
