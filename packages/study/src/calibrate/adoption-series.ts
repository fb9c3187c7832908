import { bandNames, InputError, type Issue, tierNames } from "@uptake/model";

/** Holds one answer of a survey: the share of those who answered that say they use the practice. */
export interface SurveyPoint {
  /** Index, 0 … horizon. */
  readonly month: number;
  /** `all`, a poverty third (`high poverty`) or a band (`75% or more low-income`). */
  readonly group: string;
  /** Share of those who answered, 0 … 1. */
  readonly share: number;
  /** People who answered, 1 or more. */
  readonly respondents: number;
}

/** Months below which a series says nothing of how adoption moves. */
const LEAST_MONTHS = 3;

/** Lists the names of groups that a survey may tell of. */
export const surveyGroups: readonly string[] = ["all", ...tierNames, ...bandNames];

/** Returns the series of adoption of a group. */
export function groupSeries(group: string): string {
  if (group === "all") return "adoption";
  return (tierNames as readonly string[]).includes(group) ? `tier.${group}` : `band.${group}`;
}

/**
 * Checks a series against the months of a scenario.
 *
 * @throws InputError naming every point out of range, unknown group, repeated point, and a series of under three months.
 */
export function checkSeries(points: readonly SurveyPoint[], horizon: number): void {
  const issues: Issue[] = [];
  points.forEach(({ month, group, share, respondents }, i) => {
    const check = (field: string, value: unknown, holds: boolean, message: string, allowed: string): void => {
      if (!holds) issues.push({ code: "out-of-range", path: `series[${i}].${field}`, message, value, allowed });
    };
    const within = Number.isInteger(month) && month >= 0 && month <= horizon;
    check("month", month, within, `${month} is no month of the scenario`, `0 to ${horizon}`);
    check("share", share, share >= 0 && share <= 1, `${share} is not a share`, "0 to 1");
    const many = Number.isInteger(respondents) && respondents >= 1;
    check("respondents", respondents, many, `${respondents} is no number of people`, "a whole number, 1 or more");
    if (!surveyGroups.includes(group)) {
      const message = `no group is called “${group}”`;
      const allowed = surveyGroups.join(", ");
      issues.push({ code: "unknown-group", path: `series[${i}].group`, message, value: group, allowed });
    }
    if (points.slice(0, i).some((other) => other.month === month && other.group === group)) {
      const message = `${group} has two values in month ${month}`;
      issues.push({ code: "repeated-point", path: `series[${i}]`, message, value: month });
    }
  });
  const months = new Set(points.map(({ month }) => month)).size;
  if (months < LEAST_MONTHS) {
    const message = `a series of ${months} ${months === 1 ? "month" : "months"} cannot tell how adoption moves`;
    issues.push({ code: "too-few-months", path: "series", message, value: months, allowed: `${LEAST_MONTHS} or more` });
  }
  if (issues.length > 0) throw new InputError(issues);
}

/** Returns the sampling error of a share, held off zero at 0 and 1 by two answers more, one each way. */
export function samplingError({ share, respondents }: SurveyPoint): number {
  const held = (share * respondents + 1) / (respondents + 2);
  return Math.sqrt((held * (1 - held)) / respondents);
}
