import { scenario } from "@uptake/model";
import { scenarioVersion } from "@uptake/model/upgrade";
import { evaluateHere } from "@uptake/study/evaluate";
import { studyVersion } from "@uptake/study/files";
import { answerTo, type Breaks } from "@uptake/study/questions";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { harmData, successData, testTable } from "./figures.js";
import { studyText } from "./study.js";
import { answerOf, boxSentence, harmsOf } from "./told.js";

const place = { district: "small-rural", horizon: 36, target: { share: 0.3 } };
const plans = [{ name: "This plan", scenario: { ...place, strategy: "coaching-only" } }];
const cut = { name: "yours", doc: "A cut", shocks: [{ kind: "budget-cut", month: 2, months: 30, size: 0.9 }] };
const shocks = ["none", "superintendent-leaves", cut];

let found: Breaks;
beforeAll(async () => {
  const means = {
    evaluate: evaluateHere,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onPartial: () => undefined,
  };
  found = (await answerTo("breaks", { plans, shocks, worlds: 50 }, means)) as Breaks;
});

test("the answer names the worst shock, its size and interval, and the worlds that still succeed", () => {
  const [worst] = harmsOf(found);
  const { verdict, rest } = answerOf(found, undefined, "yours");
  expect(worst!.set).toBe("yours");
  expect(verdict).toBe("Your shocks, more than any other shock.");
  expect(rest).toMatch(
    /^It takes [\d.]+ points off adoption in May of year 3 on average \(95% interval [\d.]+ to [\d.]+ points, 50 worlds\)\./,
  );
  expect(rest).toContain(`${worst!.met} of 50 worlds still reach 30%`);
  expect(rest).toMatch(/Your shocks take [\d.]+ points/);
  expect(answerOf(found, undefined, "none").rest).not.toContain("Your shocks take");
});

test("what the worst shock and the reader's own leave alike is said once", () => {
  const spoilt = found.underShocks.map((one) => ({
    ...one,
    strategies: one.strategies.map((each) => ({ ...each, robustness: { ...each.robustness, met: 0 } })),
  }));
  const { rest } = answerOf({ ...found, underShocks: spoilt }, undefined, "yours");
  expect(rest).toMatch(/Your shocks take [\d.]+ points/);
  expect(rest.match(/No world of 50 reaches 30%/g)).toHaveLength(1);
});

test("of shocks that change nothing no harm is claimed", () => {
  const still = found.underShocks.map((one) => ({
    ...one,
    strategies: one.strategies.map((each) => ({
      ...each,
      change: each.change && { ...each.change, mean: 0, low: 0, high: 0 },
    })),
  }));
  expect(answerOf({ ...found, underShocks: still }, undefined, "none").verdict).toBe("Nothing tried here changes it.");
  const unsure = still.map((one) => ({
    ...one,
    strategies: one.strategies.map((each) => ({
      ...each,
      change: each.change && { ...each.change, mean: -0.01, low: -0.03, high: 0.01 },
    })),
  }));
  expect(answerOf({ ...found, underShocks: unsure }, undefined, "none").verdict).toBe(
    "No shock that can be told from luck.",
  );
});

test("where it fails is told as far as a test bears it out", () => {
  const [own] = found.vulnerabilities;
  const heldOut = {
    density: { probability: 0.75, low: 0.5, high: 0.9, replicates: 16 },
    coverage: 0.5,
    mass: 0.2,
    base: 0.4,
  };
  const restrictions = [{ input: "principal.exit", kind: "above" as const, limit: 0.2, quasiP: 0.01 }];
  const box = { restrictions, conditions: "", density: 0.8, coverage: 0.5, mass: 0.2, heldOut, stands: true };
  const told = (boxes: readonly (typeof box)[], failing = 0.4): string =>
    boxSentence({ ...found, vulnerabilities: [{ ...own!, failing, boxes }] });
  // 25 of 50 worlds are held out, under three sets of shocks each.
  expect(told([box])).toBe(
    "It fails where “Principals: annual chance that a principal past the first year leaves a school of average poverty” exceeds 20% a year: in 11 of 15 runs there, in worlds held out to test this (50% to 90% at 95%), against 40% of all.",
  );
  expect(told([{ ...box, stands: false }])).toMatch(/^Where it fails cannot be told\./);
  expect(told([], 0)).toBe("It fails in none of 150 runs.");
  expect(told([], 1)).toContain("It fails in every one of 150 runs");
});

test("figures and table hold what was found", () => {
  expect(harmData(found).rows.map(({ label }) => label)).toEqual(["your shocks", "a superintendent who leaves"]);
  expect(successData(found).shocks).toHaveLength(3);
  const { columns, rows } = testTable(found);
  expect(rows).toHaveLength(3);
  expect(rows[2]![columns.indexOf("change")]).toBe(found.underShocks[2]!.strategies[0]!.change!.mean);
});

test("the file of the test is a study that asks the same", () => {
  const study = parse(studyText({ plans, shocks: [cut], worlds: 50, seed: "a" }));
  expect(study).toEqual({
    version: studyVersion,
    kind: "stress",
    seed: "a",
    scenario: { version: scenarioVersion, ...place },
    strategies: [{ base: "coaching-only", name: "This plan", levers: {} }],
    shocks: [cut],
    draws: 50,
  });
  expect(() => scenario(study.scenario)).not.toThrow();
});
