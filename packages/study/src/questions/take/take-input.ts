import type { ScenarioInput } from "@uptake/model";

/** Asks what it would take to reach a scenario's target. */
export interface TakeInput {
  /** Place, years, target and beliefs; its strategy and levers are one of the plans that others are held against. */
  readonly scenario: ScenarioInput;
  /** Most that a plan may be planned to cost over all years, in dollars of 2024, above 0. */
  readonly budget: number;
  /** Least share of teachers using the practice in the poverty third with fewest of them, 0 … 1 (default no floor). */
  readonly floor?: number;
  /** Generations of the search for better plans (default 15); with 0, only plans that are there are scaled to the budget. */
  readonly generations?: number;
  /** Candidates of a generation, 4 or more (default 12). */
  readonly population?: number;
  /** Replicates that each candidate is tried in (default 24). */
  readonly searching?: number;
  /** Replicates that plans are told from, in worlds held out from the search, 32 or more (default 128). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
}
