import { type Journal, journaled } from "@uptake/study/evaluate";
import { type Runners, runners } from "../host/workers.ts";

/**
 * Returns what makes the runs of a study on up to `threads` threads (default as many as the machine runs at once). With a
 * journal, finished runs are kept there, and taken from there when a study that was stopped goes on.
 */
export function studyEvaluator(threads: number | undefined, journal?: Journal): Runners {
  const made = runners(threads);
  return journal === undefined ? made : { ...made, evaluate: journaled(made.evaluate, journal) };
}
