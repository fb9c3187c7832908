import { describe, expect, test } from "vitest";
import { forty, month, startState, wayOf } from "../../test-support/fixtures.ts";
import type { World } from "../evidence/parameter.ts";
import { defaultWorld } from "../evidence/world.ts";
import { decisionKey, hashText, schoolUniform } from "../numerics/random.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { admitSchools, askSchool, openAdmission } from "./admit-schools.ts";
import { inviteCohort } from "./invite-cohort.ts";
import { membershipConstants, moveMembership } from "./membership.ts";

const slots = (which: Uint8Array): number[] => Array.from(which.keys()).filter((s) => which[s] === 1);

describe("schools that come", () => {
  /** Lets schools come in month `t` to a district with `places` places a year, of which some are taken. */
  function admitted(come: readonly number[], places: number, t = 0, taken = 0): DistrictState {
    const state = startState({}, forty);
    state.placesTaken = taken;
    const comers = come.map((s) => ({ s, mandated: s % 2 === 0 ? (1 as const) : (0 as const) }));
    admitSchools(state, wayOf(40, { places }), t, comers);
    return state;
  }
  const everyone = forty.schools.map((_, s) => s);

  test("all join where there are places for all, mandated or not as they come", () => {
    const { school, placesTaken } = admitted([3, 4, 9], 3);
    expect([slots(school.member), slots(school.joined), slots(school.mandated)]).toEqual([[3, 4, 9], [3, 4, 9], [4]]);
    expect(placesTaken).toBe(3);
  });
  test("draw lots for the places that are left, the lowest first, and not in their order", () => {
    const state = admitted(everyone, 10, 7, 5);
    const lot = decisionKey(state.key, hashText("places"), 7);
    const draws = everyone.map((s) => schoolUniform(lot, state.words[s]!, 0));
    const lowest = [...everyone].sort((a, b) => draws[a]! - draws[b]!).slice(0, 5);
    expect(slots(state.school.member)).toEqual(lowest.sort((a, b) => a - b));
    expect(slots(state.school.member)).not.toEqual([0, 1, 2, 3, 4]);
    expect(state.placesTaken).toBe(10);
    expect(slots(admitted(everyone, 10, 8, 5).school.member)).not.toEqual(slots(state.school.member));
  });
  test("find none where the year's are taken, or there are none", () => {
    for (const [places, taken] of [
      [3, 3],
      [0, 0],
      [2, 3],
    ] as const) {
      const state = admitted([1, 2], places, 0, taken);
      expect([slots(state.school.member), state.placesTaken]).toEqual([[], taken]);
    }
  });
});

test("a school is asked for the first time once, however often it is asked", () => {
  const state = startState({}, forty);
  const seen: number[] = [];
  for (let t = 0; t < 4; t++) {
    openAdmission(state, t);
    if (t > 0) askSchool(state, 5);
    seen.push(state.school.invited[5]!);
  }
  expect(seen).toEqual([0, 1, 2, 2]);
});

test("a month forgets who came and went in the last, and each year of twelve has new places", () => {
  const state = startState({}, forty);
  const { school } = state;
  for (const [t, taken] of [
    [1, 4],
    [11, 4],
    [12, 0],
    [24, 0],
  ] as const) {
    school.joined.fill(1);
    school.dropped.fill(1);
    state.placesTaken = 4;
    openAdmission(state, t);
    expect([slots(school.joined), slots(school.dropped), state.placesTaken]).toEqual([[], [], taken]);
  }
});

describe("over the years", () => {
  const willing: World = { "entry.openness": 0, "entry.risk": 0, "entry.vision": 0, "entry.legitimacy": 20 };
  /** Returns how many schools joined in each of three years, and the state after them. */
  function years(places: number, given: Partial<Month>, drop = -40) {
    const values = { ...willing, "membership.drop": drop };
    const state = startState(values, forty);
    state.office.authority = 0.5;
    state.school.estimate.fill(0.5);
    const joined = [0, 0, 0];
    for (let t = 0; t < 36; t++) {
      const at = month({ t, wave: t % 6 === 0 && (given.cohorts ?? 0) > 0, ...given });
      moveMembership(state, membershipConstants(defaultWorld(values)), at, 0.7, wayOf(40, { places }));
      inviteCohort(state, at, "random", wayOf(40, { places }));
      joined[Math.floor(t / 12)]! += slots(state.school.joined).length;
    }
    return { joined, state };
  }
  test.each<[string, Partial<Month>]>([
    ["a call", { volunteers: 1 }],
    ["cohorts", { cohorts: 0.5 }],
    ["a mandate", { mandate: 1 }],
    ["all three", { volunteers: 1, cohorts: 0.5, mandate: 1 }],
  ])("no more join by %s than there are places", (_, given) => {
    expect(years(4, given).joined).toEqual([4, 4, 4]);
    expect(years(0, given).joined).toEqual([0, 0, 0]);
    expect(years(10_000, given).joined[0]).toBeGreaterThan(8);
    expect(years(40, given).state.school.member).toEqual(years(10_000, given).state.school.member);
  });
  test("schools that leave give no place back before the next year", () => {
    const { joined, state } = years(4, { volunteers: 1 }, 10);
    expect(joined).toEqual([4, 4, 4]);
    expect(slots(state.school.member).length).toBeLessThan(12);
  });
  test("and joining takes a place by whichever of the three ways", () => {
    const { state } = years(12, { volunteers: 0.2, cohorts: 0.1, mandate: 1 });
    const mandated = slots(state.school.mandated).length;
    expect(mandated).toBeGreaterThan(0);
    expect(mandated).toBeLessThan(36);
    expect(slots(state.school.member)).toHaveLength(36);
  });
});
