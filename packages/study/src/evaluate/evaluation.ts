import type { District, Plan, World } from "@uptake/model";

/** Names a number read of a run: one of `runSeries` or of `funnelReadingNames` (`@uptake/study/readings`), at an index. */
export interface Statistic {
  /** Name of the series, as in `adoption`, `depth50`, `gap`, `worstTier`, `cost`. */
  readonly series: string;
  /** Index, 0 … horizon. */
  readonly month: number;
}

/** Asks for one run: a plan, a replicate (its world and luck), and values in place of single parameters. */
export interface Evaluation {
  /** Place of the plan among the job's plans. */
  readonly plan: number;
  /** Number of the replicate, whole, from 0: it says which world and which luck. */
  readonly replicate: number;
  /** Values in place of the world's own; a whole world makes the plan's way of drawing worlds irrelevant. */
  readonly values?: World;
  /** District in the place of the plan's only one; see `planIn`. */
  readonly district?: District;
}

/** Says that runs are read whole, as rows of numbers that ensembles are made of, which `keepWholeRuns` asks for. */
export interface WholeRun {
  /** Whether the funnel is among them, some 50 kB a run of 60 months. */
  readonly funnel: boolean;
  /** Numbers of the longest row among the plans. */
  readonly width: number;
}

/** Holds many runs to be made and what is read of each. Plain and serialisable; the order of evaluations is that of the results. */
export interface EvaluationJob {
  /** Plans that evaluations name by their place. */
  readonly plans: readonly Plan[];
  /** Text that every draw follows from, not empty. */
  readonly seed: string;
  /** Numbers read of each run. */
  readonly statistics: readonly Statistic[];
  /** Runs to be made. */
  readonly evaluations: readonly Evaluation[];
  /** Reads each run whole too, after the statistics; not unless it is given. */
  readonly whole?: WholeRun;
}

/** Returns how many numbers are read of each run of a job. */
export function numbersOf({ statistics, whole }: Pick<EvaluationJob, "statistics" | "whole">): number {
  return statistics.length + (whole?.width ?? 0);
}

/** Tells where and why a run failed: in the run itself, or with the worker that ran it. */
export interface Failed {
  /** Where it failed. */
  readonly stage: "simulate" | "worker";
  /** Message of what was thrown. */
  readonly cause: string;
}

/** Tells why one evaluation has no values. */
export interface EvaluationFailure extends Failed {
  /** Place of the evaluation in the job. */
  readonly evaluation: number;
}

/** Holds what one evaluation gave: a number per statistic, then the run's row, and its checksum; or why there are none. */
export type Outcome = { readonly values: Float64Array; readonly checksum: string } | Failed;

/** Holds what was read of each run. */
export interface EvaluationResults {
  /** Evaluations × {@link numbersOf}, row by row; NaN where the run has no such value, or failed. Empty if only heard. */
  readonly values: Float64Array;
  /** Checksum of each run, empty where it failed. */
  readonly checksums: readonly string[];
  /** Evaluations that failed; they never end a job. */
  readonly failures: readonly EvaluationFailure[];
  /** Whether no run was made and nothing heard, since only which runs are asked for is of use (default false). */
  readonly listed?: true;
}

/** Names what is needed of an `AbortSignal`. */
export interface Signal {
  /** Whether it is aborted. */
  readonly aborted: boolean;
  /** Throws the reason where it is aborted. */
  throwIfAborted(): void;
  /** Where it is there, what is aborted ends at once, not after the runs under way. */
  addEventListener?(type: "abort", listener: () => void): void;
  /** Takes back what `addEventListener` was given. */
  removeEventListener?(type: "abort", listener: () => void): void;
}

/** Says who hears of progress and what ends a job early. */
export interface EvaluateOptions {
  /** Hears how many evaluations are done, of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Hears what each evaluation gave as soon as it is there, in whatever order they finish. */
  readonly onOutcome?: (evaluation: number, outcome: Outcome) => void;
  /** Whether outcomes are heard one by one and kept by whoever hears them: the results then hold no values. */
  readonly heardOnly?: boolean | undefined;
  /** Whether results are folded and thrown away, job after job, so that neither a journal nor a record keeps them all. */
  readonly passing?: boolean;
  /** Whether a journal keeps them all the same, so that what is stopped goes on: of jobs whose rows a disk has room for. */
  readonly resumable?: boolean;
  /** Ends the job when aborted: `evaluate` then throws the signal's reason; what a journal has kept stays. */
  readonly signal?: Signal | undefined;
}

/** Evaluates a job. The results are the same to the bit whoever does it: one thread, several, or a resumed job. */
export type Evaluate = (job: EvaluationJob, options?: EvaluateOptions) => Promise<EvaluationResults>;
