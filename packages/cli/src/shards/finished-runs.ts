import {
  type Evaluate,
  type EvaluationFailure,
  type EvaluationJob,
  numbersOf,
  type Outcome,
} from "@uptake/study/evaluate";
import { jobPrint } from "./job-print.ts";
import type { ShardPlan } from "./plan-file.ts";
import { shardPath } from "./shard-names.ts";
import { readShard } from "./shard-reader.ts";

/** Bytes of numbers that are read from all shards at a time. */
const windowBytes = 64 * 1024 * 1024;

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

/** Reads runs `from` to `to` from all shards of a plan: each holds every n-th. */
async function readRange(
  folder: string,
  { shards }: ShardPlan,
  from: number,
  to: number,
): Promise<Map<number, Outcome>> {
  const found = new Map<number, Outcome>();
  const rowOf = (run: number, shard: number): number => Math.max(0, Math.ceil((run - shard) / shards));
  for (let shard = 0; shard < shards; shard++) {
    const [first, end] = [rowOf(from, shard), rowOf(to, shard)];
    if (first === end) continue;
    for (const [run, outcome] of await readShard(shardPath(folder, shard), first, end)) found.set(run, outcome);
  }
  return found;
}

/**
 * Gives the runs of a study that shards hold in the place of making them, some tens of megabytes at a time; what no shard
 * holds, since a run before it failed, is made by `evaluate`, and `onMade` hears how many runs that is.
 */
export function finishedRuns(
  folder: string,
  plan: ShardPlan,
  evaluate: Evaluate,
  onMade: (runs: number) => void,
): Evaluate {
  const begins = beginnings(plan);
  const widest = plan.jobs.reduce((most, { width }) => Math.max(most, width), 1);
  const size = Math.max(1, Math.floor(windowBytes / (8 * widest)));
  let window = { from: 0, to: 0, runs: new Map<number, Outcome>() };
  /** Returns what a run gave; those after it are read with it, since they are asked for next. */
  const outcomeOf = async (run: number): Promise<Outcome> => {
    if (run < window.from || run >= window.to) {
      const to = Math.min(plan.runs, run + size);
      // What was read before is let go first.
      window = { from: run, to: run, runs: new Map() };
      window = { from: run, to, runs: await readRange(folder, plan, run, to) };
    }
    const outcome = window.runs.get(run);
    if (outcome === undefined) throw new Error(`no shard holds run ${run}`);
    return outcome;
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
      const outcome = await outcomeOf(begin + e);
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
