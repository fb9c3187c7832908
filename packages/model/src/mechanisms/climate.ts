import { odds, unit } from "../numerics/math.ts";
import type { Ease } from "../scenario/transition.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { setBeginning } from "./beginning.ts";
import type { ClimateConstants } from "./climate-constants.ts";
import { type AddClimate, type SchoolTerms, termsOf } from "./climate-terms.ts";
import { setGrowth, setOwning } from "./deepening.ts";
import { directionOf } from "./risk.ts";
import { setSilence } from "./silence.ts";

/**
 * Sets what teachers feel of office and school this month, one thing after another for all schools. `scope` is the
 * effective scope of the practice, `complexity` its effective complexity, `elsewhere` adoption in the other districts of
 * the system, `ease` the factors of the odds of transitions, `add` a researcher's mechanisms.
 */
export function moveClimate(
  state: DistrictState,
  c: ClimateConstants,
  at: Month,
  scope: number,
  complexity: number,
  elsewhere: number,
  prerequisite: boolean,
  ease: Ease,
  add: AddClimate | undefined,
): void {
  const terms = termsOf(state, add);
  setBeginning(state, c, at, ease);
  setSilence(state, c, at, elsewhere);
  if (terms) addMessages(state, terms);
  setTrying(state, c, at, elsewhere, ease, terms);
  setLapsing(state, c, at, complexity, ease, terms);
  setLeaning(state, c, at, ease);
  setGrowth(state, c, at, terms);
  setOwning(state, c, at, scope, prerequisite, ease);
  setSight(state, c, at);
}

/** Lets teachers hear of the practice by what a researcher's mechanisms add. */
function addMessages({ climate }: DistrictState, terms: NonNullable<SchoolTerms>): void {
  terms.forEach((one, s) => {
    if (one?.message !== undefined) climate.keep[s] = climate.keep[s]! * (1 - unit(one.message));
  });
}

/** Sets the odds of trying in a teaching month, colleagues and disposition apart. */
function setTrying(
  state: DistrictState,
  c: ClimateConstants,
  at: Month,
  elsewhere: number,
  ease: Ease,
  terms: SchoolTerms,
): void {
  const { tryingIntercept, tryingSupport, supportBase, tryingRisk, riskReference, tryingCoaching } = c;
  const { office } = state;
  const { open, member, norm, support, risk, contact } = state.school;
  const { tryOdds } = state.climate;
  if (at.season !== "teaching") {
    tryOdds.fill(0);
    return;
  }
  const heeded = ease.try * office.attention;
  const vision = c.tryingVision * (office.vision * directionOf(office) - c.visionReference);
  const norms = c.tryingNorms * office.information;
  const guidance = c.tryingConfidence * at.prescription + c.tryingAutonomy * 2 * (at.choice - 0.5);
  const visits = c.peersInterDistrict * at.visits * at.interDistrict * elsewhere;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    tryOdds[s] =
      heeded *
      (1 + tryingCoaching * contact[s]!) *
      odds(
        tryingIntercept +
          norm[s]! +
          tryingSupport * (support[s]! - supportBase) +
          vision -
          tryingRisk * (risk[s]! - riskReference) +
          norms +
          member[s]! * guidance +
          member[s]! * visits +
          (terms?.[s]?.trying ?? 0),
      );
  }
}

/** Sets the odds of lapsing in a teaching month, and how far depth and exposure together lower them. */
function setLapsing(
  state: DistrictState,
  c: ClimateConstants,
  at: Month,
  complexity: number,
  ease: Ease,
  terms: SchoolTerms,
): void {
  const { lapsingJoint, lapsingSupport, supportBase, lapsingRisk, riskReference, lapsingWithdrawal } = c;
  const { open, member, support, risk, contact, reliance, capacity } = state.school;
  const { lapseOdds, joint } = state.climate;
  const teaching = at.season === "teaching";
  const intercept = c.lapsingIntercept + c.lapsingComplexity * (complexity - 0.7);
  const prescription = c.lapsingPrescription * at.prescription;
  const easier = ease.lapse;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    joint[s] = lapsingJoint * capacity[s]!;
    if (!teaching) {
      lapseOdds[s] = 0;
      continue;
    }
    const lost = Math.max(0, reliance[s]! - contact[s]!);
    lapseOdds[s] =
      ((1 + lapsingWithdrawal * lost) / easier) *
      odds(
        intercept -
          lapsingSupport * (support[s]! - supportBase) +
          lapsingRisk * (risk[s]! - riskReference) +
          prescription * member[s]! +
          (terms?.[s]?.lapsing ?? 0),
      );
  }
}

/** Sets the factors of the odds of lapsing for those who comply and those who try: who lean on the mandate, or on a coach. */
function setLeaning(state: DistrictState, c: ClimateConstants, at: Month, ease: Ease): void {
  const { lapsingCompliant, lapsingCoaching } = c;
  const { open, member, mandateNow, contact } = state.school;
  const { compliantLapse, tryingLapse } = state.climate;
  const givingUp = ease.lapse / ease["give-up"];
  const others = givingUp * odds(c.lapsingTrying);
  const members = givingUp * odds(c.lapsingTrying - c.lapsingConfidence * at.prescription);
  const unasked = odds(lapsingCompliant);
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
    tryingLapse[s] = (member[s] === 1 ? members : others) / (1 + lapsingCoaching * contact[s]!);
  }
}

/** Sets how well practice is seen within a school, and how far its teachers see that of other schools. */
function setSight(state: DistrictState, c: ClimateConstants, at: Month): void {
  const { practiceVisibility } = c;
  const { open, member, principal } = state.school;
  const { visibility, visits } = state.climate;
  const woken = Math.min(1, at.visits * c.peersVisits + at.cohorts * c.peersCohorts);
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    visibility[s] = Math.min(3, Math.floor(4 * principal[s]! * practiceVisibility));
    visits[s] = woken * member[s]!;
  }
}
