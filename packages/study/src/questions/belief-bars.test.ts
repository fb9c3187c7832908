import { scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { wilson } from "../statistics/wilson.ts";
import { type BeliefRuns, beliefBar, leadOf, reach } from "./belief-bars.ts";

const none = Number.NaN;
const asked = scenario({ target: { share: 0.25 }, parameters: { draw: "priors" } });
const runsOf = (name: string, low: number[], high: number[]): BeliefRuns => ({ name, ends: [1, 9], low, high });
const rising = runsOf("rising", [0.125, 0.25, none, 0.5], [0.5, 0.375, 0.75, none]);

test("a bar has the mean of each end's own runs, the share that reaches the target, and what both ends have between them", () => {
  const bar = beliefBar(rising, "a", asked);
  expect(bar).toMatchObject({ name: "rising", replicates: 4 });
  // Two of 0.125, 0.25 and 0.5 reach 0.25, and all of 0.5, 0.375 and 0.75.
  const [two, three] = [wilson(2, 3), wilson(3, 3)];
  expect(bar.low).toEqual({ at: 1, mean: 0.875 / 3, chance: 2 / 3, chanceInterval: [two.low, two.high] });
  expect(bar.high).toEqual({ at: 9, mean: 1.625 / 3, chance: 1, chanceInterval: [three.low, three.high] });
  // 0.375 and 0.125 where both have a value: 0.25 ± t₁ · 0.125, with t₁ = 12.7062.
  expect(bar.difference).toMatchObject({ mean: 0.25, replicates: 2 });
  expect(bar.difference!.high).toBeCloseTo(0.25 + 12.7062 * 0.125, 3);
  expect(reach(bar)).toBe(0.25);
  const apart = beliefBar(runsOf("apart", [none, 0.5], [0.5, none]), "a", asked);
  expect([apart.difference, reach(apart)]).toEqual([null, -1]);
  const empty = { mean: null, chance: null, chanceInterval: null };
  expect(beliefBar(runsOf("none", [none], [none]), "a", asked)).toMatchObject({
    low: { at: 1, ...empty },
    high: { at: 9, ...empty },
  });
});

test("the lead of a belief is how much farther it moves the outcome, whichever way each does", () => {
  const falling = runsOf("falling", [0.5, 0.5, 0.5], [0.25, 0.375, 0.5]);
  expect(reach(beliefBar(falling, "a", asked))).toBeCloseTo(0.125, 12);
  // Moves of 0.375 and 0.125 over 0.25 and 0.125, in the replicates that all four ends have.
  expect(leadOf(rising, falling, "a", asked)).toMatchObject({ mean: 0.0625, replicates: 2 });
  expect(leadOf(falling, rising, "a", asked)).toMatchObject({ mean: -0.0625, replicates: 2 });
  expect(leadOf(falling, falling, "a", asked)).toMatchObject({ mean: 0, low: 0, high: 0, replicates: 3 });
  expect(leadOf(rising, runsOf("none", [none], [none]), "a", asked)).toBeNull();
});
