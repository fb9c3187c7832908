import { expect, test } from "vitest";
import { InputError } from "../issue.ts";
import type { School } from "./district.ts";
import { profile, profileNames } from "./profile.ts";

const sum = (schools: readonly School[], of: (school: School) => number): number =>
  schools.reduce((total, school) => total + of(school), 0);
const students = (schools: readonly School[]): number => sum(schools, (school) => school.enrolment);
const share = (schools: readonly School[]): number =>
  sum(schools, (s) => s.enrolment * s.lowIncomeShare) / students(schools);
const spread = (schools: readonly School[]): number => {
  const mean = share(schools);
  return Math.sqrt(sum(schools, (s) => s.enrolment * (s.lowIncomeShare - mean) ** 2) / students(schools));
};

test.each([
  ["colorado-springs-d11", 55, 25_900, 1_660, 0.57, 0.163],
  ["napa-valley-unified", 33, 18_224, 768, 8_881 / 18_224, 0.181],
  ["porterville-unified", 22, 14_368, 644, 11_879 / 14_368, 0.088],
  ["small-rural", 3, 574, 47, 234 / 574, 0.049],
  ["large-urban", 141, 88_258, 5_955, 0.747, 0.171],
  ["us-average", 8, 3_858, 256, 0.5, 0.06],
  ["partnership-district", 38, 29_284, 2_271, 0.5, 0.163],
])("%s has its published totals", (name, schools, pupils, teachers, lowIncome, sd) => {
  const district = profile(name);
  expect(district.schools.length).toBe(schools);
  expect(students(district.schools)).toBe(pupils);
  expect(sum(district.schools, (school) => school.teachers)).toBe(teachers);
  expect(Math.abs(share(district.schools) - lowIncome)).toBeLessThan(0.001);
  expect(Math.abs(spread(district.schools) - sd)).toBeLessThan(0.005);
  expect(new Set(district.schools.map((school) => school.id)).size).toBe(schools);
  for (const school of district.schools) {
    expect(school.enrolment).toBeGreaterThanOrEqual(10);
    expect(Number.isInteger(school.enrolment) && Number.isInteger(school.teachers) && school.teachers >= 1).toBe(true);
    expect(school.lowIncomeShare).toBeGreaterThanOrEqual(0);
    expect(school.lowIncomeShare).toBeLessThanOrEqual(1);
  }
  expect(profile(name)).toEqual(district);
});

test("poverty is unrelated to size in the synthetic schools", () => {
  for (const name of ["colorado-springs-d11", "large-urban"]) {
    const { schools } = profile(name);
    const elementary = schools.filter((school) => school.level === "elementary");
    const mean = (of: (s: School) => number): number => sum(elementary, of) / elementary.length;
    const size = mean((s) => s.enrolment);
    const poverty = mean((s) => s.lowIncomeShare);
    const cov = mean((s) => (s.enrolment - size) * (s.lowIncomeShare - poverty));
    const sds = Math.sqrt(mean((s) => (s.enrolment - size) ** 2) * mean((s) => (s.lowIncomeShare - poverty) ** 2));
    expect(Math.abs(cov / sds)).toBeLessThan(0.2);
  }
});

test("lists the names, the default first, and refuses others", () => {
  expect(profile().id).toBe(profileNames[0]);
  expect(profileNames).toContain("us-average");
  expect(() => profile("colorado-spring-d11")).toThrow(InputError);
  expect(() => profile("colorado-spring-d11")).toThrow(/did you mean colorado-springs-d11/);
});
