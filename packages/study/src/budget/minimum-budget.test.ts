import { type Plan, type ScenarioInput, scenario } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { issuesOf } from "../../test-support/issues-of.ts";
import type { Evaluate } from "../evaluate/evaluation.ts";
import { type MinimumBudget, type MinimumBudgetOptions, minimumBudget as minimumOf } from "./minimum-budget.ts";

const minimumBudget = (input: ScenarioInput, options: MinimumBudgetOptions): Promise<MinimumBudget> =>
  minimumOf(scenario(input), options);
const coached = { district: "small-rural", strategy: "coaching-only" };

/** Reaches the target in replicate r from the intensity r / 64 on, so in a share of replicates as large as it. */
const rising =
  (steepness: number): Evaluate =>
  async ({ plans, evaluations, statistics }) => {
    expect(statistics).toEqual([{ series: "adoption", month: 34 }]);
    const values = Float64Array.from(evaluations, ({ plan, replicate }) => {
      const intensity = ((plans[plan] as Plan).scenario.levers.coaching?.intensity as number | undefined) ?? 1;
      return steepness * intensity > (replicate + 0.5) / 64 ? 0.9 : 0.3;
    });
    return { values, checksums: evaluations.map(() => "0"), failures: [] };
  };
const quick: MinimumBudgetOptions = { planning: { replicates: 2 } };
describe("the smallest budget", () => {
  test("is where the chance crosses one half, between those that may and those that surely do", async () => {
    const result = await minimumBudget(coached, { ...quick, evaluate: rising(1) });
    expect(result.withinReach).toBe(true);
    expect(result.budget?.factor).toBeCloseTo(0.5, 1);
    expect(result.budget?.probability.probability).toBeGreaterThanOrEqual(0.5);
    expect(result.low).toBeLessThan(result.budget?.dollars as number);
    expect(result.high).toBeGreaterThan(result.budget?.dollars as number);
    expect(result.high).toBeLessThan(result.full.dollars);
    // Wilson's interval of 64 worlds is 12 points wide on either side of one half.
    const widest = result.tried.filter(({ probability }) => probability.low <= 0.5 && probability.high >= 0.5);
    expect((widest.at(-1)?.factor as number) - (widest[0]?.factor as number)).toBeCloseTo(0.24, 1);
    const factors = result.tried.map(({ factor }) => factor);
    expect(factors).toEqual([...factors].sort((a, b) => a - b));
    expect(result.checksums).toHaveLength(64 * factors.length);
  });
  test("is not within reach where even the whole strategy has less, and the chance it has is told", async () => {
    const result = await minimumBudget(coached, { ...quick, evaluate: rising(0.25) });
    expect(result).toMatchObject({ withinReach: false, budget: null, low: null, high: null });
    expect(result.full.probability.probability).toBe(0.25);
    expect(result.tried).toHaveLength(1);
  });
  test("may be within reach where chance cannot tell", async () => {
    const result = await minimumBudget(coached, { ...quick, evaluate: rising(0.46) });
    expect(result).toMatchObject({ withinReach: false, budget: null, high: null });
    expect(result.low).toBeGreaterThan(0);
  });
  test("is nothing where nothing is needed", async () => {
    const sure: Evaluate = async ({ evaluations }) => ({
      values: new Float64Array(evaluations.length).fill(1),
      checksums: evaluations.map(() => "0"),
      failures: [],
    });
    const result = await minimumBudget(coached, { ...quick, evaluate: sure, replicates: 8 });
    expect([result.budget?.factor, result.budget?.dollars, result.low, result.high]).toEqual([0, 0, 0, 0]);
  });
  test("of real runs: coaching alone does not take a small district to 80%, and does to 15%", async () => {
    const few = { ...quick, replicates: 8, halvings: 2 };
    expect((await minimumBudget(coached, few)).withinReach).toBe(false);
    const low = { ...coached, target: { share: 0.05 } };
    expect((await minimumBudget(low, few)).withinReach).toBe(true);
  });
});

test("is refused with everything that is wrong", async () => {
  const run = minimumBudget({ horizon: 12 }, { chance: 1, halvings: 0 });
  expect(await issuesOf(run)).toMatchObject([
    { path: "chance", value: 1 },
    { path: "halvings" },
    { path: "target.month", value: 34 },
    { code: "no-levers" },
  ]);
  expect(await issuesOf(minimumBudget(coached, { replicates: 0 }))).toMatchObject([{ path: "replicates" }]);
  for (const chance of [0, -0.1, Number.NaN])
    expect(await issuesOf(minimumBudget(coached, { chance }))).toMatchObject([{ path: "chance", value: chance }]);
});
