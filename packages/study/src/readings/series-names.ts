import type { Plan } from "@uptake/model";
import { readingOf, simulate } from "@uptake/model/engine";
import { measured } from "./measured.ts";

/**
 * Lists the series that runs of a plan have; see {@link measured}. The names depend on the district (a gap needs three
 * schools), so one month is run to learn them.
 */
export function seriesNames(plan: Plan): string[] {
  const one = readingOf(plan, 0);
  const short = { ...one, scenario: { ...one.scenario, horizon: 1 } };
  return [...measured(simulate(short, { seed: "names", replicate: 0 })).keys()];
}
