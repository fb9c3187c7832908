import { InputError, type ScenarioInput, type Schedule, scenario } from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { atBudget } from "./at-budget.ts";
import { plannedCost } from "./planned-cost.ts";
import { scaleIntensities } from "./scale-intensities.ts";

const few = { replicates: 4 };
const coached: ScenarioInput = { district: "small-rural", strategy: "coaching-only" };
const costOf = (input: ScenarioInput): Promise<number> => plannedCost(scenario(input), few);
const issueOf = async (run: Promise<unknown>): Promise<unknown> => {
  const error = await run.catch((thrown: unknown) => thrown);
  return error instanceof InputError ? error.issues[0] : error;
};

describe("scaling intensities", () => {
  test("multiplies numbers, steps, formulas and what is not given", () => {
    const levers = {
      vision: { intensity: 0.5, clarity: 1 },
      coaching: { intensity: [{ from: 6, value: 1 }] },
      investment: { intensity: "t < 12 ? 1 : 0.5" },
      guidance: {},
    };
    expect(scaleIntensities(levers, 0.25)).toEqual({
      vision: { intensity: 0.125, clarity: 1 },
      coaching: { intensity: [{ from: 6, value: 0.25 }] },
      investment: { intensity: "(t < 12 ? 1 : 0.5) * 0.25" },
      guidance: { intensity: 0.25 },
    });
  });
  test("leaves levers that are not named, and everything at factor 1", () => {
    const levers = { vision: {}, coaching: {} };
    expect(scaleIntensities(levers, 0.5, ["coaching"])).toEqual({ vision: {}, coaching: { intensity: 0.5 } });
    expect(scaleIntensities(levers, 1)).toBe(levers);
  });
});

describe("a strategy at a budget", () => {
  let full: number;
  beforeAll(async () => {
    full = await costOf(coached);
  });

  test("costs the sum within 0.5%, by a larger factor for a larger sum", async () => {
    // Many schools that come of their own accord: cost rises evenly.
    const called: ScenarioInput = {
      ...coached,
      district: "napa-valley-unified",
      horizon: 24,
      levers: { entry: { cohorts: 0, volunteers: 1 } },
    };
    const many = { replicates: 16 };
    const most = await plannedCost(scenario(called), many);
    let before = 0;
    for (const share of [0.2, 0.5, 0.9]) {
      const { factor, plannedCost: planned, reached, scenario: scaled } = await atBudget(called, share * most, many);
      expect(factor).toBeGreaterThan(before);
      expect(reached).toBe(true);
      expect(Math.abs(planned / (share * most) - 1)).toBeLessThanOrEqual(0.005);
      expect(scaled.levers.coaching?.intensity).toBe(factor);
      expect(scaled.strategy).toBe("coaching-only (changed)");
      before = factor;
      const along = await atBudget(called, share * most, { ...many, interpolate: true });
      expect(along.reached).toBe(true);
      expect(Math.abs(along.plannedCost / (share * most) - 1)).toBeLessThanOrEqual(0.005);
    }
  });
  test("stays as it is when the sum is what it costs", async () => {
    const same = await atBudget(coached, full, few);
    expect([same.factor, same.plannedCost, same.scenario]).toEqual([1, full, scenario(coached)]);
  });
  test("is planned without shocks, at known prices, in worlds drawn as the scenario says", async () => {
    const shocked: ScenarioInput = { ...coached, shocks: [{ kind: "budget-cut", month: 0, months: 36 }], survey: true };
    expect(await costOf(shocked)).toBe(full);
    expect(await costOf({ ...coached, parameters: { draw: "fixed" } })).not.toBe(full);
    const cheap = await costOf({ ...coached, parameters: { values: { "cost.coach": 52500 } } });
    expect(cheap).toBeLessThan(0.7 * full);
  });
  test("scales only the levers named", async () => {
    const input: ScenarioInput = { ...coached, levers: { vision: {} } };
    // The vision and the way in cost more than half of this small district's plan.
    const { scenario: scaled } = await atBudget(input, 0.75 * (await costOf(input)), { ...few, only: ["coaching"] });
    expect(scaled.levers.vision).toEqual({});
    expect(scaled.levers.entry?.intensity).toBeUndefined();
    expect(scaled.levers.coaching?.intensity).toBeLessThan(0.8);
  });
  test("scales formulas and steps like the numbers they stand for", async () => {
    const at = (intensity: Schedule) => atBudget({ ...coached, levers: { coaching: { intensity } } }, 0.4 * full, few);
    const [number, formula, steps] = [await at(0.5), await at("0.5"), await at([{ from: 0, value: 0.5 }])];
    expect(formula.plannedCost).toBe(number.plannedCost);
    expect(steps.factor).toBe(number.factor);
  });
  test("stays below a sum over which cost jumps, and says so", async () => {
    const founding: ScenarioInput = { ...coached, levers: { entry: { newSchools: 1, newSchoolSize: 10 } } };
    const result = await atBudget(founding, (await costOf(founding)) - 300_000, few);
    expect(result.reached).toBe(false);
    expect(result.plannedCost).toBeLessThan((await costOf(founding)) - 300_000);
  });

  test("is refused where it costs less at full intensity, naming what it costs", async () => {
    expect(await issueOf(atBudget(coached, 2 * full, few))).toMatchObject({
      code: "out-of-range",
      path: "dollars",
      value: 2 * full,
      allowed: `at most $${Math.round(full).toLocaleString("en-US")}`,
    });
    const free: ScenarioInput = { district: "small-rural", levers: { guidance: { prescription: 0, choice: 1 } } };
    expect(await issueOf(atBudget(free, 1000, few))).toMatchObject({ allowed: "at most $0" });
    expect(await issueOf(atBudget("business-as-usual", 1000, few))).toMatchObject({ allowed: "at most $0" });
  });
  test("is refused where its fixed costs are more", async () => {
    const posts: ScenarioInput = { district: "small-rural", levers: { investment: {} } };
    expect(await issueOf(atBudget(posts, 1000, few))).toMatchObject({
      code: "out-of-range",
      message: expect.stringMatching(/costs \$\d{3},\d{3} however little is done/),
    });
  });
  test.for([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("is refused for the sum %s", async (dollars) => {
    expect(await issueOf(atBudget(coached, dollars, few))).toMatchObject({ path: "dollars", code: "out-of-range" });
  });
});
