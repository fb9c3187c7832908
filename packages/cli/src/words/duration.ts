import { availableParallelism } from "node:os";
import { type EvaluationJob, type WorkAhead, workAhead } from "@uptake/study/evaluate";
import { counted } from "./format.ts";

/** Jobs with fewer evaluations are not tried beforehand. */
const few = 50;

/** Seconds below which nobody needs to be told. */
const soon = 5;

/** Writes a time for people, as in `about 3 minutes`. */
export function aboutTime(seconds: number): string {
  if (seconds < 90) return `about ${counted(Math.max(1, seconds), "second")}`;
  return seconds < 90 * 60 ? `about ${counted(seconds / 60, "minute")}` : `about ${(seconds / 3600).toFixed(1)} hours`;
}

/** Says how long a job will take on `threads` threads, from a few of its evaluations made here; undefined for a short one. */
export async function durationOf(job: EvaluationJob, threads: number): Promise<string | undefined> {
  const { length } = job.evaluations;
  if (length < few) return undefined;
  const { millisecondsPerRun } = await workAhead(job);
  if (millisecondsPerRun === null) return undefined;
  const all = (millisecondsPerRun / 1000) * (length / threads);
  return all < soon ? undefined : `${counted(length, "run")}, ${aboutTime(all)} on ${counted(threads, "thread")}`;
}

/** Says how much work is ahead and about how long it takes on `threads` threads (default all there are). */
export function describeWork(
  { runs, millisecondsPerRun }: WorkAhead,
  threads: number = availableParallelism(),
): string {
  const time = millisecondsPerRun === null ? "" : `, ${aboutTime(((millisecondsPerRun / 1000) * runs) / threads)}`;
  return `${counted(runs, "run")} ahead${time}${time && ` on ${counted(threads, "thread")}`}.`;
}
