import { describe, expect, test } from "vitest";
import { districtOf, mean, month, startState } from "../../test-support/fixtures.ts";
import { DEPTH_ONE, LAPSED, TRYING, USING } from "../district/stage.ts";
import { recount } from "../engine/count.ts";
import type { World } from "../evidence/parameter.ts";
import { defaultWorld } from "../evidence/world.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { improve, improvementConstants } from "./improvement.ts";
import { publishResults, resultsConstants } from "./results.ts";

/** Puts every teacher in `stage`, with `depth`, the stage being new. */
function everyone(state: DistrictState, stage: number, depth: number): void {
  state.teacher.stage.fill(stage);
  state.teacher.depth.fill(depth * DEPTH_ONE);
  state.teacher.months.fill(1);
  recount(state);
}

describe("a year's results", () => {
  const quiet: World = { "results.noise": 0 };
  function published(stage: number, depth: number, values: World = {}) {
    const all = { ...quiet, ...values };
    const state = startState(all);
    everyone(state, stage, depth);
    publishResults(state, resultsConstants(defaultWorld(all)), 11);
    return { results: state.school.results[0], ...state.office };
  }
  test("rise with depth, and not where depth does not tell", () => {
    const deep = published(USING, 0.8);
    expect(deep.results).toBeCloseTo(0.2 * 0.5 * 0.8, 4);
    expect(deep.meanResults).toBeCloseTo(deep.results, 12);
    expect(deep.community).toBeCloseTo(0.5 + 0.1 * deep.results, 12);
    expect(published(USING, 0.8, { "results.depth": 0 }).results).toBe(0);
  });
  test("fall while many try at shallow depth, unless that does not disrupt", () => {
    expect(published(TRYING, 0.1).results).toBeCloseTo(-0.2 * 0.5, 12);
    expect(published(TRYING, 0.1, { "results.disruption": 0 }).results).toBeCloseTo(0, 12);
  });
  test("with visible failures cost the community's backing, unless failure does not matter", () => {
    expect(published(LAPSED, 0.1).community).toBeCloseTo(0.4, 12);
    expect(published(LAPSED, 0.1, { "community.failure": 0 }).community).toBe(0.5);
  });
  test("fade by a fifth a year, and scatter by their noise", () => {
    const state = startState(quiet);
    everyone(state, 0, 0);
    state.school.results.fill(1);
    publishResults(state, resultsConstants(defaultWorld(quiet)), 11);
    expect(state.school.results[0]).toBeCloseTo(0.8, 12);
    publishResults(state, resultsConstants(defaultWorld()), 23);
    expect(new Set(state.school.results).size).toBe(5);
  });
});

describe("an improvement cycle", () => {
  const wide = districtOf(
    "wide",
    Array.from({ length: 20 }, () => 0.5),
    30,
  );

  /** Runs months of a cycle in schools of which every second one's teachers all use the practice. */
  function cycles(months: number, given: Partial<Month>, values: World = {}): DistrictState {
    const state = startState(values, wide);
    everyone(state, 0, 0);
    for (let s = 0; s < 20; s += 2) state.teacher.stage.fill(USING, 30 * s, 30 * s + 15);
    recount(state);
    state.school.reported.fill(0);
    const constants = improvementConstants(defaultWorld(values));
    for (let t = 0; t < months; t++) improve(state, constants, month({ t, ...given }));
    return state;
  }

  test("improves coaching every half-year, and not without a cycle or an effect", () => {
    expect(cycles(5, { cycle: 1 }).office.qualityGain).toBe(0);
    expect(cycles(12, { cycle: 1 }).office.qualityGain).toBeCloseTo(
      0.02 * 0.98 ** 6 + 0.02 * (1 - 0.02 * 0.98 ** 6),
      12,
    );
    expect(cycles(12, { cycle: 0 }).office.qualityGain).toBe(0);
    expect(cycles(12, { cycle: 1 }, { "improvement.quality": 0 }).office.qualityGain).toBe(0);
  });
  test("hears from schools with noise that more answers reduce", () => {
    const error = (values: World): number => {
      const { school } = cycles(6, { cycle: 1 }, values);
      return mean(Array.from(school.reported, (r, s) => Math.abs(r - (s % 2 === 0 ? 0.5 : 0))));
    };
    expect(error({ "survey.nonResponse": 0 })).toBeGreaterThan(0.01);
    expect(error({ "survey.nonResponse": 0.99 })).toBeGreaterThan(2 * error({ "survey.nonResponse": 0 }));
    const { school, office } = cycles(6, { cycle: 1 });
    expect(office.meanReported).toBeCloseTo(mean(school.reported), 12);
    expect(office.meanReported).toBeCloseTo(0.25, 1);
  });
  test("hears nothing when all answers are lost, or without a cycle", () => {
    expect(Math.max(...cycles(12, { cycle: 1, surveyShock: 1 }).school.reported)).toBe(0);
    expect(Math.max(...cycles(12, { cycle: 0 }).school.reported)).toBe(0);
  });
  test("hears more than there is where trying is reported as use", () => {
    const heard = (inflation: number): number => {
      const values = { "survey.inflation": inflation };
      const state = startState(values, wide);
      everyone(state, TRYING, 0.1);
      improve(state, improvementConstants(defaultWorld(values)), month({ t: 5, cycle: 1 }));
      return state.office.meanReported;
    };
    expect(heard(0)).toBe(0);
    expect(heard(0.5)).toBeCloseTo(0.5, 1);
  });
});
