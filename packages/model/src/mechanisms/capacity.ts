import { OWNING } from "../district/stage.ts";
import type { DistrictState } from "../state/district-state.ts";

/** Moves each school's capacity a tenth of the way to its share of owners. */
export function smoothCapacity({ school, counts }: DistrictState): void {
  const { open, teachers, capacity } = school;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    const owners = counts.stages[s * 6 + OWNING]! / teachers[s]!;
    capacity[s] = capacity[s]! + 0.1 * (owners - capacity[s]!);
  }
}
