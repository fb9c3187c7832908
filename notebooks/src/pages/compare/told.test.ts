import { describe, expect, test } from "vitest";
import type { Pair } from "./comparing.js";
import { verdictOf } from "./told.js";

const about = { a: "Mandate", b: "Coaching", measure: "adoption", worlds: true };
const none = { estimate: null, low: null, high: null, replicates: 0, paired: true } as const;

const pairOf = (estimate: number, low: number, high: number, more: Partial<Pair> = {}): Pair => ({
  a: 0,
  b: 1,
  apart: [],
  same: false,
  reached: { estimate, low, high, replicates: 100, paired: true },
  month: 34,
  ahead: 97,
  behind: 3,
  chance: none,
  sustained: none,
  gap: none,
  cost: none,
  perAdopter: null,
  byMonth: { months: [], estimate: [], low: [], high: [] },
  ...more,
});

describe("a verdict on two plans", () => {
  test("says which is better, by how much, and in how many shared worlds", () => {
    expect(verdictOf(pairOf(0.042, 0.021, 0.063), about)).toEqual({
      verdict: "“Coaching” is better than “Mandate”",
      rest: "by 4.2 points of adoption in May of year 3 (95% interval 2.1\u00a0to\u00a06.3), in 97 of 100 shared worlds.",
    });
  });
  test("says the same from the other side", () => {
    expect(verdictOf(pairOf(-0.12, -0.14, -0.099, { ahead: 3, behind: 97 }), { ...about, worlds: false })).toEqual({
      verdict: "“Mandate” is better than “Coaching”",
      rest: "by 12 points of adoption in May of year 3 (95% interval 9.9\u00a0to\u00a014), in 97 of 100 shared runs.",
    });
  });
  test.for([
    [0.01, -0.01, 0.03],
    [0.01, 0, 0.02],
    [-0.01, -0.02, 0],
  ] as const)("cannot tell %j apart where the interval holds zero", ([estimate, low, high]) => {
    const { verdict, rest } = verdictOf(pairOf(estimate, low, high, { ahead: 54, behind: 40 }), about);
    expect(verdict).toBe("“Coaching” and “Mandate” cannot be told apart");
    expect(rest).toContain("“Coaching” being ahead in 54 and behind in 40 of 100 shared worlds.");
  });
  test("tells nothing of plans without an interval, that are the same, or that share no worlds", () => {
    expect(verdictOf(pairOf(0.2, 0.1, 0.3, { reached: { ...none, estimate: 0.2 } }), about).verdict).toContain(
      "cannot be compared",
    );
    expect(verdictOf(pairOf(0, 0, 0, { same: true }), about).verdict).toBe("“Coaching” and “Mandate” are the same");
    const apart = [
      { code: "different-horizon", path: "plan", message: "the horizons differ: 24 here, 60 in the baseline" },
    ];
    const { verdict, rest } = verdictOf(pairOf(0, 0, 0, { apart }), about);
    expect(`${verdict} ${rest}`).toMatch(/share no worlds, so nothing can be told .*the horizons differ/);
  });
});
