import type { DistrictState } from "../state/district-state.ts";
import { isFounded } from "../state/is-founded.ts";
import type { Month } from "../state/month.ts";
import type { ClimateConstants } from "./climate-constants.ts";

/** Returns the chance that a school's teachers hear nothing of the practice from messages this month. */
export function silence(state: DistrictState, c: ClimateConstants, at: Month, s: number, elsewhere: number): number {
  const { office, school } = state;
  const member = school.member[s] === 1;
  if (at.season === "july") return 1;
  // Whoever teaches in a school founded round the practice knows of it.
  if (member && at.season === "teaching" && isFounded(state, s)) return 0;
  if (at.season === "june") return member ? 1 - Math.min(1, c.awarenessInstitutes * at.institutes) : 1;
  let keep = (1 - c.awarenessMessages) * (1 - c.awarenessVision * Math.max(0, office.vision - office.visionStart));
  if (member) {
    keep *= 1 - c.awarenessRepository * at.repository;
    keep *= 1 - c.awarenessMandate * school.mandateNow[s]!;
    keep *= 1 - c.awarenessVisits * at.visits * at.interDistrict * elsewhere;
  }
  return keep;
}
