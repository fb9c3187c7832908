import type * as z from "zod";
import { mostIssues } from "../issue.ts";
import { type Group, groupOf } from "./upgrade/group.ts";
import { school, teacher, tie } from "./validate-schema.ts";

/** Holds an input whose long lists end where enough is wrong with them, and how many faults stand beyond. */
export interface ShortInput {
  readonly input: object;
  readonly beyond: number;
}

/**
 * Cuts the lists of schools, teachers and ties of an input after the hundredth fault in all, and counts the faults in
 * what is cut off: zod hands the issues of a list on as arguments, of which there can be too many for the stack.
 */
export function cutLists(input: object): ShortInput {
  let found = 0;
  let beyond = 0;
  const cut = (list: unknown, entry: z.ZodType): unknown => {
    if (!Array.isArray(list)) return list;
    let end = list.length;
    list.forEach((one: unknown, i) => {
      const { success, error } = entry.safeParse(one);
      if (success) return;
      if (found < mostIssues) {
        found += error.issues.length;
        if (found >= mostIssues) end = i + 1;
      } else {
        beyond += error.issues.length;
        end = Math.min(end, i);
      }
    });
    return list.slice(0, end);
  };
  const cutDistrict = (given: unknown): unknown => {
    const district = groupOf(given);
    if (!district) return given;
    const shorter = { ...district, schools: cut(district["schools"], school) };
    const population = groupOf(district["population"]);
    if (!population) return shorter;
    const [teachers, ties] = [cut(population["teachers"], teacher), cut(population["ties"], tie)];
    return { ...shorter, population: { ...population, teachers, ties } };
  };
  const { district } = input as Group;
  const shorter = Array.isArray(district) ? district.map(cutDistrict) : cutDistrict(district);
  return { input: { ...input, district: shorter }, beyond };
}
