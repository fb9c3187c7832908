import { describe, expect, test } from "vitest";
import { five, mean, month, startState } from "../../test-support/fixtures.ts";
import { OWNING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { defaultWorld } from "../evidence/world.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import {
  appointPreparedPrincipal,
  appointPrincipal,
  DIP_KEPT,
  DIP_KEPT_YEAR,
  leadershipConstants,
  moveLeadership,
} from "./leadership.ts";
import { changePrincipals, leaderExitConstants, superintendentLeaves } from "./principals.ts";

const schools = five.schools.map((_, s) => s);

function move(state: DistrictState, given: Partial<Month> = {}, values: World = {}): void {
  moveLeadership(state, leadershipConstants(defaultWorld(values)), month(given));
}

describe("a new principal", () => {
  test("is drawn from the population, and has no tenure", () => {
    const state = startState();
    for (const s of schools) appointPrincipal(state, leadershipConstants(defaultWorld()), s, 11);
    expect(new Set(state.school.principalSupport).size).toBe(5);
    expect(new Set(state.school.knowledge).size).toBe(5);
    expect(Array.from(state.school.tenure)).toEqual([0, 0, 0, 0, 0]);
    expect(state.school.dip).toEqual(state.school.dipNew);
  });
  test("is as supportive and knowing as principals are in the mean, and never beyond 0 to 1", () => {
    const drawn = (values: World) => {
      const state = startState(values);
      const constants = leadershipConstants(defaultWorld({ "principal.climate": 0, ...values }));
      const [support, knowledge]: [number[], number[]] = [[], []];
      for (let t = 0; t < 60; t++)
        for (const s of schools) {
          appointPrincipal(state, constants, s, t);
          support.push(state.school.principalSupport[s]);
          knowledge.push(state.school.knowledge[s]);
        }
      return { support, knowledge };
    };
    const { support, knowledge } = drawn({});
    // Three standard errors of 300 draws.
    expect(Math.abs(mean(support) - 0.6)).toBeLessThan((3 * 0.18) / Math.sqrt(300));
    expect(Math.abs(mean(knowledge) - 0.3)).toBeLessThan((3 * 0.15) / Math.sqrt(300));
    const wide = drawn({ "principal.supportSd": 0.5, "principal.knowledgeSd": 0.5 });
    for (const values of [wide.support, wide.knowledge])
      expect([Math.min(...values), Math.max(...values)]).toEqual([0, 1]);
    const alike = drawn({ "principal.supportSd": 0, "principal.knowledgeSd": 0 });
    expect([new Set(alike.support), new Set(alike.knowledge)]).toEqual([new Set([0.6]), new Set([0.3])]);
  });
  test("supports the practice as the school's climate would have it, unless the two are unrelated", () => {
    const supports = (climate: number, related: number): number[] => {
      const state = startState();
      state.school.climate.fill(climate);
      const constants = leadershipConstants(defaultWorld({ "principal.climate": related }));
      for (const s of schools) appointPrincipal(state, constants, s, 11);
      return Array.from(state.school.principalSupport);
    };
    expect(supports(1, 0)).toEqual(supports(-1, 0));
    expect(supports(1, 1)).toEqual(schools.map(() => 0.6 + 0.18));
    expect(mean(supports(1, 0.87)) - mean(supports(-1, 0.87))).toBeCloseTo(2 * 0.87 * 0.18, 12);
  });
  test("starts with a dip, deeper with poverty, that halves every nine months", () => {
    const state = startState();
    for (const s of schools) appointPrincipal(state, leadershipConstants(defaultWorld()), s, 11);
    expect(state.school.dip[4]).toBeCloseTo(0.25 * (1 + 0.4 * 0.4), 12);
    expect(state.school.dip[0]).toBeCloseTo(0.25 * (1 - 0.4 * 0.4), 12);
    for (let t = 0; t < 9; t++) move(state);
    for (const s of schools) expect(state.school.dip[s]).toBeCloseTo(state.school.dipNew[s] / 2, 12);
    expect(DIP_KEPT ** 9).toBeCloseTo(0.5, 14);
    expect(DIP_KEPT ** 12).toBeCloseTo(DIP_KEPT_YEAR, 14);
  });
  test("has no dip where there is none, and none deeper where poverty does not tell", () => {
    expect(Array.from(startState({ "principal.dip": 0 }).school.dipNew)).toEqual([0, 0, 0, 0, 0]);
    expect(new Set(startState({ "principal.dipPoverty": 0 }).school.dipNew)).toEqual(new Set([0.25]));
  });
  test("leads less while in the dip", () => {
    const state = startState({ "principal.supportSd": 0, "principal.knowledgeSd": 0 });
    state.school.dip.set([0.5, 0, 0, 0, 0]);
    move(state);
    expect(state.school.principal[0] / state.school.principal[1]).toBeCloseTo(1 - 0.5 * DIP_KEPT, 12);
    expect(state.school.principal[1]).toBeCloseTo(0.6 * 0.65, 12);
  });
  test("from the pipeline is supportive, knowing, and finds their feet sooner", () => {
    const state = startState();
    appointPreparedPrincipal(state, 2);
    const { principalSupport, knowledge, dip, dipNew, tenure } = state.school;
    expect([principalSupport[2], knowledge[2], tenure[2]]).toEqual([0.9, 0.9, 0]);
    expect(dip[2]).toBe(dipNew[2] / 2);
  });
});

