import type { Plan } from "@uptake/model";
import { quantile } from "../statistics/quantile.ts";
import { platform } from "../workers/platform.ts";
import { evaluateHere } from "./evaluate-here.ts";
import type { EvaluationJob } from "./evaluation.ts";

/** Says how much work a job is, before it is done. */
export interface WorkAhead {
  /** Runs there are to make, at most. */
  readonly runs: number;
  /** Milliseconds one run takes in one thread, null where none could be timed. */
  readonly millisecondsPerRun: number | null;
}

/** Runs and milliseconds of timing, at least and at most: the first runs are slower than the rest. */
const fewestRuns = 6;
const mostRuns = 200;
const shortest = 700;
const longest = 3000;

/** Times a few runs of a job in this thread, spread over the whole of it, and takes the median of the last quarter. */
export async function workAhead(job: EvaluationJob): Promise<WorkAhead> {
  const runs = job.evaluations.length;
  const count = Math.min(mostRuns, runs);
  const times: number[] = [];
  const begun = platform.performance.now();
  for (let k = 0; k < count; k++) {
    const before = platform.performance.now();
    const spent = before - begun;
    if (spent > longest || (spent > shortest && k >= fewestRuns)) break;
    const evaluations = [job.evaluations[(k * 7919) % runs]!];
    const { failures } = await evaluateHere({ ...job, evaluations });
    if (failures.length === 0) times.push(platform.performance.now() - before);
  }
  const later = times.slice(Math.floor(0.75 * times.length));
  return { runs, millisecondsPerRun: later.length === 0 ? null : quantile(later, 0.5) };
}

/** Tells how much work `runs` runs of a plan are, where the runs that will be made are not known beforehand. */
export async function runsAhead(plan: Plan, seed: string, runs: number): Promise<WorkAhead> {
  const evaluations = Array.from({ length: Math.min(mostRuns, runs) }, (_, replicate) => ({ plan: 0, replicate }));
  return { ...(await workAhead({ plans: [plan], seed, statistics: [], evaluations })), runs };
}
