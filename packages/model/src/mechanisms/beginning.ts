import type { Ease } from "../scenario/transition.ts";
import type { DistrictState } from "../state/district-state.ts";
import { isFounded } from "../state/is-founded.ts";
import type { Month } from "../state/month.ts";
import type { ClimateConstants } from "./climate-constants.ts";

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
export function setBeginning(state: DistrictState, c: ClimateConstants, at: Month, s: number, ease: Ease): void {
  const { school, climate } = state;
  const member = school.member[s]!;
  const founded = isFounded(state, s);
  const mandate = member === 1 && school.mandated[s] === 1 ? school.mandate[s]! : 0;
  const decided = founded ? 0 : member * at.decided;
  school.mandateNow[s] = Math.max(mandate, decided);
  const begin = founded
    ? member * c.entryFounded
    : beginning(c.entryCompliance * mandate * school.legitimacy[s]!, c.entryDecision * decided);
  const chance = at.season === "teaching" ? Math.min(MOST, begin) : 0;
  climate.complianceOdds[s] = ease.try * (chance / (1 - chance));
  climate.complies[s] = founded ? 0 : 1;
}
