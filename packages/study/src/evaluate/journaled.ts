import { platform } from "../workers/platform.ts";
import { type Evaluate, numbersOf } from "./evaluation.ts";
import { evaluationKeys, type Finished, type Journal, journalLine, readJournalLine } from "./journal.ts";
import { makeMissing } from "./make-missing.ts";

/** Milliseconds of finished work that an interruption may lose. */
const unwritten = 250;

/**
 * Keeps what `evaluate` finishes in a journal, and takes from there what it holds already: a job that was interrupted
 * makes only the runs that are missing, with the same numbers to the bit. What the journal holds of other jobs is
 * ignored, and what is not as it was written is left out, which the journal is told; runs that failed are not kept, so
 * they are tried again, nor are those of jobs that are only passing.
 */
export function journaled(evaluate: Evaluate, journal: Journal): Evaluate {
  let reading: Promise<Map<string, Finished>> | undefined;
  const read = async (): Promise<Map<string, Finished>> => {
    const kept = new Map<string, Finished>();
    let leftOut = 0;
    for await (const text of journal.read()) {
      const line = readJournalLine(text, journal.key);
      if (line !== undefined) kept.set(...line);
      else if (text !== "") leftOut++;
    }
    if (leftOut > 0) journal.leftOut?.(leftOut);
    return kept;
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
    try {
      return await makeMissing(evaluate, job, options, {
        heardOnly: true,
        known: (i) => {
          const finished = kept.get(keys[i] as string);
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
      append();
    }
  };
}
