import type { Issue } from "@uptake/model";
import type { TakeInput } from "@uptake/study/questions";
import { completedOf } from "../../plan/lever-settings.js";
import type { PlanState } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";

/** Budget of a page that is set to none, and the least and most it takes, in dollars of 2024. */
export const budgets = { usual: 3_000_000, least: 50_000, most: 1_000_000_000 } as const;

/** What a link may set of the question: the least and the most it takes, and what stands where it sets none. */
const settable = { "take.budget": budgets, "take.floor": { usual: 0, least: 0, most: 1 } } as const;

type Settable = keyof typeof settable;

/** Reads a number that a state sets; undefined where it sets none in range. */
function givenIn({ page }: PlanState, field: Settable): number | undefined {
  const { least, most } = settable[field];
  const given = Number(page?.[field] ?? Number.NaN);
  return given >= least && given <= most ? given : undefined;
}

/** Reads the budget that a state sets, in dollars of 2024. */
export const budgetOf = (state: PlanState): number => givenIn(state, "take.budget") ?? budgets.usual;

/** Reads the floor that a state sets, a share; 0 for none. */
export const floorOf = (state: PlanState): number => givenIn(state, "take.floor") ?? settable["take.floor"].usual;

/** Says what is wrong with the budget and the floor that a link sets; the usual ones take their place. */
export function refusedOf(state: PlanState): Issue[] {
  return (Object.keys(settable) as Settable[]).flatMap((field): Issue[] => {
    const value = state.page?.[field];
    if (value === undefined || givenIn(state, field) !== undefined) return [];
    const { least, most } = settable[field];
    const allowed = `${least} to ${most}`;
    return Number.isNaN(Number(value))
      ? [{ code: "not-a-number", path: field, message: `“${value}” is not a number`, value, allowed }]
      : [{ code: "out-of-range", path: field, message: `${value} is out of range`, value: Number(value), allowed }];
  });
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
