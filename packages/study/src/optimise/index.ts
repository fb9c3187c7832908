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
export type { Decision, DecisionInput } from "./decision.ts";
export type { JudgedPlan } from "./judge.ts";
export { type Floor, type Objective, targetObjective, type ValueInterval } from "./objective.ts";
export { type BudgetAnswer, type Optimised, optimise, optimiseRuns } from "./optimise.ts";
export type { OptimiseOptions } from "./optimise-settings.ts";
export type { PlannedPoint } from "./within-budget.ts";
