import type { LeverUse, Scenario, ScenarioInput } from "@uptake/model";
import type { JudgedPlan } from "../../optimise/judge.ts";
import type { ValueInterval } from "../../optimise/objective.ts";
import type { MeanInterval } from "../../statistics/mean-interval.ts";
import type { EvenChance } from "./even-chance.ts";
import type { WhereItWorks } from "./where-it-works.ts";

/** Holds one plan within the budget, each number with its 95% interval; null where no run has it. */
export interface TakePlan extends Pick<JudgedPlan, "plannedCost" | "factor" | "worstTier" | "gap" | "cost" | "floor"> {
  /** `plan 1` and so on where the search found it, else the name of the strategy, or `this plan` for that asked about. */
  readonly label: string;
  /** Whether the search found it. */
  readonly found: boolean;
  /** What opens it. */
  readonly scenario: ScenarioInput;
  /** Levers it uses, by name. */
  readonly levers: Readonly<Record<string, LeverUse>>;
  /** Chance of the target. */
  readonly chance: ValueInterval | null;
  /** Mean of what the target is of, at the target's month; null beyond the horizon. */
  readonly reached: MeanInterval | null;
  /** Mean of what the target is of, two years after funding ends; null beyond the horizon. */
  readonly sustained: MeanInterval | null;
  /** Whether these runs do not tell its chance from that of the best; of the best, from that of any other. */
  readonly tied: boolean;
}

/** Holds what a budget buys, as far as it is known. */
export interface TakeAnswer {
  /** How far it is: plans that are there, in a few runs and in all; then the search, under way, over, and all told. */
  readonly stage: "first" | "shipped" | "searching" | "searched" | "whole";
  /** The target asked for. */
  readonly target: Scenario["target"];
  /** Months over which costs are counted. */
  readonly horizon: number;
  /** Months until which money flows. */
  readonly funded: number;
  /** Index at which sustained use is read. */
  readonly sustainedMonth: number;
  /** Most that a plan may be planned to cost, in dollars of 2024. */
  readonly budget: number;
  /** Least share in the poverty third with fewest, 0 … 1; null where none was asked for. */
  readonly floor: number | null;
  /** Best plans, best first. */
  readonly plans: readonly TakePlan[];
  /** How many plans were ranked. */
  readonly ranked: number;
  /** Plans that none beats in both chance and planned cost, cheapest first. */
  readonly frontier: readonly {
    readonly label: string;
    readonly plannedCost: number;
    readonly chance: ValueInterval;
    readonly gain: ValueInterval | null;
  }[];
  /** Strategies that no scaling brings within the budget, with the reason. */
  readonly missing: readonly string[];
  /** Generations of the search so far. */
  readonly generations: number;
  /** Candidates tried so far. */
  readonly candidates: number;
  /** Where the best plan works; null until there is one from a search, or all runs of those that are there. */
  readonly works: WhereItWorks | null;
  /** The smallest budget for an even chance; null until the end. */
  readonly even: EvenChance | null;
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Replicates of each plan, none of which a search has seen. */
  readonly replicates: number;
  /** Different worlds among the replicates. */
  readonly worlds: number;
  /** How worlds are drawn. */
  readonly draw: Scenario["parameters"]["draw"];
  /** Runs that failed, which are left out. */
  readonly failures: number;
}
