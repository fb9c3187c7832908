import type { DistrictState } from "./district-state.ts";

/** Tells whether school `s` is one that a lever founds, open or not: those stand after the district's own. */
export function isFounded({ district }: Pick<DistrictState, "district">, s: number): boolean {
  return s >= district.schools.length;
}
