import type { World } from "../evidence/parameter.ts";
import { type ClimateConstants, climateConstants } from "../mechanisms/climate-constants.ts";
import { type CoachingConstants, coachingConstants } from "../mechanisms/coaching.ts";
import { type ImprovementConstants, improvementConstants } from "../mechanisms/improvement.ts";
import { type LeadershipConstants, leadershipConstants } from "../mechanisms/leadership.ts";
import { type MembershipConstants, membershipConstants } from "../mechanisms/membership.ts";
import { type OfficeConstants, officeConstants } from "../mechanisms/office.ts";
import { type LeaderExitConstants, leaderExitConstants } from "../mechanisms/principals.ts";
import { type ResultsConstants, resultsConstants } from "../mechanisms/results.ts";
import { type RiskConstants, riskConstants } from "../mechanisms/risk.ts";
import { type ScopeConstants, scopeConstants } from "../mechanisms/scope.ts";
import { type StaffingConstants, staffingConstants } from "../mechanisms/staffing.ts";
import { type SupportConstants, supportConstants } from "../mechanisms/support.ts";

/** Holds the numbers of every mechanism, read once from a world. */
export interface Constants {
  readonly office: OfficeConstants;
  readonly improvement: ImprovementConstants;
  readonly leadership: LeadershipConstants;
  readonly risk: RiskConstants;
  readonly scope: ScopeConstants;
  readonly membership: MembershipConstants;
  readonly coaching: CoachingConstants;
  readonly support: SupportConstants;
  readonly climate: ClimateConstants;
  readonly results: ResultsConstants;
  readonly leaders: LeaderExitConstants;
  readonly staffing: StaffingConstants;
}

/** Reads the numbers of every mechanism from a world. */
export function constantsOf(world: World): Constants {
  return {
    office: officeConstants(world),
    improvement: improvementConstants(world),
    leadership: leadershipConstants(world),
    risk: riskConstants(world),
    scope: scopeConstants(world),
    membership: membershipConstants(world),
    coaching: coachingConstants(world),
    support: supportConstants(world),
    climate: climateConstants(world),
    results: resultsConstants(world),
    leaders: leaderExitConstants(world),
    staffing: staffingConstants(world),
  };
}
