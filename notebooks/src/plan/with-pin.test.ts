import { mostPinned, startScenario } from "@uptake/study/link";
import { expect, test } from "vitest";
import { freeName } from "./free-name.js";
import { withPin } from "./with-pin.js";

const pinnedAs = (...names: string[]): string[] => {
  let state = withPin({ scenario: startScenario }, names[0] as string, startScenario);
  for (const name of names.slice(1)) state = withPin(state, name, startScenario);
  return (state.pinned ?? []).map((one) => one.name);
};

test("no two pinned plans have one name", () => {
  expect(pinnedAs("Found plan 1", "Found plan 1", "Found plan 1", "Coaching")).toEqual([
    "Found plan 1",
    "Found plan 1 (2)",
    "Found plan 1 (3)",
    "Coaching",
  ]);
});

test("the oldest of five goes, and its name is free again", () => {
  const names = pinnedAs("a", "b", "c", "d", "a");
  expect(names).toEqual(["b", "c", "d", "a"]);
  expect(names).toHaveLength(mostPinned);
});

test("a name is at most as long as a link can hold", () => {
  const long = "x".repeat(250);
  const [first, second] = [freeName(long, []), freeName(long, [{ name: long.slice(0, 200) }])];
  expect([first.length, second.length]).toEqual([200, 200]);
  expect(second).toMatch(/x \(2\)$/);
});

test("a plan is pinned beside whatever else the state holds", () => {
  const state = { scenario: startScenario, seed: "a", replicates: 8 };
  expect(withPin(state, "One", { ...startScenario, horizon: 48 })).toEqual({
    ...state,
    pinned: [{ name: "One", scenario: { ...startScenario, horizon: 48 } }],
  });
});
