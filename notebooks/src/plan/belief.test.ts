import { type Parameter, parameters } from "@uptake/model";
import { expect, test } from "vitest";
import { believedRange, heldIn, withoutBeliefs, withSwitch } from "./belief.js";

const named = (name: string): Parameter => parameters.find((one) => one.name === name)!;

test("a number that is moved is told from one that a switch holds", () => {
  expect(heldIn({ parameters: { values: { "support.floor": 0.2 } }, switches: { levels: "sum" } })).toEqual({
    moved: { "support.floor": 0.2 },
    switched: { "support.rho": 1 },
  });
  expect(heldIn({})).toEqual({ moved: {}, switched: {} });
});

test("a switch takes over the number that it holds, and goes without a trace", () => {
  const moved = { district: "small-rural", parameters: { values: { "support.rho": 0.3, "support.floor": 0.2 } } };
  expect(withSwitch(moved, "levels", "product")).toEqual({
    district: "small-rural",
    parameters: { values: { "support.floor": 0.2 } },
    switches: { levels: "product" },
  });
  expect(withSwitch(moved, "network", "complete").parameters).toEqual(moved.parameters);
  expect(withSwitch({ switches: { levels: "sum" } }, "levels", undefined)).toEqual({});
});

test("without beliefs all else of a scenario stays", () => {
  const beliefs = { parameters: { draw: "priors" }, switches: { network: "complete" } } as const;
  expect(withoutBeliefs({ district: "small-rural", horizon: 24, ...beliefs })).toEqual({
    district: "small-rural",
    horizon: 24,
  });
});

test("the range believed in is the prior's, inside what is allowed", () => {
  expect(believedRange(named("depth.prescription"))).toEqual([0, 1]);
  expect(believedRange(named("support.rho"))).toEqual([-2, 1]);
  expect(believedRange(named("start.adoption"))).toEqual(named("start.adoption").range);
  const [low, high] = believedRange(named("exit.novice"));
  expect(low).toBeCloseTo(0.2 - 0.045, 12);
  expect(high).toBeCloseTo(0.2 + 0.045, 12);
  for (const one of parameters) {
    const [from, to] = believedRange(one);
    expect(from < to && from >= one.range[0] && to <= one.range[1], one.name).toBe(true);
    expect(one.default >= from && one.default <= to, one.name).toBe(true);
  }
});
