import { DEPTH_ONE } from "../district/stage.ts";
import { eased, unit } from "../numerics/math.ts";
import type { Ease } from "../scenario/transition.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import type { ClimateConstants } from "./climate-constants.ts";
import type { SchoolTerms } from "./climate-terms.ts";

/** Sets the growth of depth by season: practice, support and peers while teaching, institutes in June. */
export function setGrowth(state: DistrictState, c: ClimateConstants, at: Month, terms: SchoolTerms): void {
  const { depthPractice, depthSupport, depthPeers, depthTeams } = c;
  const { open, member, support, designTeams } = state.school;
  const { practiceGrowth, supportGrowth, peerGrowth, novice, spread } = state.climate;
  const teaching = at.season === "teaching";
  const offered = c.depthRepository * at.repository + c.depthVisits * at.visits;
  const institutes = at.season === "june" ? c.depthInstitutes * at.institutes : 0;
  const prescription = c.depthPrescription * at.prescription;
  const choice = c.depthChoice * 2 * Math.max(0, at.choice - 0.5);
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    practiceGrowth[s] = teaching
      ? depthPractice + member[s]! * offered + (terms?.[s]?.growth ?? 0)
      : member[s]! * institutes;
    supportGrowth[s] = teaching ? depthSupport * support[s]! : 0;
    peerGrowth[s] = teaching ? depthPeers * (1 + depthTeams * designTeams[s]!) : 0;
    novice[s] = prescription * member[s]!;
    spread[s] = choice * member[s]!;
  }
}

/** Returns the chance that a teacher whose practice is deep comes to own it this month, under so much choice and prescription. */
function owningChance(c: ClimateConstants, choice: number, prescription: number, ease: Ease): number {
  return eased(
    unit(c.owningRate * (1 + c.owningChoice * (choice - 0.5)) * (1 - c.owningPrescription * prescription)),
    ease.own,
  );
}

/** Sets the ceiling of depth and the chance of coming to own the practice. */
export function setOwning(
  state: DistrictState,
  c: ClimateConstants,
  at: Month,
  scope: number,
  prerequisite: boolean,
  ease: Ease,
): void {
  const { depthDesign } = c;
  const { open, member, designTime, designTeams } = state.school;
  const { capUnits, ownAt, ownRate } = state.climate;
  const teaching = at.season === "teaching";
  const others = teaching ? owningChance(c, 0.5, 0, ease) : 0;
  const members = teaching ? owningChance(c, at.choice, at.prescription, ease) : 0;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    const design = (designTime[s]! + designTeams[s]!) / 2;
    const cap = (0.5 + 0.5 * scope) * (prerequisite ? 0.6 + depthDesign * design : 1);
    capUnits[s] = Math.floor(cap * DEPTH_ONE + 0.5);
    ownAt[s] = Math.floor(0.7 * cap * DEPTH_ONE + 0.5);
    ownRate[s] = member[s] === 1 ? members : others;
  }
}
