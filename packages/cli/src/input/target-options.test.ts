import { describe, expect, test } from "vitest";
import { ownFolder } from "../../test-support/own-folder.ts";

const own = ownFolder();
const { uptake, file } = own;

const small = ["--district", "small-rural", "--months", "24", "--replicates", "2"];
const run = ["run", ...small, "--strategy", "all-six-lessons"];

describe("the target of a run", () => {
  const said: [of: string, sentence: string, head: string][] = [
    ["teachers", "Chance of at least 60% of teachers in May of year 2: ", "adoption"],
    [
      "students",
      "Chance that at least 60% of students have the practice in two teachers’ classes in May of year 2: ",
      "students",
    ],
    ["deep", "Chance that at least 60% of teachers use the practice at depth .5 or more in May of year 2: ", "deep"],
    ["sign-ups", "Chance that at least 60% of teachers try, use or own the practice in May of year 2: ", "sign-ups"],
    [
      "schools",
      "Chance that at least 60% of schools have more than half of their teachers using the practice in May of year 2: ",
      "schools",
    ],
  ];
  test.for(said)("of %s is told in its own words, with an interval", async ([of, sentence, head]) => {
    const { code, out } = await uptake(...run, "--of", of, "--target", "60%", "--by", "may-2");
    expect(code).toBe(0);
    const line = out.split("\n").find((one) => one.startsWith("Chance"));
    expect(line?.slice(0, sentence.length)).toBe(sentence);
    expect(line?.slice(sentence.length)).toMatch(/^(<1|>99|\d+)% \(95% interval \d+–\d+%, 2 replicates\)\.$/);
    expect(out).toMatch(new RegExp(`^ +${head} +95% interval`, "m"));
    expect(out).toContain(`  ${head} every three months`);
    expect(/^May of year 2, effects of lessons +(\S+)/m.exec(out)?.[1]).toBe(head);
    const other = "Speeds on record are of adoption by teachers and are held against that alone";
    if (of === "teachers") expect(out).not.toContain(other);
    else expect(out).toContain(other);
  });

  test("takes the place of the file's, field by field", async () => {
    file("s.yaml", "district: small-rural\nhorizon: 24\ntarget: { share: 0.3, month: 10, of: deep }\n");
    const target = async (...options: string[]): Promise<unknown> =>
      JSON.parse((await uptake("run", "s.yaml", "--replicates", "1", "--json", ...options)).out).scenario.target;
    expect(await target()).toEqual({ share: 0.3, month: 10, of: "deep" });
    expect(await target("--of", "sign-ups")).toEqual({ share: 0.3, month: 10, of: "sign-ups" });
    expect(await target("--target", ".45", "--by", "22")).toEqual({ share: 0.45, month: 22, of: "deep" });
    expect(await target("--by", "January-2")).toEqual({ share: 0.3, month: 18, of: "deep" });
    expect(await target("--by", "jul-1")).toEqual({ share: 0.3, month: 12, of: "deep" });
  });

  test("is kept in the receipt, which runs again to the bit", async () => {
    await uptake(...run, "--of", "students", "--by", "may-2", "--out", "kept");
    const { code, out } = await uptake("verify", "kept");
    expect(out).toContain("written again, the same to the bit");
    expect(code).toBe(0);
  });

  test.for<[options: string[], ...errors: string[]]>([
    [["--of", "studnets"], "--of: “studnets” is not one of the names allowed; did you mean students?"],
    [
      ["--of", "parents"],
      "--of: “parents” is not one of the names allowed (known: teachers, students, deep, sign-ups, schools)",
    ],
    [["--target", "60"], "--target: 60 is out of range; did you mean 60%?"],
    [["--target", "0%"], "--target: 0% is out of range (above 0% and at most 100%, as in 60% or 0.6)"],
    [["--target", "1.01"], "--target: 1.01 is out of range (above 0% and at most 100%, as in 60% or 0.6)"],
    [["--target", "most"], "--target: “most” is not a share (above 0% and at most 100%, as in 60% or 0.6)"],
    [["--by", "mai-3"], "--by: “mai” is not a month; did you mean may-3?"],
    [["--by", "may-0"], "--by: year 0 is out of range (a month and a year 1 to 50, as in may-3, or an index 0 to 600)"],
    [
      ["--by", "soon"],
      "--by: “soon” is not a month of a year (a month and a year 1 to 50, as in may-3, or an index 0 to 600)",
    ],
    [["--by", "may-3"], "--by: the target is asked for at index 34, beyond the horizon of 24 months (0 to 24 months)"],
    [
      ["--of", "x", "--target", "2", "--by", "601"],
      "--of: “x” is not one of the names allowed (known: teachers, students, deep, sign-ups, schools)",
      "--target: 2 is out of range; did you mean 2%?",
      "--by: 601 is out of range (a month and a year 1 to 50, as in may-3, or an index 0 to 600)",
    ],
  ])("is refused: %s", async ([options, ...errors]) => {
    const { code, out, err } = await uptake(...run, ...options);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe(errors.map((error) => `error: ${error}\n`).join(""));
  });

  test("of deep use beyond what the scope allows is refused where it is asked for", async () => {
    file(
      "s.yaml",
      "district: small-rural\nstrategy:\n  levers:\n    entry: { volunteers: 1 }\n    practice: { scope: 0.5 }\n",
    );
    const { code, err } = await uptake("run", "s.yaml", "--of", "deep");
    expect(code).toBe(2);
    expect(err).toBe(
      "error: --of: no teacher can come to use the practice deeply: with a scope of 50% at most and without whole-school design, depth ends at 0.45, and deep use begins at 0.5 (a larger scope of the practice, more of the lever design, or a target of teachers)\n",
    );
  });
});

