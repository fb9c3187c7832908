import { odds, unit } from "../numerics/math.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { setBeginning } from "./beginning.ts";
import type { ClimateConstants } from "./climate-constants.ts";
import type { ClimateMonth } from "./climate-month.ts";
import { type AddClimate, type SchoolTerms, termsOf } from "./climate-terms.ts";
import { setGrowth, setOwning } from "./deepening.ts";
import { setSilence } from "./silence.ts";

/**
 * Sets what teachers feel of office and school this month, one thing after another for all schools; `add` gives what a
 * researcher's mechanisms add. Without them wasm/schools.c does the same.
 */
export function moveClimate(
  state: DistrictState,
  c: ClimateConstants,
  at: Month,
  month: ClimateMonth,
  add?: AddClimate,
): void {
  const terms = termsOf(state, add);
  setBeginning(state, c, at, month);
  setSilence(state, c, at, month);
  if (terms) addMessages(state, terms);
  setTrying(state, c, at, month, terms);
  setLapsing(state, c, at, month, terms);
  setLeaning(state, c, month);
  setGrowth(state, c, at, month, terms);
  setOwning(state, month);
  setSight(state, c, month);
}

/** Lets teachers hear of the practice by what a researcher's mechanisms add. */
function addMessages({ climate }: DistrictState, terms: NonNullable<SchoolTerms>): void {
  terms.forEach((one, s) => {
    if (one?.message !== undefined) climate.keep[s] = climate.keep[s]! * (1 - unit(one.message));
  });
}

/** Sets the odds of trying in a teaching month, colleagues and disposition apart. */
function setTrying(
  { school, climate }: DistrictState,
  c: ClimateConstants,
  at: Month,
  month: ClimateMonth,
  terms: SchoolTerms,
): void {
  const { tryingIntercept, tryingSupport, supportBase, tryingRisk, riskReference, tryingCoaching } = c;
  const { tryingVision, tryingNorms, guidance, peersInterDistrict, heeded } = month;
  const { open, member, norm, support, risk, contact } = school;
  const { tryOdds } = climate;
  if (at.season !== "teaching") {
    tryOdds.fill(0);
    return;
  }
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    tryOdds[s] =
      heeded *
      (1 + tryingCoaching * contact[s]!) *
      odds(
        tryingIntercept +
          norm[s]! +
          tryingSupport * (support[s]! - supportBase) +
          tryingVision -
          tryingRisk * (risk[s]! - riskReference) +
          tryingNorms +
          member[s]! * guidance +
          member[s]! * peersInterDistrict +
          (terms?.[s]?.trying ?? 0),
      );
  }
}

/** Sets the odds of lapsing in a teaching month, and how far depth and exposure together lower them. */
function setLapsing(
  { school, climate }: DistrictState,
  c: ClimateConstants,
  at: Month,
  month: ClimateMonth,
  terms: SchoolTerms,
): void {
  const { lapsingJoint, lapsingSupport, supportBase, lapsingRisk, riskReference, lapsingWithdrawal } = c;
  const { lapsingIntercept, lapsingPrescription, easeLapse } = month;
  const { open, member, support, risk, contact, reliance, capacity } = school;
  const teaching = at.season === "teaching";
  const { lapseOdds, joint } = climate;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    joint[s] = lapsingJoint * capacity[s]!;
    if (!teaching) {
      lapseOdds[s] = 0;
      continue;
    }
    const lost = Math.max(0, reliance[s]! - contact[s]!);
    lapseOdds[s] =
      ((1 + lapsingWithdrawal * lost) / easeLapse) *
      odds(
        lapsingIntercept -
          lapsingSupport * (support[s]! - supportBase) +
          lapsingRisk * (risk[s]! - riskReference) +
          lapsingPrescription * member[s]! +
          (terms?.[s]?.lapsing ?? 0),
      );
  }
}

/** Sets the factors of the odds of lapsing for those who comply and those who try: who lean on the mandate, or on a coach. */
function setLeaning({ school, climate }: DistrictState, c: ClimateConstants, month: ClimateMonth): void {
  const { lapsingCompliant, lapsingCoaching } = c;
  const { unasked, giveUpOthers, giveUpMembers } = month;
  const { open, member, mandateNow, contact } = school;
  const { compliantLapse, tryingLapse } = climate;
  // Most schools are under the same mandate, or none.
  let mandate = 0;
  let asked = unasked;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    const now = mandateNow[s]!;
    if (now > 0 && now !== mandate) {
      mandate = now;
      asked = odds(lapsingCompliant * (1 - mandate));
    }
    compliantLapse[s] = now > 0 ? asked : unasked;
    tryingLapse[s] = (member[s] === 1 ? giveUpMembers : giveUpOthers) / (1 + lapsingCoaching * contact[s]!);
  }
}

/** Sets how well practice is seen within a school, and how far its teachers see that of other schools. */
function setSight(
  { school, climate }: DistrictState,
  { practiceVisibility }: ClimateConstants,
  { woken }: ClimateMonth,
): void {
  const { open, member, principal } = school;
  const { visibility, visits } = climate;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    visibility[s] = Math.min(3, Math.floor(4 * principal[s]! * practiceVisibility));
    visits[s] = woken * member[s]!;
  }
}
