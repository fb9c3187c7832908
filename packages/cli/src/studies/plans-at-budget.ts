import { InputError, type Issue, type Scenario } from "@uptake/model";
import { atBudget, plannedCost } from "@uptake/study/budget";
import { z } from "zod";
import { number, text } from "../tables/columns.ts";
import type { AnswerTable } from "../tables/table.ts";
import { dollars } from "../words/format.ts";
import type { NamedPlan } from "./study-kind.ts";

/** Checks a budget: what plans may be planned to cost over the whole run. */
export const budgetField: z.ZodType<number | undefined> = z
  .number()
  .positive()
  .max(1e12)
  .optional()
  .describe(
    "What each plan may be planned to cost over the whole run, $ of 2024: plans that cost more are scaled down to it, and what is then spent differs by world",
  )
  .meta({ unit: "$ of 2024" });

/** Holds a plan as it is brought to a budget. */
export interface BudgetedPlan extends NamedPlan {
  /** What intensities are multiplied by, 0 … 1, and what the plan is then planned to cost ($ of 2024). */
  readonly factor: number;
  readonly plannedCost: number;
}

/** Holds plans brought to a budget, in their order; `left` are those that cost more however little is done. */
export interface PlansAtBudget {
  readonly plans: readonly BudgetedPlan[];
  readonly left: readonly { readonly name: string; readonly message: string }[];
}

const spendsNothing = ({ levers }: Scenario): boolean => Object.keys(levers).length === 0;

/** Returns what an error says of a plan that cannot be brought to the sum. */
function refusal(error: unknown): Issue {
  const [issue] = error instanceof InputError ? error.issues : [];
  if (issue?.path !== "dollars") throw error;
  return issue;
}

/**
 * Brings plans to a budget: those that are planned to cost more have their intensities scaled down to it. Plans that cost
 * less, or nothing, stay as they are.
 *
 * @throws InputError when all that spend anything cost more however little is done, or any where `each` must fit.
 */
export async function plansAtBudget(
  plans: readonly NamedPlan[],
  budget: number,
  { each }: { readonly each: boolean },
): Promise<PlansAtBudget> {
  const done: BudgetedPlan[] = [];
  const refused: { readonly name: string; readonly issue: Issue }[] = [];
  for (const { name, scenario } of plans) {
    const cost = spendsNothing(scenario) ? 0 : await plannedCost(scenario);
    if (cost <= budget) {
      done.push({ name, scenario, factor: 1, plannedCost: cost });
      continue;
    }
    try {
      const { strategy } = scenario;
      // A strategy of one's own is in no list of names: its levers stand in the scenario.
      const named = { ...scenario, strategy: { name: strategy } };
      const scaled = await atBudget(named, budget, { interpolate: true });
      done.push({ ...scaled, name, scenario: { ...scaled.scenario, name: scenario.name, strategy } });
    } catch (error) {
      refused.push({ name, issue: refusal(error) });
    }
  }
  const left = refused.map(({ name, issue }) => ({
    name,
    message: `“${name}” is left out: ${issue.message}, more than the budget of ${dollars(budget)}.`,
  }));
  const useless = done.every(({ scenario }) => spendsNothing(scenario));
  if (refused.length > 0 && (each || useless))
    throw new InputError(
      refused.map(({ name, issue }) => ({
        ...issue,
        path: "budget",
        message: `${dollars(budget)} is too little for “${name}”: ${issue.message}`,
      })),
    );
  return { plans: done, left };
}

/** Says what a budget is held against. */
const heldAgainst =
  "A budget is held against planned cost: known prices, no shocks. What is spent differs by world, and may be more.";

/** Says how plans were brought to a budget, a sentence each. */
export function budgetNotes({ plans, left }: PlansAtBudget, budget: number): string[] {
  const paid = plans.filter(({ scenario }) => !spendsNothing(scenario));
  if (paid.length === 0) {
    const names = plans.map(({ name }) => `“${name}”`).join(" and ");
    return [
      `${names} ${plans.length === 1 ? "uses" : "use"} no lever, so nothing of the budget of ${dollars(budget)} is spent.`,
    ];
  }
  return [
    ...paid.map(({ name, factor, plannedCost: cost }) =>
      factor === 1
        ? `“${name}” is planned to cost ${dollars(cost)} of 2024, within the budget of ${dollars(budget)}, and runs in full.`
        : `“${name}” is scaled to the budget of ${dollars(budget)}: its intensities are multiplied by ${factor.toFixed(3)}, and it is planned to cost ${dollars(cost)} of 2024.`,
    ),
    ...left.map(({ message }) => message),
    heldAgainst,
  ];
}

/** Writes how plans were brought to a budget. */
export function budgetTable({ plans }: PlansAtBudget, budget: number): AnswerTable {
  return {
    name: "budget",
    doc: "Plans brought to the budget: what their intensities are multiplied by, and what they are planned to cost.",
    columns: [
      text("strategy", "plan"),
      number("budget", "$ of 2024", "what the plan may cost over the whole run"),
      number("factor", "ratio", "what intensities are multiplied by; 1 for a plan in full"),
      number("planned_cost", "$ of 2024", "what the plan is planned to cost over the whole run, at known prices"),
    ],
    rows: plans.map(({ name, factor, plannedCost: cost }) => [name, budget, factor, cost]),
  };
}
