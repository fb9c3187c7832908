import { platform } from "../workers/platform.ts";
import { type Evaluate, numbersOf } from "./evaluation.ts";
import { evaluationKeys, type Finished, type Journal, journalLine, readJournalLine } from "./journal.ts";
import { makeMissing } from "./make-missing.ts";

/** Milliseconds of finished work that an interruption may lose. */
const unwritten = 250;

/** Most numbers of a run that are kept in memory where a journal can be asked for them again. */
const fewNumbers = 256;

/**
 * Keeps what `evaluate` finishes in a journal, and takes from there what it holds already: a job that was interrupted
 * makes only the runs that are missing, with the same numbers to the bit. What the journal holds of other jobs is
 * ignored, and what is not as it was written is left out, which the journal is told; runs that failed are not kept, so
 * they are tried again, nor are those of jobs that are only passing.
 */
export function journaled(evaluate: Evaluate, journal: Journal): Evaluate {
  let reading: Promise<Map<string, Finished | number>> | undefined;
  /** Returns what the journal holds, of long rows their places. */
  const read = async (): Promise<Map<string, Finished | number>> => {
    const kept = new Map<string, Finished | number>();
    let leftOut = 0;
    let place = 0;
    for await (const text of journal.read()) {
      const line = readJournalLine(text, journal.key);
      if (line !== undefined) {
        const [run, finished] = line;
        kept.set(run, journal.readAgain && finished.values.length > fewNumbers ? place : finished);
      } else if (text !== "") leftOut++;
      place++;
    }
    if (leftOut > 0) journal.leftOut?.(leftOut);
    return kept;
  };
  const finishedAt = (place: number, run: string): Finished | undefined => {
    const line = readJournalLine(journal.readAgain?.(place) ?? "", journal.key);
    return line?.[0] === run ? line[1] : undefined;
  };
  return async (job, options = {}) => {
    options.signal?.throwIfAborted();
    if (options.passing && !options.resumable) return evaluate(job, options);
    reading ??= read();
    const kept = await reading;
    const keyOf = evaluationKeys(job);
    const keys = job.evaluations.map(keyOf);
    let lines: string[] = [];
    let appended = platform.performance.now();
    const append = (): void => {
      const all = lines;
      lines = [];
      appended = platform.performance.now();
      if (all.length > 0) journal.append(all);
    };
    /** Rows that are no longer as they were read. */
    let changed = 0;
    try {
      return await makeMissing(evaluate, job, options, {
        heardOnly: true,
        known: (i) => {
          const run = keys[i] as string;
          const held = kept.get(run);
          const finished = typeof held === "number" ? finishedAt(held, run) : held;
          if (held !== undefined && finished === undefined) changed++;
          return finished?.values.length === numbersOf(job) ? finished : undefined;
        },
        onMade: (i, outcome) => {
          if (!("values" in outcome)) return;
          const finished = { values: outcome.values.slice(), checksum: outcome.checksum };
          // Whole and passing runs are asked for once; keeping them again would take as much memory as they do.
          if (!job.whole && !options.passing) kept.set(keys[i] as string, finished);
          lines.push(journalLine(keys[i] as string, finished, job.statistics.length, journal.key));
          if (platform.performance.now() - appended > unwritten) append();
        },
      });
    } finally {
      if (changed > 0) journal.leftOut?.(changed);
      append();
    }
  };
}
