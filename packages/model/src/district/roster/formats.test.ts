import { describe, expect, test } from "vitest";
import { InputError, type Issue } from "../../issue.ts";
import { importAllDistricts, importRoster, type RosterOptions } from "./roster.ts";

const lines = (...text: string[]): string => `${text.join("\n")}\n`;

/** Reads a roster of one district and returns its schools in short: id, level, students, teachers, low-income share. */
function schoolsOf(text: string, options: RosterOptions): unknown[] {
  return importRoster(text, options).district.schools.map(({ id, level, enrolment, teachers, lowIncomeShare }) => [
    id,
    level,
    enrolment,
    teachers,
    Math.round(lowIncomeShare * 1000) / 1000,
  ]);
}

const notesOf = (text: string, options: RosterOptions): unknown[] =>
  importRoster(text, options).report.notes.map(({ code, rows }) => [code, ...rows]);

function issuesOf(text: string, options: RosterOptions): readonly Issue[] {
  try {
    importRoster(text, options);
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

describe("California's file of free or reduced-price meals", () => {
  const header =
    "Academic Year,County Code,District Code,School Code,County Name,District Name,School Name,District Type,School Type," +
    "Low Grade,High Grade,Enrollment (K-12),Free Meal Count (K-12),FRPM Count (K-12),Percent (%) Eligible FRPM (K-12)";
  const text = lines(
    header,
    "2014-2015,99,12345,0000011,Oak,Oak Unified,North Elementary,Unified School District,Elementary Schools (Public),K,5,446.0,128.0,145.0,0.325112107623318",
    "2014-2015,99,12345,0000012,Oak,Oak Unified,Oak High,Unified School District,High Schools (Public),9,12,957.0,286.0,344.0,0.359456635318704",
    ",,,,,,,,,,,1403.0,414.0,489.0,0.348538845331433",
  );

  test("is read as published: ids of three codes, teachers at the state's ratio, the total left out and told", () => {
    expect(schoolsOf(text, { format: "ca" })).toEqual([
      ["99123450000011", "elementary", 446, 20, 0.325],
      ["99123450000012", "high", 957, 44, 0.359],
    ]);
    const { district, report } = importRoster(text, { format: "ca" });
    expect(district).toMatchObject({ id: "9912345", name: "Oak Unified" });
    expect(report).toMatchObject({ rowsRead: 3, districtRows: 2, kept: 2 });
    expect(report.estimates).toEqual([
      {
        field: "teachers",
        schools: ["99123450000011", "99123450000012"],
        how: "enrolment at 21.77 students a teacher (California, 2023-24), rounded, at least one",
      },
    ]);
    expect(notesOf(text, { format: "ca" })).toEqual([["no-school", 4]]);
  });

  test("of 2023-24 has lines above the header, headers over two lines, rows of districts and suppressed counts", () => {
    const later = lines(
      "Free or Reduced-Price Meal (FRPM) / Student Poverty Data,,,,,,,,,,,",
      "School-level data,,,,,,,,,,,",
      '"Academic Year","County Code","District Code","School Code","County Name","District Name","School Name","School Type","Low Grade","High Grade","Enrollment \n(K-12)","FRPM Count \n(K-12)"',
      "2023-2024,1,12345,0000021,Oak,Oak Unified,Elm Middle,Intermediate/Middle Schools (Public),6,8,300,100",
      "2023-2024,1,12345,0000022,Oak,Oak Unified,Elm Court,N/A,9,12,100,*",
      "2023-2024,1,12345,0000000,Oak,Oak Unified,District Office,N/A,N/A,N/A,7,7",
    );
    expect(schoolsOf(later, { format: "ca" })).toEqual([
      ["01123450000021", "middle", 300, 14, 0.333],
      ["01123450000022", "high", 100, 5, 0.333],
    ]);
    expect(notesOf(later, { format: "ca" })).toEqual([["above-header"], ["no-school", 8], ["no-figure", 7]]);
  });

  test("and the prepared copy of it is known by its header, with its words for levels", () => {
    const copy = lines(
      "cds,school,district_cd,district,level,enrolment_k12,frpm_k12,teachers_fte_est",
      "1,North Elementary,10,Oak,Elementary Schools (Public),446,145,20",
      "2,Mill Middle,10,Oak,Intermediate/Middle Schools (Public),344,120,16",
      "3,Oak High,10,Oak,HIGH SCHOOL,957,344,45",
      "4,Elm,10,Oak,Sixth form,100,10,5",
    );
    expect(schoolsOf(copy, { format: "ca" }).map((school) => (school as unknown[])[1])).toEqual([
      "elementary",
      "middle",
      "high",
      "other",
    ]);
    expect(importRoster(copy, { format: "ca" }).report.notes).toEqual([
      { code: "prepared", message: expect.stringContaining("ca-prepared"), rows: [] },
      {
        code: "level-word",
        message: '"Sixth form" is no known word for a level: the school counts as other',
        rows: [5],
      },
    ]);
  });
});

describe("Texas' campus data", () => {
  test("are read with apostrophes before ids and no column for levels", () => {
    const text = lines(
      "CAMPUS,CAMPNAME,CPETALLC,CPETECOC,CPETLEPC,DISTNAME,DISTRICT",
      `"'999901001","OAK H S",1510,1447,494,"OAK ISD","'999901"`,
      `"'999901101","NORTH EL",471,120,33,"OAK ISD","'999901"`,
    );
    expect(schoolsOf(text, { format: "tx" })).toEqual([
      ["999901001", "high", 1510, 103, 0.958],
      ["999901101", "elementary", 471, 32, 0.255],
    ]);
    expect(importRoster(text, { format: "tx", district: "999901" }).district.schools[0]?.englishLearnerShare).toBe(
      494 / 1510,
    );
    expect(notesOf(text, { format: "tx" })).toEqual([
      ["level-by-name", 2],
      ["level-by-name", 3],
    ]);
  });

  test("are read with a line of labels above the codes, staff by campus and masked figures", () => {
    const text = lines(
      "Campus Number,Campus Name,District Number,District Name,Campus Grade Type,Campus Grade Span,Students: All,Students: Econ Disadv,Teachers",
      "CAMPUS,CAMPNAME,DISTRICT,DISTNAME,GRDTYPE,GRDSPAN,CPETALLC,CPETECOC,CPSTTOFC",
      "'999901001,OAK H S,'999901,OAK ISD,S,09 - 12,900,300,60.4",
      "'999901041,OAK J H,'999901,OAK ISD,M,06 - 08,300,-1,.",
      "'999901101,OAK EL,'999901,OAK ISD,E,EE - 05,450,150,29.6",
      "'999901102,OAK K-12,'999901,OAK ISD,B,KG - 12,15,<10,1.2",
    );
    expect(schoolsOf(text, { format: "tx" })).toEqual([
      ["999901001", "high", 900, 60, 0.333],
      ["999901041", "middle", 300, 20, 0.337],
      ["999901101", "elementary", 450, 30, 0.333],
      ["999901102", "other", 15, 1, 0.667],
    ]);
    const { report } = importRoster(text, { format: "tx" });
    expect(report.notes.map(({ code, rows }) => [code, ...rows])).toEqual([
      ["above-header"],
      ["no-figure", 4],
      ["no-figure", 4],
      ["teachers-rounded"],
    ]);
    expect(report.estimates.map(({ field, schools }) => [field, schools.length])).toEqual([
      ["teachers", 3],
      ["teachers", 1],
      ["lowIncomeShare", 1],
      ["lowIncomeShare", 1],
    ]);
  });
});

describe("Massachusetts' enrolment", () => {
  test("of 2017 is read with grades for levels, and the district's staff shared out", () => {
    const text = lines(
      "School Code,School Name,School Type,Grade,District Name,District Code,TOTAL_Enrollment,% English Language Learner,% Economically Disadvantaged,FTE Count",
      '90505,Oak High,Public School,"09,10,11,12",Oak,90000,452,2.4,21.5,127',
      '90003,North Elementary School,Public School,"01,02,03,04",Oak,90000,580,7.2,23.3,127',
    );
    expect(schoolsOf(text, { format: "ma" })).toEqual([
      ["90505", "high", 452, 56, 0.215],
      ["90003", "elementary", 580, 71, 0.233],
    ]);
    expect(importRoster(text, { format: "ma" }).report).toMatchObject({
      estimates: [{ how: expect.stringContaining("the district's full-time equivalents, shared out by enrolment") }],
      notes: [],
    });
  });

  test("of the hub is read for the latest year, without the state's and districts' rows, levels from grades", () => {
    const text = lines(
      "SY,DIST_CODE,DIST_NAME,ORG_CODE,ORG_NAME,ORG_TYPE,TOTAL_CNT,PK_CNT,K_CNT,G1_CNT,G7_CNT,G8_CNT,G11_CNT,G12_CNT,EL_CNT,EL_PCT,LI_CNT,LI_PCT",
      '2024,00000000,State,00000000,State,State,"914,958",1,1,1,1,1,1,1,9,0.1,9,0.4',
      '2024,00090000,Oak,00090000,Oak,District,"1,030",0,300,280,0,0,230,220,50,0.05,300,0.29',
      "2024,00090000,Oak,00090003,North,School,580,0,300,280,0,0,0,0,50,0.086,200,0.345",
      "2024,00090000,Oak,00090505,Oak High,School,450,0,0,0,0,0,230,220,0,0,,0.25",
      "2023,00090000,Oak,00090505,Oak High,School,470,0,0,0,0,0,230,240,0,0,100,0.21",
    );
    expect(schoolsOf(text, { format: "ma" })).toEqual([
      ["00090003", "elementary", 580, 49, 0.345],
      ["00090505", "high", 450, 38, 0.25],
    ]);
    expect(notesOf(text, { format: "ma" })).toEqual([
      ["no-school", 2, 3],
      ["no-school", 6],
    ]);
  });
});

describe("Colorado's pupil membership", () => {
  test("is read below its title, without totals, N/A as no figure, per cent as shares where they are shares", () => {
    const text = lines(
      "2019-2020 K-12 FREE AND REDUCED LUNCH ELIGIBILITY BY SCHOOL,,,,,",
      "DISTRICT CODE,DISTRICT NAME,SCHOOL CODE,SCHOOL NAME,K-12 COUNT,% FREE AND REDUCED",
      "9990,OAK 1,0000,OAK 1 DISTRICT LEVEL,800,0.4",
      "9990,OAK 1,0187,NORTH ELEMENTARY SCHOOL,500,0.42",
      "9990,OAK 1,0212,OAK HIGH SCHOOL,300,0.35",
      "9990,OAK 1,0221,OAK ONLINE,12,N/A",
      ",,,STATE TOTAL,812,0.41",
    );
    expect(schoolsOf(text, { format: "co" })).toEqual([
      ["0187", "elementary", 500, 31, 0.42],
      ["0212", "high", 300, 19, 0.35],
      ["0221", "other", 12, 1, 0.394],
    ]);
    expect(notesOf(text, { format: "co" })).toEqual([
      ["above-header"],
      ["shares"],
      ["no-school", 3],
      ["no-school", 7],
      ["level-by-name", 4],
      ["level-by-name", 5],
      ["no-figure", 6],
      ["no-level", 6],
    ]);
  });

  test("of a later year calls organisations what were districts, and may have staff and grades joined to it", () => {
    const text = lines(
      "Organization Code,Organization Name,School Code,School Name,Full-Day K,1st,9th,12th,PK-12 Count,Percent Free and Reduced,Teacher FTE",
      "9990,Oak 1,0187,North,80,80,0,0,160,42.5%,10.2",
      "9990,Oak 1,0212,South,0,0,90,80,170,35.0%,",
    );
    expect(schoolsOf(text, { format: "co" })).toEqual([
      ["0187", "elementary", 160, 10, 0.425],
      ["0212", "high", 170, 11, 0.35],
    ]);
  });
});

describe("NCES", () => {
  const rows = [
    'NORTH ELEMENTARY,="090000000001",OAK DISTRICT,="0900000",502,200,37.80',
    'WEST ELEMENTARY,="090000000002",OAK DISTRICT,="0900000",329,–,21.05',
    'EAST CHARTER,="090000000003",OAK DISTRICT,="0900000",†,†,–',
    'OAK VIRTUAL,="090000000004",OAK DISTRICT,="0900000",26,7,="0.00"',
  ];

  test("tables are read as the generator exports them", () => {
    const text = lines(
      "Table export",
      "",
      "A national office of statistics",
      "",
      "This is a Public School based table with the following filters applied: State(s) (All Years): All 50 + DC",
      "",
      "School Name,School ID - NCES Assigned,Agency Name,Agency ID - NCES Assigned,Total Students,Free and Reduced Lunch Students,Full-Time Equivalent (FTE) Teachers",
      ...rows,
      "",
      'Data Source: made up after the layout of the "Common Core of Data"',
      "",
      "† indicates that the data are not applicable.",
      "– indicates that the data are missing.",
    );
    expect(schoolsOf(text, { format: "nces" })).toEqual([
      ["090000000001", "elementary", 502, 38, 0.398],
      ["090000000002", "elementary", 329, 21, 0.392],
      ["090000000004", "other", 26, 2, 0.269],
    ]);
    const { district, report } = importRoster(text, { format: "nces" });
    expect(district).toMatchObject({ id: "0900000", name: "OAK DISTRICT" });
    expect(report.dropped).toEqual([{ line: 10, school: "EAST CHARTER", reason: "enrolment not reported" }]);
    expect(report.notes.map(({ code, rows: told }) => [code, ...told])).toEqual([
      ["above-header"],
      ["below-table", 13, 15, 16],
      ["level-by-name", 8, 9],
      ["no-figure", 9],
      ["no-figure", 10],
      ["no-teachers", 11],
      ["no-level", 11],
      ["teachers-rounded"],
    ]);
  });

  test("tables of several years are read for the latest", () => {
    const text = lines(
      "School Name,School ID (12-digit) - NCES Assigned [Public School] Latest available year,Agency Name [Public School] 2022-23,Agency ID - NCES Assigned [Public School] Latest available year,School Level (SY 2017-18 onward) [Public School] 2022-23,Total Students All Grades (Excludes AE) [Public School] 2021-22,Total Students All Grades (Excludes AE) [Public School] 2022-23,Free and Reduced Lunch Students [Public School] 2022-23,Full-Time Equivalent (FTE) Teachers [Public School] 2022-23",
      '="NORTH, OLD",="090000000001",OAK,="0900000",Elementary,400,500,200,25.00',
      "SOUTH,090000000002,OAK,0900000,Secondary,400,300,‡,20.00",
    );
    expect(schoolsOf(text, { format: "nces" })).toEqual([
      ["090000000001", "elementary", 500, 25, 0.4],
      ["090000000002", "high", 300, 20, 0.4],
    ]);
    expect(importRoster(text, { format: "nces" }).report.notes[0]).toEqual({
      code: "years",
      message: expect.stringContaining("[Public School] 2022-23"),
      rows: [],
    });
  });

  test("files of the Common Core and of the Urban Institute are read with their own names and codes", () => {
    const core = lines(
      "NCESSCH,LEAID,LEANM09,SCHNAM09,LEVEL09,FTE09,MEMBER09,TOTFRL09",
      "090000000001,0900000,OAK,NORTH,1,20,300,100",
      "090000000002,0900000,OAK,SOUTH,N,-1,100,-2",
    );
    expect(schoolsOf(core, { format: "nces" })).toEqual([
      ["090000000001", "elementary", 300, 20, 0.333],
      ["090000000002", "other", 100, 7, 0.333],
    ]);
    const urban = lines(
      "year,ncessch,school_name,leaid,lea_name,school_level,enrollment,free_or_reduced_price_lunch,teachers_fte",
      "2021,090000000001,North,0900000,Oak,1,300,100,20",
      "2022,090000000001,North,0900000,Oak,1,320,100,20",
      "2022,090000000002,South,0900000,Oak,3,500,-3,-1",
      "2022,090000000003,West,0900000,Oak,2,-2,-1,-1",
    );
    expect(schoolsOf(urban, { format: "nces" })).toEqual([
      ["090000000001", "elementary", 320, 20, 0.313],
      ["090000000002", "high", 500, 31, 0.313],
    ]);
  });

  test("marks and codes are no figures in a table of one's own either, and its schools are estimated and told", () => {
    const cut = lines(
      "school,school_id,district,district_id,enrolment,low_income,teachers,level",
      ...rows.map((row) => `${row},other`),
    );
    expect(schoolsOf(cut, { format: "generic" })).toEqual([
      ["090000000001", "other", 502, 38, 0.398],
      ["090000000002", "other", 329, 21, 0.392],
      ["090000000004", "other", 26, 2, 0.269],
    ]);
    const codes = lines(
      "school,school_id,district,level,enrolment,low_income,teachers",
      "North Elementary,1,Oak,elementary,300,100,20",
      "West Elementary,2,Oak,elementary,-2,-1,-1",
      "Oak High,3,Oak,high,500,-3,30",
      "Mill Middle,4,Oak,middle,400,120,-1",
    );
    expect(schoolsOf(codes, { format: "generic" })).toEqual([
      ["1", "elementary", 300, 20, 0.333],
      ["3", "high", 500, 30, 0.314],
      ["4", "middle", 400, 25, 0.3],
    ]);
    expect(importRoster(codes, { format: "generic" }).report).toMatchObject({
      dropped: [{ line: 3, reason: "enrolment not reported" }],
      estimates: [
        { field: "teachers", schools: ["4"], how: expect.stringContaining("the district's other schools") },
        { field: "lowIncomeShare", schools: ["3"] },
      ],
      notes: [
        { message: '"-2" in the column enrolment means not applicable: read as no figure', rows: [3] },
        { message: '"-3" in the column low_income means suppressed: read as no figure', rows: [4] },
        { message: '"-1" in the column teachers means missing: read as no figure', rows: [5] },
      ],
    });
    expect(issuesOf(codes.replace("500,-3", "500,-7"), { format: "generic" })).toMatchObject([
      { code: "negative", value: "-7", allowed: expect.stringContaining("or blank where there is no figure") },
    ]);
  });
});

describe("a table of one's own", () => {
  const own = lines("Campus;Kind;Pupils;Poor %;FTE Count", "Oak;high;1000;25,5;50", "Elm;middle;400;30.5;20");

  test("may be separated by semicolons or tabs, said so or found", () => {
    const rows = ["school,level,enrolment,low_income,teachers", "A,high,300,100,20", "Total,other,300,100,20"];
    for (const [separator, notes] of [
      [",", [["no-school", 3]]],
      [";", [["separator"], ["no-school", 3]]],
      ["\t", [["separator"], ["no-school", 3]]],
    ] as const) {
      const text = lines(...rows).replaceAll(",", separator);
      expect(schoolsOf(text, { format: "generic" })).toEqual([["A", "high", 300, 20, 0.333]]);
      expect(notesOf(text, { format: "generic" })).toEqual(notes);
      const stated = `sep=${separator}\r\n${text}`;
      expect(schoolsOf(stated, { format: "generic" })).toHaveLength(1);
      expect(importRoster(stated, { format: "generic" }).report.notes.at(-1)).toMatchObject({ rows: [4] });
    }
  });

  test("may call its columns as it likes, when it is said which is which", () => {
    const columns = {
      school: "Campus",
      level: "kind",
      enrolment: "Pupils",
      lowIncomePercent: "Poor %",
      teachers: "FTE  Count",
    };
    expect(issuesOf(own, { format: "generic", columns })).toMatchObject([
      { code: "not-a-number", path: "Poor %", value: "25,5", line: 2 },
    ]);
    expect(schoolsOf(own.replace("25,5", "25.5"), { format: "generic", columns })).toEqual([
      ["Oak", "high", 1000, 50, 0.255],
      ["Elm", "middle", 400, 20, 0.305],
    ]);
    expect(
      schoolsOf(own.replace("25,5", "25.5").replaceAll(";20", ";50"), {
        format: "generic",
        columns: { ...columns, teachers: undefined, districtTeachers: "FTE Count" } as never,
      }).map((school) => (school as unknown[])[3]),
    ).toEqual([36, 14]);
  });

  test("names columns that are missing once, all of them, each with the header nearest to it", () => {
    const published =
      "School Code,School Name,Grade,District Name,District Code,TOTAL_Enrollment,% Low Income,FTE Count\n1,a,K,d,1,1,1,1";
    const issues = issuesOf(published, { format: "generic" });
    expect(issues).toMatchObject([
      { path: "school", nearest: "School Name", message: expect.stringContaining("that of the format ma") },
      { path: "level" },
      { path: "enrolment", nearest: "TOTAL_Enrollment" },
      { path: "teachers" },
      { path: "low_income or low_income_share or low_income_percent", nearest: "% Low Income" },
    ]);
    expect(issues.filter(({ allowed }) => allowed !== undefined)).toHaveLength(1);
  });

  test("keeps strict: quotes out of place, rows of the wrong length, too many columns", () => {
    const codes = (text: string): string[] => issuesOf(text, { format: "generic" }).map(({ code }) => code);
    const head = "school,level,enrolment,low_income,teachers\n";
    expect(codes(`${head}A "B",high,1,1,1\n`)).toEqual(["stray-quote"]);
    expect(codes(`${head}="A"b,high,1,1,1\n`)).toEqual(["stray-quote"]);
    expect(codes(`${head}A,high,1\nB,high,1,1,1\n`)).toEqual(["ragged-row"]);
    expect(codes(`${"x,".repeat(6000)}x\n`)).toEqual(["too-wide"]);
    expect(codes(`${head}A,high,1,1,"1,0"\n`)).toEqual(["not-a-number"]);
  });

  test("of every format has its rows accounted for", () => {
    const text = "NCESSCH,LEAID,SCH_NAME,LEVEL,MEMBER,TOTFRL,FTE\n1,7,North,High,300,100,20\n2,8,South,High,0,0,0\n";
    const { districts, emptyDistricts, report } = importAllDistricts(text, { format: "nces" });
    expect([districts.length, emptyDistricts.length, report.kept, report.dropped.length]).toEqual([1, 1, 1, 1]);
  });
});
