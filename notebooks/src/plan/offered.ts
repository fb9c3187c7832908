import { profileNames, type Strategy, strategies } from "@uptake/model";
import type { PlanState } from "@uptake/study/link";
import { completedOf } from "./lever-settings.js";
import { checksumOf } from "./prebuilt.js";
import { usual } from "./usual.js";

/** Lists the strategies that a plan can begin with: those of reference. */
export const offered: readonly Strategy[] = strategies.filter(({ kind }) => kind === "reference");

/** Holds a plan that is answered when the site is built: the name its answer is kept under, and what is asked. */
export interface OfferedPlan {
  readonly name: string;
  readonly asked: unknown;
}

/** Returns the plan of an offered strategy in a district, as it is before anything of it is changed. */
export function offeredPlan(district: string, strategy: string): OfferedPlan {
  return { name: `${district}.${strategy}`, asked: { scenario: completedOf({ district, strategy }), ...usual } };
}

/** Returns which offered plan a state is set to; undefined where anything differs from all of them. */
export function offeredPlanIn({
  scenario,
  replicates = usual.replicates,
  seed = usual.seed,
}: PlanState): OfferedPlan | undefined {
  const { district = profileNames[0], strategy = "business-as-usual" } = scenario;
  const plan =
    profileNames.some((name) => name === district) && offered.some(({ name }) => name === strategy)
      ? offeredPlan(district as string, strategy as string)
      : undefined;
  try {
    return plan && checksumOf({ scenario: completedOf(scenario), replicates, seed }) === checksumOf(plan.asked)
      ? plan
      : undefined;
  } catch {
    return undefined; // it completes to no scenario
  }
}
