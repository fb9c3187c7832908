import { expect, test } from "vitest";
import { districtOf } from "../../test-support/fixtures.ts";
import { defaultWorld } from "../evidence/world.ts";
import { enrolmentOf } from "./enrolment.ts";

test("the groups that a roster tells apart are enrolled by school, in the order in which it names them", () => {
  const [first, second, third] = districtOf("d", [0.1, 0.5, 0.9]).schools;
  const plain = { level: "elementary" as const };
  const schools = [
    { ...first!, ...plain },
    { ...second!, ...plain, enrolment: 200, raceShares: { B: 0.25, "English learners": 0.5 } },
    { ...third!, enrolment: 100, level: "high", englishLearnerShare: 0.5, raceShares: { A: 1, B: 0 } },
  ] as const;
  const { students, lowIncomeShare, teachers, groups, sorting } = enrolmentOf(
    schools,
    defaultWorld({ "students.teachers": 4.9, "students.sorting": 0.3 }),
  );
  expect([Array.from(students), Array.from(lowIncomeShare)]).toEqual([
    [first!.enrolment, 200, 100],
    [0.1, 0.5, 0.9],
  ]);
  expect([Array.from(teachers), sorting]).toEqual([[1, 1, 4], 0.3]);
  expect(groups.map(({ name, behind, students: enrolled }) => [name, behind, ...enrolled])).toEqual([
    ["B", false, 0, 50, 0],
    ["English learners", false, 0, 100, 0],
    ["English learners", true, 0, 0, 50],
    ["A", false, 0, 0, 100],
  ]);
});
