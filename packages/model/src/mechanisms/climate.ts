import { odds, unit } from "../numerics/math.ts";
import type { Ease } from "../scenario/transition.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { setBeginning } from "./beginning.ts";
import type { ClimateConstants } from "./climate-constants.ts";
import { setGrowth, setOwning } from "./deepening.ts";
import { directionOf } from "./risk.ts";
import { silence } from "./silence.ts";

/** Adds to what teachers feel of a school. Every term is zero when not given. */
export interface ClimateTerms {
  /** Added log-odds of trying. */
  readonly trying?: number;
  /** Added log-odds of lapsing. */
  readonly lapsing?: number;
  /** Added monthly growth of depth, as a share of the way to the ceiling, in teaching months. */
  readonly growth?: number;
  /** Further chance of hearing of the practice in the month, 0 … 1. */
  readonly message?: number;
}

/** Returns the terms a researcher's mechanism adds for a school this month, or nothing. */
export type AddClimate = (school: number) => ClimateTerms | undefined;

/**
 * Sets what teachers feel of office and school this month. `scope` is the effective scope of the practice, `complexity`
 * its effective complexity, `elsewhere` adoption in the other districts of the system, `ease` the factors of the odds of
 * transitions, `add` a researcher's mechanisms.
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
  const { office, school, climate } = state;
  const teaching = at.season === "teaching";
  const direction = directionOf(office);
  const vision = c.tryingVision * (office.vision * direction - c.visionReference);
  const norms = c.tryingNorms * office.information;
  const guidance = c.tryingConfidence * at.prescription + c.tryingAutonomy * 2 * (at.choice - 0.5);
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const member = school.member[s]!;
    const support = school.support[s]! - c.supportBase;
    const risk = school.risk[s]! - c.riskReference;
    const terms = add?.(s);
    setBeginning(state, c, at, s, ease);
    const keep = silence(state, c, at, s, elsewhere);
    climate.keep[s] = terms?.message === undefined ? keep : keep * (1 - unit(terms.message));
    climate.tryOdds[s] = teaching
      ? ease.try *
        office.attention *
        (1 + c.tryingCoaching * school.contact[s]!) *
        odds(
          c.tryingIntercept +
            school.norm[s]! +
            c.tryingSupport * support +
            vision -
            c.tryingRisk * risk +
            norms +
            member * guidance +
            member * c.peersInterDistrict * at.visits * at.interDistrict * elsewhere +
            (terms?.trying ?? 0),
        )
      : 0;
    const lost = Math.max(0, school.reliance[s]! - school.contact[s]!);
    climate.lapseOdds[s] = teaching
      ? ((1 + c.lapsingWithdrawal * lost) / ease.lapse) *
        odds(
          c.lapsingIntercept +
            c.lapsingComplexity * (complexity - 0.7) -
            c.lapsingSupport * support +
            c.lapsingRisk * risk +
            c.lapsingPrescription * at.prescription * member +
            (terms?.lapsing ?? 0),
        )
      : 0;
    climate.compliantLapse[s] = odds(c.lapsingCompliant * (1 - school.mandateNow[s]!));
    climate.tryingLapse[s] =
      ((ease.lapse / ease["give-up"]) * odds(c.lapsingTrying - member * c.lapsingConfidence * at.prescription)) /
      (1 + c.lapsingCoaching * school.contact[s]!);
    climate.joint[s] = c.lapsingJoint * school.capacity[s]!;
    setGrowth(state, c, at, s, terms?.growth ?? 0);
    setOwning(state, c, at, s, scope, prerequisite, ease);
    climate.visibility[s] = Math.min(3, Math.floor(4 * school.principal[s]! * c.practiceVisibility));
    climate.visits[s] = Math.min(1, at.visits * c.peersVisits + at.cohorts * c.peersCohorts) * member;
  }
}
