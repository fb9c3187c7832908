import { expect, test } from "vitest";
import { month, startState } from "../../test-support/fixtures.ts";
import type { World } from "../evidence/parameter.ts";
import { defaultWorld } from "../evidence/world.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { coachingConstants, shareCoaching } from "./coaching.ts";

/** Returns a district of five member schools with 60 teachers and three coaches at work. */
function coached(): DistrictState {
  const state = startState();
  state.school.member.fill(1);
  state.school.capacity.fill(0);
  state.office.coaches = 3;
  return state;
}

/** Every hour is received, and release waits for nothing, unless a test says otherwise. */
const plain: World = { "support.received": 1, "support.releaseAfter": 0 };

/** Shares coaching out for a month at a coach for 20 teachers; returns hours per teacher, their sum, and quality. */
function share(
  given: Partial<Month> = {},
  state: DistrictState = coached(),
  rule: "equal" | "need" | "openness" = "equal",
  values: World = {},
): { hours: number[]; total: number; quality: number } {
  const quality = shareCoaching(
    state,
    coachingConstants(defaultWorld({ ...plain, ...values })),
    month({ density: 0.05, ...given }),
    rule,
  );
  const hours = Array.from(state.school.hours);
  return { hours, total: hours.reduce((sum, h) => sum + 12 * h, 0), quality };
}

const pool = 3 * 130 * 0.28 * 0.9;

test("hours add up to what coaches have, and are equal where nothing sets schools apart", () => {
  const { hours, total } = share();
  expect(total).toBeCloseTo(pool, 9);
  for (const h of hours) expect(h).toBeCloseTo(pool / 60, 12);
});

test("hours released by schools with experts go back to the pool", () => {
  const state = coached();
  state.school.capacity.set([1, 0.5, 0, 0, 0]);
  const { hours, total } = share({ release: 1 }, state);
  expect(total).toBeCloseTo(pool, 9);
  expect(hours[0]).toBe(0);
  expect(hours[1]).toBeCloseTo(hours[2] / 2, 12);
  expect(hours[2]).toBeGreaterThan(pool / 60);
  const kept = coached();
  kept.school.capacity.set([1, 0.5, 0, 0, 0]);
  expect(share({}, kept).hours).toEqual(share().hours);
});

test("hours are released by no school before its time in the programme has come", () => {
  const hoursOf = (release: number, monthsIn: readonly number[]): number[] => {
    const state = coached();
    state.school.capacity.set([1, 0.5, 0, 0, 0]);
    state.school.memberMonths.set(monthsIn);
    return share({ release }, state, "equal", { "support.releaseAfter": 24 }).hours;
  };
  const lately = [23, 23, 23, 23, 23];
  expect(hoursOf(1, lately)).toEqual(hoursOf(0, lately));
  const one = hoursOf(1, [23, 24, 24, 0, 60]);
  expect(one[0]).toBe(one[2]);
  expect(one[1]).toBeCloseTo(one[2] / 2, 12);
  expect(hoursOf(1, [24, 0, 0, 0, 0])[0]).toBe(0);
});

test("hours that teachers do not receive are lost to all, and go to nobody else", () => {
  const received = (part: number): number[] => share({}, coached(), "equal", { "support.received": part }).hours;
  for (const h of received(0.25)) expect(h).toBeCloseTo((0.25 * pool) / 60, 12);
  expect(received(0)).toEqual([0, 0, 0, 0, 0]);
});

test.for(["need", "openness"] as const)("hours go by %s where the rule says so", (rule) => {
  const state = coached();
  state.school.estimate.set([0.9, 0.7, 0.5, 0.3, 0.1]);
  const { hours, total } = share({}, state, rule);
  expect(total).toBeCloseTo(pool, 9);
  const order = rule === "need" ? hours : hours.toReversed();
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order[4] / order[0]).toBeCloseTo(1.4 / 0.6, 9);
});

test("hours follow poverty as equity has priority", () => {
  const { hours, total } = share({ equityPriority: 0.5 });
  expect(total).toBeCloseTo(pool, 9);
  expect(hours[4] / hours[0]).toBeCloseTo(1.4 / 0.6, 9);
});

test("hours move to schools that report least, under an improvement cycle alone", () => {
  const state = coached();
  state.school.reported.set([0.5, 0.5, 0.5, 0.5, 0]);
  state.office.meanReported = 0.4;
  const { hours } = share({ cycle: 1 }, state);
  expect(hours[4] / hours[0]).toBeCloseTo(1.4 / 0.9, 9);
  expect(share({}, state).hours).toEqual(share().hours);
  expect(share({ cycle: 1 }, state, "equal", { "improvement.allocation": 0 }).hours).toEqual(share().hours);
});

test("coaches are hired with a lag, and posts that end, end at once", () => {
  const state = coached();
  state.office.coaches = 0;
  const seen = [0, 1, 2].map(() => {
    share({}, state);
    return state.office.coaches;
  });
  expect(seen).toEqual([0.75, 1.3125, 1.734375]);
  share({ density: 0.01 }, state);
  expect(state.office.coaches).toBe(0.6);
  expect(share({ density: 0 }, state).total).toBe(0);
  expect(state.office.coaches).toBe(0);
});

test("coaches that the district has of its own need not be hired, whenever schools call for them", () => {
  const state = coached();
  Object.assign(state.office, { ownCoaches: 2 });
  const seen = [0.05, 0, 0.03, 0.05, 0.05].map((density) => {
    share({ density }, state);
    return state.office.coaches;
  });
  [3, 0, 1.8, 2.25, 2.4375].forEach((coaches, t) => expect(seen[t]).toBeCloseTo(coaches, 12));
  const many = coached();
  many.office.coaches = 0;
  Object.assign(many.office, { ownCoaches: 5 });
  share({}, many);
  expect(many.office.coaches).toBe(3);
});

test("no school outside the programme is coached, and a pause takes hours away", () => {
  const state = coached();
  state.school.member.set([1, 0, 0, 0, 1]);
  expect(share({}, state).hours.map((h) => h > 0)).toEqual([true, false, false, false, true]);
  // Two schools of twelve call for their own coaches alone, and only they are spread thinner.
  expect(state.office.coaches).toBeCloseTo(24 * 0.05, 12);
  expect(share({}, state).quality).toBeCloseTo(0.8 * (1 - 0.5 * (24 / 124)), 12);
  state.school.member.fill(0);
  expect(share({}, state).total).toBe(0);
  expect(share({ coachingShock: 0.25 }).total).toBeCloseTo(0.75 * pool, 9);
  expect(share({ coachingShock: 1 }).total).toBe(0);
});

test("quality falls with scale, is restored by investment in coaches, and grows with what cycles found", () => {
  expect(share().quality).toBeCloseTo(0.8 * (1 - 0.5 * (60 / 160)), 12);
  expect(share({}, coached(), "equal", { "support.scale": 1 }).quality).toBe(0.8);
  expect(share({ coaches: 1 }).quality).toBeCloseTo(0.8 * (1 - 0.5 * (60 / 160) * 0.5), 12);
  expect(share({ coaches: 1 }, coached(), "equal", { "support.coaches": 0 }).quality).toBe(share().quality);
  const state = coached();
  state.office.qualityGain = 0.1;
  expect(share({}, state).quality).toBeCloseTo(1.1 * share().quality, 12);
});