describe("principals of member schools", () => {
  const after = (given: Partial<Month>, values: World = {}) => {
    const state = startState(values);
    state.school.member.set([1, 1, 0, 0, 0]);
    const before = structuredClone(state.school);
    for (let t = 0; t < 12; t++) move(state, { t, ...given }, values);
    const gained = (field: "knowledge" | "principalSupport") =>
      schools.map((s) => state.school[field][s] > before[field][s]);
    return { knowledge: gained("knowledge"), support: gained("principalSupport") };
  };
  const inside = [true, true, false, false, false];
  const none = [false, false, false, false, false];
  test("come to know by preparation and to support by development", () => {
    expect(after({ preparation: 1 })).toEqual({ knowledge: inside, support: none });
    expect(after({ principals: 1 })).toEqual({ knowledge: none, support: inside });
  });
  test("stay as they are without", () => {
    expect(after({})).toEqual({ knowledge: none, support: none });
    const off = { "principal.preparation": 0, "principal.development": 0 };
    expect(after({ preparation: 1, principals: 1 }, off)).toEqual({ knowledge: none, support: none });
  });
});

test("a shock replaces each principal with the probability given", () => {
  const replaced = (principalShock: number): number => {
    const state = startState();
    state.school.tenure.fill(50);
    move(state, { principalShock });
    return state.school.tenure.filter((tenure) => tenure === 1).length;
  };
  expect(replaced(1)).toBe(5);
  expect(replaced(0)).toBe(0);
  expect([1, 2, 3, 4]).toContain(replaced(0.5));
});

describe("July", () => {
  /** Lets every principal leave or stay; returns successors from the pipeline, and teachers taken. */
  function july(owners: number, pipeline: number, exitShock = 60, values: World = {}) {
    const state = startState(values);
    const { stage } = state.teacher;
    stage.fill(0);
    stage.fill(OWNING, 0, owners);
    state.school.tenure.fill(50);
    const taken = new Uint8Array(stage.length);
    const world = defaultWorld(values);
    const at = month({ t: 11, season: "july", pipeline, exitShock });
    changePrincipals(state, leaderExitConstants(world), leadershipConstants(world), at, owners, taken);
    return {
      left: state.school.tenure.filter((tenure) => tenure === 0).length,
      prepared: state.school.principalSupport.filter((support) => support === 0.9).length,
      taken: Array.from(taken.keys()).filter((i) => taken[i] === 1),
    };
  }
  test("principals leave by the odds given", () => {
    expect(july(0, 0).left).toBe(5);
    expect(july(0, 0, -60).left).toBe(0);
  });
  test("principals stay on more after their first year's end, unless settling does not tell", () => {
    const leaving = (settling: number, tenure: number): number => {
      const all = defaultWorld({ "principal.settling": settling });
      let left = 0;
      for (let t = 0; t < 300; t++) {
        const state = startState({});
        state.school.tenure.fill(tenure);
        const taken = new Uint8Array(state.population.teachers);
        const at = month({ t, season: "july" });
        changePrincipals(state, leaderExitConstants(all), leadershipConstants(all), at, 0, taken);
        for (const s of schools) if (state.school.tenure[s] === 0) left++;
      }
      return left;
    };
    expect(leaving(1, 12)).toBeLessThan(0.7 * leaving(1, 24));
    expect(leaving(0, 12)).toBe(leaving(0, 24));
  });
  test("principals leave poorer schools more, unless poverty does not tell", () => {
    const leaving = (slope: number): number[] => {
      const world = { "principal.exitPoverty": slope };
      const counts = schools.map(() => 0);
      for (let t = 0; t < 400; t++) {
        const state = startState(world);
        state.school.tenure.fill(50);
        const at = month({ t, season: "july" });
        const taken = new Uint8Array(state.population.teachers);
        const all = defaultWorld(world);
        changePrincipals(state, leaderExitConstants(all), leadershipConstants(all), at, 0, taken);
        for (const s of schools) if (state.school.tenure[s] === 0) counts[s]++;
      }
      return counts.map((count) => count / 400);
    };
    const steep = leaving(2);
    expect(steep[4] - steep[0]).toBeGreaterThan(0.12);
    // Three standard errors of 2,000 principals.
    expect(Math.abs(mean(leaving(0)) - 0.19)).toBeLessThan(0.027);
  });
  test("successors come from the pipeline as far as it has owners to take out of their classrooms", () => {
    const all = { "pipeline.reach": 1 };
    const some = july(3, 1, 60, all);
    expect(some.prepared).toBe(3);
    expect(some.taken).toEqual([0, 1, 2]);
    const enough = july(40, 1, 60, all);
    expect(enough.prepared).toBe(5);
    expect(enough.taken).toHaveLength(5);
    expect(enough.taken.every((i) => i < 40)).toBe(true);
  });
  test.for<[string, ReturnType<typeof july>]>([
    ["without a pipeline", july(40, 0)],
    ["without owners", july(0, 1)],
    ["where it reaches nobody", july(40, 1, 60, { "pipeline.reach": 0 })],
  ])("%s all successors are ordinary and nobody is taken", ([, { left, prepared, taken }]) => {
    expect({ left, prepared, taken }).toEqual({ left: 5, prepared: 0, taken: [] });
  });
});

test("superintendents stay longer with the community behind them, unless it does not matter", () => {
  const share = (community: number, values: World = {}): number => {
    const state = startState(values);
    state.office.community = community;
    const constants = leaderExitConstants(defaultWorld(values));
    return mean(Array.from({ length: 2000 }, (_, t) => Number(superintendentLeaves(state, constants, t))));
  };
  // Three standard errors of 2,000 Julys.
  expect(Math.abs(share(0.5) - 0.16)).toBeLessThan(0.025);
  expect(share(0) - share(1)).toBeGreaterThan(0.08);
  const off = { "superintendent.community": 0 };
  expect(share(0, off)).toBe(share(1, off));
});
