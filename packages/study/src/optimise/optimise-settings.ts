import { InputError, type Issue, prepare, type Scenario, scenario as scenarioOf, thousands } from "@uptake/model";
import { emptySeed } from "../design/checks.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, Signal } from "../evaluate/evaluation.ts";
import type { WorkAhead } from "../evaluate/run-time.ts";
import type { Chosen, DecisionInput } from "./decision.ts";
import type { Floor } from "./floor.ts";
import { type Objective, soughtSeries } from "./objective.ts";
import type { TradeOff } from "./plan-frontier.ts";
import type { Yardstick } from "./yardsticks.ts";

/** Says what is sought, what may be chosen, and how hard to look. */
export interface OptimiseOptions {
  /** What may be chosen, with its range, one or more. */
  readonly decisions: readonly DecisionInput[];
  /** What the search of the smallest sum begins with, brought within it (default the middle of every range). */
  readonly start?: Chosen;
  /** Sums to spend, in dollars of 2024; each has its own search. */
  readonly budgets: readonly number[];
  /** Default the chance of the scenario's target. */
  readonly objective?: Objective;
  /** Default none. */
  readonly floor?: Floor;
  /** What is traded against the objective on the frontier, one or both (default planned cost). Each sum is searched three times where the gap is. */
  readonly tradeOff?: readonly TradeOff[];
  /** Strategies that plans are held against, scaled down to each sum (default the reference strategies); business as usual always is. */
  readonly yardsticks?: readonly Yardstick[];
  /** Candidates a generation, 4 or more (default 12). */
  readonly population?: number;
  /** Generations of the search for each budget, 1 or more (default 15). */
  readonly generations?: number;
  /** Replicates each candidate is tried in, the same for all, 2 or more (default 24). */
  readonly replicates?: number;
  /** Replicates a planned cost is a mean over, 2 or more (default 16). */
  readonly planning?: number;
  /** Plans of a search that are tried again, 1 or more (default 4). */
  readonly finalists?: number;
  /** Replicates that finalists are tried in, in worlds held out, 2 or more (default 128). */
  readonly finalReplicates?: number;
  /** Text that the draws follow from (default `uptake`). */
  readonly seed?: string;
  /** Makes the runs (default in this thread). */
  readonly evaluate?: Evaluate;
  /** Makes the runs that the cheapest plan is found by (default in this thread, so that what is refused leaves no journal). */
  readonly evaluateCheapest?: Evaluate;
  /** Hears beforehand how many runs are made at most, and how long one takes. */
  readonly onEstimate?: (ahead: WorkAhead) => void;
  /** Hears runs made, of at most how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends the search when aborted. */
  readonly signal?: Signal;
}

/** Holds the sizes of a search, defaults filled in, budgets ascending and each once. */
export interface OptimiseSettings {
  readonly budgets: readonly number[];
  readonly population: number;
  readonly generations: number;
  readonly replicates: number;
  readonly planning: number;
  readonly finalists: number;
  readonly finalReplicates: number;
  readonly seed: string;
}

/** Fills in defaults. */
export function settingsOf(options: OptimiseOptions): OptimiseSettings {
  return {
    budgets: [...new Set(options.budgets)].sort((a, b) => a - b),
    population: options.population ?? 12,
    generations: options.generations ?? 15,
    replicates: options.replicates ?? 24,
    planning: options.planning ?? 16,
    finalists: options.finalists ?? 4,
    finalReplicates: options.finalReplicates ?? 128,
    seed: options.seed ?? "uptake",
  };
}

