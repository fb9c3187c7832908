import { type EvaluateOptions, type EvaluationJob, type EvaluationResults, numbersOf } from "@uptake/study/evaluate";

/** Rows of made-up numbers that differ. */
const different = 61;

/**
 * Answers a job with made-up numbers in the place of runs: all 0, or numbers from 0 to 1 that differ from run to run. Only
 * which runs a study asks for next is of use then.
 */
export function madeUp(job: EvaluationJob, options: EvaluateOptions, vary: boolean): EvaluationResults {
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
