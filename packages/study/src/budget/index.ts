/**
 * Brings plans to a sum, seeks the smallest sum for a chance, and leaves lessons out at equal cost.
 *
 * @module
 */
export { type Ablated, type AblationOptions, ablation, type LessonAblation } from "./ablation.ts";
export { type AtBudgetOptions, atBudget, type Budgeted } from "./at-budget.ts";
export { type Lesson, lessons, withoutLesson } from "./lessons.ts";
export {
  type MinimumBudget,
  type MinimumBudgetOptions,
  minimumBudget,
  type TriedBudget,
} from "./minimum-budget.ts";
export { type PlannedCostOptions, plannedCost } from "./planned-cost.ts";
export { type PlannedCostsOptions, plannedCosts } from "./planned-costs.ts";
export { scaleIntensities } from "./scale-intensities.ts";
