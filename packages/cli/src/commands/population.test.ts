import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DistrictState, prepare, scenario, simulate, stages } from "@uptake/model";
import { beforeEach, describe, expect, test } from "vitest";
import { ownFolder } from "../../test-support/own-folder.ts";

const own = ownFolder();
const { uptake, file } = own;

const checksums = (out: string): readonly string[] => JSON.parse(out).checksums;

/** Reads a command as a shell does, and returns what `uptake` is given. */
function wordsOf(command: string): string[] {
  const said = execFileSync("sh", [
    "-c",
    `uptake() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}`,
  ]);
  return said.toString().split("\0").slice(0, -1);
}

const roster =
  "school,school_id,district,level,enrolment,low_income,teachers\nOak,1,O'Neill,high,300,100,20\nElm,2,O'Neill,middle,210,80,14\nAsh,3,Other,high,100,20,9\n";

describe("the command that uptake population prints", () => {
  test.each([
    ["an embedded district", ["--district", "small-rural", "--out", "people"]],
    [
      "a seed that a shell would run",
      ["--district", "small-rural", "--seed", "it's $(echo no) `no`", "--out", "people"],
    ],
    [
      "a roster",
      ["--roster", "our rosters/it's.csv", "--format", "generic", "--district-id", "O'Neill", "--out", "new people"],
    ],
    [
      "a roster with columns of its own",
      ["--roster", "staff.csv", "--format", "generic", "--column", "teachers=FTE Count", "--out", "people"],
    ],
  ])("runs as it is printed, from %s", async (_, options) => {
    mkdirSync(join(own.cwd, "our rosters"));
    file("our rosters/it's.csv", roster);
    file("staff.csv", "school,level,enrolment,low_income,FTE Count\nOak,high,300,100,20\nElm,middle,210,80,14\n");
    const written = await uptake("population", ...options);
    expect(written).toMatchObject({ code: 0, err: "" });
    const command = /^Use them, changed or not, with: (uptake run .*)$/m.exec(written.out)?.[1] as string;
    const run = await uptake(...wordsOf(`${command} --replicates 2`));
    expect(run).toMatchObject({ code: 0, err: "" });
    const schools =
      readFileSync(join(own.cwd, options.at(-1)!, "schools.csv"), "utf8")
        .trim()
        .split("\n").length - 1;
    expect(run.out).toContain(`: ${schools} schools`);
  });
});

test("the people written are those with whom replicate 0 of the seed starts", async () => {
  const said = await uptake("population", "--district", "small-rural", "--seed", "who", "--out", "people");
  expect(said).toMatchObject({ code: 0, err: "" });
  const [head = "", ...rows] = readFileSync(join(own.cwd, "people", "teachers.csv"), "utf8")
    .trim()
    .split("\n");
  const column = (name: string): string[] => rows.map((one) => one.split(",")[head.split(",").indexOf(name)]!);
  let state!: Pick<DistrictState, "population">;
  const observe = (now: DistrictState): number => {
    state ??= { population: now.population };
    return 0;
  };
  const plan = await prepare(scenario({ district: "small-rural", horizon: 1 }));
  simulate(plan, { seed: "who", replicate: 0, observers: [{ name: "first", observe }] });
  const { stage, experience } = state.population;
  expect(column("stage")).toEqual(Array.from(stage, (code) => stages[code]));
  expect(column("experience").map(Number)).toEqual(Array.from(experience));
});

