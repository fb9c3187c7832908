import { expect, test } from "vitest";
import { ofShares } from "../statistics/held-within.ts";
import { type EffectGroup, mainEffects } from "./main-effects.ts";

/** Returns each group of the one factor `f` as its levels, its mean and that of its difference from the lowest. */
function groupsOf(levels: readonly (number | string | boolean)[], values: readonly (readonly number[])[]) {
  const points = levels.map((level) => [level]);
  const [effect, ...others] = mainEffects(["f"], points, values, undefined, ofShares);
  expect([effect!.factor, others]).toEqual(["f", []]);
  return effect!.groups.map(({ levels, outcome, over }: EffectGroup) => [
    levels,
    outcome && Number(outcome.mean.toFixed(12)),
    over && Number(over.mean.toFixed(12)),
  ]);
}

test("the thirds of five numbers are the two lowest and the two highest, points apart from each other", () => {
  // Type 7 quantiles of 1, 2, 4, 8, 16 at 1/3 and 2/3: 2 + 1/3 · 2 and 4 + 2/3 · 4.
  const values = [[0.9], [0.1], [0.5], [0.3], [0.8]];
  expect(groupsOf([16, 1, 4, 2, 8], values)).toEqual([
    ["lowest third", 0.2, null],
    ["highest third", 0.85, 0.65],
  ]);
});

test("what is lowest among names is the least mean, the first of equals, and what is left out is left out of means", () => {
  const none = Number.NaN;
  expect(groupsOf(["a", "b", "c", "b"], [[0.5], [0.125], [0.25], [0.375]])).toEqual([
    ["a", 0.5, 0.25],
    ["b", 0.25, null],
    ["c", 0.25, 0],
  ]);
  // In the second replicate both have a value, in the first one alone, which the difference leaves out.
  expect(
    groupsOf(
      [true, false],
      [
        [0.2, 0.4],
        [none, 0.5],
      ],
    ),
  ).toEqual([
    ["on", 0.3, null],
    ["off", 0.5, 0.1],
  ]);
  expect(groupsOf(["a", "b"], [[none], [0.25]])).toEqual([
    ["a", null, null],
    ["b", 0.25, null],
  ]);
  expect(groupsOf(["a", "b"], [[none], [none]])).toEqual([
    ["a", null, null],
    ["b", null, null],
  ]);
});
