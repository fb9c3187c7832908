import type { BreaksInput } from "@uptake/study/questions";
import { completedOf } from "../../plan/lever-settings.js";
import type { PlanStore } from "../../plan/plan-store.js";
import { usual } from "../../plan/usual.js";
import { triedPlans } from "./plans.js";
import { setsWithin } from "./shocks.js";

/** Returns the number of worlds for a number of replicates that a plan asks for. */
export const worldsOf = (replicates: number): number => Math.max(25, Math.min(400, replicates));

/** Returns what is asked of a state's plan under the named sets of shocks. */
export function namedTest(store: Pick<PlanStore, "get">): BreaksInput & Required<Pick<BreaksInput, "shocks" | "seed">> {
  const { seed = usual.seed, replicates = usual.replicates, scenario } = store.get();
  return {
    plans: triedPlans(store).plans,
    shocks: setsWithin(completedOf(scenario).horizon),
    worlds: worldsOf(replicates),
    seed,
  };
}
