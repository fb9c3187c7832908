import { type LeverUse, type ScenarioInput, scenario } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { coachedThroughout } from "./coached-throughout.ts";
import type { Ensemble } from "./ensemble.ts";
import { fastBounds, slowBounds, suspect } from "./suspect.ts";

type Mays = readonly [number, number, number];

/** Makes two replicates with a mean of `mays` in May of years 1, 2 and 3; NaN in member schools stands for no members. */
function ensembleOf(mays: Mays, members: Mays = mays, input: ScenarioInput = {}, start = 0.15): Ensemble {
  const length = 37;
  const path = (at: Mays, shift: number): number[] =>
    Array.from({ length }, (_, m) => (m === 0 ? start : ((at[[10, 22, 34].indexOf(m)] ?? 0.15) as number) + shift));
  const series = (at: Mays) => ({
    replicates: 2,
    length,
    values: Float64Array.of(...path(at, 0.05), ...path(at, -0.05)),
  });
  return {
    scenario: scenario(input),
    replicates: 2,
    worlds: { numbers: [0, 1], count: 2 },
    horizon: 36,
    series: new Map([
      ["adoption", series(mays)],
      ["adoptionMembers", series(members)],
    ]),
  } as unknown as Ensemble;
}

const coached = { levers: { coaching: { teachersPerCoach: 20 } } };
const low: Mays = [0.17, 0.23, 0.27];

describe("a strategy is suspect", () => {
  test("when it is faster than .40 a year in any May", () => {
    expect(suspect(ensembleOf([0.47, 0.62, 0.68])).fast).toBe(false);
    for (const mays of [
      [0.49, 0.2, 0.2],
      [0.2, 0.64, 0.2],
      [0.2, 0.2, 0.7],
    ] as const)
      expect(suspect(ensembleOf(mays))).toEqual({ suspect: true, fast: true, slow: null });
  });
  test("when its coached schools are slower than P15 in every May", () => {
    expect(suspect(ensembleOf(low, low, coached))).toEqual({ suspect: true, fast: false, slow: true });
    expect(suspect(ensembleOf(low, [0.17, 0.23, 0.29], coached))).toEqual({ suspect: false, fast: false, slow: false });
  });
  test("and not slow where nothing coaches, or no school is a member in some May", () => {
    expect(suspect(ensembleOf(low)).slow).toBeNull();
    expect(suspect(ensembleOf(low, [Number.NaN, 0.2, 0.2], coached)).slow).toBeNull();
  });
  test("and not slow where nothing is known of member schools", () => {
    const known = ensembleOf(low, low, coached);
    const unknown = { ...known, series: new Map([...known.series].slice(0, 1)) } as Ensemble;
    expect(suspect(known).slow).toBe(true);
    expect(suspect(unknown)).toEqual({ suspect: false, fast: false, slow: null });
  });
  test("and neither from a start that the bounds are not meant for", () => {
    expect(suspect(ensembleOf([0.9, 0.9, 0.9], low, coached, 0.5))).toEqual({ suspect: false, fast: null, slow: null });
  });
});

test("the bounds are those of the arithmetic and of P15", () => {
  // In a year 7% of users lapse and .40 of the others begin; in the summer after it 16% leave, replaced at 15%.
  let august = 0.15;
  for (const { share } of fastBounds) {
    const may = august * 0.93 + (1 - august) * 0.4;
    expect(may).toBeCloseTo(share, 2);
    august = 0.84 * may + 0.16 * 0.15;
  }
  expect(slowBounds.map(({ month, share }) => [month, share])).toEqual([
    [10, 0.18],
    [22, 0.24],
    [34, 0.28],
  ]);
});

describe("coaching runs throughout", () => {
  const throughout = (coaching: LeverUse, more: ScenarioInput = {}): boolean =>
    coachedThroughout(scenario({ levers: { coaching }, ...more }));
  test("with a coach for 20 teachers from the first months to May of year 3", () => {
    expect(throughout({})).toBe(true);
    expect(throughout({ teachersPerCoach: 15, start: 1, ramp: 2, end: 34 })).toBe(true);
    expect(
      throughout({
        teachersPerCoach: [
          { from: 3, value: 20 },
          { from: 0, value: 100 },
          { from: 34, value: 60 },
        ],
      }),
    ).toBe(true);
    expect(throughout({ teachersPerCoach: { between: [8, 20] } })).toBe(true);
  });
  test.for<[string, LeverUse]>([
    ["fewer coaches", { teachersPerCoach: 21 }],
    ["perhaps fewer coaches", { teachersPerCoach: { between: [10, 40] } }],
    ["a late start", { start: 4 }],
    ["a late effect", { delay: 4 }],
    ["a slow ramp", { ramp: 4 }],
    ["an early end", { end: 33 }],
    ["half the strength", { intensity: 0.5 }],
    [
      "a thinner year",
      {
        teachersPerCoach: [
          { from: 0, value: 15 },
          { from: 24, value: 30 },
        ],
      },
    ],
    ["no coaches yet", { teachersPerCoach: [{ from: 6, value: 15 }] }],
    ["a formula", { teachersPerCoach: "15" }],
  ])("and not with %s", ([, coaching]) => expect(throughout(coaching)).toBe(false));
  test("and not without it, short of money, or under a shock", () => {
    expect(coachedThroughout(scenario())).toBe(false);
    expect(throughout({}, { funded: 30 })).toBe(false);
    expect(throughout({}, { shocks: [{ kind: "budget-cut", month: 12, size: 0.5 }] })).toBe(false);
  });
});
