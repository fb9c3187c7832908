import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importAllDistricts, importRoster } from "./roster.ts";
import type { RosterWarning } from "./roster-warning.ts";

const header = "school,school_id,district,level,enrolment,low_income,teachers\n";

const warningsOf = (rows: string, head: string = header): readonly RosterWarning[] =>
  importAllDistricts(head + rows, { format: "generic" }).report.warnings;

const codes = (rows: string, head?: string): string[] => warningsOf(rows, head).map(({ code }) => code);

const sound = "A,1,D,high,400,100,25\nB,2,D,middle,310,90,20\nC,3,D,elementary,290,70,19\n";

test("doubts nothing in a sound roster, nor in very small schools", () => {
  expect(warningsOf(sound)).toEqual([]);
  expect(warningsOf("A,1,D,elementary,9,4,1\nB,2,D,elementary,14,4,1\nC,3,D,elementary,20,8,1\n")).toEqual([]);
});

describe("students a teacher", () => {
  test("names schools where the district's teachers stand in every row", () => {
    const rows =
      "North,1,Hill,high,452,97,127\nWest,2,Hill,elementary,580,135,127\nEast,3,Hill,elementary,203,33,127\n";
    const [few, repeated, ...others] = warningsOf(rows);
    expect(others).toEqual([]);
    expect(few).toEqual({
      code: "few-students-a-teacher",
      path: "teachers",
      message:
        "3 schools have fewer students a teacher than is believable: North 3.6 (452 students, 127 teachers), West 4.6 (580 students, 127 teachers), East 1.6 (203 students, 127 teachers)",
      rows: [2, 3, 4],
      allowed: "5 to 75 students a teacher, and from 1 where there are fewer than 100 students",
    });
    expect(repeated).toMatchObject({ code: "repeated-figure", path: "teachers", value: 127, rows: [2, 3, 4] });
    expect(importRoster(header + rows, { format: "generic" }).report.warnings).toEqual([few, repeated]);
  });

  test("tells columns that look exchanged", () => {
    expect(warningsOf("A,1,D,high,50,20,1032\nB,2,D,high,31,9,600\n")).toMatchObject([
      { code: "swapped-columns", rows: [2, 3], message: expect.stringContaining("if enrolment and teachers changed") },
    ]);
  });

  test("names schools with too many, and no more than three of them", () => {
    const rows = Array.from({ length: 5 }, (_, i) => `S${i},${i},D,high,${900 + i},10,${i + 2}\n`).join("");
    const [many] = warningsOf(rows);
    expect(many).toMatchObject({ code: "many-students-a-teacher", rows: [2, 3, 4, 5, 6] });
    expect(many?.message).toMatch(/^5 schools have more .* S2 225.5 \(902 students, 4 teachers\) and 2 more$/);
  });
});

describe("one figure in every row of a district", () => {
  test("is told for students, teachers and low-income students", () => {
    const same = "A,1,D,high,900,300,31\nB,2,D,middle,900,210,30\nC,3,D,elementary,900,100,28\n";
    expect(warningsOf(same)).toMatchObject([{ code: "repeated-figure", path: "enrolment", value: 900 }]);
    const poor = "A,1,D,high,900,300,50\nB,2,D,middle,500,300,30\nC,3,D,elementary,350,300,20\n";
    expect(warningsOf(poor)).toMatchObject([{ code: "repeated-figure", path: "low_income", value: 300 }]);
    const none = "A,1,D,high,900,0,50\nB,2,D,middle,500,0,30\nC,3,D,elementary,350,0,20\n";
    expect(warningsOf(none)).toMatchObject([
      { value: 0, message: expect.stringContaining("as if none were reported") },
    ]);
  });

  test("is told for shares, unless all students are low-income", () => {
    const head = header.replace("low_income", "low_income_share");
    const rows = (share: number): string => sound.replace(/,(\d+),(\d+)\n/g, `,${share},$2\n`);
    expect(warningsOf(rows(0.45), head)).toMatchObject([{ path: "low_income_share", value: 0.45, rows: [2, 3, 4] }]);
    expect(warningsOf(rows(1), head)).toEqual([]);
  });

  test("is believed of two schools, of alike schools, and of another district", () => {
    expect(codes("A,1,D,high,900,300,50\nB,2,D,middle,500,100,50\n")).toEqual([]);
    expect(codes("A,1,D,high,300,30,20\nB,2,D,high,310,31,20\nC,3,D,high,320,32,20\n")).toEqual([]);
    expect(codes("A,1,D,high,300,30,20\nB,2,E,high,310,31,20\nC,3,F,high,600,32,20\n")).toEqual([]);
  });
});

