import { describe, expect, test } from "vitest";
import { districtOf, mean, startState } from "../../test-support/fixtures.ts";
import { OWNING, USING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { standardise } from "../numerics/random.ts";

/** Sixty schools of ten teachers: enough to see a spread. */
const sixty = districtOf(
  "sixty",
  Array.from({ length: 60 }, (_, s) => s / 59),
  10,
);
const schoolsOf = (values: World = {}) => startState(values, sixty).school;
const spread = (values: Float64Array) => Math.sqrt(mean(values.map((x) => (x - mean(values)) * (x - mean(values)))));
const correlation = (x: Float64Array, y: Float64Array) =>
  mean(x.map((a, i) => (a - mean(x)) * (y[i] - mean(y)))) / (spread(x) * spread(y));

describe("on the first day", () => {
  test.for<[string, "norm" | "pressureBase" | "principalSupport" | "knowledge" | "opennessError", World]>([
    ["trying.normSd", "norm", {}],
    ["risk.pressureSd", "pressureBase", { "risk.pressurePoverty": 0 }],
    ["principal.supportSd", "principalSupport", {}],
    ["principal.knowledgeSd", "knowledge", {}],
    ["openness.error", "opennessError", {}],
  ])("%s spreads schools, and at zero they are alike", ([parameter, field, values]) => {
    // Three standard errors of sixty schools.
    expect(Math.abs(spread(schoolsOf({ ...values, [parameter]: 0.1 })[field]) - 0.1)).toBeLessThan(0.028);
    expect(spread(schoolsOf({ ...values, [parameter]: 0 })[field])).toBeCloseTo(0, 9);
  });
  test("openness follows disposition, norm and climate, and none of them at zero", () => {
    const none = { "openness.disposition": 0, "openness.climateSd": 0 };
    expect(new Set(schoolsOf(none).opennessBase)).toEqual(new Set([0.5]));
    const state = startState({ ...none, "openness.disposition": 0.1 }, sixty);
    for (const s of sixty.schools.keys()) {
      const disposition = standardise(mean(state.teacher.disposition.subarray(10 * s, 10 * s + 10)));
      expect(state.school.opennessBase[s]).toBeCloseTo(0.5 + 0.1 * (disposition + state.school.norm[s]), 12);
    }
    const climate = schoolsOf({ ...none, "openness.climateSd": 0.1 });
    climate.opennessBase.forEach((x, s) => expect(x).toBeCloseTo(0.5 + 0.1 * climate.climate[s], 12));
  });
  test("principals support as the school's climate goes, unless the two are unrelated", () => {
    const related = schoolsOf({ "principal.climate": 0.8 });
    expect(correlation(related.principalSupport, related.climate)).toBeGreaterThan(0.6);
    const unrelated = schoolsOf({ "principal.climate": 0 });
    expect(Math.abs(correlation(unrelated.principalSupport, unrelated.climate))).toBeLessThan(0.35);
  });
  test("the dip of a principal has healed for as many years as they have served", () => {
    const { dip, dipNew, tenure } = schoolsOf();
    for (const s of sixty.schools.keys()) expect(dip[s]).toBeCloseTo(dipNew[s] * 0.5 ** (tenure[s] / 9), 12);
    expect(mean(tenure) / 12).toBeGreaterThan(2.5);
    expect(mean(schoolsOf({ "principal.exit": 0.8 }).tenure)).toBeLessThan(8);
  });
  test("nobody is in the programme, and support, capacity and reports are what they are without it", () => {
    const { school, counts, office } = startState({}, sixty);
    expect(Math.max(...school.member, ...school.mandated, ...school.results, ...school.distrust)).toBe(0);
    expect(new Set(school.support)).toEqual(new Set([0.15]));
    for (const s of sixty.schools.keys()) {
      const [users, owners] = [counts.stages[6 * s + USING], counts.stages[6 * s + OWNING]];
      expect(school.capacity[s]).toBe(owners / 10);
      expect(school.reported[s]).toBe((users + owners) / 10);
    }
    expect([office.embedding, office.information, office.coaches, office.attention]).toEqual([0, 0, 0, 1]);
    expect(office.load).toBeCloseTo(((3 / 12) * 0.1) / 0.056, 12);
  });
});
