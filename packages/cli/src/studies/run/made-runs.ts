import type { Plan } from "@uptake/model";
import type { AnyEnsemble, Ensemble } from "@uptake/study/ensemble";
import { evaluateEnsembles, type FailedRun } from "@uptake/study/evaluate";
import { type FunnelAt, funnelAt } from "@uptake/study/funnel";
import type { RunsBeyond } from "@uptake/study/receipt";
import { mostKeptReplicates } from "../../input/options.ts";
import { type FoldRunsOptions, foldRuns, mostSingle } from "../folded-runs.ts";
import type { StudyContext } from "../study-kind.ts";

/** Holds the runs of a plan, and of business as usual where that was run beside it. */
export interface MadeRuns {
  readonly ensembles: readonly AnyEnsemble[];
  /** Numbers of the replicates in which no run failed, of those of whose single runs numbers are kept. */
  readonly numbers: readonly number[];
  readonly failures: readonly FailedRun[];
  /** Checksums of all runs, replicate by replicate, plan by plan; and of those of the first plan alone. */
  readonly checksums: readonly string[];
  readonly own: readonly string[];
  /** How many more runs there are where checksums stand for several, and the first plan's one for all. */
  readonly beyond?: RunsBeyond | undefined;
  /** Counts who is where at an index with the first plan. */
  readonly funnelAt: (month: number) => FunnelAt;
  /** Says how the runs were made, where they were folded as they came. */
  readonly making: readonly string[];
}

/** Makes the runs of plans, and folds them as they come. */
async function foldedRuns(
  plans: readonly Plan[],
  options: Omit<FoldRunsOptions, "funnels">,
  context: StudyContext,
): Promise<MadeRuns> {
  const { funnels, again, checksums, making, ...folded } = await foldRuns(plans, { ...options, funnels: 1 }, context);
  const own = folded.beyond
    ? folded.ensembles.slice(0, 1).map(({ digest }) => digest)
    : folded.numbers.map((r) => checksums[r * plans.length] as string);
  return {
    ...folded,
    checksums: [...checksums, ...again],
    own,
    funnelAt: (month) => funnelAt(funnels[0] as Ensemble, month),
    making: [making],
  };
}

/**
 * Makes the runs of plans, the first of which is asked about, in the same worlds and luck. Beyond `most` replicates they
 * are folded as they come; numbers of every run are kept up to `single` of them.
 */
export async function madeRuns(
  plans: readonly Plan[],
  replicates: number,
  context: StudyContext,
  most: number = mostKeptReplicates,
  single: number = mostSingle,
): Promise<MadeRuns> {
  if (replicates > most) return foldedRuns(plans, { replicates, single }, context);
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
