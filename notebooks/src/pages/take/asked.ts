import type { Issue } from "@uptake/model";
import type { TakeInput } from "@uptake/study/questions";
import { completedOf } from "../../plan/lever-settings.js";
import type { PlanState } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";

/** Budget of a page that is set to none, and the least and most it takes, in dollars of 2024. */
export const budgets = { usual: 3_000_000, least: 50_000, most: 1_000_000_000 } as const;

/** Reads the budget that a state sets, in dollars of 2024. */
export function budgetOf({ page }: PlanState): number {
  const given = Number(page?.["take.budget"] ?? Number.NaN);
  return given >= budgets.least && given <= budgets.most ? given : budgets.usual;
}

/** Says what is wrong with the budget and the floor that a link sets; the usual ones take their place. */
export function refusedOf({ page }: PlanState): Issue[] {
  const among = (field: "take.budget" | "take.floor", least: number, most: number): Issue[] => {
    const value = page?.[field];
    const given = Number(value ?? Number.NaN);
    if (value === undefined || (given >= least && given <= most)) return [];
    const allowed = `${least} to ${most}`;
    return Number.isNaN(given)
      ? [{ code: "not-a-number", path: field, message: `“${value}” is not a number`, value, allowed }]
      : [{ code: "out-of-range", path: field, message: `${value} is out of range`, value: given, allowed }];
  };
  return [...among("take.budget", budgets.least, budgets.most), ...among("take.floor", 0, 1)];
}

/** Reads the floor that a state sets, a share; 0 for none. */
export function floorOf({ page }: PlanState): number {
  const given = Number(page?.["take.floor"] ?? Number.NaN);
  return given > 0 && given <= 1 ? given : 0;
}

/** Returns what the question is asked with, `search` with a search for better plans; pinned plans have no part in it. */
export function askedOf(state: PlanState, search: boolean): TakeInput {
  const floor = floorOf(state);
  return {
    scenario: state.scenario,
    budget: budgetOf(state),
    seed: state.seed ?? usual.seed,
    ...(floor > 0 ? { floor } : {}),
    ...(search ? {} : { generations: 0 }),
  };
}

/** Lists the Mays that a target may be asked for, in months from the start. */
export function maysOf({ scenario }: PlanState): number[] {
  const { horizon, target } = completedOf(scenario);
  const mays = Array.from({ length: Math.floor((horizon + 2) / 12) }, (_, year) => 12 * year + 10);
  return [...new Set([...mays, target.month])].sort((a, b) => a - b);
}
