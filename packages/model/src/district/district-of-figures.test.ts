import { fc, it } from "@fast-check/vitest";
import { expect, test } from "vitest";
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

test("half of the schools are elementary and a quarter middle, with students by grades", () => {
  const byLevel = (schools: number, students: number) => {
    const made = districtOfFigures({ id: "d", schools, teachers: schools, students, lowIncomeShare: 0.5 }).schools;
    return (["elementary", "middle", "high", "other"] as const).map((level) => {
      const own = made.filter((school) => school.level === level);
      return [own.length, own.reduce((all, { enrolment }) => all + enrolment, 0)];
    });
  };
  // One student a school, and 13 grades: 1,300 in each.
  expect(byLevel(12, 12 + 13 * 1_300)).toEqual([
    [6, 6 + 6 * 1_300],
    [3, 3 + 3 * 1_300],
    [3, 3 + 4 * 1_300],
    [0, 0],
  ]);
  // A district of two has no middle school: ten grades.
  expect(byLevel(2, 2 + 10 * 50)).toEqual([
    [1, 1 + 6 * 50],
    [0, 0],
    [1, 1 + 4 * 50],
    [0, 0],
  ]);
  expect(byLevel(1, 80)).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [1, 80],
  ]);
});
