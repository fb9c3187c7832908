import { DEPTH_ONE } from "../district/stage.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import type { ClimateConstants } from "./climate-constants.ts";
import type { ClimateMonth } from "./climate-month.ts";
import type { SchoolTerms } from "./climate-terms.ts";

/** Sets the growth of depth by season: practice, support and peers while teaching, institutes in June. */
export function setGrowth(
  { school, climate }: DistrictState,
  c: ClimateConstants,
  at: Month,
  month: ClimateMonth,
  terms: SchoolTerms,
): void {
  const { depthPractice, depthSupport, depthPeers, depthTeams } = c;
  const { offered, depthInstitutes } = month;
  const teaching = at.season === "teaching";
  const { open, member, support, designTeams } = school;
  const { practiceGrowth, supportGrowth, peerGrowth, novice, spread } = climate;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    practiceGrowth[s] = teaching
      ? depthPractice + member[s]! * offered + (terms?.[s]?.growth ?? 0)
      : member[s]! * depthInstitutes;
    supportGrowth[s] = teaching ? depthSupport * support[s]! : 0;
    peerGrowth[s] = teaching ? depthPeers * (1 + depthTeams * designTeams[s]!) : 0;
    novice[s] = month.novice * member[s]!;
    spread[s] = month.spread * member[s]!;
  }
}

/** Sets the ceiling of depth and the chance of coming to own the practice. */
export function setOwning({ school, climate }: DistrictState, month: ClimateMonth): void {
  const { ceiling, ceilingBase, ceilingDesign, ownOthers, ownMembers } = month;
  const { open, member, designTime, designTeams } = school;
  const { capUnits, ownAt, ownRate } = climate;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    const design = (designTime[s]! + designTeams[s]!) / 2;
    const cap = ceiling * (ceilingBase + ceilingDesign * design);
    capUnits[s] = Math.floor(cap * DEPTH_ONE + 0.5);
    ownAt[s] = Math.floor(0.7 * cap * DEPTH_ONE + 0.5);
    ownRate[s] = member[s] === 1 ? ownMembers : ownOthers;
  }
}
