import { prepare, scenario } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { atBudget } from "../budget/at-budget.ts";
import { plannedCost } from "../budget/planned-cost.ts";
import { pairedDifference } from "../compare/compare.ts";
import { ensemble } from "../ensemble/ensemble.ts";
import { summariseAt } from "../ensemble/summarise.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate } from "../evaluate/evaluation.ts";
import { answerTo } from "./answer-to.ts";
import type { LessonInput, LessonTold } from "./lesson.ts";

const entry = { cohorts: 1, every: 12, order: "random" };
const asked: LessonInput = {
  scenario: {
    district: "small-rural",
    horizon: 24,
    levers: { entry, coaching: { teachersPerCoach: 20 }, vision: { clarity: 1, equityPriority: 0.5, protection: 1 } },
  },
  instead: { entry, coaching: { teachersPerCoach: 4 } },
  spentOn: ["coaching"],
  month: 22,
  replicates: 30,
  seed: "a",
};

async function ask(input: LessonInput, evaluate: Evaluate = evaluateHere, end = new AbortController()) {
  const partials: LessonTold[] = [];
  const progress: (readonly [number, number])[] = [];
  const told = (await answerTo("lesson", input, {
    evaluate,
    signal: end.signal,
    onProgress: (done, total) => void progress.push([done, total]),
    onPartial: (partial) => void partials.push(partial as LessonTold),
  })) as LessonTold;
  expect(progress.at(-1)).toEqual([60, 60]);
  return { told, partials };
}

describe("a lesson beside a plan of equal cost", () => {
  test("is told as `atBudget` and `ensemble` tell it, and on the way with 25 replicates", async () => {
    const { told, partials } = await ask(asked);
    const dollars = await plannedCost(scenario(asked.scenario));
    const other = await atBudget({ ...asked.scenario, levers: asked.instead }, dollars, { only: ["coaching"] });
    const options = { replicates: 30, seed: "a" };
    const here = await ensemble(await prepare(scenario(asked.scenario)), options);
    const there = await ensemble(await prepare(other.scenario), options);
    expect(told.difference).toEqual(pairedDifference(there, here, "adoption", 22));
    expect(told.using.reached).toEqual(summariseAt(here, "adoption", 22));
    expect(told.instead.reached).toEqual(summariseAt(there, "adoption", 22));
    expect(told.using.checksums).toEqual([here.checksums[0], here.checksums[29]]);
    expect(told.using.plannedCost).toBeCloseTo(dollars, 2);
    expect(Math.abs(told.instead.plannedCost - dollars)).toBeLessThanOrEqual(0.005 * dollars);
    expect(told).toMatchObject({ replicates: 30, failures: 0, seed: "a", parameters: "sampled" });
    expect(told.ahead + told.behind).toBeLessThanOrEqual(30);
    expect(partials.map(({ replicates }) => replicates)).toEqual([25]);
    expect(partials[0]!.difference.replicates).toBe(25);
    expect(structuredClone(told)).toEqual(told);
  });

  test("scales both to a sum where one is given", async () => {
    const { told } = await ask({ ...asked, sum: { dollars: 120_000, scaled: ["vision", "coaching"] } });
    for (const { plannedCost: cost } of [told.using, told.instead])
      expect(Math.abs(cost - 120_000)).toBeLessThanOrEqual(600);
  });

  test("is not told of fewer than 25 replicates, nor where the other plan cannot spend as much", async () => {
    await expect(ask({ ...asked, replicates: 24 })).rejects.toMatchObject({ issues: [{ path: "replicates" }] });
    const poor = { entry, coaching: { teachersPerCoach: 400 } };
    await expect(ask({ ...asked, instead: poor })).rejects.toMatchObject({ issues: [{ path: "dollars" }] });
  });

  test("ends when nobody waits for it", async () => {
    const end = new AbortController();
    const stopping: Evaluate = async (job, options) => {
      end.abort(new Error("enough"));
      return evaluateHere(job, options);
    };
    await expect(ask(asked, stopping, end)).rejects.toThrow("enough");
  });
});
