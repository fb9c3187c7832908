/**
 * Seeks the settings that do best within a sum, and tries them in worlds that the search has not seen.
 *
 * @module
 */
export {
  type CmaEsOptions,
  type CmaEsState,
  type CmaEsStop,
  cmaEsAsk,
  cmaEsBegin,
  cmaEsCentre,
  cmaEsStop,
  cmaEsTell,
} from "./cma-es.ts";
export type { Chosen, Decision, DecisionInput, NamedDecision, NumberDecision, Setting } from "./decision.ts";
export type { Floor } from "./floor.ts";
export type { JudgedPlan, PlanToJudge } from "./judge.ts";
export { type Objective, targetObjective, type ValueInterval } from "./objective.ts";
export { type BudgetAnswer, type Optimised, optimise } from "./optimise.ts";
export { optimiseRuns } from "./optimise-runs.ts";
export type { OptimiseOptions } from "./optimise-settings.ts";
export type { Frontier, FrontierPlan, TradeOff } from "./plan-frontier.ts";
export type { RankedPlan } from "./rank-plans.ts";
export type { Yardstick } from "./yardsticks.ts";
