import { type Issue, type Scenario, teachersByGroup } from "@uptake/model";
import type { SurveyPoint } from "./adoption-series.ts";

/**
 * Warns of surveys that more people answered than there are teachers in the group's schools at the start, as where
 * answers of several schools, of years or of other staff were added up. Schools that are founded later are not counted.
 */
export function doubtAnswers(series: readonly SurveyPoint[], scenario: Pick<Scenario, "district">): Issue[] {
  const teachers = teachersByGroup(scenario);
  return series.flatMap(({ month, group, respondents }, i): Issue[] => {
    const most = teachers.get(group);
    if (most === undefined || respondents <= most) return [];
    const who = group === "all" ? "the schools have" : `${group} schools have`;
    const message = `in month ${month} ${respondents} answered, and ${who} ${most} teachers at the start`;
    return [
      {
        code: "more-answers-than-teachers",
        path: `series[${i}].respondents`,
        message,
        value: respondents,
        allowed: `1 to ${most}`,
      },
    ];
  });
}
