import { describe, expect, test } from "vitest";
import { climate } from "../../test-support/climate.ts";
import type { World } from "../evidence/parameter.ts";
import type { DistrictState } from "../state/district-state.ts";

const odds = (p: number): number => p / (1 - p);

describe("compliance with a mandate", () => {
  test("is asked of schools under a mandate alone, by its legitimacy", () => {
    const p = 0.08 * 0.75;
    expect(climate().complianceOdds[1]).toBeCloseTo(p / (1 - p), 12);
    expect(Array.from(climate().complianceOdds, (x) => x > 0)).toEqual([false, true, false, false, false]);
    expect(climate({ values: { "entry.compliance": 0 } }).complianceOdds[1]).toBe(0);
  });
  test("lapses once the mandate is gone", () => {
    const gone = climate({ change: ({ school }) => school.mandate.fill(0) }).compliantLapse;
    expect(gone[1]).toBeCloseTo(Math.E, 12);
    expect(climate().compliantLapse[1]).toBe(1);
    const off = { "lapsing.compliant": 0 };
    expect(climate({ values: off, change: ({ school }) => school.mandate.fill(0) }).compliantLapse[1]).toBe(1);
  });
});

describe("what board or school have decided for all", () => {
  const begin = (decided: number, values: World = {}) =>
    Array.from(climate({ at: { decided }, values: { "entry.decision": 0.4, ...values } }).complianceOdds);

  test("is begun in member schools, beside what a mandate brings about", () => {
    const [call, mandate, ...others] = begin(0.5);
    expect(call).toBeCloseTo(odds(0.4 * 0.5), 12);
    expect(mandate).toBeCloseTo(odds(1 - (1 - 0.08 * 0.75) * (1 - 0.4 * 0.5)), 12);
    expect(others).toEqual([0, 0, 0]);
  });
  test("is not where nothing is decided, or deciding brings nobody to begin", () => {
    expect(begin(0)).toEqual(Array.from(climate().complianceOdds));
    expect(begin(1, { "entry.decision": 0 })[0]).toBe(0);
    expect(begin(1, { "entry.decision": 0 })[1]).toBeCloseTo(odds(0.08 * 0.75), 12);
  });
  test("is complied with, at finite odds however sure it is, and not in summer", () => {
    expect(Array.from(climate({ at: { decided: 1 } }).complies)).toEqual([1, 1, 1, 1, 1]);
    expect(begin(1, { "entry.decision": 1 })[0]).toBeCloseTo(999, 6);
    for (const season of ["june", "july"] as const) {
      expect(Math.max(...climate({ at: { decided: 1, season } }).complianceOdds)).toBe(0);
    }
  });
  test("is heard of as of a mandate, the stronger of the two", () => {
    const keep = (decided: number, mandate = 1) =>
      climate({
        at: { decided },
        values: { "awareness.mandate": 0.5 },
        change: ({ school }) => school.mandate.fill(mandate),
      }).keep;
    const silent = climate({ values: { "awareness.mandate": 0 } }).keep;
    expect(keep(0.6)[0]).toBeCloseTo(silent[0]! * (1 - 0.5 * 0.6), 12);
    expect(keep(0.6)[1]).toBeCloseTo(silent[1]! * (1 - 0.5), 12);
    expect(keep(0.6, 0.2)[1]).toBeCloseTo(silent[1]! * (1 - 0.5 * 0.6), 12);
    expect(keep(0.6)[2]).toBe(silent[2]);
    expect(keep(0)[0]).toBe(silent[0]);
  });
  test("holds those who comply while it stands, and lets them lapse as it goes", () => {
    const lapse = (decided: number, values: World = {}) => climate({ at: { decided }, values }).compliantLapse;
    expect(lapse(1)[0]).toBe(1);
    expect(lapse(0.25)[0]).toBeCloseTo(Math.exp(0.75), 12);
    expect(lapse(0)[0]).toBeCloseTo(Math.E, 12);
    expect(lapse(0.25)[1]).toBe(1);
    expect(lapse(1)[2]).toBeCloseTo(Math.E, 12);
    expect(lapse(0.25, { "lapsing.compliant": 0 })[0]).toBe(1);
  });
});

describe("a school founded round the practice", () => {
  const within = ({ school }: DistrictState): void => {
    school.member[4] = 1;
  };
  const founded = (more: Parameters<typeof climate>[0] = {}) => climate({ founded: 1, change: within, ...more });

  test("begins to work by it at its own rate, whatever is mandated or decided", () => {
    for (const decided of [0, 1]) {
      const { complianceOdds } = founded({ values: { "entry.founded": 0.4, "entry.decision": 0.9 }, at: { decided } });
      expect(complianceOdds[4]).toBeCloseTo(odds(0.4), 12);
      expect(complianceOdds[0] > 0).toBe(decided > 0);
    }
    expect(founded({ values: { "entry.founded": 0 } }).complianceOdds[4]).toBe(0);
    expect(founded({ at: { season: "june" } }).complianceOdds[4]).toBe(0);
    const waiting = founded({ change: () => {} });
    expect([waiting.complianceOdds[4], waiting.keep[4]]).toEqual([0, climate().keep[4]]);
  });
  test("does so unasked: nobody there complies, and what is decided elsewhere holds nobody there", () => {
    expect(Array.from(founded({ at: { decided: 1 } }).complies)).toEqual([1, 1, 1, 1, 0]);
    expect(founded({ at: { decided: 1 } }).compliantLapse[4]).toBeCloseTo(
      climate({ at: { decided: 0 }, change: ({ school }) => school.mandate.fill(0) }).compliantLapse[4]!,
      12,
    );
  });
  test("has no teacher who does not hear of it in a teaching month", () => {
    const { keep } = founded();
    expect(Array.from(keep, (x) => x === 0)).toEqual([false, false, false, false, true]);
    expect(founded({ at: { season: "july" } }).keep[4]).toBe(1);
    const june = { season: "june", institutes: 2 } as const;
    expect(founded({ at: june }).keep[4]).toBe(climate({ at: june }).keep[0]);
  });
  test("is like its neighbours in all else", () => {
    const unlike = ["keep", "complianceOdds", "complies"] as const;
    const [own, other] = [founded(), climate({ change: ({ school }) => school.member.fill(1, 4) })];
    for (const field of Object.keys(own) as (keyof typeof own)[]) {
      if (!unlike.some((name) => name === field)) expect([field, own[field][4]]).toEqual([field, other[field][4]]);
    }
  });
});
