import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { InputError, type Issue, uncounted } from "../../issue.ts";
import { importAllDistricts, importRoster, type RosterOptions } from "./roster.ts";

const shared = new URL("../../../../../../shared/data/", import.meta.url);
const withRosters = test.skipIf(!existsSync(shared));
if (!existsSync(shared)) console.warn("skipped: the state rosters are not beside the repository");
const read = (file: string): string => readFileSync(new URL(file, shared), "utf8");

const students = (schools: readonly { enrolment: number }[]): number =>
  schools.reduce((sum, school) => sum + school.enrolment, 0);
const teachers = (schools: readonly { teachers: number }[]): number =>
  schools.reduce((sum, school) => sum + school.teachers, 0);

function issuesOf(text: string, options: RosterOptions = { format: "generic" }): readonly Issue[] {
  try {
    importRoster(text, options);
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

const head = "school,level,enrolment,low_income_share,teachers\n";

test("reads a generic roster", () => {
  const { district, report } = importRoster(`\uFEFF${head}"Oak, North",primary,300,0.5,20\r\nElm,High,10,1,0.4\n`, {
    format: "generic",
  });
  expect(district).toEqual({
    id: "roster",
    name: "Roster",
    source: "Roster supplied by the researcher",
    schools: [
      { id: "Oak, North", name: "Oak, North", level: "elementary", enrolment: 300, teachers: 20, lowIncomeShare: 0.5 },
      { id: "Elm", name: "Elm", level: "high", enrolment: 10, teachers: 1, lowIncomeShare: 1 },
    ],
  });
  expect(report).toEqual({
    rowsRead: 2,
    districtRows: 2,
    kept: 2,
    dropped: [],
    estimates: [],
    notes: [expect.objectContaining({ code: "teachers-rounded", rows: [3] })],
    warnings: [],
  });
});

test("reads counts of low-income students and English learners, and ids of schools and districts", () => {
  const text =
    "district_id,district,school_id,school,level,enrolment,low_income,english_learners,teachers\n" +
    "1,North,a,Oak,middle,200,50,20,10\n2,South,a,Elm,middle,100,50,,5\n";
  expect(importRoster(text, { format: "generic", district: "south" }).district.schools[0]).toMatchObject({
    id: "a",
    lowIncomeShare: 0.5,
  });
  const { district } = importRoster(text, { format: "generic", district: "1" });
  expect(district).toMatchObject({
    id: "1",
    name: "North",
    schools: [{ lowIncomeShare: 0.25, englishLearnerShare: 0.1 }],
  });
  expect(importAllDistricts(text, { format: "generic" }).districts.map((d) => d.name)).toEqual(["North", "South"]);
});

test("takes the caller's own columns, and needs those it names", () => {
  const text = "Campus,Kind,Pupils,Poor %,Staff\nOak,high,100,25,5\n";
  const columns = {
    school: "Campus",
    level: "Kind",
    enrolment: "Pupils",
    lowIncomePercent: "Poor %",
    teachers: "Staff",
  };
  expect(importRoster(text, { format: "generic", columns }).district.schools[0]).toMatchObject({
    name: "Oak",
    lowIncomeShare: 0.25,
  });
  expect(issuesOf(text, { format: "generic", columns: { ...columns, schoolId: "Id" } })).toMatchObject([
    { code: "missing-column", path: "Id" },
  ]);
});

test("reads shares as programs write them: seventeen digits, or without a zero before the point", () => {
  const shares = ["0.037000000000000005", ".35", "0.30000000000000004"];
  const rows = shares.map((share, i) => `S${i},high,400,25,${share}`);
  const text = ["school,level,enrolment,teachers,low_income_share", ...rows, ""].join("\n");
  const { district } = importRoster(text, { format: "generic" });
  expect(district.schools.map((school) => school.lowIncomeShare)).toEqual(shares.map(Number));
});

test("estimates what the roster leaves blank, and says so", () => {
  const columns =
    "campus_id,campus_name,district_id,district_name,level,enrolment,econ_disadv,english_learners,teachers_fte_est\n";
  const text = `${columns}1,A,9,D,high,300,150,0,20.4\n2,B,9,D,high,100,,0,\n3,C,9,D,x,0,0,0,1\n4,E,9,D,x,,0,0,1\n5,F,8,G,x,50,,0,0.2\n`;
  const { district, report } = importRoster(text, { format: "tx-prepared", district: "D" });
  expect(district.schools).toMatchObject([
    { id: "1", teachers: 20, lowIncomeShare: 0.5 },
    { id: "2", teachers: 7, lowIncomeShare: 0.5 },
  ]);
  expect(report.dropped).toEqual([
    { line: 4, school: "C", reason: "no students" },
    { line: 5, school: "E", reason: "enrolment not reported" },
  ]);
  expect(report).toMatchObject({ rowsRead: 5, districtRows: 4, kept: 2 });
  expect(report.estimates.map(({ field, schools }) => [field, schools])).toEqual([
    ["teachers", ["1"]],
    ["teachers", ["2"]],
    ["lowIncomeShare", ["2"]],
  ]);
  const alone = importRoster(text, { format: "tx-prepared", district: "G" });
  expect(alone.district.schools[0]).toMatchObject({ teachers: 1, lowIncomeShare: 0.5 });
  expect(alone.report.estimates[1]?.how).toContain("whole roster");
});

test("reports everything wrong with the rows at once, with its place", () => {
  const text = `${head}A,high,-5,0.5,3\nB,high,x,0.5,3\nC,hihg,10.5,0.5,3\nD,hihg,10,1.5,3\nE,high,10,NaN,0\nE,high,10,0.1,\n,high,1,0,1\n`;
  expect(issuesOf(text)).toMatchObject([
    { code: "negative", path: "enrolment", line: 2, column: 8, value: "-5" },
    { code: "not-a-number", line: 3 },
    { code: "not-whole", line: 4 },
    {
      code: "too-large",
      path: "low_income_share",
      line: 5,
      value: "1.5",
      allowed: "a number, 0 to 1, or blank where there is no figure",
    },
    { code: "unknown-level", line: 5, nearest: "high" },
    { code: "not-a-number", path: "low_income_share", line: 6 },
    { code: "repeated-school", line: 7 },
    { code: "missing-id", line: 8 },
  ]);
  expect(issuesOf("school,level,enrolment,low_income,teachers\nA,high,10,11,3\n")).toMatchObject([
    { code: "above-enrolment", allowed: "0 to 10" },
  ]);
});

test("takes as many teachers and students of a school as a scenario does", () => {
  const row = (enrolment: number, teachers: number): string => `${head}A,high,${enrolment},0.5,${teachers}\n`;
  expect(issuesOf(row(200_000, 10_000))).toEqual([]);
  expect(issuesOf(row(200_001, 10_001))).toMatchObject([
    {
      path: "enrolment",
      message: '"200001" is too large',
      allowed: "a whole number, 0 to 200000, or blank where there is no figure",
    },
  ]);
  expect(issuesOf(row(200_000, 10_001))).toMatchObject([
    {
      path: "teachers",
      message: '"10001" is too large',
      allowed: "a number, 0 to 10000, or blank where there is no figure",
    },
  ]);
});

test("reports what is wrong with the form", () => {
  const code = (text: string, format = "generic"): string[] => issuesOf(text, { format }).map((issue) => issue.code);
  expect(code("")).toEqual(["empty"]);
  expect(code(head)).toEqual(["no-rows"]);
  expect(code(head, "texas")).toEqual(["unknown-format"]);
  expect(code(head, "__proto__")).toEqual(["unknown-format"]);
  expect(code(`${head}A,high,1,1\n`)).toEqual(["ragged-row"]);
  expect(code("school,school,level,enrolment,low_income,teachers\nA,A,high,1,1,1")).toEqual(["repeated-column"]);
  expect(issuesOf("school,level,enrollment,teachers\nA,high,1,1")).toMatchObject([
    { code: "missing-column", path: "enrolment", nearest: "enrollment" },
    { code: "missing-column", path: "low_income or low_income_share or low_income_percent" },
  ]);
  expect(code("x".repeat(33_554_433))).toEqual(["too-large"]);
  expect(code(`${head}A,high,0,0,1`)).toEqual(["no-schools"]);
  expect(code("school,level,enrolment,low_income,teachers\nA,high,1,,1")).toEqual(["no-low-income"]);
});

test("names the district nearest, and the candidates when several fit", () => {
  const text = `district_id,district,${head}1,Napa Valley,A,high,9,0,1\n2,Northside,A,high,9,0,1\n3,NORTHSIDE,A,high,9,0,1\n`;
  const ask = (district?: string): readonly Issue[] =>
    issuesOf(text, { format: "generic", ...(district === undefined ? {} : { district }) });
  expect(ask("napa")).toMatchObject([
    { code: "unknown-district", nearest: expect.stringMatching(/^Napa Valley \(1\)/) },
  ]);
  expect(ask("Northsied")).toMatchObject([{ nearest: expect.stringMatching(/^Northside \(2\), NORTHSIDE \(3\)/) }]);
  expect(ask("northside")).toMatchObject([{ code: "ambiguous-district", allowed: "Northside (2), NORTHSIDE (3)" }]);
  expect(ask()).toMatchObject([{ code: "district-required" }]);
  expect(ask("")).toMatchObject([{ code: "unknown-district" }]);
});

test("tells of an unknown district what is wrong with the rows of those that may be meant", () => {
  const text = `district_id,district,${head}1,Napa Valley,A,high,-5,0,1\n2,Northside,A,high,9,0,1\n3,NORTHSIDE,A,high,9,2,1\n`;
  const ask = (district?: string): string[] =>
    issuesOf(text, { format: "generic", ...(district === undefined ? {} : { district }) }).map(
      ({ code, line = "" }) => `${code} ${line}`,
    );
  expect(ask("napa")).toEqual(["unknown-district ", "negative 2", "too-large 4"]);
  expect(ask("northside")).toEqual(["ambiguous-district ", "too-large 4"]);
  expect(ask()).toEqual(["district-required "]);
  expect(ask("1")).toEqual(["negative 2"]);
});

test("bears a roster in which everything is wrong", () => {
  const issues = issuesOf(head + "A,high,-4,2,x\n".repeat(150_000));
  expect(issues.length).toBe(101);
  expect(issues.at(-1)).toMatchObject({
    code: uncounted,
    value: 149_900,
    message: "149,900 more faults are not listed",
  });
  expect(issuesOf(`${head}${"A\n".repeat(150_000)}`).at(-1)).toMatchObject({ code: uncounted, value: 149_900 });
  expect(issuesOf(head + '"'.repeat(1_000_001)).length).toBeLessThan(5);
  expect(new InputError(issues).message.split("\n").length).toBe(21);
  const nowhere = `district,${head},A,high,9,0,1\n`;
  expect(() => importAllDistricts(nowhere, { format: "generic" })).toThrow(/no district/);
});

withRosters("imports all of the Texas roster, every row accounted for", () => {
  for (const [file, campuses, districts, pupils] of [
    ["tx-campus-roster/tx_campuses_2018_19.csv", 8838, 1201, 5_416_400],
    ["tx-campus-roster/tx_campuses_2021_22.csv", 8966, 1207, 5_402_928],
  ] as const) {
    const all = importAllDistricts(read(file), { format: "tx-prepared" });
    expect(all.report).toMatchObject({ rowsRead: campuses, districtRows: campuses });
    expect(all.report.kept + all.report.dropped.length).toBe(campuses);
    expect(all.districts.length + all.emptyDistricts.length).toBe(districts);
    expect(students(all.districts.flatMap((district) => district.schools))).toBe(pupils);
    const estimated = all.report.estimates.filter((estimate) => estimate.field === "teachers");
    expect(estimated.reduce((sum, estimate) => sum + estimate.schools.length, 0)).toBe(all.report.kept);
  }
});

withRosters("imports all of the California and Massachusetts rosters, every row accounted for", () => {
  const ca = importAllDistricts(read("ca-school-roster/ca_schools_2016_17.csv"), { format: "ca-prepared" });
  expect(ca.report).toMatchObject({ rowsRead: 10_478, kept: 10_477, dropped: [{ reason: "no students" }] });
  expect(students(ca.districts.flatMap((district) => district.schools))).toBe(6_228_762);
  const ma = importAllDistricts(read("ma-school-roster/ma_schools_2017.csv"), { format: "ma-prepared" });
  expect(ma.report).toMatchObject({ rowsRead: 1861, kept: 1850 });
  expect(ma.report.dropped.length).toBe(11);
  expect(ma.districts.length + ma.emptyDistricts.length).toBe(410);
  expect(students(ma.districts.flatMap((district) => district.schools))).toBe(953_748);
  const poor = ma.districts
    .flatMap((d) => d.schools)
    .reduce((sum, school) => sum + school.enrolment * school.lowIncomeShare, 0);
  expect(poor / 953_748).toBeCloseTo(0.302, 3);
});

withRosters("finds the districts that the rosters' descriptions name", () => {
  const ca = read("ca-school-roster/ca_schools_2016_17.csv");
  const tx = read("tx-campus-roster/tx_campuses_2021_22.csv");
  const ma = read("ma-school-roster/ma_schools_2017.csv");
  for (const [text, format, name, schools, pupils, staff] of [
    [ca, "ca-prepared", "Napa Valley Unified", 33, 18_224, 768],
    [ca, "ca-prepared", "Porterville unified", 22, 14_368, 644],
    [ca, "ca-prepared", "Oakland Unified", 127, 49_760, 2_566],
    [ca, "ca-prepared", "Lindsay Unified", 10, 4_191, 199],
    [tx, "tx-prepared", "DALLAS ISD", 237, 143_430, 9_874],
    [tx, "tx-prepared", "054901", 3, 329, 34],
    [tx, "tx-prepared", "Austin ISD", 123, 71_883, 5_228],
    [ma, "ma-prepared", "Boston", 118, 53_263, 4_323],
    [ma, "ma-prepared", "00030000", 2, 955, 70],
  ] as const) {
    const { district } = importRoster(text, { format, district: name });
    expect([name, district.schools.length, students(district.schools)]).toEqual([name, schools, pupils]);
    expect(Math.abs(teachers(district.schools) - staff)).toBeLessThanOrEqual(0.02 * staff + 1);
  }
  expect(() => importRoster(ca, { format: "ca-prepared", district: "Napa" })).toThrow(/Napa Valley Unified/);
  expect(() => importRoster(tx, { format: "tx-prepared", district: "Northside ISD" })).toThrow(/015915.*244905/);
  const boston = importRoster(ma, { format: "ma-prepared", district: "Boston" }).district;
  expect(boston.schools.every((school) => (school.englishLearnerShare ?? -1) >= 0)).toBe(true);
});
