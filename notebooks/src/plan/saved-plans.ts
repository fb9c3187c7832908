import { planFileText, type ReadPlan, readPlanText } from "./plan-file.js";
import type { PlanState } from "./plan-store.js";

/** Holds a plan kept in this browser under a name, as the text of its scenario file. */
export interface SavedPlan {
  readonly name: string;
  readonly text: string;
}

const key = "uptake.plans";
const mostPlans = 100;
const longestName = 200;

const isPlan = (value: unknown): value is SavedPlan =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as SavedPlan).name === "string" &&
  typeof (value as SavedPlan).text === "string";

/** Lists the plans kept in this browser, in the order in which they were kept; none where it keeps nothing. */
export function savedPlans(): readonly SavedPlan[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPlan).slice(0, mostPlans) : [];
  } catch {
    return [];
  }
}

/** Keeps a plan under a name, in the place of one of that name; tells whether the browser did so. */
export function savePlan(name: string, state: PlanState): boolean {
  const plan: SavedPlan = { name: name.slice(0, longestName), text: planFileText(state) };
  return keep([...savedPlans().filter((each) => each.name !== plan.name), plan].slice(-mostPlans));
}

/** Forgets the plan of a name. */
export function forgetPlan(name: string): boolean {
  return keep(savedPlans().filter((each) => each.name !== name));
}

/** Opens a kept plan: its scenario, or what is wrong with it. */
export function openSaved({ text }: SavedPlan): Promise<ReadPlan> {
  return readPlanText(text);
}

function keep(plans: readonly SavedPlan[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(plans));
    return true;
  } catch {
    return false;
  }
}
