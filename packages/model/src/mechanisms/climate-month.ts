import { eased, odds, unit } from "../numerics/math.ts";
import type { Ease } from "../scenario/transition.ts";
import type { OfficeState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import type { ClimateConstants } from "./climate-constants.ts";
import { directionOf } from "./risk.ts";

/** Holds what all schools of a district have in common in how their climate moves this month, in the order of wasm/month.h. */
export interface ClimateMonth {
  /** 1 in a month of teaching, 0 in June and July. */
  readonly teaching: number;

  /** Chances of beginning in a founded school, by a mandate, and by what was decided; how far things were decided. */
  readonly beginFounded: number;
  readonly beginMandate: number;
  readonly beginDecided: number;
  readonly decided: number;
  readonly easeTry: number;

  /** Chances of hearing nothing: of others, of members, and of members who visit; what a mandate takes off. */
  readonly keepOthers: number;
  readonly keepMembers: number;
  readonly keepVisits: number;
  readonly heardMandate: number;

  /** Reference points of support and risk. */
  readonly supportBase: number;
  readonly riskReference: number;

  /** Log-odds of trying and what is added to them: by vision, norms, and to members by guidance and visits. */
  readonly tryIntercept: number;
  readonly trySupport: number;
  readonly tryRisk: number;
  readonly tryVision: number;
  readonly tryNorms: number;
  readonly tryGuidance: number;
  readonly tryVisits: number;
  /** Factors of its odds. */
  readonly heeded: number;
  readonly tryCoaching: number;

  /** The same of lapsing, which an ease divides. */
  readonly lapseIntercept: number;
  readonly lapseSupport: number;
  readonly lapseRisk: number;
  readonly lapsePrescription: number;
  readonly lapseWithdrawal: number;
  readonly easeLapse: number;
  readonly lapseJoint: number;
  /** Log-odds by which a mandate holds those who comply, and their odds without one. */
  readonly lapseCompliant: number;
  readonly unasked: number;
  /** Factors of the odds of giving up, and how far a coach lowers them. */
  readonly giveUpOthers: number;
  readonly giveUpMembers: number;
  readonly giveUpCoaching: number;

  /** Growth of depth by practice; of members by what is offered while teaching, and at institutes. */
  readonly growPractice: number;
  readonly growOffered: number;
  readonly growInstitutes: number;
  readonly growSupport: number;
  readonly growPeers: number;
  readonly growTeams: number;
  readonly novice: number;
  readonly spread: number;

  /** Ceiling of depth by scope, of which so much holds without design, and how design lifts it; the chances of owning. */
  readonly ceiling: number;
  readonly ceilingBase: number;
  readonly ceilingDesign: number;
  readonly ownOthers: number;
  readonly ownMembers: number;

  /** How well practice is seen, and the share of latent ties of members that are awake. */
  readonly visibility: number;
  readonly woken: number;
}

/** Returns the chance that a teacher whose practice is deep comes to own it this month, under so much choice and prescription. */
function owningChance(c: ClimateConstants, choice: number, prescription: number, ease: Ease): number {
  return eased(
    unit(c.owningRate * (1 + c.owningChoice * (choice - 0.5)) * (1 - c.owningPrescription * prescription)),
    ease.own,
  );
}

/** Returns the chance that a member school's teachers hear nothing, mandate and visits apart, given that of all others. */
function silenceOfMembers(c: ClimateConstants, at: Month, messages: number): number {
  if (at.season === "teaching") return messages * (1 - c.awarenessRepository * at.repository);
  return at.season === "june" ? 1 - Math.min(1, c.awarenessInstitutes * at.institutes) : 1;
}

/**
 * Computes what all schools have in common. `scope` is the effective scope of the practice, `complexity` its effective
 * complexity, `elsewhere` adoption in the other districts of the system, `prerequisite` whether depth needs design, `ease` the
 * factors of the odds of transitions.
 */
export function climateMonth(
  office: OfficeState,
  c: ClimateConstants,
  at: Month,
  scope: number,
  complexity: number,
  elsewhere: number,
  prerequisite: boolean,
  ease: Ease,
): ClimateMonth {
  const teaching = at.season === "teaching";
  const messages = teaching
    ? (1 - c.awarenessMessages) * (1 - c.awarenessVision * Math.max(0, office.vision - office.visionStart))
    : 1;
  const givingUp = ease.lapse / ease["give-up"];
  return {
    teaching: teaching ? 1 : 0,
    beginFounded: c.entryFounded,
    beginMandate: c.entryCompliance,
    beginDecided: c.entryDecision,
    decided: at.decided,
    easeTry: ease.try,
    keepOthers: messages,
    keepMembers: silenceOfMembers(c, at, messages),
    keepVisits: 1 - c.awarenessVisits * at.visits * at.interDistrict * elsewhere,
    heardMandate: c.awarenessMandate,
    supportBase: c.supportBase,
    riskReference: c.riskReference,
    tryIntercept: c.tryingIntercept,
    trySupport: c.tryingSupport,
    tryRisk: c.tryingRisk,
    tryVision: c.tryingVision * (office.vision * directionOf(office) - c.visionReference),
    tryNorms: c.tryingNorms * office.information,
    tryGuidance: c.tryingConfidence * at.prescription + c.tryingAutonomy * 2 * (at.choice - 0.5),
    tryVisits: c.peersInterDistrict * at.visits * at.interDistrict * elsewhere,
    heeded: ease.try * office.attention,
    tryCoaching: c.tryingCoaching,
    lapseIntercept: c.lapsingIntercept + c.lapsingComplexity * (complexity - 0.7),
    lapseSupport: c.lapsingSupport,
    lapseRisk: c.lapsingRisk,
    lapsePrescription: c.lapsingPrescription * at.prescription,
    lapseWithdrawal: c.lapsingWithdrawal,
    easeLapse: ease.lapse,
    lapseJoint: c.lapsingJoint,
    lapseCompliant: c.lapsingCompliant,
    unasked: odds(c.lapsingCompliant),
    giveUpOthers: givingUp * odds(c.lapsingTrying),
    giveUpMembers: givingUp * odds(c.lapsingTrying - c.lapsingConfidence * at.prescription),
    giveUpCoaching: c.lapsingCoaching,
    growPractice: c.depthPractice,
    growOffered: c.depthRepository * at.repository + c.depthVisits * at.visits,
    growInstitutes: at.season === "june" ? c.depthInstitutes * at.institutes : 0,
    growSupport: c.depthSupport,
    growPeers: c.depthPeers,
    growTeams: c.depthTeams,
    novice: c.depthPrescription * at.prescription,
    spread: c.depthChoice * 2 * Math.max(0, at.choice - 0.5),
    ceiling: 0.5 + 0.5 * scope,
    ceilingBase: prerequisite ? 0.6 : 1,
    ceilingDesign: prerequisite ? c.depthDesign : 0,
    ownOthers: teaching ? owningChance(c, 0.5, 0, ease) : 0,
    ownMembers: teaching ? owningChance(c, at.choice, at.prescription, ease) : 0,
    visibility: c.practiceVisibility,
    woken: Math.min(1, at.visits * c.peersVisits + at.cohorts * c.peersCohorts),
  };
}
