import type { DistrictState } from "../state/district-state.ts";
import { firstFounded } from "../state/first-founded.ts";
import type { Month } from "../state/month.ts";
import type { ClimateConstants } from "./climate-constants.ts";

/** Sets the chance that a school's teachers hear nothing of the practice from messages this month. */
export function setSilence(state: DistrictState, c: ClimateConstants, at: Month, elsewhere: number): void {
  const { office } = state;
  const { open, member, mandateNow } = state.school;
  const { keep } = state.climate;
  const teaching = at.season === "teaching";
  const institutes = at.season === "june" ? 1 - Math.min(1, c.awarenessInstitutes * at.institutes) : 1;
  const messages =
    (1 - c.awarenessMessages) * (1 - c.awarenessVision * Math.max(0, office.vision - office.visionStart));
  const repository = 1 - c.awarenessRepository * at.repository;
  const visits = 1 - c.awarenessVisits * at.visits * at.interDistrict * elsewhere;
  const foundedFrom = firstFounded(state);
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    if (!teaching) keep[s] = member[s] === 1 ? institutes : 1;
    else if (member[s] === 0) keep[s] = messages;
    // Whoever teaches in a school founded round the practice knows of it.
    else if (s >= foundedFrom) keep[s] = 0;
    else keep[s] = messages * repository * (1 - c.awarenessMandate * mandateNow[s]!) * visits;
  }
}
