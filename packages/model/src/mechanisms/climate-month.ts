import { eased, odds, unit } from "../numerics/math.ts";
import type { Ease } from "../scenario/transition.ts";
import type { OfficeState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import type { ClimateConstants } from "./climate-constants.ts";
import { directionOf } from "./risk.ts";

/** Holds what all schools of a district have in common in what their teachers feel in a month. */
export interface ClimateMonth {
  /** Factors of the odds of trying: of ease alone, and with the office's attention. */
  easeTry: number;
  heeded: number;
  /** What divides the odds of lapsing. */
  easeLapse: number;

  /** Chances of hearing nothing: of others, of members, and a factor of visits for these. */
  keepOthers: number;
  keepMembers: number;
  awarenessVisits: number;

  /** What is added to the log-odds of trying by vision and norms, and to those of members by guidance and visits. */
  tryingVision: number;
  tryingNorms: number;
  guidance: number;
  peersInterDistrict: number;

  /** Log-odds of lapsing, and what prescription adds for members. */
  lapsingIntercept: number;
  lapsingPrescription: number;
  /** Factor of the odds of lapsing of those who comply where there is no mandate. */
  unasked: number;
  /** Factors of the odds of giving up. */
  giveUpOthers: number;
  giveUpMembers: number;

  /** Growth of depth of members by what is offered while teaching, and at institutes. */
  offered: number;
  depthInstitutes: number;
  /** Of members: by how much more support does at depth 0, and by how much people differ. */
  novice: number;
  spread: number;

  /** Ceiling of depth by scope, of which so much holds without design, and how far design lifts it. */
  ceiling: number;
  ceilingBase: number;
  ceilingDesign: number;
  /** Chances of coming to own. */
  ownOthers: number;
  ownMembers: number;

  /** Share of latent ties of members that are awake. */
  woken: number;
}

/** Returns the chance that a teacher whose practice is deep comes to own it this month, under so much choice and prescription. */
function owningChance(c: ClimateConstants, choice: number, prescription: number, ease: Ease): number {
  return eased(
    unit(c.owningRate * (1 + c.owningChoice * (choice - 0.5)) * (1 - c.owningPrescription * prescription)),
    ease.own,
  );
}

/**
 * Sets what all schools have in common. `scope` is the effective scope of the practice, `complexity` its effective
 * complexity, `elsewhere` adoption in the other districts of the system, `prerequisite` whether depth needs design, `ease`
 * the factors of the odds of transitions.
 */
export function setClimateMonth(
  month: ClimateMonth,
  office: OfficeState,
  c: ClimateConstants,
  at: Month,
  scope: number,
  complexity: number,
  elsewhere: number,
  prerequisite: boolean,
  ease: Ease,
): void {
  const teaching = at.season === "teaching";
  const givingUp = ease.lapse / ease["give-up"];
  month.easeTry = ease.try;
  month.heeded = ease.try * office.attention;
  month.easeLapse = ease.lapse;
  const messages = teaching
    ? (1 - c.awarenessMessages) * (1 - c.awarenessVision * Math.max(0, office.vision - office.visionStart))
    : 1;
  const institutes = at.season === "june" ? at.institutes : 0;
  month.keepOthers = messages;
  month.keepMembers = teaching
    ? messages * (1 - c.awarenessRepository * at.repository)
    : 1 - Math.min(1, c.awarenessInstitutes * institutes);
  month.awarenessVisits = 1 - c.awarenessVisits * at.visits * at.interDistrict * elsewhere;
  month.tryingVision = c.tryingVision * (office.vision * directionOf(office) - c.visionReference);
  month.tryingNorms = c.tryingNorms * office.information;
  month.guidance = c.tryingConfidence * at.prescription + c.tryingAutonomy * 2 * (at.choice - 0.5);
  month.peersInterDistrict = c.peersInterDistrict * at.visits * at.interDistrict * elsewhere;
  month.lapsingIntercept = c.lapsingIntercept + c.lapsingComplexity * (complexity - 0.7);
  month.lapsingPrescription = c.lapsingPrescription * at.prescription;
  month.unasked = odds(c.lapsingCompliant);
  month.giveUpOthers = givingUp * odds(c.lapsingTrying);
  month.giveUpMembers = givingUp * odds(c.lapsingTrying - c.lapsingConfidence * at.prescription);
  month.offered = c.depthRepository * at.repository + c.depthVisits * at.visits;
  month.depthInstitutes = c.depthInstitutes * institutes;
  month.novice = c.depthPrescription * at.prescription;
  month.spread = c.depthChoice * 2 * Math.max(0, at.choice - 0.5);
  month.ceiling = 0.5 + 0.5 * scope;
  month.ceilingBase = prerequisite ? 0.6 : 1;
  month.ceilingDesign = prerequisite ? c.depthDesign : 0;
  month.ownOthers = teaching ? owningChance(c, 0.5, 0, ease) : 0;
  month.ownMembers = teaching ? owningChance(c, at.choice, at.prescription, ease) : 0;
  month.woken = Math.min(1, at.visits * c.peersVisits + at.cohorts * c.peersCohorts);
}