describe("a target of students in a roster", () => {
  const roster = ["run", "--roster", "r.csv", "--format", "generic", "--of", "students"];
  const quick = ["--months", "12", "--replicates", "1", "--json"];

  test("without the column is refused", async () => {
    file("r.csv", "school,level,low_income,teachers\nA,high,9,5\n");
    const { code, err } = await uptake(...roster);
    expect(code).toBe(2);
    expect(err).toContain("r.csv:1 enrolment: the roster has no column enrolment");
  });
  test("without a figure is refused", async () => {
    file("r.csv", "school,level,enrolment,low_income,teachers\nA,high,,9,5\nB,high,,9,5\n");
    const { code, err } = await uptake(...roster);
    expect(code).toBe(2);
    expect(err).toBe(
      'error: --district-id: no school of district "Roster" reports its enrolment, so there are no students to tell of\n',
    );
  });
  test("with figures of some schools says whose students are not told of", async () => {
    file("r.csv", "school,level,enrolment,low_income,teachers\nA,high,90,9,5\nB,high,,9,5\nC,high,0,0,2\n");
    const { code, out, err } = await uptake(...roster, ...quick);
    expect({ code, err }).toEqual({
      code: 0,
      err: "warning: --roster: 1 school reports no enrolment and is left out, so its students are not among those told of\n",
    });
    expect(JSON.parse(out).district).toMatchObject({ schools: 1, students: 90 });
    expect((await uptake(...roster.slice(0, -2), ...quick)).err).toBe("");
  });
});

test("the reference strategies are compared by the target asked for", async () => {
  const { code, out } = await uptake("start", ...small, "--of", "schools", "--target", "50%", "--by", "may-2");
  expect(code).toBe(0);
  expect(out).toMatch(/^Can a strategy bring this district to 50% of schools adopting by May of year 2\?\n/);
  expect(out).toMatch(/^ +May year 2 +95% +August +of 50%, +95% /m);
  expect(out).toMatch(/of 50% of schools adopting by May of year 2|to 50% of schools adopting by May of year 2 in any/);
  expect(out).toMatch(/^Mean of the share of adopting schools and chance of 50% of schools adopting, May of year 2, /m);
});

describe("two strategies", () => {
  const two = ["compare", "business-as-usual", "all-six-lessons"];
  test("are compared in what the target is of", async () => {
    const options = ["--of", "sign-ups", "--target", "0.3", "--by", "22"];
    const { out } = await uptake(...two, ...small, ...options, "--json");
    const { a, b, difference, differences } = JSON.parse(out);
    expect(difference).toMatchObject({ of: "label", unit: "share of teachers, b less a" });
    for (const month of [10, 22])
      expect(difference.mean[month]).toBeCloseTo(b.label.mean[month] - a.label.mean[month], 12);
    expect(differences.adoption.mean[22]).toBeCloseTo(b.adoption.mean[22] - a.adoption.mean[22], 12);
    const told = await uptake(...two, ...small, ...options);
    expect(told.out).toMatch(/^sign-ups +A +B +B less A, points/m);
    expect(told.out.match(/^[AB]: Chance that at least 30% of teachers try, use or own the practice/gm)).toHaveLength(
      2,
    );
  });
  test("asked for shares of different things are refused, until both have the same", async () => {
    file("a.yaml", "district: small-rural\nhorizon: 12\ntarget: { month: 10, of: schools }\n");
    file("b.yaml", "district: small-rural\nhorizon: 12\nstrategy: mandate\n");
    const { code, err } = await uptake("compare", "a.yaml", "b.yaml");
    expect(code).toBe(2);
    expect(err).toBe("error: b: its target is of teachers, that of the first of schools; --of gives both the same\n");
    expect((await uptake("compare", "a.yaml", "b.yaml", "--of", "deep", "--replicates", "1")).code).toBe(0);
  });
  test("of a study file have the target that the file says", async () => {
    const { code, err } = await uptake("compare", "--example", "--of", "deep", "--target", "60%", "--by", "may-2");
    expect(code).toBe(2);
    expect(err.match(/^error: --(of|target|by): is of use only without a study file/gm)).toHaveLength(3);
  });
});
