import { type DistrictState, stages } from "@uptake/model";
import { expect, test } from "vitest";
import { followed, noTrials, shareGivingUp, watchTrials } from "./trials.ts";

test("who begins for the first time is followed in post, until they give up, use it or leave, for two years", () => {
  const months = followed + 6;
  /** Returns the code of a stage for each month; the last holds until the end. */
  const path = (...names: readonly (typeof stages)[number][]): number[] =>
    Array.from({ length: months }, (_, m) => stages.indexOf(names[Math.min(m, names.length - 1)]!));
  const teachers = [
    path("aware", "trying", "trying", "lapsed"),
    path("unaware", "trying", "using"),
    path("aware", "trying"),
    // Not followed: who tries from the start, who tries again, and whose post is another's in the month after.
    path("trying", "trying", "lapsed"),
    path("lapsed", "trying", "using"),
    path("aware", "trying", "trying", "lapsed"),
  ];
  const trials = noTrials();
  const { observe } = watchTrials(trials);
  for (let m = 0; m < months; m++) {
    const stage = Uint8Array.from(teachers, (one) => one[m]!);
    const person = Int32Array.from(teachers, (_, i) => (i === 5 && m >= 2 ? 100 : i));
    observe({ teacher: { stage, person } } as DistrictState, m);
  }
  const counts = (...first: readonly number[]) => Float64Array.from({ length: followed }, (_, m) => first[m] ?? 0);
  expect(trials).toEqual({
    trying: counts(3, 2, ...Array<number>(followed - 2).fill(1)),
    gaveUp: counts(0, 1),
    used: counts(1),
  });
});

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
