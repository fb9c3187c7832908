import type { ClimateMonth } from "../mechanisms/climate-month.ts";
import type { SupportMonth } from "../mechanisms/support.ts";
import type { Month } from "../state/month.ts";
import type { Constants } from "./constants.ts";

/** Holds what the schools of a district have in common in a month, by which their support and climate move. */
export interface SchoolsMonth {
  readonly support: SupportMonth;
  readonly climate: ClimateMonth;
}

/** The first record of all. Those opened after it are copies, which have its shape from the start. */
let first: SchoolsMonth | undefined;

/**
 * Opens a record, which says nothing until a month is set. A run fills it anew every month: sixty of them would be a tenth
 * of a small district's time.
 */
export function openSchoolsMonth(): SchoolsMonth {
  if (first) return { support: { ...first.support }, climate: { ...first.climate } };
  first = { support: {} as SupportMonth, climate: {} as ClimateMonth };
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
export function writeSchoolsMonth(to: Float64Array, { support, climate }: SchoolsMonth, at: Month): void {
  to.set([
    at.designTime,
    at.designTeams,
    at.decided,
    support.quality,
    support.waiver,
    support.timeBought,
    support.others,
    support.members,
    support.logOthers,
    support.logMembers,
    climate.easeTry,
    climate.heeded,
    climate.easeLapse,
    climate.keepOthers,
    climate.keepMembers,
    climate.awarenessVisits,
    climate.tryingVision,
    climate.tryingNorms,
    climate.guidance,
    climate.peersInterDistrict,
    climate.lapsingIntercept,
    climate.lapsingPrescription,
    climate.unasked,
    climate.giveUpOthers,
    climate.giveUpMembers,
    climate.offered,
    climate.depthInstitutes,
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
