import { expect, test } from "vitest";
import { describePrior } from "./describe-prior.ts";
import { bell, held, rivals, uniform } from "./record.ts";

test.for([
  [uniform(0, 0.6), "even, 0 to 0.6"],
  [bell(0.185, 0.015), "bell, 0.185 (sd 0.015)"],
  [rivals(1, 0, -2), "one of 1, 0, -2"],
  [held, "held"],
] as const)("%o is written %s", ([prior, words]) => {
  expect(describePrior(prior)).toBe(words);
});
