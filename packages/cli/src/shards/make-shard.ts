import { randomBytes } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { loadKeptWorlds } from "@uptake/model";
import type { Evaluate, EvaluationJob, Outcome, Signal } from "@uptake/study/evaluate";
import { isSystemError, whyRefused } from "../host/describe-system-error.ts";
import type { ShardPlan } from "./plan-file.ts";
import { readRuns } from "./runs-file.ts";
import { sealFile } from "./seal.ts";
import { runsName, shardPath } from "./shard-names.ts";
import { ShardWriter } from "./shard-writer.ts";
import { runsOfShard, shardOf } from "./shares.ts";

/** Runs that are made together at most: their numbers are all in memory. */
const together = 1_024;

/** Says how a shard is made. */
export interface MakeShardOptions {
  readonly evaluate: Evaluate;
  readonly signal: Signal;
  readonly onProgress: (done: number, total: number) => void;
}

/** Holds some runs of a shard of one job, with their numbers. */
interface Some {
  readonly job: EvaluationJob;
  readonly runs: readonly number[];
}

/** Tells what two jobs must have in common for their runs to be made together. */
const shapeOf = ({ seed, statistics, whole, plans }: EvaluationJob): readonly unknown[] => [
  seed,
  JSON.stringify([statistics, whole]),
  ...plans,
];

function sameShape(a: EvaluationJob, b: EvaluationJob): boolean {
  const one = shapeOf(a);
  const other = shapeOf(b);
  return one.length === other.length && one.every((part, i) => part === other[i]);
}

/** Picks the runs of a shard, as many of jobs alike as are made together. */
async function* runsFor(path: string, plan: ShardPlan, index: number): AsyncGenerator<Some> {
  let waiting: Some | undefined;
  let from = 0;
  for await (const job of readRuns(path, plan.runsFile)) {
    const places = Array.from(job.evaluations, (_, e) => e).filter((e) => shardOf(plan, from + e) === index);
    const runs = places.map((e) => from + e);
    from += job.evaluations.length;
    if (places.length === 0) continue;
    const evaluations = places.map((e) => job.evaluations[e] as EvaluationJob["evaluations"][number]);
    const joined: Some | undefined =
      waiting && sameShape(waiting.job, job) && waiting.runs.length + runs.length <= together
        ? {
            job: { ...waiting.job, evaluations: [...waiting.job.evaluations, ...evaluations] },
            runs: [...waiting.runs, ...runs],
          }
        : undefined;
    if (waiting && !joined) yield waiting;
    waiting = joined ?? { job: { ...job, evaluations }, runs };
  }
  if (waiting) yield waiting;
}

/** Makes some runs and returns what each gave, in their order. */
async function outcomesOf(
  { job, runs }: Some,
  options: MakeShardOptions,
  done: number,
  total: number,
): Promise<Outcome[]> {
  const { evaluate, signal, onProgress } = options;
  const outcomes = new Array<Outcome>(runs.length);
  await evaluate(job, {
    signal,
    heardOnly: true,
    onOutcome: (e, outcome) => {
      // Numbers are lent only until this returns.
      outcomes[e] = "values" in outcome ? { ...outcome, values: outcome.values.slice() } : outcome;
    },
    onProgress: (now) => onProgress(done + now, total),
  });
  const lost = outcomes.findIndex((outcome) => "stage" in outcome && outcome.stage === "worker");
  const cause = outcomes[lost];
  if (cause && "cause" in cause)
    throw new Error(`run ${runs[lost]} could not be made: ${cause.cause}; nothing was written, run the shard again`);
  return outcomes;
}

/** Says of an error of the system, met while a shard was written, which shard it is and what is kept. */
function unwritten(error: unknown, path: string, unfinished: string): unknown {
  // An error of a write to an open file names no file; one that names another is of what is read.
  if (!isSystemError(error) || (error.path !== undefined && error.path !== unfinished)) return error;
  const kept = "nothing of this shard is kept, and shards that are finished are; run it again then";
  return new Error(`${path} was not written: ${whyRefused(error)}; ${kept}`, { cause: error });
}

/**
 * Makes the runs of a shard and writes them into its file: under a name of its own first, then under the right one, so
 * that a worker that is killed leaves no shard behind that is not whole. Making a shard again gives the same bytes.
 *
 * @throws Error where a worker died or the system refuses; then nothing is written.
 */
export async function makeShard(
  folder: string,
  plan: ShardPlan,
  index: number,
  options: MakeShardOptions,
): Promise<void> {
  const path = shardPath(folder, index);
  const unfinished = `${path.replace(/\.parquet$/, "")}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
  const total = runsOfShard(plan, index);
  let done = 0;
  // Plans come from a file, where preparing them would have loaded the worlds that they draw from.
  await loadKeptWorlds();
  try {
    const writer = new ShardWriter(unfinished, plan, index);
    for await (const some of runsFor(join(folder, runsName), plan, index)) {
      options.signal.throwIfAborted();
      const outcomes = await outcomesOf(some, options, done, total);
      const { job, runs } = some;
      for (const [i, outcome] of outcomes.entries())
        writer.add({
          run: runs[i] as number,
          job,
          evaluation: job.evaluations[i] as EvaluationJob["evaluations"][number],
          outcome,
        });
      done += runs.length;
    }
    writer.end();
    if (done !== total) throw new Error(`the plan has ${total} runs for shard ${index}, its list of runs ${done}`);
    await sealFile(unfinished);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw unwritten(error, path, unfinished);
  }
}