/** Checks sizes. Throws InputError with every fault. */
export function checkSettings(settings: OptimiseSettings): void {
  const issues: Issue[] = [];
  const least = {
    population: 4,
    generations: 1,
    replicates: 2,
    planning: 2,
    finalists: 1,
    finalReplicates: 2,
  } as const;
  for (const [path, from] of Object.entries(least)) {
    const value = settings[path as keyof typeof least];
    if (!(Number.isInteger(value) && value >= from)) {
      const allowed = `a whole number, ${from} or more`;
      issues.push({ code: "out-of-range", path, message: `${path} is out of range`, value, allowed });
    }
  }
  issues.push(...emptySeed(settings.seed));
  if (settings.budgets.length === 0) issues.push({ code: "empty", path: "budgets", message: "there is no budget" });
  for (const value of settings.budgets) {
    if (value > 0 && Number.isFinite(value)) continue;
    const message = `${value} is not a sum to spend`;
    issues.push({ code: "out-of-range", path: "budgets", message, value, allowed: "a finite sum above 0" });
  }
  if (issues.length > 0) throw new InputError(issues);
}

/** Checks that runs of the scenario have what is asked of them. Throws InputError with every fault. */
export async function checkAgainst(
  scenario: Scenario,
  objective: Objective,
  floor: Floor,
  tradeOff: readonly TradeOff[],
): Promise<void> {
  const issues: Issue[] = [];
  const share = (path: string, value: number | undefined): void => {
    if (value === undefined || (value >= 0 && value <= 1)) return;
    issues.push({ code: "out-of-range", path, message: `${value} is not a share`, value, allowed: "0 to 1" });
  };
  if (objective.of === "target") share("objective.share", objective.share);
  share("floor.worstTier", floor.worstTier);
  share("floor.gap", floor.gap);
  const { month } = objective;
  if (!(Number.isInteger(month) && month >= 0 && month <= scenario.horizon)) {
    const message = `the objective is read at index ${month}, and the horizon is ${scenario.horizon} months`;
    const allowed = `0 to ${scenario.horizon}`;
    issues.push({ code: "beyond-horizon", path: "objective.month", message, value: month, allowed });
  } else issues.push(...(await missing(scenario, objective, { floor, tradeOff })));
  if (issues.length > 0) throw new InputError(issues);
}

/** Lists the series that one run of business as usual does not have, or that are no share of which more is better. */
async function missing(
  scenario: Scenario,
  objective: Objective,
  { floor, tradeOff }: { readonly floor: Floor; readonly tradeOff: readonly TradeOff[] },
): Promise<Issue[]> {
  const { month } = objective;
  const plan = await prepare({
    ...scenarioOf({ ...scenario, strategy: "business-as-usual", levers: {} }),
    horizon: Math.max(1, month),
  });
  const series = soughtSeries(objective);
  const statistics = [series, "worstTier"].map((name) => ({ series: name, month }));
  const evaluations = [{ plan: 0, replicate: 0 }];
  const { values } = await evaluateHere({ plans: [plan], seed: "look", statistics, evaluations });
  const issues: Issue[] = [];
  if (series === "cost" || series === "gap" || !(values[0]! >= 0 && values[0]! <= 1)) {
    const message = `runs have no share called “${series}” of which more is better`;
    const allowed = "adoption, depth50, worstTier, members or another share";
    issues.push({ code: "unknown-series", path: "objective.series", message, value: series, allowed });
  }
  if (!Number.isNaN(values[1])) return issues;
  const none = "the district has no poverty thirds (it takes three schools)";
  if (floor.worstTier !== undefined || floor.gap !== undefined)
    issues.push({ code: "no-tiers", path: "floor", message: `${none}, so no floor can be held` });
  if (tradeOff.includes("gap"))
    issues.push({ code: "no-tiers", path: "tradeOff", message: `${none}, so there is no gap to trade off` });
  return issues;
}

/** Refuses budgets that no plan fits, naming what the cheapest costs. */
export function checkBudgets(budgets: readonly number[], cheapest: number): void {
  if (budgets.some((budget) => budget >= cheapest)) return;
  const message = `the cheapest plan within the ranges is planned to cost $${thousands(Math.ceil(cheapest))}`;
  throw new InputError([{ code: "below-cheapest", path: "budgets", message, value: budgets.at(-1) }]);
}
