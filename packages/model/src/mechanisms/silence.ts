import type { DistrictState } from "../state/district-state.ts";
import { firstFounded } from "../state/first-founded.ts";
import type { Month } from "../state/month.ts";
import type { ClimateConstants } from "./climate-constants.ts";
import type { ClimateMonth } from "./climate-month.ts";

/** Sets the chance that a school's teachers hear nothing of the practice from messages this month. */
export function setSilence(
  state: DistrictState,
  { awarenessMandate }: ClimateConstants,
  at: Month,
  month: ClimateMonth,
): void {
  const { keepOthers, keepMembers, awarenessVisits } = month;
  const { open, member, mandateNow } = state.school;
  const { keep } = state.climate;
  const foundedFrom = firstFounded(state);
  const teaching = at.season === "teaching";
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    if (member[s] === 0) keep[s] = keepOthers;
    else if (!teaching) keep[s] = keepMembers;
    // Whoever teaches in a school founded round the practice knows of it.
    else if (s >= foundedFrom) keep[s] = 0;
    else keep[s] = keepMembers * (1 - awarenessMandate * mandateNow[s]!) * awarenessVisits;
  }
}
