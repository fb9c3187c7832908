import type { Plan } from "@uptake/model";
import type { AnyEnsemble, StreamedEnsemble } from "@uptake/study/ensemble";
import { evaluateEnsembles, type FailedRun } from "@uptake/study/evaluate";
import { type FunnelAt, funnelAt } from "@uptake/study/funnel";
import { mostReplicates } from "../../input/options.ts";
import { count, dollars } from "../../words/format.ts";
import type { StudyContext } from "../study-kind.ts";

/** Replicates that the funnel of a plan is counted in where its runs are folded. */
const funnelReplicates = 256;

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

/** Says what is told less exactly of runs that were folded, and of how few the funnel is. */
function makingNote({ replicates, series, cost }: StreamedEnsemble, funnel: number): string {
  const shares = Math.max(...[...series].map(([name, { within }]) => (name === "cost" ? 0 : Math.max(...within))));
  const within = shares === 0 ? "exact" : `within ${(shares * 100).toPrecision(1)} points`;
  const money = cost.total.within === 0 ? "exact" : `within ${dollars(cost.total.within)}`;
  return `${count(replicates)} replicates were folded into means and percentiles as they came, and not kept: means and intervals are exact to rounding, percentiles of shares are ${within}, those of cost ${money}. The funnel is counted in the first ${count(funnel)}.`;
}

/** Folds runs as they come: of so many, single ones are not kept. */
async function foldedRuns(plans: readonly Plan[], replicates: number, context: StudyContext): Promise<MadeRuns> {
  const { evaluate, progress, say, signal, seed } = context;
  const { streamEnsembles } = await import("@uptake/study/stream");
  say(`${count(replicates)} replicates are folded as they come: if this is stopped, they are made again.`);
  const checksums = new Array<string>(replicates * plans.length).fill("");
  const { ensembles, failures } = await streamEnsembles(plans, {
    evaluate,
    signal,
    seed,
    replicates,
    onProgress: (done, total) => progress("Simulating", done, total),
    onRun: (plan, replicate, checksum) => {
      checksums[replicate * plans.length + plan] = checksum;
    },
  });
  const few = { evaluate, signal, seed, replicates: Math.min(funnelReplicates, replicates), funnel: true };
  const funnel = await evaluateEnsembles(plans.slice(0, 1), few);
  const left = new Set(failures.map(({ replicate }) => replicate));
  const numbers = Array.from({ length: replicates }, (_, r) => r).filter((r) => !left.has(r));
  return {
    ensembles,
    numbers,
    failures,
    checksums: [...checksums, ...funnel.checksums],
    own: numbers.map((r) => checksums[r * plans.length] as string),
    funnelAt: (month) => funnelAt(funnel.ensembles[0] as (typeof funnel.ensembles)[number], month),
    making: ensembles.slice(0, 1).map((one) => makingNote(one, few.replicates)),
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
  const made = await evaluateEnsembles(plans, { evaluate, signal, seed, replicates, funnel: true, onProgress });
  const [first] = made.ensembles;
  return {
    ...made,
    own: first?.checksums ?? [],
    funnelAt: (month) => funnelAt(first as NonNullable<typeof first>, month),
    making: [],
  };
}
