import { scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { doubtAnswers } from "./doubt-answers.ts";

const school = (id: string, teachers: number, lowIncomeShare: number) => ({
  id,
  name: id,
  level: "high" as const,
  enrolment: 15 * teachers,
  teachers,
  lowIncomeShare,
});
const place = scenario({
  district: {
    id: "d",
    name: "D",
    source: "",
    schools: [school("a", 20, 0.1), school("b", 21, 0.4), school("c", 22, 0.8)],
  },
});
const point = (group: string, respondents: number, month: number = 4) => ({ month, group, share: 0.3, respondents });

test("doubts surveys that more people answered than teach there, in all and by group", () => {
  const series = [point("all", 63), point("all", 64, 10), point("high poverty", 22), point("low poverty", 21)];
  const bands = [point("35–75% low-income", 21), point("75% or more low-income", 23)];
  expect(doubtAnswers([...series, ...bands], place)).toEqual([
    {
      code: "more-answers-than-teachers",
      path: "series[1].respondents",
      message: "in month 10 64 answered, and the schools have 63 teachers at the start",
      value: 64,
      allowed: "1 to 63",
    },
    expect.objectContaining({ path: "series[3].respondents", allowed: "1 to 20" }),
    expect.objectContaining({ path: "series[5].respondents", allowed: "1 to 22" }),
  ]);
});
