import { districtsOf } from "../scenario/districts-of.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { bandNames, bandOf, tierNames, tiersOf } from "./groups.ts";

/**
 * Counts the teachers of a scenario's schools at the start, those founded later left out: `all` of them, and those of each
 * poverty third and band by its name.
 */
export function teachersByGroup(scenario: Pick<Scenario, "district">): ReadonlyMap<string, number> {
  const counts = new Map<string, number>(["all", ...tierNames, ...bandNames].map((group) => [group, 0]));
  for (const { schools } of districtsOf(scenario)) {
    const tiers = tiersOf(schools, schools.length);
    schools.forEach((school, s) => {
      for (const group of ["all", tierNames[tiers[s]!]!, bandNames[bandOf(school)]!])
        counts.set(group, counts.get(group)! + school.teachers);
    });
  }
  return counts;
}