describe("a row that is the sum of others", () => {
  const head = "school,school_id,level,enrolment,low_income,teachers\n";

  test("is named", () => {
    const [warning, ...others] = warningsOf(
      "A,1,high,300,100,20\nB,2,high,200,80,12\nWhole,T,other,500,180,32\n",
      head,
    );
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ code: "total-row", rows: [4], value: 500 });
    expect(warning?.message).toMatch(/^the figures of “Whole” are the sum of the 2 other rows of Roster/);
  });

  test("is named among several districts, and rounding is allowed for", () => {
    const rows = `${sound}E,1,E,high,500,50,30.4\nF,2,E,high,300,40,20.4\nG,9,E,high,800,90,50.9\n`;
    expect(warningsOf(rows)).toMatchObject([{ code: "total-row", rows: [7] }]);
    const state = `${sound}E,1,E,high,500,50,30\nState,0,S,other,1500,310,94\n`;
    expect(warningsOf(state)).toMatchObject([
      { code: "total-row", rows: [6], message: expect.stringMatching(/roster/) },
    ]);
  });

  test("is believed where only the students add up", () => {
    expect(codes("A,1,D,high,300,100,20\nB,2,D,high,200,80,12\nC,3,D,high,500,120,33\n")).toEqual([]);
    expect(codes("A,1,D,high,300,100,20\nB,2,D,high,200,80,12\nC,3,D,high,500,180,25\n")).toEqual([]);
  });
});

test("tells a school that stands twice, and shares among percentages", () => {
  expect(warningsOf(`${sound}a,4,D,high,400,100,25\n`)).toMatchObject([{ code: "same-school-twice", rows: [2, 5] }]);
  const columns = { lowIncomePercent: "poor" };
  const ofPercents = (...percents: readonly number[]): readonly RosterWarning[] => {
    const rows = percents.map((percent, i) => `S${i},high,${400 - 50 * i},${percent},${25 - 3 * i}\n`).join("");
    const text = `school,level,enrolment,poor,teachers\n${rows}`;
    return importRoster(text, { format: "generic", columns }).report.warnings;
  };
  expect(ofPercents(0.4, 0.2, 0.3)).toMatchObject([
    { code: "shares-as-percentages", path: "poor", rows: [2, 3, 4], allowed: "0 to 100" },
  ]);
  for (const percents of [
    [40, 20, 30],
    [0.4, 20, 0.3],
    [0.4, 0.3],
    [0.4, 0, 0.3],
  ])
    expect(ofPercents(...percents), percents.join()).toEqual([]);
});

test("bears a long roster in which everything is doubted", () => {
  const rows = Array.from({ length: 150_000 }, (_, i) => `S,${i},D,high,120,0,60\n`).join("");
  const warnings = warningsOf(rows);
  expect(warnings.map(({ code, rows: lines }) => [code, lines.length])).toEqual([
    ["few-students-a-teacher", 150_000],
    ["repeated-figure", 150_000],
    ["repeated-figure", 150_000],
    ["repeated-figure", 150_000],
    ["same-school-twice", 150_000],
  ]);
});

test("tells by how much whole teachers differ from full-time equivalents", () => {
  const rows = "A,1,D,elementary,12,5,0.4\nB,2,D,elementary,9,5,0.3\nC,3,D,elementary,20,5,1.5\nE,4,D,high,33,5,2.4\n";
  const { district, report } = importRoster(header + rows, { format: "generic" });
  expect(district.schools.map(({ teachers }) => teachers)).toEqual([1, 1, 2, 2]);
  expect(report.notes).toEqual([
    {
      code: "teachers-rounded",
      message:
        "4.6 full-time equivalents became 6 teachers, as each school's are rounded and at least 1 (2 schools have less than half of one)",
      rows: [2, 3],
    },
  ]);
  expect(importRoster(header + sound, { format: "generic" }).report.notes).toEqual([]);
});

const shared = new URL("../../../../../../shared/data/", import.meta.url);
if (!existsSync(shared)) console.warn("skipped: the state rosters are not beside the repository");

test.skipIf(!existsSync(shared)).each([
  ["tx-campus-roster/tx_campuses_2018_19.csv", "tx", 8838, { "repeated-figure": 7 }],
  [
    "tx-campus-roster/tx_campuses_2021_22.csv",
    "tx",
    8966,
    { "few-students-a-teacher": 2, "many-students-a-teacher": 1 },
  ],
  ["ca-school-roster/ca_schools_2016_17.csv", "ca", 10_477, {}],
  ["ma-school-roster/ma_schools_2017.csv", "ma", 1850, {}],
])("doubts few schools of the roster %s", (file, format, kept, doubted) => {
  const { report } = importAllDistricts(readFileSync(new URL(file, shared), "utf8"), { format });
  expect(report.kept).toBe(kept);
  expect(Object.fromEntries(report.warnings.map(({ code, rows }) => [code, rows.length]))).toEqual(doubted);
});
