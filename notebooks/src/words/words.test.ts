import { parameters } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { withoutProperties } from "../kit/downloads.js";
import { csvOf } from "../kit/table.js";
import { answerOf } from "../pages/tune/told.js";
import { planControls } from "../plan/plan-controls.js";
import { yamlOf } from "../plan/yaml.js";
import { plainBeliefs, wordsOfBelief } from "./beliefs.js";
import { compareWords } from "./compare.js";
import { wordsOfControl } from "./levers.js";
import { sureWords } from "./sure.js";

type Told = Parameters<typeof answerOf>[0];

describe("the answer", () => {
  const gapOf = (value: number | null, low: number | null = null, high: number | null = null) => ({ value, low, high });
  const view = (chance: number, gap: ReturnType<typeof gapOf>): Told =>
    ({
      replicates: 200,
      fan: { funded: 36 },
      cards: {
        chance: { share: 0.8, plan: { value: chance } },
        adoption: { plan: { median: 0.644 } },
        sustained: { plan: { median: 0.58 } },
        gap: { plan: gap },
      },
    }) as unknown as Told;
  test("is a verdict and the numbers behind it", () => {
    expect(answerOf(view(0.03, gapOf(0.11)))).toEqual({
      verdict: "Almost certainly not.",
      rest: "6 of 200 runs reach 80%. Half of the runs have at least 64% of teachers using the practice in May of year 3, and half at least 58% two years after the money stops. High-poverty schools trail by 11 points.",
      short: "6 of 200 runs reach it; median 64%.",
    });
  });
  test.for([
    [0, "Almost certainly not."],
    [0.05, "Probably not."],
    [0.49, "Less likely than not."],
    [0.5, "More likely than not."],
    [0.94, "Probably."],
    [1, "Almost certainly."],
  ] as const)("to a chance of %d is “%s”", ([chance, verdict]) =>
    expect(answerOf(view(chance, gapOf(0))).verdict).toBe(verdict),
  );
  test("says who trails, and says nothing of a gap that there is none of", () => {
    expect(answerOf(view(0.5, gapOf(-0.014))).rest).toContain("lead by 1 point.");
    expect(answerOf(view(0.5, gapOf(0.004))).rest).toContain("keep level");
    expect(answerOf(view(0.5, gapOf(0.02, -0.01, 0.05))).rest).toContain("No clear gap");
    expect(answerOf(view(0.5, gapOf(null))).rest).toMatch(/stops\.$/);
  });
});

test("every section of the model's numbers has a title", () => {
  for (const { name } of parameters) {
    const section = name.slice(0, name.indexOf("."));
    expect(sureWords.numbers.sections, name).toHaveProperty(section);
  }
});

test("the interval of a gap is told the way of its middle, as what is ahead is below zero", () => {
  const { behind, behindBetween } = compareWords.table;
  expect([-0.03, 0.01, 0.082].map(behind)).toEqual([
    "3\u00a0pts\u00a0ahead",
    "1\u00a0pt\u00a0behind",
    "8.2\u00a0pts\u00a0behind",
  ]);
  expect(behindBetween(-0.03, -0.055, -0.005)).toBe("0.5\u00a0to\u00a05.5");
  expect(behindBetween(-0.005, -0.013, 0.004)).toBe("−0.4\u00a0to\u00a01.3");
  expect(behindBetween(0.02, -0.01, 0.05)).toBe("−1\u00a0to\u00a05");
  expect([behind(0), behindBetween(0, -0.01, 0.012)]).toEqual(["none", "−1\u00a0to\u00a01.2 behind"]);
  expect(behindBetween(0, null, null)).toBe("");
});

test("a difference of two gaps is told by where high-poverty schools stand with the second plan", () => {
  const { gapLess, gapLessBetween } = compareWords.table;
  expect(gapLess(-0.076, -0.08)).toBe("7.6 pts further ahead");
  expect(gapLess(0.03, -0.02)).toBe("3 pts less ahead");
  expect(gapLess(-0.03, 0.02)).toBe("3 pts less behind");
  expect(gapLess(0.01, 0.02)).toBe("1 pt further behind");
  expect([gapLess(-0.01, 0), gapLess(0.0004, 0.2)]).toEqual(["1 pt less behind", "none"]);
  expect(gapLessBetween(-0.076, -0.093, -0.058)).toBe("5.8\u00a0to\u00a09.3");
  expect(gapLessBetween(0.01, -0.02, 0.04)).toBe("−2\u00a0to\u00a04");
  expect(gapLessBetween(0.01, null, null)).toBe("");
});

test("every control has a label, an amount and a line of help", () => {
  for (const { name } of planControls) {
    const { label, value, help } = wordsOfControl(name, "What the model says of it");
    expect(
      [label, help, value(1)[0]].every((text) => text.length > 0),
      name,
    ).toBe(true);
    expect(label, name).not.toContain(".");
  }
});

test("a scenario is written as YAML that reads back as the same", () => {
  const scenario = {
    version: 1,
    district: "colorado-springs-d11",
    levers: { coaching: { intensity: 0, teachersPerCoach: 33.33 }, entry: { order: "need" } },
    name: 'Yes: a "name" # or so',
  };
  expect(parse(yamlOf(scenario))).toEqual(scenario);
});

test("a table is written as CSV with empty cells for what is not known, and where it comes from", () => {
  const columns = ["month", "group", "mean", "low"];
  const from = { replicates: 100, seed: "uptake", version: "0.1.0" };
  expect(csvOf({ columns, rows: [[0, "all, as today", 0.1, null]] }, from)).toBe(
    'month,group,mean,low,replicates,seed,version\n0,"all, as today",0.1,,100,uptake,0.1.0\n',
  );
  expect(csvOf({ columns: ["a", "replicates"], rows: [['say "x"', 8]] }, from)).toBe(
    'a,replicates,seed,version\n"say ""x""",8,uptake,0.1.0\n',
  );
});

test("custom properties give way to their fallbacks", () => {
  expect(withoutProperties('fill="var(--a, rgb(1, 2, 3))" x="var(--b, var(--c, #fff))" y')).toBe(
    'fill="rgb(1, 2, 3)" x="#fff" y',
  );
});

test("every belief has a name in words of its own, those of a chart short enough for its row", () => {
  const names = parameters.map(({ name }) => name);
  for (const name of plainBeliefs) {
    expect(names).toContain(name);
    expect(wordsOfBelief(name, "").length, name).toBeLessThanOrEqual(50);
  }
  const told = parameters.map(({ name, doc }) => wordsOfBelief(name, doc));
  expect(new Set(told).size).toBe(names.length);
  expect(told.filter((text) => /^[a-z]|[(][^)]{1,3}[)]|'/.test(text))).toEqual([]);
});
