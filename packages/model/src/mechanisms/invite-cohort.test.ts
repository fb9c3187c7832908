import { describe, expect, test } from "vitest";
import { forty, month, startState, wayOf } from "../../test-support/fixtures.ts";
import { decisionKey, hashText, schoolUniform } from "../numerics/random.ts";
import { easeOf } from "../scenario/transition.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import type { Way } from "./admit-schools.ts";
import { inviteCohort } from "./invite-cohort.ts";

describe("cohorts", () => {
  /** Invites willing schools once; returns the state after it. */
  function wave(
    given: Partial<Month>,
    by: "openness" | "need" | "random" = "openness",
    change: (state: DistrictState) => void = () => {},
    way: Partial<Way> = {},
  ): DistrictState {
    const state = startState({}, forty);
    state.school.willingness.fill(1);
    for (let s = 0; s < 40; s++) state.school.estimate[s] = 1 - s / 39;
    change(state);
    inviteCohort(state, month({ cohorts: 0.1, wave: true, ...given }), by, wayOf(40, way));
    return state;
  }
  const which = (flags: Uint8Array): number[] => Array.from(flags.keys()).filter((s) => flags[s] === 1);
  /** The same; returns the indices of the members. */
  const invited = (...given: Parameters<typeof wave>): number[] => which(wave(...given).school.member);

  test("come in order of estimated openness, of need, or by lot", () => {
    expect(invited({})).toEqual([0, 1, 2, 3]);
    expect(invited({}, "need")).toEqual([36, 37, 38, 39]);
    const lot = invited({}, "random");
    expect(lot).toHaveLength(4);
    expect(lot).not.toEqual([0, 1, 2, 3]);
    expect(lot).not.toEqual(invited({ t: 12 }, "random"));
  });
  test("come in order of need as equity has priority", () => {
    expect(invited({ equityPriority: 1 })).toEqual([36, 37, 38, 39]);
    expect(invited({ equityPriority: 0 })).toEqual([0, 1, 2, 3]);
  });
  test("are as large as the share, and one at least", () => {
    expect(invited({ cohorts: 1 })).toHaveLength(40);
    expect(invited({ cohorts: 0.01 })).toHaveLength(1);
    expect(invited({ wave: false })).toEqual([]);
  });
  test("hold only the willing, and none that just dropped out or is in", () => {
    expect(invited({ cohorts: 1 }, "openness", ({ school }) => school.willingness.fill(0, 10))).toHaveLength(10);
    expect(invited({}, "openness", ({ school }) => school.dropped.fill(1, 0, 2))).toEqual([2, 3, 4, 5]);
    expect(invited({}, "openness", ({ school }) => school.member.fill(1, 0, 2))).toEqual([0, 1, 2, 3, 4, 5]);
  });
  test("come of schools that are eligible alone, as a share of those", () => {
    const eligible = Uint8Array.from({ length: 40 }, (_, s) => (s % 4 === 0 ? 1 : 0));
    expect(invited({ cohorts: 0.3 }, "openness", undefined, { eligible })).toEqual([0, 4, 8]);
    expect(invited({ cohorts: 1 }, "openness", undefined, { eligible })).toEqual(which(eligible));
    // Members count among those of whom a share is invited, closed schools do not.
    const four = ({ school }: DistrictState) => school.member.set([1, 0, 0, 0, 1]);
    expect(invited({ cohorts: 0.3 }, "openness", four, { eligible })).toEqual([0, 4, 8, 12, 16]);
    const closed = ({ school }: DistrictState) => school.open.fill(0, 0, 20);
    expect(invited({ cohorts: 0.4 }, "openness", closed, { eligible })).toEqual([20, 24]);
    expect(invited({}, "openness", undefined, { eligible: new Uint8Array(40) })).toEqual([]);
  });
  test("come as far as there are places, by lot", () => {
    const state = wave({ cohorts: 0.5 }, "openness", undefined, { places: 6 });
    const joined = which(state.school.member);
    expect(joined).toHaveLength(6);
    expect(joined).not.toEqual([0, 1, 2, 3, 4, 5]);
    expect(joined.every((s) => s < 20)).toBe(true);
    expect(state.placesTaken).toBe(6);
  });
  test("are asked, whether they come or not, and nobody else is", () => {
    const unwilling = ({ school }: DistrictState) => school.willingness.fill(0);
    const { school } = wave({}, "openness", unwilling);
    expect([which(school.invited), which(school.member)]).toEqual([[0, 1, 2, 3], []]);
    expect(which(wave({ wave: false }).school.invited)).toEqual([]);
    expect(
      wave({}, "openness", ({ school: { invited: asked } }) => asked.fill(2, 0, 3)).school.invited.slice(0, 5),
    ).toEqual(Uint8Array.of(2, 2, 2, 1, 0));
  });
  test.each([0.25, 0.5, 1, 2, 4])("come at odds multiplied by %d where joining is as much easier", (join) => {
    const some = ({ school }: DistrictState) =>
      school.willingness.forEach((_, s) => (school.willingness[s] = 0.2 + s / 80));
    const state = wave({ cohorts: 1 }, "openness", some, { ease: easeOf({ join }) });
    const key = decisionKey(state.key, hashText("invitation"), 0);
    const expected = Array.from(state.words.keys()).filter((s) => {
      const odds = (join * state.school.willingness[s]!) / (1 - state.school.willingness[s]!);
      return schoolUniform(key, state.words[s]!, 0) < odds / (1 + odds);
    });
    expect(which(state.school.member)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(40);
  });
});
