import { type InputError, type ScenarioInput, scenario, strategies } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { ablation } from "./ablation.ts";
import { lessons, withoutLesson } from "./lessons.ts";
import { plannedCost } from "./planned-cost.ts";

const input: ScenarioInput = { district: "small-rural", strategy: "all-six-lessons", horizon: 36 };
const planning = { replicates: 2 };

describe("without a lesson", () => {
  const { levers } = strategies.find(({ name }) => name === "all-six-lessons") as (typeof strategies)[number];
  test.for(lessons)("$name a strategy lacks that and nothing else", (lesson) => {
    const left = withoutLesson(levers, lesson);
    const changed = Object.keys(levers).filter((name) => left[name] !== levers[name]);
    expect(changed).toEqual([lesson.lever]);
    expect(left[lesson.lever]).toEqual(lesson.settings && { ...levers[lesson.lever], ...lesson.settings });
  });
  test("a strategy that never had it stays as it is", () => {
    for (const lesson of lessons) expect(withoutLesson({ coaching: {} }, lesson)).toEqual({ coaching: {} });
  });
});

test("leaves out each lesson, at equal budget and with its money saved", async () => {
  const dollars = 0.5 * (await plannedCost(scenario(input), planning));
  const results = await ablation(input, { dollars, replicates: 4, planning });
  expect(results.map(({ lesson }) => lesson)).toEqual(lessons);
  for (const { lesson, atEqualBudget, withoutItsMoney } of results) {
    expect(atEqualBudget.adds.replicates).toBe(4);
    expect(atEqualBudget.plannedCost / dollars).toBeLessThanOrEqual(1.005);
    expect([0, 0.25, 0.5, 0.75]).toContain(withoutItsMoney.flips);
    if (lesson.name === "investment") expect(withoutItsMoney.plannedCost).toBeLessThan(0.9 * dollars);
  }
});

test("says which lesson a strategy cannot do without at the sum", async () => {
  const dollars = 0.99 * (await plannedCost(scenario(input), planning));
  const error = await ablation(input, { dollars, replicates: 1, planning }).catch((thrown: unknown) => thrown);
  expect((error as InputError).issues[0]?.message).toMatch(/^without \w+, the strategy costs/);
});
