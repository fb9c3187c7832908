import { DEPTH_ONE } from "../district/stage.ts";
import { eased, unit } from "../numerics/math.ts";
import type { Ease } from "../scenario/transition.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import type { ClimateConstants } from "./climate-constants.ts";

/** Sets the growth of depth by season: practice, support and peers while teaching, institutes in June. */
export function setGrowth(state: DistrictState, c: ClimateConstants, at: Month, s: number, added: number): void {
  const { climate, school } = state;
  const member = school.member[s]!;
  const teaching = at.season === "teaching";
  climate.practiceGrowth[s] = teaching
    ? c.depthPractice + member * (c.depthRepository * at.repository + c.depthVisits * at.visits) + added
    : at.season === "june"
      ? member * c.depthInstitutes * at.institutes
      : 0;
  climate.supportGrowth[s] = teaching ? c.depthSupport * school.support[s]! : 0;
  climate.peerGrowth[s] = teaching ? c.depthPeers * (1 + c.depthTeams * school.designTeams[s]!) : 0;
  climate.novice[s] = c.depthPrescription * at.prescription * member;
  climate.spread[s] = c.depthChoice * 2 * Math.max(0, at.choice - 0.5) * member;
}

/** Sets the ceiling of depth and the chance of coming to own the practice. */
export function setOwning(
  state: DistrictState,
  c: ClimateConstants,
  at: Month,
  s: number,
  scope: number,
  prerequisite: boolean,
  ease: Ease,
): void {
  const { climate, school } = state;
  const member = school.member[s]!;
  const design = (school.designTime[s]! + school.designTeams[s]!) / 2;
  const cap = (0.5 + 0.5 * scope) * (prerequisite ? 0.6 + c.depthDesign * design : 1);
  climate.capUnits[s] = Math.floor(cap * DEPTH_ONE + 0.5);
  climate.ownAt[s] = Math.floor(0.7 * cap * DEPTH_ONE + 0.5);
  const choice = member === 1 ? at.choice : 0.5;
  const prescription = member === 1 ? at.prescription : 0;
  climate.ownRate[s] =
    at.season === "teaching"
      ? eased(
          unit(c.owningRate * (1 + c.owningChoice * (choice - 0.5)) * (1 - c.owningPrescription * prescription)),
          ease.own,
        )
      : 0;
}
