import { fc, test as property } from "@fast-check/vitest";
import { prepare, profileNames, scenario } from "@uptake/model";
import { validateScenario } from "@uptake/model/validate";
import { describe, expect, test } from "vitest";
import { type ControlName, controls } from "./controls.js";
import {
  asToday,
  hasWayIn,
  moved,
  offered,
  type PageState,
  scenarioOf,
  start,
  startOf,
  valuesOf,
} from "./plan-of-controls.js";

const names = offered.map(({ name }) => name);
const anyValues = fc.record(
  Object.fromEntries(
    controls.map(({ name, max, step }) => [name, fc.integer({ min: 0, max: max / step }).map((steps) => steps * step)]),
  ),
  { requiredKeys: [] },
);
const anyState = fc.record({
  district: fc.constantFrom(...profileNames),
  strategy: fc.constantFrom(...names),
  values: anyValues,
});
const settled = (state: PageState): PageState =>
  controls.reduce((one, { name }) => (state.values[name] === undefined ? one : moved(one, name, state.values[name])), {
    ...state,
    values: {},
  });

describe("a state of the controls", () => {
  property.prop([anyState], { numRuns: 60 })("is always a valid scenario, and shows what was set", async (any) => {
    const state = settled(any);
    const input = scenarioOf(state);
    const result = await validateScenario(input);
    expect(result).not.toHaveProperty("issues");
    const { levers } = scenario(input);
    for (const { name, lever, read } of controls) {
      const value = state.values[name];
      const use = levers[lever];
      if (value === undefined || use === undefined) continue;
      expect(use.intensity === 0 ? 0 : read(use), name).toBeCloseTo(value, 2);
    }
  });

  test.for(names)("leaves %s as it ships until a control is moved", (strategy) => {
    expect(scenario(scenarioOf({ ...start, strategy }))).toEqual(scenario({ strategy, district: start.district }));
    for (const { name, max } of controls) {
      const value = valuesOf(strategy)[name];
      expect(value, name).toBeGreaterThanOrEqual(0);
      expect(value, name).toBeLessThanOrEqual(max);
    }
  });

  test("forgets a control that is moved back", () => {
    const away = moved(start, "institutes", 9);
    expect(away.values).toEqual({ institutes: 9 });
    expect(moved(away, "institutes", valuesOf(start.strategy).institutes)).toEqual(start);
  });

  test("switches a lever off whose last control goes to the status quo", async () => {
    const state = moved({ ...start, strategy: "coaching-only" }, "coaching", 0);
    const off = await prepare(scenario(scenarioOf(state)));
    const without = await prepare(
      scenario({ district: start.district, levers: { entry: { cohorts: 1, every: 12, order: "random" } } }),
    );
    expect(off.districts[0]?.effects).toBeDefined();
    expect(off.districts[0]?.effects).toEqual(without.districts[0]?.effects);
  });

  test("brings in nothing of a lever but what its controls say", () => {
    const { levers } = scenario(scenarioOf(moved({ ...start, strategy: asToday }, "protection", 50)));
    expect(levers).toEqual({ vision: { clarity: 0, equityPriority: 0, protection: 0.5 } });
  });

  test("knows when a strategy begins with a control's lever", () => {
    expect(startOf("leadership-first", "coaching")).toBe(12);
    expect(startOf("leadership-first", "leaders")).toBe(0);
  });
});

test("tells whether schools can join", () => {
  const wayIn = (strategy: string, name: ControlName, value: number) =>
    hasWayIn(scenario(scenarioOf(moved({ ...start, strategy }, name, value))));
  expect(wayIn(asToday, "coaching", 5)).toBe(false);
  expect(wayIn(asToday, "invitation", 5)).toBe(true);
  expect(wayIn(asToday, "mandate", 5)).toBe(true);
  expect(wayIn("volunteers-only", "coaching", 2)).toBe(true);
  expect(wayIn("coaching-only", "invitation", 0)).toBe(false);
});
