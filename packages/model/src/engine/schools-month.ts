import { type ClimateMonth, openClimateMonth } from "../mechanisms/climate-month.ts";
import { openSupportMonth, type SupportMonth } from "../mechanisms/support.ts";
import type { Constants } from "./constants.ts";

/** Holds what the schools of a district have in common in a month, by which their support and climate move. */
export interface SchoolsMonth {
  readonly support: SupportMonth;
  readonly climate: ClimateMonth;
}

/** Opens a record of it, which a run fills anew every month. */
export function openSchoolsMonth(): SchoolsMonth {
  return { support: openSupportMonth(), climate: openClimateMonth() };
}

/** Writes the constants that are read for each school, in the order of wasm/month.h. */
export function writeSchoolConstants(to: Float64Array, { support, climate }: Constants): void {
  to.set([
    support.halfHours,
    support.steepness,
    support.base,
    support.capacity,
    support.floor,
    support.rho,
    support.time,
    support.timePressure,
    support.designTime,
    support.timeReference,
    support.principalReference,
    climate.practiceVisibility,
    climate.awarenessMandate,
    climate.entryCompliance,
    climate.entryDecision,
    climate.entryFounded,
    climate.tryingIntercept,
    climate.tryingSupport,
    climate.tryingCoaching,
    climate.tryingRisk,
    climate.depthPractice,
    climate.depthSupport,
    climate.depthPeers,
    climate.depthTeams,
    climate.lapsingSupport,
    climate.lapsingCoaching,
    climate.lapsingWithdrawal,
    climate.lapsingRisk,
    climate.lapsingCompliant,
    climate.lapsingJoint,
    climate.supportBase,
    climate.riskReference,
  ]);
}

/** Writes a month's numbers in the same way: each by its name, which is ten times as fast as a loop over names. */
export function writeSchoolsMonth(to: Float64Array, { support, climate }: SchoolsMonth): void {
  to.set([
    support.quality,
    support.waiver,
    support.designTime,
    support.designTeams,
    support.timeBought,
    support.others,
    support.members,
    support.logOthers,
    support.logMembers,
    climate.decided,
    climate.easeTry,
    climate.heeded,
    climate.easeLapse,
    climate.keepOthers,
    climate.keepMembers,
    climate.keepVisits,
    climate.tryVision,
    climate.tryNorms,
    climate.tryGuidance,
    climate.tryVisits,
    climate.lapseIntercept,
    climate.lapsePrescription,
    climate.unasked,
    climate.giveUpOthers,
    climate.giveUpMembers,
    climate.growOffered,
    climate.growInstitutes,
    climate.novice,
    climate.spread,
    climate.ceiling,
    climate.ceilingBase,
    climate.ceilingDesign,
    climate.ownOthers,
    climate.ownMembers,
    climate.woken,
  ]);
}
