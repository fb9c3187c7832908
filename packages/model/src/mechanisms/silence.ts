import type { DistrictState } from "../state/district-state.ts";
import { firstFounded } from "../state/first-founded.ts";
import type { ClimateConstants } from "./climate-constants.ts";
import type { ClimateMonth } from "./climate-month.ts";

/** Sets the chance that a school's teachers hear nothing of the practice from messages this month. */
export function setSilence(state: DistrictState, { awarenessMandate }: ClimateConstants, month: ClimateMonth): void {
  const { teaching, keepOthers, keepMembers, keepVisits } = month;
  const { open, member, mandateNow } = state.school;
  const { keep } = state.climate;
  const foundedFrom = firstFounded(state);
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    if (member[s] === 0) keep[s] = keepOthers;
    else if (teaching === 0) keep[s] = keepMembers;
    // Whoever teaches in a school founded round the practice knows of it.
    else if (s >= foundedFrom) keep[s] = 0;
    else keep[s] = keepMembers * (1 - awarenessMandate * mandateNow[s]!) * keepVisits;
  }
}
