import { DEPTH_ONE } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { eased, odds, unit } from "../numerics/math.ts";
import type { Ease } from "../scenario/transition.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { directionOf } from "./risk.ts";
import { principalReference } from "./support.ts";

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

/** Holds the numbers of awareness, trying, depth, owning and lapsing, as far as a school feels them. */
export interface ClimateConstants {
  readonly practiceVisibility: number;
  readonly awarenessMessages: number;
  readonly awarenessVision: number;
  readonly awarenessRepository: number;
  readonly awarenessInstitutes: number;
  readonly awarenessMandate: number;
  readonly awarenessVisits: number;
  readonly peersVisits: number;
  readonly peersCohorts: number;
  readonly peersInterDistrict: number;
  readonly entryCompliance: number;
  readonly entryDecision: number;
  readonly entryFounded: number;
  readonly tryingIntercept: number;
  readonly tryingSupport: number;
  readonly tryingCoaching: number;
  readonly tryingVision: number;
  readonly tryingRisk: number;
  readonly tryingNorms: number;
  readonly tryingConfidence: number;
  readonly tryingAutonomy: number;
  readonly depthPractice: number;
  readonly depthSupport: number;
  readonly depthPeers: number;
  readonly depthPrescription: number;
  readonly depthInstitutes: number;
  readonly depthRepository: number;
  readonly depthVisits: number;
  readonly depthTeams: number;
  readonly depthChoice: number;
  readonly depthDesign: number;
  readonly owningRate: number;
  readonly owningChoice: number;
  readonly owningPrescription: number;
  readonly lapsingIntercept: number;
  readonly lapsingComplexity: number;
  readonly lapsingSupport: number;
  readonly lapsingTrying: number;
  readonly lapsingCoaching: number;
  readonly lapsingConfidence: number;
  readonly lapsingWithdrawal: number;
  readonly lapsingRisk: number;
  readonly lapsingPrescription: number;
  readonly lapsingCompliant: number;
  readonly lapsingJoint: number;
  readonly supportBase: number;
  readonly riskReference: number;
  readonly visionReference: number;
}

/** Reads the climate's numbers from a world. */
export function climateConstants(world: World): ClimateConstants {
  const p = (name: string): number => world[name]!;
  const start = p("direction.start");
  return {
    practiceVisibility: p("practice.visibility"),
    awarenessMessages: p("awareness.messages"),
    awarenessVision: p("awareness.vision"),
    awarenessRepository: p("awareness.repository"),
    awarenessInstitutes: p("awareness.institutes"),
    awarenessMandate: p("awareness.mandate"),
    awarenessVisits: p("awareness.visits"),
    peersVisits: p("peers.visits"),
    peersCohorts: p("peers.cohorts"),
    peersInterDistrict: p("peers.interDistrict"),
    entryCompliance: p("entry.compliance"),
    entryDecision: p("entry.decision"),
    entryFounded: p("entry.founded"),
    tryingIntercept: p("trying.intercept") + p("trying.appeal") * p("practice.appeal"),
    tryingSupport: p("trying.support"),
    tryingCoaching: p("trying.coaching"),
    tryingVision: p("trying.vision"),
    tryingRisk: p("trying.risk"),
    tryingNorms: p("trying.norms"),
    tryingConfidence: p("trying.confidence"),
    tryingAutonomy: p("trying.autonomy"),
    depthPractice: p("depth.practice"),
    depthSupport: p("depth.support"),
    depthPeers: p("depth.peers"),
    depthPrescription: p("depth.prescription"),
    depthInstitutes: p("depth.institutes"),
    depthRepository: p("depth.repository"),
    depthVisits: p("depth.visits"),
    depthTeams: p("depth.teams"),
    depthChoice: p("depth.choice"),
    depthDesign: p("depth.design"),
    owningRate: p("owning.rate"),
    owningChoice: p("owning.choice"),
    owningPrescription: p("owning.prescription"),
    lapsingIntercept: p("lapsing.intercept"),
    lapsingComplexity: p("lapsing.complexity"),
    lapsingSupport: p("lapsing.support"),
    lapsingTrying: p("lapsing.trying"),
    lapsingCoaching: p("lapsing.coaching"),
    lapsingConfidence: p("lapsing.confidence"),
    lapsingWithdrawal: p("lapsing.withdrawal"),
    lapsingRisk: p("lapsing.risk"),
    lapsingPrescription: p("lapsing.prescription"),
    lapsingCompliant: p("lapsing.compliant"),
    lapsingJoint: p("lapsing.joint"),
    supportBase: p("support.base"),
    riskReference:
      p("risk.pressure") *
      ((1 - start) / 2 +
        p("risk.conflict") * (p("direction.startSd") + Math.abs(start - (2 * principalReference(world) - 1)) / 2)),
    visionReference: p("office.vision") * start,
  };
}

/** Sets the growth of depth by season: practice, support and peers while teaching, institutes in June. */
function setGrowth(state: DistrictState, c: ClimateConstants, at: Month, s: number, added: number): void {
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
function setOwning(
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

/** Returns the chance that a school's teachers hear nothing of the practice from messages this month. */
function silence(state: DistrictState, c: ClimateConstants, at: Month, s: number, elsewhere: number): number {
  const { office, school } = state;
  const member = school.member[s] === 1;
  if (at.season === "july") return 1;
  // Whoever teaches in a school founded round the practice knows of it.
  if (member && at.season === "teaching" && s >= state.district.schools.length) return 0;
  if (at.season === "june") return member ? 1 - Math.min(1, c.awarenessInstitutes * at.institutes) : 1;
  let keep = (1 - c.awarenessMessages) * (1 - c.awarenessVision * Math.max(0, office.vision - office.visionStart));
  if (member) {
    keep *= 1 - c.awarenessRepository * at.repository;
    keep *= 1 - c.awarenessMandate * school.mandateNow[s]!;
    keep *= 1 - c.awarenessVisits * at.visits * at.interDistrict * elsewhere;
  }
  return keep;
}

/** Returns the chance of beginning by a mandate, or because the organisation has decided for all, given the chances of each. */
function beginning(mandate: number, decided: number): number {
  return decided > 0 ? 1 - (1 - mandate) * (1 - decided) : mandate;
}

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
  const founded = state.district.schools.length;
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const member = school.member[s]!;
    const support = school.support[s]! - c.supportBase;
    const risk = school.risk[s]! - c.riskReference;
    const terms = add?.(s);
    const mandate = member === 1 && school.mandated[s] === 1 ? school.mandate[s]! : 0;
    const decided = s < founded ? member * at.decided : 0;
    const mandateNow = Math.max(mandate, decided);
    school.mandateNow[s] = mandateNow;
    const begin =
      s < founded
        ? beginning(c.entryCompliance * mandate * school.legitimacy[s]!, c.entryDecision * decided)
        : member * c.entryFounded;
    const comply = teaching ? Math.min(0.999, begin) : 0;
    climate.complianceOdds[s] = ease.try * (comply / (1 - comply));
    climate.complies[s] = s < founded ? 1 : 0;
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
    climate.compliantLapse[s] = odds(c.lapsingCompliant * (1 - mandateNow));
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
