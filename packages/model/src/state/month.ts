import type { DistrictPlan } from "../scenario/plan.ts";
import { type Season, season } from "./calendar.ts";
import { departments as departmentNames } from "./district-state.ts";

/** Holds the effective settings and shocks of one month: all that mechanisms read of levers. */
export interface Month {
  readonly t: number;
  readonly season: Season;
  readonly load: number;
  readonly launched: boolean;
  /** Whether a cohort is invited. */
  readonly wave: boolean;
  readonly clarity: number;
  readonly equityPriority: number;
  readonly protection: number;
  readonly effort: number;
  readonly time: number;
  readonly principals: number;
  readonly office: number;
  readonly coaches: number;
  /** Engagement of the six departments, in the order of the signals. */
  readonly departments: Float64Array;
  /** The sum of these. */
  readonly engaged: number;
  readonly embed: number;
  readonly volunteers: number;
  readonly cohorts: number;
  readonly mandate: number;
  readonly tailored: number;
  readonly decided: number;
  readonly prescription: number;
  readonly choice: number;
  readonly density: number;
  readonly release: number;
  readonly institutes: number;
  readonly visits: number;
  readonly repository: number;
  readonly interDistrict: number;
  readonly preparation: number;
  readonly pipeline: number;
  readonly designTime: number;
  readonly designTeams: number;
  readonly coDesign: number;
  readonly waivers: number;
  readonly cycle: number;
  readonly scope: number;
  readonly exitShock: number;
  readonly coachingShock: number;
  readonly pressureShock: number;
  readonly initiatives: number;
  readonly superintendentShock: number;
  readonly principalShock: number;
  readonly surveyShock: number;
}

/** Remembers the months of plans already read, with the shocks they were read with: replicates and districts share them. */
const read = new WeakMap<DistrictPlan["effects"], { shocks: DistrictPlan["shocks"]; months: readonly Month[] }>();

/** Reads a district's plan month by month. */
export function monthsOf(plan: DistrictPlan, horizon: number): readonly Month[] {
  const { effects, shocks } = plan;
  const known = read.get(effects);
  if (known?.shocks === shocks && known.months.length === horizon) return known.months;
  const months = readMonths(plan, horizon);
  read.set(effects, { shocks, months });
  return months;
}

function readMonths(plan: DistrictPlan, horizon: number): Month[] {
  const { effects, shocks } = plan;
  return Array.from({ length: horizon }, (_, t): Month => {
    const at = (name: string): number => effects[name]?.[t] as number;
    const pace = at("departments.pace");
    const departments = Float64Array.from(departmentNames, (name) => at(`departments.${name}`) * pace);
    return {
      t,
      season: season(t),
      load: at("load"),
      launched: at("launch") > 0,
      wave: at("wave") > 0,
      clarity: at("vision.clarity"),
      equityPriority: at("vision.equityPriority"),
      protection: at("vision.protection"),
      effort: at("assessment.effort"),
      time: at("investment.time"),
      principals: at("investment.principals"),
      office: at("investment.office"),
      coaches: at("investment.coaches"),
      departments,
      engaged: departments.reduce((sum, e) => sum + e, 0),
      embed: at("departments.embed"),
      volunteers: at("entry.volunteers"),
      cohorts: at("entry.cohorts"),
      mandate: at("entry.mandate"),
      tailored: at("entry.tailored"),
      decided: at("entry.decided"),
      prescription: at("guidance.prescription"),
      choice: at("guidance.choice"),
      density: at("coaching.density"),
      release: at("coaching.release"),
      institutes: at("learning.institutes"),
      visits: at("learning.visits"),
      repository: at("learning.repository"),
      interDistrict: at("learning.interDistrict"),
      preparation: at("leadership.preparation"),
      pipeline: at("leadership.pipeline"),
      designTime: at("design.time"),
      designTeams: at("design.teams"),
      coDesign: at("partnership.coDesign"),
      waivers: at("partnership.waivers"),
      cycle: at("improvement.cycle"),
      scope: at("practice.scope"),
      exitShock: shocks.exits[t]!,
      coachingShock: shocks.coaching[t]!,
      pressureShock: shocks.pressure[t]!,
      initiatives: shocks.initiatives[t]!,
      superintendentShock: shocks.superintendentExit[t]!,
      principalShock: shocks.principalExit[t]!,
      surveyShock: shocks.survey[t]!,
    };
  });
}
