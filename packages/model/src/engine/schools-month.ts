import type { ClimateMonth } from "../mechanisms/climate-month.ts";
import type { SupportMonth } from "../mechanisms/support.ts";
import type { Month } from "../state/month.ts";
import type { Constants } from "./constants.ts";

/** Holds what the schools of a district have in common in a month, by which their support and climate move. */
export type SchoolsMonth = SupportMonth & ClimateMonth;

/** The first record of all. Those opened after it are copies, which have its shape from the start. */
let first: SchoolsMonth | undefined;

/**
 * Opens a record, which says nothing until a month is set. A run fills it anew every month: sixty of them would be a tenth
 * of a small district's time.
 */
export function openSchoolsMonth(): SchoolsMonth {
  if (first) return { ...first };
  first = {} as SchoolsMonth;
  return first;
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
export function writeSchoolsMonth(to: Float64Array, month: SchoolsMonth, at: Month): void {
  to.set([
    at.designTime,
    at.designTeams,
    at.decided,
    month.quality,
    month.waiver,
    month.timeBought,
    month.others,
    month.members,
    month.logOthers,
    month.logMembers,
    month.easeTry,
    month.heeded,
    month.easeLapse,
    month.keepOthers,
    month.keepMembers,
    month.awarenessVisits,
    month.tryingVision,
    month.tryingNorms,
    month.guidance,
    month.peersInterDistrict,
    month.lapsingIntercept,
    month.lapsingPrescription,
    month.unasked,
    month.giveUpOthers,
    month.giveUpMembers,
    month.offered,
    month.depthInstitutes,
    month.novice,
    month.spread,
    month.ceiling,
    month.ceilingBase,
    month.ceilingDesign,
    month.ownOthers,
    month.ownMembers,
    month.woken,
  ]);
}
