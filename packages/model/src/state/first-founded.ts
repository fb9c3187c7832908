import type { DistrictState } from "./district-state.ts";

/** Returns the number of the first school that a lever founds, open or not: those stand after the district's own. */
export function firstFounded({ district }: Pick<DistrictState, "district">): number {
  return district.schools.length;
}
