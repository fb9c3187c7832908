import {
  type EvaluateOptions,
  type EvaluationFailure,
  type EvaluationJob,
  type EvaluationResults,
  numbersOf,
  type Outcome,
} from "./evaluation.ts";

/** Collects what the evaluations of a job gave, in whatever order they finish, and tells who listens. */
export class Outcomes {
  readonly #options: EvaluateOptions;
  readonly #width: number;
  /** Undefined where outcomes are only heard. */
  readonly #values: Float64Array | undefined;
  readonly #checksums: string[];
  readonly #failures: EvaluationFailure[] = [];
  #done = 0;

  constructor(job: EvaluationJob, options: EvaluateOptions) {
    const { evaluations } = job;
    this.#options = options;
    this.#width = numbersOf(job);
    this.#values = options.heardOnly ? undefined : new Float64Array(evaluations.length * this.#width).fill(Number.NaN);
    this.#checksums = new Array<string>(evaluations.length).fill("");
  }

  /** Whether every evaluation has its outcome. */
  get complete(): boolean {
    return this.#done === this.#checksums.length;
  }

  /** Keeps what an evaluation gave; each has one outcome. */
  keep(evaluation: number, outcome: Outcome): void {
    if ("values" in outcome) {
      this.#values?.set(outcome.values, evaluation * this.#width);
      this.#checksums[evaluation] = outcome.checksum;
    } else this.#failures.push({ evaluation, stage: outcome.stage, cause: outcome.cause });
    this.#done++;
    this.#options.onOutcome?.(evaluation, outcome);
    this.#options.onProgress?.(this.#done, this.#checksums.length);
  }

  /** Returns the results in the order of the job. */
  results(): EvaluationResults {
    const failures = this.#failures.sort((a, b) => a.evaluation - b.evaluation);
    return { values: this.#values ?? new Float64Array(), checksums: this.#checksums, failures };
  }
}
