import { withNumberHint } from "@uptake/study/files";
import { expect, test } from "vitest";
import { ownFolder } from "../../test-support/own-folder.ts";
import { describeFault, type Fault } from "./fault.ts";

const { uptake, file } = ownFolder();

const told = (fault: Partial<Fault>): string =>
  describeFault(withNumberHint({ code: "out-of-range", path: "", message: "it is wrong", ...fault }));

test.for([
  [15, "0 to 1", "it is wrong (0 to 1, so that 15% is written 0.15)"],
  [33.3, "0.001 to 0.6", "it is wrong (0.001 to 0.6, so that 33.3% is written 0.333)"],
  ["65", "a number, 0 to 1, or blank", "it is wrong (a number, 0 to 1, so that 65% is written 0.65, or blank)"],
  // A percentage that is out of the range as a share too, what is none, and what is no share.
  [80, "0.001 to 0.6", "it is wrong (0.001 to 0.6)"],
  [101, "0 to 1", "it is wrong (0 to 1)"],
  [-15, "0 to 1", "it is wrong (0 to 1)"],
  [15, "0 to 1 log-odds", "it is wrong (0 to 1 log-odds)"],
  [11, "0 to 10", "it is wrong (0 to 10)"],
  [5, "shards 0 to 1", "it is wrong (shards 0 to 1)"],
  [5, "a whole number, 0 to 1", "it is wrong (a whole number, 0 to 1)"],
  [22, "0 to 1, so that 45% is written 0.45", "it is wrong (0 to 1, so that 45% is written 0.45)"],
] as const)(
  "%s of %s: a percentage is told as the share it stands for, where it stands for one",
  ([value, allowed, words]) => {
    expect(told({ value, allowed })).toBe(words);
  },
);

test.for([
  ["1,000", "is not a whole number", "1000"],
  ["400,000", "is not a number", "400000 or 400.000"],
  ["1,500,000", "is not a number", "1500000"],
  ["0,8", "is not a number", "0.8"],
  ["0,8", "is not a share", "0.8"],
  ["80%", "is not a number", "0.8"],
  ["7.5 %", "is not a number", "0.075"],
  ["$3M", "is not a number", "3000000"],
  ["2.5k", "is not a number", "2500"],
  ["80", "is not a number", "80 without quotes"],
  // What no whole number is meant by, and what is none at all.
  ["0,8", "is not a whole number", undefined],
  ["2.5", "is not a whole number", undefined],
  ["80%", "is not a whole number", undefined],
  ["many", "is not a number", undefined],
  ["36 months", "is not a whole number", undefined],
] as const)("“%s” %s: the number that is likely meant is told", ([value, says, nearest]) => {
  const fault: Fault = { code: "wrong-kind", path: "", message: `“${value}” ${says}`, value };
  const hinted = withNumberHint(fault);
  expect(hinted.nearest).toBe(nearest);
  expect(withNumberHint(hinted)).toEqual(hinted);
});

test("a number of a table is refused for what it is, and stands between no quotes", () => {
  const cell: Fault = { code: "wrong-value", path: "", message: "“-4” is not a whole number, 0 or more", value: "-4" };
  expect(withNumberHint(cell)).toEqual(cell);
});

test("a percentage is no share where percent are asked for", () => {
  expect(told({ message: "is not a number", value: "45%", allowed: "0 to 100" })).toBe("is not a number (0 to 100)");
});

test("a comma of thousands in a list, and within braces, in a study", async () => {
  const list = "kind: optimise\nbudgets: [400,000]\ndecisions: { coaching.teachersPerCoach: [20, 60] }\n";
  expect((await uptake("study", file("s.yaml", list))).err).toContain(
    "budgets[1]: 0 is out of range; a comma ends a number in a list, so that 400,000 is written 400000 (above 0",
  );
  const braces = "kind: run\nscenario: { target: { share: 0,8 }, horizon: 1,000 }\n";
  const { err } = await uptake("study", file("s.yaml", braces));
  expect(err).toContain('target["8"]: there is no field called “8”; a decimal has a point, as in 0.5 (known: ');
  expect(err).toContain("a decimal has a point, as in 0.5, and no comma between thousands, as in 3000000");
});

test("a hint is given once, however often a fault is handed on", () => {
  const fault: Fault = { code: "out-of-range", path: "", message: "15 is out of range", value: 15, allowed: "0 to 1" };
  const once = withNumberHint(fault);
  expect(withNumberHint(once)).toEqual(once);
  const digits: Fault = { code: "unknown-name", path: 'own["5"]', message: "there is no field called “5”" };
  const named = withNumberHint(digits);
  expect(named.message).toBe("there is no field called “5”; a decimal has a point, as in 0.5");
  expect(withNumberHint(named)).toEqual(named);
});

test("numbers with a comma, and percentages, in a scenario and in a roster", async () => {
  file(
    "a.yaml",
    "own: { turnover: 0,2 }\nstrategy:\n  levers:\n    entry:\n      cohorts: 0,5\ntarget: { share: 80 }\n",
  );
  const scenario = await uptake("run", "a.yaml");
  expect([scenario.code, scenario.out]).toEqual([2, ""]);
  expect(scenario.err).toContain('own["2"]: there is no field called “2”; a decimal has a point, as in 0.5 (known: ');
  expect(scenario.err).toContain("target.share: 80 is out of range (0 to 1, so that 80% is written 0.8)\n");
  file("b.yaml", "strategy:\n  levers:\n    entry:\n      cohorts: 0,5\n");
  expect((await uptake("run", "b.yaml")).err).toMatch(/^error: b\.yaml:4:7 .*; did you mean 0\.5\?\n$/);
  file("c.csv", 'school,level,enrolment,low_income_share,teachers\nOak,high,300,65,20\nElm,high,300,"0,5",20\n');
  const roster = await uptake("import", "c.csv", "--format", "generic", "--out", "d");
  expect(roster.code).toBe(2);
  expect(roster.err).toContain("0 to 1, so that 65% is written 0.65");
  expect(roster.err).toContain('"0,5" is not a number; did you mean 0.5?');
});
