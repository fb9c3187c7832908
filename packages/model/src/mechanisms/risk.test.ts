import { describe, expect, test } from "vitest";
import { five, month, startState } from "../../test-support/fixtures.ts";
import type { World } from "../evidence/parameter.ts";
import { defaultWorld } from "../evidence/world.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { directionOf, moveRisk, riskConstants, spreadOf } from "./risk.ts";

/** Returns a district whose departments send `signals` and whose principals lead at `principal`. */
function stateOf(signals: readonly number[], principal = 0.5, values: World = {}): DistrictState {
  const state = startState(values);
  state.office.signals.set(signals);
  state.school.principal.fill(principal);
  return state;
}

/** Returns the district's schools after a month of `given`. */
function schoolsAfter(state: DistrictState, given: Partial<Month> = {}, values: World = {}) {
  moveRisk(state, riskConstants(defaultWorld(values)), month(given));
  return state.school;
}

const noConflict = { "risk.conflict": 0 };

test("direction is the mean of curriculum, materials, coaching and leadership", () => {
  expect(directionOf(stateOf([0.1, 0.2, 9, 9, 0.3, 0.4]).office)).toBeCloseTo(0.25, 12);
});

test("conflict between departments is the spread of their signals; none when they agree, even against the practice", () => {
  expect(spreadOf(stateOf([1, 1, 1, -1, -1, -1]).office)).toBe(1);
  expect(spreadOf(stateOf([-1, -1, -1, -1, -1, -1]).office)).toBe(0);
});

describe("risk", () => {
  const opposed = [-1, -1, -1, -1, -1, -1];
  const aligned = [1, 1, 1, 1, 1, 1];
  const risks = (signals: readonly number[], principal: number, given: Partial<Month> = {}, values: World = {}) =>
    schoolsAfter(stateOf(signals, principal, values), given, values).risk;

  test("is all of the pressure where measures oppose the practice, and none where they are aligned", () => {
    const state = stateOf(opposed, 0, noConflict);
    const { risk, pressure } = schoolsAfter(state, {}, noConflict);
    expect(pressure.every((p) => p > 0.1)).toBe(true);
    expect(risk).toEqual(pressure);
    expect(Array.from(risks(aligned, 0, {}, noConflict))).toEqual([0, 0, 0, 0, 0]);
  });
  test("is shielded by protection as far as principals pass it on", () => {
    const bare = risks(opposed, 0.8, {}, noConflict);
    risks(opposed, 0.8, { protection: 0.5 }, noConflict).forEach((risk, s) =>
      expect(risk).toBeCloseTo(0.6 * bare[s], 12),
    );
    expect(risks(opposed, 0, { protection: 1 }, noConflict)).toEqual(bare);
  });
  test("rises with conflict between departments and with the principal", () => {
    const coherent = risks([0, 0, 0, 0, 0, 0], 0.5);
    const across = risks([1, -1, 0, 0, 1, -1], 0.5);
    const upward = risks([0, 0, 0, 0, 0, 0], 1);
    for (let s = 0; s < 5; s++) {
      expect(across[s]).toBeGreaterThan(coherent[s]);
      expect(upward[s]).toBeGreaterThan(coherent[s]);
    }
    expect(risks([1, -1, 0, 0, 1, -1], 1, {}, noConflict)).toEqual(risks([0, 0, 0, 0, 0, 0], 0, {}, noConflict));
  });
  test("is none without pressure, and pressure rises by shock and falls with results", () => {
    const none = { "risk.pressure": 0, "risk.pressurePoverty": 0, "risk.pressureSd": 0 };
    expect(Array.from(risks(opposed, 0, {}, none))).toEqual([0, 0, 0, 0, 0]);
    const shocked = schoolsAfter(stateOf(opposed, 0, none), { pressureShock: 0.3 }, none);
    expect(Array.from(shocked.pressure)).toEqual([0.3, 0.3, 0.3, 0.3, 0.3]);
    const state = stateOf(opposed);
    const before = schoolsAfter(state).pressure.slice();
    state.school.results.fill(1);
    schoolsAfter(state).pressure.forEach((p, s) => expect(p).toBeCloseTo(before[s] - 0.1, 12));
  });
  test("follows poverty, unless pressure does not", () => {
    const pressures = (slope: number) =>
      schoolsAfter(stateOf(opposed, 0, { "risk.pressurePoverty": slope, "risk.pressureSd": 0 })).pressure;
    expect(pressures(0.5)[4] - pressures(0.5)[0]).toBeCloseTo(0.4, 12);
    expect(new Set(pressures(0)).size).toBe(1);
  });
});

