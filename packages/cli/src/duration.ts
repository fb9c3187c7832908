import { type EvaluationJob, evaluateHere } from "@uptake/study";
import { counted } from "./format.ts";

/** Evaluations made to see how long one takes: the first ones warm up, the last is timed. */
const tried = 3;

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
  let seconds = 0;
  for (let i = 0; i < tried; i++) {
    const begun = performance.now();
    await evaluateHere({ ...job, evaluations: job.evaluations.slice(i, i + 1) });
    seconds = (performance.now() - begun) / 1000;
  }
  const all = (seconds * length) / threads;
  return all < soon ? undefined : `${counted(length, "run")}, ${aboutTime(all)} on ${counted(threads, "thread")}`;
}
