import {
  type Evaluate,
  type EvaluationFailure,
  type EvaluationJob,
  numbersOf,
  type Outcome,
} from "@uptake/study/evaluate";
import { jobPrint } from "./job-print.ts";
import { type ShardPlan, widest } from "./plan-file.ts";
import { shardPath } from "./shard-names.ts";
import { outcomeOf, type ReadRun, ShardReader } from "./shard-reader.ts";
import { rowOf } from "./shares.ts";

/** Bytes that are read from all shards at a time, and what a run takes beside its numbers. */
const windowBytes = 8 * 1024 * 1024;
const besideBytes = 512;

/** Returns where the runs of each job begin, by the job's fingerprint. */
function beginnings({ jobs }: ShardPlan): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let from = 0;
  for (const { runs, print } of jobs) {
    if (!found.has(print)) found.set(print, from);
    from += runs;
  }
  return found;
}

/** Returns how many runs are read at a time: whole blocks, where one is no more than that. */
function windowRuns({ jobs, block = 1 }: ShardPlan): number {
  const runs = Math.max(1, Math.floor(windowBytes / (8 * widest(jobs) + besideBytes)));
  return runs < block ? runs : runs - (runs % block);
}

/** Reads runs `from` to `to` from all shards of a plan. */
async function readRange(
  reader: ShardReader,
  folder: string,
  plan: ShardPlan,
  [from, to]: readonly [from: number, to: number],
): Promise<Map<number, ReadRun>> {
  const found = new Map<number, ReadRun>();
  for (let shard = 0; shard < plan.shards; shard++) {
    const [first, end] = [rowOf(plan, shard, from), rowOf(plan, shard, to)];
    if (first === end) continue;
    for (const [run, read] of await reader.read(shardPath(folder, shard), first, end)) found.set(run, read);
  }
  return found;
}

/**
 * Gives the runs of a study that shards hold in the place of making them, some megabytes at a time; what no shard
 * holds, since a run before it failed, is made by `evaluate`, and `onMade` hears how many runs that is.
 */
export function finishedRuns(
  folder: string,
  plan: ShardPlan,
  evaluate: Evaluate,
  onMade: (runs: number) => void,
): Evaluate {
  const begins = beginnings(plan);
  const reader = new ShardReader();
  const size = windowRuns(plan);
  let window = { from: 0, to: 0, runs: new Map<number, ReadRun>() };
  /** Returns what a run gave; those after it are read with it, since they are asked for next. */
  const outcomeAt = async (run: number): Promise<Outcome> => {
    if (run < window.from || run >= window.to) {
      const to = Math.min(plan.runs, run + size);
      // What was read before is let go first.
      window = { from: run, to: run, runs: new Map() };
      window = { from: run, to, runs: await readRange(reader, folder, plan, [run, to]) };
    }
    const read = window.runs.get(run);
    if (read === undefined) throw new Error(`no shard holds run ${run}`);
    return outcomeOf(read);
  };
  return async (job: EvaluationJob, options = {}) => {
    const { length } = job.evaluations;
    const begin = begins.get(jobPrint(job));
    if (begin === undefined) {
      onMade(length);
      return evaluate(job, options);
    }
    const width = numbersOf(job);
    const values = new Float64Array(options.heardOnly ? 0 : length * width).fill(Number.NaN);
    const checksums = new Array<string>(length).fill("");
    const failures: EvaluationFailure[] = [];
    for (let e = 0; e < length; e++) {
      options.signal?.throwIfAborted();
      const outcome = await outcomeAt(begin + e);
      if ("values" in outcome) {
        if (!options.heardOnly) values.set(outcome.values, e * width);
        checksums[e] = outcome.checksum;
      } else failures.push({ evaluation: e, ...outcome });
      options.onOutcome?.(e, outcome);
      options.onProgress?.(e + 1, length);
    }
    return { values, checksums, failures };
  };
}