describe("openness", () => {
  const errors = (information: number, more: World = {}): number[] => {
    const values = { "openness.candour": 0, ...more };
    const state = stateOf([0, 0, 0, 0, 0, 0], 0.5, values);
    state.office.information = information;
    const { estimate, openness } = schoolsAfter(state, {}, values);
    return Array.from(estimate, (e, s) => e - openness[s]);
  };
  test("is believed with an error that an assessment shrinks", () => {
    const blind = errors(0);
    expect(blind.some((error) => Math.abs(error) > 0.1)).toBe(true);
    errors(1).forEach((error, s) => expect(Math.abs(error)).toBeLessThanOrEqual(0.2 * Math.abs(blind[s]) + 0.05));
    expect(errors(1, { "openness.assessment": 1 })).toEqual([0, 0, 0, 0, 0]);
    expect(errors(1, { "openness.assessment": 0 })).toEqual(blind);
  });

  test("is gained where an assessment has been told candidly, by what it found, up to 1", () => {
    const open = (candour: number, information: number, base = 0.4) => {
      const values = { "openness.candour": candour };
      const state = stateOf([0, 0, 0, 0, 0, 0], 0.5, values);
      state.school.opennessBase.fill(base);
      state.office.information = information;
      return Array.from(schoolsAfter(state, {}, values).openness);
    };
    for (const x of open(0.3, 0.5)) expect(x).toBeCloseTo(0.4 + 0.3 * 0.5, 12);
    expect(open(0.3, 1, 0.9)).toEqual([1, 1, 1, 1, 1]);
    expect(open(0, 1)).toEqual([0.4, 0.4, 0.4, 0.4, 0.4]);
    expect(open(0.3, 0)).toEqual(open(0, 0));
  });

  /** Returns distrust after a month of assessment in schools with and without a good climate. */
  const distrust = (given: Partial<Month>, values: World = {}): number[] => {
    const state = stateOf([0, 0, 0, 0, 0, 0]);
    state.school.climate.set([-1, -0.6, -0.4, 0, 1]);
    return Array.from(schoolsAfter(state, given, values).distrust);
  };
  test("falls where an assessment exposes distrust that nothing addresses", () => {
    expect(distrust({ effort: 1 })).toEqual([0.1, 0.1, 0, 0, 0]);
    const state = stateOf([0, 0, 0, 0, 0, 0]);
    state.school.climate.fill(-1);
    const before = schoolsAfter(state).openness.slice();
    schoolsAfter(state, { effort: 1 }).openness.forEach((x, s) =>
      expect(x).toBeCloseTo(Math.max(0, before[s] - 0.1), 12),
    );
    schoolsAfter(state);
    state.school.distrust.forEach((x) => expect(x).toBeCloseTo(0.092, 12));
  });
  test.for<[string, Partial<Month>, World]>([
    ["no assessment is made", {}, {}],
    ["schools are protected", { effort: 1, protection: 1 }, {}],
    ["plans are made together", { effort: 1, coDesign: 1 }, {}],
    ["it has no effect", { effort: 1 }, { "openness.distrust": 0 }],
  ])("does not fall where %s", ([, given, values]) => {
    expect(distrust(given, values)).toEqual([0, 0, 0, 0, 0]);
  });
  test("rises with results", () => {
    const state = stateOf([0, 0, 0, 0, 0, 0]);
    const before = schoolsAfter(state).openness.slice();
    state.school.results.fill(1);
    schoolsAfter(state).openness.forEach((x, s) => expect(x).toBeCloseTo(Math.min(1, before[s] + 0.1), 12));
    expect(five.schools).toHaveLength(before.length);
  });
});
