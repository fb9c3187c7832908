import { journaled } from "@uptake/study/evaluate";
import { fileJournal, type JournalOwner } from "../host/file-journal.ts";
import type { Host } from "../host/host.ts";
import { type Runners, runners, threadCount } from "../host/workers.ts";

/** Says where finished runs are kept, and whose they are. */
export interface KeptRuns {
  readonly file: string;
  readonly owner: JournalOwner;
}

/**
 * Returns what makes the runs of a study on `threads` threads (default as many as the machine runs at once). With a
 * file for a journal, finished runs are kept there, and taken from there when a study that was stopped goes on.
 */
export function studyEvaluator(host: Host, threads: number = threadCount(undefined), journal?: KeptRuns): Runners {
  const made = runners(threads);
  return journal === undefined
    ? made
    : { ...made, evaluate: journaled(made.evaluate, fileJournal(host, journal.file, journal.owner)) };
}
