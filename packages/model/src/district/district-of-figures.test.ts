import { fc, it } from "@fast-check/vitest";
import { expect } from "vitest";
import { districtOfFigures } from "./district-of-figures.ts";

const figures = fc
  .record({
    schools: fc.integer({ min: 1, max: 60 }),
    perSchool: fc.integer({ min: 1, max: 60 }),
    perTeacher: fc.integer({ min: 1, max: 30 }),
    lowIncomeShare: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ schools, perSchool, perTeacher, lowIncomeShare }) => {
    const teachers = schools * perSchool;
    return { id: "d", schools, teachers, students: teachers * perTeacher, lowIncomeShare };
  });

it.prop([figures])("a district made up from figures has these figures", (given) => {
  const { schools } = districtOfFigures(given);
  const sum = (of: "teachers" | "enrolment"): number => schools.reduce((all, one) => all + one[of], 0);
  expect(schools).toHaveLength(given.schools);
  expect([sum("teachers"), sum("enrolment")]).toEqual([given.teachers, given.students]);
  expect(new Set(schools.map(({ id }) => id)).size).toBe(given.schools);
  const poor = schools.reduce((all, one) => all + one.lowIncomeShare * one.enrolment, 0);
  const share = Math.min(0.995, Math.max(0.005, given.lowIncomeShare));
  expect(Math.abs(poor - share * given.students)).toBeLessThanOrEqual(given.schools);
  for (const one of schools) {
    expect(Math.min(one.teachers, one.enrolment)).toBeGreaterThanOrEqual(1);
    expect(one.lowIncomeShare).toBeGreaterThanOrEqual(0);
    expect(one.lowIncomeShare).toBeLessThanOrEqual(1);
  }
});
