import type { Plan } from "@uptake/model";
import type { Ensemble, StreamedEnsemble } from "@uptake/study/ensemble";
import { evaluateEnsembles, type FailedRun, workAhead } from "@uptake/study/evaluate";
import type { RunsBeyond } from "@uptake/study/receipt";
import { mostReplicates } from "../input/options.ts";
import { describeWork } from "../words/duration.ts";
import { count, dollars } from "../words/format.ts";
import { ChecksumBlocks, runsOfBlock } from "./checksum-blocks.ts";
import type { StudyContext } from "./study-kind.ts";

/** Replicates that the funnel of a plan is counted in where its runs are folded. */
const funnelReplicates = 256;

/** Most replicates of whose every run a few numbers, and the checksum, are kept. */
export const mostSingle = 100_000;

/**
 * Replicates of whose runs numbers are kept where there are more than {@link mostSingle}: the first ones. With the world as
 * the unit, what is told of so many is hardly less precise than of all.
 */
const singleOfMore = 10_000;

/** Says which runs are folded. */
export interface FoldRunsOptions {
  readonly replicates: number;
  /** Of how many plans, from the first on, the funnel is counted. */
  readonly funnels: number;
  /** Most replicates of whose every run numbers are kept (default {@link mostSingle}). */
  readonly single?: number;
}

/** Holds what is told of runs of plans in the same worlds and luck, folded as they came. */
export interface FoldedRuns {
  readonly ensembles: readonly StreamedEnsemble[];
  /** Ensembles of a few replicates that have the funnel. */
  readonly funnels: readonly Ensemble[];
  /** Numbers of the replicates in which no run failed, of those of whose single runs numbers are kept. */
  readonly numbers: readonly number[];
  readonly failures: readonly FailedRun[];
  /** Checksums of all runs, replicate by replicate, plan by plan; and of those made again for the funnel. */
  readonly checksums: readonly string[];
  readonly again: readonly string[];
  /** How many more runs there are where checksums stand for several: beyond {@link mostSingle} replicates. */
  readonly beyond: RunsBeyond | undefined;
  /** Says how the runs were made. */
  readonly making: string;
}

/** Says what is told less exactly of runs that were folded, and of how few the funnel is. */
function makingNote(
  ensembles: readonly StreamedEnsemble[],
  {
    replicates,
    funnel,
    single,
  }: { readonly replicates: number; readonly funnel: number; readonly single: number | undefined },
): string {
  const shares = Math.max(
    ...ensembles.flatMap(({ series }) =>
      [...series].map(([name, { within }]) => (name === "cost" ? 0 : Math.max(...within))),
    ),
  );
  const spent = Math.max(...ensembles.map(({ cost }) => cost.total.within));
  const within = shares === 0 ? "exact" : `within ${(shares * 100).toPrecision(1)} points`;
  const money = spent === 0 ? "exact" : `within ${dollars(spent)}`;
  const told = `${count(replicates)} replicates were folded into means and percentiles as they came, and not kept: means and intervals are exact to rounding, percentiles of shares are ${within}, those of cost ${money}. The funnel is counted in the first ${count(funnel)}.`;
  return single === undefined
    ? told
    : `${told} Times to the target, shortfalls, what is sustained, costs per adopter and student-year, and which number decides are told of the first ${count(single)}; a checksum stands for ${count(runsOfBlock)} runs.`;
}

/** Folds runs of plans as they come: of so many, single ones are not kept. */
export async function foldRuns(
  plans: readonly Plan[],
  { replicates, funnels, single = mostSingle }: FoldRunsOptions,
  { evaluate, progress, say, signal, seed }: StudyContext,
): Promise<FoldedRuns> {
  const { streamEnsembles } = await import("@uptake/study/stream");
  const runs = replicates * plans.length;
  const sample = Array.from({ length: 64 * plans.length }, (_, e) => ({
    plan: e % plans.length,
    replicate: Math.floor(e / plans.length),
  }));
  const ahead = await workAhead({ plans, seed, statistics: [], evaluations: sample });
  say(describeWork({ ...ahead, runs }));
  const resumable = replicates <= mostReplicates;
  if (!resumable)
    say(`${count(replicates)} replicates are folded as they come: if this is stopped, they are made again.`);
  const listed = replicates <= single;
  const keep = listed ? replicates : Math.min(single, singleOfMore);
  const checksums = new Array<string>(listed ? runs : 0).fill("");
  const blocks = new ChecksumBlocks();
  const { ensembles, failures } = await streamEnsembles(plans, {
    evaluate,
    signal,
    seed,
    replicates,
    keep,
    resumable,
    onProgress: (done, total) => progress("Simulating", done, total),
    onRun: (plan, replicate, checksum) => {
      if (listed) checksums[replicate * plans.length + plan] = checksum;
      else blocks.add(checksum);
    },
  });
  const few = { evaluate, signal, seed, replicates: Math.min(funnelReplicates, replicates), funnels };
  const funnel = await evaluateEnsembles(plans.slice(0, funnels), few);
  const left = new Set(failures.map(({ replicate }) => replicate));
  return {
    ensembles,
    funnels: funnel.ensembles,
    numbers: Array.from({ length: keep }, (_, r) => r).filter((r) => !left.has(r)),
    failures,
    ...(listed ? { checksums, beyond: undefined } : blocks.all()),
    again: funnel.checksums,
    making: makingNote(ensembles.slice(0, funnels), {
      replicates: ensembles[0]?.replicates ?? 0,
      funnel: few.replicates,
      single: listed ? undefined : keep,
    }),
  };
}
