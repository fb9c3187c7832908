import { expect, test } from "vitest";
import { followed, noTrials, shareGivingUp } from "./trials.ts";

test("the share giving up is that of all who begin, when nobody leaves", () => {
  const trials = noTrials();
  trials.trying.set([100, 80, 50]);
  trials.gaveUp.set([10, 10, 20]);
  trials.used.set([10, 20, 30]);
  expect(shareGivingUp(trials)).toBeCloseTo(0.4, 12);
});

test("leavers are censored: they count as those who stay do", () => {
  const trials = noTrials();
  // Of 100, 50 leave after the first month; of the others half give up and half come to use the practice.
  trials.trying.set([100, 50]);
  trials.gaveUp.set([0, 25]);
  trials.used.set([0, 25]);
  expect(shareGivingUp(trials)).toBeCloseTo(0.5, 12);
});

test("nobody at risk, nobody gives up; those still trying after 24 months have not", () => {
  expect(shareGivingUp(noTrials())).toBe(0);
  const trials = noTrials();
  trials.trying.fill(10);
  expect(trials.trying).toHaveLength(followed);
  expect(shareGivingUp(trials)).toBe(0);
});
