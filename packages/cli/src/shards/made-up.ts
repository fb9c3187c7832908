import { type EvaluateOptions, type EvaluationJob, type EvaluationResults, numbersOf } from "@uptake/study/evaluate";

/** Rows of made-up numbers that differ. */
const different = 61;

/** Runs that are made up of jobs that are only passing: of the rest, which go on alike, nothing is heard. */
const mostPassing = 2_048;

/**
 * Answers jobs with made-up numbers in the place of runs: all 0, or numbers from 0 to 1 that differ from run to run. Only
 * which runs a study asks for next is of use then, so that of many runs that are folded as they come the first are enough.
 */
export class MadeUp {
  readonly #vary: boolean;
  #passing = 0;

  constructor(vary: boolean) {
    this.#vary = vary;
  }

  /** Answers a job. */
  answer(job: EvaluationJob, options: EvaluateOptions): EvaluationResults {
    const folded = options.passing === true && options.heardOnly === true && options.resumable !== true;
    if (folded && this.#passing >= mostPassing)
      return { values: new Float64Array(), checksums: [], failures: [], listed: true };
    if (folded) this.#passing += job.evaluations.length;
    return madeUp(job, options, this.#vary);
  }
}

function madeUp(job: EvaluationJob, options: EvaluateOptions, vary: boolean): EvaluationResults {
  const { length } = job.evaluations;
  const width = numbersOf(job);
  const numbers = Float64Array.from({ length: width + different }, (_, i) =>
    vary ? ((i * 7919 + 13) % 1009) / 1009 : 0,
  );
  const values = new Float64Array(options.heardOnly ? 0 : length * width);
  const checksum = "0".repeat(16);
  for (let e = 0; e < length; e++) {
    const from = (e * 17) % different;
    const row = numbers.subarray(from, from + width);
    if (!options.heardOnly) values.set(row, e * width);
    options.onOutcome?.(e, { values: row, checksum });
  }
  return { values, checksums: new Array<string>(length).fill(checksum), failures: [] };
}
