import type { Evaluate, EvaluateOptions } from "../evaluate/evaluation.ts";
import type { ShockSet } from "./named-shocks.ts";

/** Says what it takes to succeed. */
export interface StressThreshold {
  /** Series that is read, as in `adoption`, `depth50`, `worstTier`, `gap` or `cost` (default what the target is of). */
  readonly measure?: string;
  /** Index it is read at: that of the target, two years after funding ends, or a number (default `target`; the last for `cost`). */
  readonly month?: "target" | "sustained" | number;
  /** Least value that is a success, most where less is better (default the target's share; none for costs and gaps). */
  readonly value?: number;
}

/** Sets a stress test. */
export interface StressOptions extends EvaluateOptions {
  /** Sets of shocks, by name or written out (default all of {@link namedShocks}). */
  readonly shocks?: readonly (string | ShockSet)[];
  /** Where worlds come from: the kept ones, each once, or the wide priors (default `kept`). */
  readonly worlds?: "kept" | "priors";
  /** Number of worlds (default every kept one; 500 from the priors). */
  readonly draws?: number;
  /** Runs of each world, with luck of their own; a world's outcome is their mean (default 1). */
  readonly luck?: number;
  /** What success is (default the share of the first scenario's target, of its series in its month). */
  readonly threshold?: StressThreshold;
  /** Difference from the best within which a strategy has no regret, in the measure's unit (default 0). */
  readonly tolerance?: number;
  /** Start months of levers, tried in turn over worlds, as in `{ coaching: [0, 6, 12] }` (default as the strategies have it). */
  readonly starts?: Readonly<Record<string, readonly number[]>>;
  /** Names of the strategies whose failures are searched (default all). */
  readonly vulnerable?: readonly string[];
  /** Parameters that boxes may restrict (default all that vary and can matter). */
  readonly inputs?: readonly string[];
  /** Most boxes sought for each strategy, 1 … 5 (default 1). */
  readonly boxes?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
  /** Makes the runs (default in this thread). */
  readonly evaluate?: Evaluate;
}
