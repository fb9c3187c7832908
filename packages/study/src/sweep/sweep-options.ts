import type { Evaluate, EvaluateOptions } from "../evaluate/evaluation.ts";
import type { WorkAhead } from "../evaluate/run-time.ts";
import type { AskedOutcome } from "../target/run-outcome.ts";

/** Sets how a sweep is run. */
export interface SweepOptions extends EvaluateOptions {
  /** Outcomes read of each run (default all those with names that there are; see `outcomesOf` of `@uptake/study/target`). */
  readonly outcomes?: readonly AskedOutcome[];
  /** Number of replicates of each point, 1 … 100,000 (default 32). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
  /** Makes the runs (default in this thread). */
  readonly evaluate?: Evaluate;
  /** Hears how many runs there are and how long one takes, before they begin. */
  readonly onEstimate?: (ahead: WorkAhead) => void;
}
