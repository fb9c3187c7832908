import { expect, test } from "vitest";
import { ownFolder } from "../../test-support/own-folder.ts";
import { describeFault, type Fault } from "./fault.ts";
import { withNumberHint } from "./with-number-hint.ts";

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
  [22, "0 to 1, so that 45% is written 0.45", "it is wrong (0 to 1, so that 45% is written 0.45)"],
] as const)(
  "%s of %s: a percentage is told as the share it stands for, where it stands for one",
  ([value, allowed, words]) => {
    expect(told({ value, allowed })).toBe(words);
  },
);

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