describe("people of one's own", () => {
  const five = "school,school_id,district,level,enrolment,low_income,teachers\nA,1,D,elementary,100,50,5\n";
  const row = (first: string | number, stage: string = "aware"): string => `${first},1,0,5,0.3,0.4,${stage}\n`;
  const head = "school,team,experience,disposition,threshold,stage\n";

  const run = (): ReturnType<typeof uptake> =>
    uptake("run", "--roster", "roster.csv", "--format", "generic", "--population", ".", "--replicates", "2", "--json");

  beforeEach(() => file("roster.csv", five));

  test("are warned of when ties seem to number them from 1", async () => {
    file("teachers.csv", `teacher,${head}${[0, 1, 2, 3, 4].map((i) => row(i)).join("")}`);
    file("ties.csv", "from,to\n1,2\n2,3\n3,4\n4,1\n");
    const { code, err } = await run();
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: ties\.csv from: no tie names teacher 0, and all numbers fit 1 to 5: .*\n$/);
    file("ties.csv", "from,to\n1,2\n2,0\n");
    expect(await run()).toMatchObject({ code: 0, err: "" });
  });

  test("may have texts as ids, with which the same world runs as with numbers", async () => {
    const stages = ["using", "aware", "aware", "unaware", "using"];
    file("teachers.csv", `teacher,${head}${stages.map((stage, i) => row(i, stage)).join("")}`);
    file("ties.csv", "from,to\n0,1\n1,4\n3,2\n");
    const numbered = await run();
    expect(numbered).toMatchObject({ code: 0, err: "" });
    file("teachers.csv", `id,${head}${stages.map((stage, i) => row(`T0${i + 1}`, stage)).join("")}`);
    file("ties.csv", "from,to\nT01,T02\nT02,T05\nT04,T03\n");
    const named = await run();
    expect({ code: named.code, err: named.err }).toEqual({ code: 0, err: "" });
    expect(checksums(named.out)).toEqual(checksums(numbered.out));
  });

  test("may number themselves from 1 in a column id", async () => {
    file("teachers.csv", `id,${head}${[1, 2, 3, 4, 5].map((i) => row(i)).join("")}`);
    file("ties.csv", "from,to\n1,2\n5,1\n");
    expect(await run()).toMatchObject({ code: 0, err: "" });
  });

  test("are refused with everything wrong in both files, on its lines", async () => {
    file("teachers.csv", `id,${head}${row("T01")}${row("T02", "usin")}\n${row("T02")}${row("T04")}${row("")}`);
    file("ties.csv", "from,to\nT01,T1\n\nT04,T04,x\nT05,T04\n");
    const { code, err } = await run();
    expect(code).toBe(2);
    expect(err.trim().split("\n")).toEqual([
      "error: teachers.csv:5:1 id: “T02” is the id of another teacher too",
      "error: teachers.csv:7:1 id: the teacher has no id",
      "error: ties.csv:2:5 to: there is no teacher with the id “T1”; did you mean T01?",
      "error: ties.csv:4:1: the row has 3 fields and the header 2",
      "error: ties.csv:5:1 from: there is no teacher with the id “T05”; did you mean T01?",
    ]);
    file("teachers.csv", `id,${head}${row("T01")}${row("T02", "usin")}\n${row("T03")}${row("T04")}${row("T05")}`);
    file("ties.csv", "from,to\nT01,T02\n\nT04,T04\n");
    expect((await run()).err.trim().split("\n")).toEqual([
      'error: teachers.csv:3:19 stage: there is no stage "usin"; did you mean using?',
      "error: ties.csv:4: teacher “T04” asks themselves",
    ]);
  });

  test("are told where ids of their own go", async () => {
    file("teachers.csv", `teacher,${head}${row("T01")}`);
    file("ties.csv", "from,too\nT01,T02\n");
    expect((await run()).err.trim().split("\n")).toEqual([
      "error: teachers.csv:2:1 teacher: “T01” is not a number; ids of your own go in a column id",
      "error: ties.csv:1 to: the column is missing (from, to)",
      "error: ties.csv:2:1 from: “T01” is not the number of a teacher; for texts, teachers.csv needs a column id",
    ]);
  });

  test("may ask sixteen colleagues, and are refused a hundred and one", async () => {
    const many = 120;
    file("roster.csv", five.replace("100,50,5", `2000,50,${many}`));
    file("teachers.csv", `id,${head}${Array.from({ length: many }, (_, i) => row(`P${i}`)).join("")}`);
    const asks = (n: number): string =>
      file("ties.csv", `from,to\n${Array.from({ length: n }, (_, i) => `P0,P${i + 1}\n`).join("")}`);
    asks(16);
    expect(await run()).toMatchObject({ code: 0, err: "" });
    asks(101);
    expect((await run()).err).toBe("error: ties.csv:102: teacher “P0” has more than 100 ties\n");
  });
});

test("a roster with figures that are hardly true is run with warnings on stderr", async () => {
  file(
    "roster.csv",
    "school,school_id,district,level,enrolment,low_income,teachers\nN,1,Hill,high,452,97,127\nW,2,Hill,elementary,580,135,127\nE,3,Hill,elementary,203,33,127\n",
  );
  const { code, err } = await uptake("run", "--roster", "roster.csv", "--format", "generic", "--replicates", "2");
  expect(code).toBe(0);
  const [few, repeated, ...more] = err.trim().split("\n");
  expect(few).toMatch(
    /^warning: roster\.csv teachers: 3 schools have fewer students a teacher .* \(lines 2, 3, 4\) \(5 to/,
  );
  expect(repeated).toMatch(
    /^warning: roster\.csv teachers: all 3 schools of Hill have the same figure, 127 teachers, /,
  );
  expect(more).toEqual([]);
});

describe("uptake import", () => {
  test("says how columns that look exchanged are read the other way round, and reads them so", async () => {
    file("s.csv", "school,level,enrolment,low_income_share,teachers\nOak,high,20,.5,400\nElm,middle,15,.4,310\n");
    const swapped = await uptake("import", "s.csv", "--format", "generic");
    expect(swapped.code).toBe(0);
    expect(swapped.out).toContain(
      'exchanged, say which column is which with --column enrolment="…" --column teachers="…"\n',
    );
    const columns = ["--column", "enrolment=teachers", "--column", "teachers=enrolment"];
    const { out } = await uptake("import", "s.csv", "--format", "generic", ...columns);
    expect(out).toContain("2 schools, 35 teachers, 710 students");
    expect(out).not.toContain("Warning");
  });
  test("tells warnings and notes in words and in --json", async () => {
    file(
      "roster.csv",
      "school,school_id,level,enrolment,low_income,teachers\nA,1,high,300,100,20\nB,2,high,200,80,12.4\nWhole,3,other,500,180,32.4\n",
    );
    const { code, out } = await uptake("import", "roster.csv", "--format", "generic");
    expect(code).toBe(0);
    expect(out).toContain("Note: 64.8 full-time equivalents became 64 teachers, as each school's are rounded\n");
    expect(out).toMatch(/^Warning: enrolment: the figures of “Whole” are the sum of the 2 other rows .* \(line 4\)$/m);
    const { report } = JSON.parse((await uptake("import", "roster.csv", "--format", "generic", "--json")).out);
    expect(report.warnings).toMatchObject([{ code: "total-row", path: "enrolment", rows: [4], value: 500 }]);
    expect(report.notes).toMatchObject([{ code: "teachers-rounded" }]);
  });
});
