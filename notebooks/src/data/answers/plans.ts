// Answers of the first page: every offered strategy in every embedded district, in the runs that the page makes of it.

import { prepare, profile, profileNames, type Scenario, scenario } from "@uptake/model";
import { ensembles } from "@uptake/study";
import { viewOf } from "../../pages/tune/view.js";
import { offered, offeredPlan } from "../../plan/offered.js";
import { usual } from "../../plan/usual.js";
import type { Batch } from "../batch.js";
import { rounded } from "../rounded.js";

const teachersOf = (district: string): number =>
  profile(district).schools.reduce((sum, school) => sum + school.teachers, 0);

/** Computes a district's plans, by the names of their answers, all in the same worlds and luck as the district as today. */
export async function answersIn(
  district: string,
  runs: { readonly replicates: number; readonly seed: string } = usual,
): Promise<Record<string, unknown>> {
  const names = offered.map(({ name }) => name);
  const today = names.indexOf("business-as-usual");
  const planOf = (strategy: string): Scenario => scenario({ district, strategy });
  const made = await ensembles(await Promise.all(names.map((name) => prepare(planOf(name)))), runs);
  return Object.fromEntries(
    names.map((name, i) => [offeredPlan(district, name).name, rounded(viewOf(made[i]!, made[today]))]),
  );
}

/** Lists the districts, the largest first, as it takes longest. */
export const batches: readonly Batch[] = [...profileNames]
  .sort((a, b) => teachersOf(b) - teachersOf(a))
  .map((district) => ({
    asked: Object.fromEntries(
      offered.map(({ name: strategy }) => {
        const { name, asked } = offeredPlan(district, strategy);
        return [name, asked];
      }),
    ),
    answer: () => answersIn(district),
  }));
