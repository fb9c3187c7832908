import type { DistrictState } from "../state/district-state.ts";
import { firstFounded } from "../state/first-founded.ts";
import type { Month } from "../state/month.ts";
import type { ClimateConstants } from "./climate-constants.ts";
import type { ClimateMonth } from "./climate-month.ts";

/** Highest chance of beginning in a month, so that its odds are finite. */
const MOST = 0.999;

/** Returns the chance of beginning by a mandate, or because the organisation has decided for all, given the chances of each. */
function beginning(mandate: number, decided: number): number {
  return decided > 0 ? 1 - (1 - mandate) * (1 - decided) : mandate;
}

/**
 * Sets the odds at which a school's teachers begin because others have decided: by mandate or by what board or school took
 * up for all, which is to comply; in a school founded round the practice because it is worked by there, which is not.
 */
export function setBeginning(state: DistrictState, c: ClimateConstants, at: Month, { easeTry }: ClimateMonth): void {
  const { entryFounded, entryCompliance, entryDecision } = c;
  const { open, member, mandated, mandate, mandateNow, legitimacy } = state.school;
  const { complianceOdds, complies } = state.climate;
  const foundedFrom = firstFounded(state);
  const teaching = at.season === "teaching";
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    const founded = s >= foundedFrom;
    const asked = member[s] === 1 && mandated[s] === 1 ? mandate[s]! : 0;
    const decided = founded ? 0 : member[s]! * at.decided;
    mandateNow[s] = Math.max(asked, decided);
    const begin = founded
      ? member[s]! * entryFounded
      : beginning(entryCompliance * asked * legitimacy[s]!, entryDecision * decided);
    const chance = teaching ? Math.min(MOST, begin) : 0;
    complianceOdds[s] = easeTry * (chance / (1 - chance));
    complies[s] = founded ? 0 : 1;
  }
}
