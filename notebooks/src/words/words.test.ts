import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { answerOf } from "../kit/answer.js";
import { withoutProperties } from "../kit/downloads.js";
import { csvOf } from "../pages/tune/view.js";
import { controls } from "../plan/controls.js";
import { moved, scenarioOf, start } from "../plan/plan-of-controls.js";
import { yamlOf } from "../plan/yaml.js";
import { tuneWords } from "./tune.js";

describe("the answer", () => {
  const view = (chance: number, gap: number | null) => ({
    replicates: 200,
    funded: 36,
    cards: {
      chance: { plan: { value: chance } },
      adoption: { plan: { median: 0.644 } },
      sustained: { plan: { median: 0.58 } },
      gap: { plan: { value: gap, low: null as number | null, high: null as number | null } },
    },
  });
  test("is a verdict and the numbers behind it", () => {
    expect(answerOf(view(0.03, 0.11))).toEqual({
      verdict: "Almost certainly not.",
      rest: "It does so in 6 of 200 runs. Half of the runs have at least 64% of teachers using the practice in May of year 3, and half at least 58% two years after the money stops. High-poverty schools trail by 11 points.",
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
    expect(answerOf(view(chance, 0)).verdict).toBe(verdict),
  );
  test("says who trails, and says nothing of a gap that there is none of", () => {
    expect(answerOf(view(0.5, -0.014)).rest).toContain("lead by 1 point.");
    expect(answerOf(view(0.5, 0.004)).rest).toContain("keep level");
    const unclear = view(0.5, 0.02);
    Object.assign(unclear.cards.gap.plan, { low: -0.01, high: 0.05 });
    expect(answerOf(unclear).rest).toContain("No clear gap");
    expect(answerOf(view(0.5, null)).rest).toMatch(/stops\.$/);
  });
});

test("every control has a label, a unit and a line of help", () => {
  for (const { name } of controls) {
    const { label, value, help } = tuneWords.controls[name];
    expect([label, help, ...value(1)].every((text) => text.length > 0)).toBe(true);
  }
});

test("a scenario is written as YAML that reads back as the same", () => {
  const scenario = {
    version: 1,
    ...scenarioOf(moved(moved(start, "coaching", 0), "time", 1.75)),
    name: 'Yes: a "name" # or so',
  };
  expect(parse(yamlOf(scenario))).toEqual(scenario);
});

test("a table is written as CSV with empty cells for what is not known", () => {
  expect(csvOf([[0, "all, as today", "adoption", 0.1, null, null, 0, 0, 1]])).toBe(
    'month,group,stage,mean,low,high,p10,p90,replicates\n0,"all, as today",adoption,0.1,,,0,0,1\n',
  );
});

test("custom properties give way to their fallbacks", () => {
  expect(withoutProperties('fill="var(--a, rgb(1, 2, 3))" x="var(--b, var(--c, #fff))" y')).toBe(
    'fill="rgb(1, 2, 3)" x="#fff" y',
  );
});
