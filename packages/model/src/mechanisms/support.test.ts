import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { month, startState } from "../../test-support/fixtures.ts";
import type { World } from "../evidence/parameter.ts";
import { defaultWorld } from "../evidence/world.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import {
  doseOf,
  joinLevels,
  moveSupport,
  type SupportConstants,
  type SupportMonth,
  setSupportMonth,
  supportConstants,
} from "./support.ts";

test("dose is one half at the half hours, nothing at none, and bends with its steepness", () => {
  for (const n of [1, 2, 3]) {
    expect(doseOf(1.2, 1.2, n)).toBe(0.5);
    expect(doseOf(0, 1.2, n)).toBe(0);
    expect(doseOf(2.4, 1.2, n)).toBeCloseTo(2 ** n / (1 + 2 ** n), 12);
  }
});

describe("levels", () => {
  test("join by sum, product, or nearly the weakest", () => {
    expect(joinLevels(0.5, 1, 1.5, 1)).toBe(1);
    expect(joinLevels(0.5, 1, 2, 0)).toBeCloseTo(1, 12);
    expect(joinLevels(0.5, 1, 1, -2)).toBeCloseTo(Math.sqrt(3 / (4 + 1 + 1)), 12);
  });
  const level = fc.double({ min: 0.1, max: 2, noNaN: true });
  property.prop([level, level, level])("join to no more the less they substitute, within their range", (a, b, c) => {
    const [sum, product, weakest] = [1, 0, -2].map((rho) => joinLevels(a, b, c, rho));
    expect(product).toBeLessThanOrEqual(sum + 1e-12);
    expect(weakest).toBeLessThanOrEqual(product + 1e-12);
    expect(weakest).toBeGreaterThanOrEqual(Math.min(a, b, c) - 1e-12);
    expect(sum).toBeLessThanOrEqual(Math.max(a, b, c) + 1e-12);
  });
  test.for([1, 0, -2])("are one at reference with ρ = %d", (rho) => {
    expect(joinLevels(1, 1, 1, rho)).toBe(1);
  });
});

/** Returns a district in which every level is at its reference and every second school is a member. */
function reference(values: World = {}): DistrictState {
  const state = startState(values);
  state.office.commitment = 0.5;
  state.school.pressure.fill(0.5);
  state.school.principal.fill(0.6 * 0.65);
  state.school.capacity.fill(0);
  state.school.member.set([1, 0, 1, 0, 1]);
  return state;
}

/** Moves support by a month, `quality` being that of coaching. */
function support(state: DistrictState, c: SupportConstants, at: Month, quality: number): void {
  const common = {} as SupportMonth;
  setSupportMonth(common, state.office, c, at, quality);
  moveSupport(state, c, at, common);
}

/** Returns the schools' support after a month of `given`. */
function supportAfter(
  given: Partial<Month> = {},
  values: World = {},
  change: (state: DistrictState) => void = () => {},
): number[] {
  const state = reference(values);
  change(state);
  support(state, supportConstants(defaultWorld(values)), month(given), 0.8);
  return Array.from(state.school.support);
}

test("contact with coaching is dose times quality, whatever time, leadership and office add", () => {
  for (const principal of [0, 0.9]) {
    const state = reference();
    state.school.principal.fill(principal);
    state.school.hours.set([1.2, 0, 0, 0, 2.4]);
    state.school.contact.fill(0.7);
    support(state, supportConstants(defaultWorld({ "support.steepness": 2 })), month({ time: 1 }), 0.6);
    const { contact } = state.school;
    expect(contact[0]).toBeCloseTo(0.5 * 0.6, 12);
    expect(contact[4]).toBeCloseTo(0.8 * 0.6, 12);
    expect(Array.from(contact.subarray(1, 4))).toEqual([0, 0, 0]);
  }
});

test("reliance on coaches comes and goes by a tenth of the way a month, and is none where there never were any", () => {
  const state = reference();
  const relianceAfter = (hours: number): number => {
    state.school.hours[0] = hours;
    support(state, supportConstants(defaultWorld()), month(), 0.8);
    return state.school.reliance[0]!;
  };
  expect(relianceAfter(1.2)).toBeCloseTo(0.1 * 0.4, 12);
  expect(relianceAfter(1.2)).toBeCloseTo(0.19 * 0.4, 12);
  for (let months = 0; months < 200; months++) relianceAfter(1.2);
  for (let gone = 1; gone <= 24; gone++) expect(relianceAfter(0)).toBeCloseTo(0.4 * 0.9 ** gone, 8);
  expect(state.school.contact[0]).toBe(0);
  expect(Array.from(state.school.reliance.subarray(1))).toEqual([0, 0, 0, 0]);
});

describe("support", () => {
  test.for([1, 0, -2])("is its base where nothing is done and ρ = %d", (rho) => {
    for (const support of supportAfter({}, { "support.rho": rho })) expect(support).toBeCloseTo(0.15, 12);
  });
  test("adds dose times quality, and a school's own experts", () => {
    const coached = supportAfter({}, {}, ({ school }) => school.hours.set([1.2, 0, 0, 0, 2.4]));
    expect(coached[0]).toBeCloseTo(0.15 + 0.5 * 0.8, 12);
    expect(coached[2]).toBeCloseTo(0.15, 12);
    expect(coached[4]).toBeCloseTo(0.15 + 0.8 * 0.8, 12);
    const expert = supportAfter({}, {}, ({ school }) => school.capacity.fill(0.5));
    expect(expert[1]).toBeCloseTo(0.15 + 0.3 * 0.5, 12);
    const useless = supportAfter({}, { "support.capacity": 0 }, ({ school }) => school.capacity.fill(0.5));
    expect(useless[1]).toBeCloseTo(0.15, 12);
  });
  test.for<[string, Partial<Month>, World]>([
    ["time", { time: 1 }, { "support.timeGain": 0 }],
    ["redesigned time", { designTime: 1 }, { "support.designTime": 0 }],
  ])("of member schools rises with %s", ([, given, off]) => {
    const some = supportAfter(given, {}, ({ school }) => school.memberMonths.fill(12));
    for (const s of [0, 2, 4]) expect(some[s]).toBeGreaterThan(0.155);
    for (const s of [1, 3]) expect(some[s]).toBeCloseTo(0.15, 12);
    expect(supportAfter(given, off)).toEqual(supportAfter({}, off));
  });
  test("of member schools rises with the office's investment and commitment", () => {
    const some = supportAfter({ office: 1 });
    expect(some[0]).toBeCloseTo(0.15 * (0.25 + 0.75 * 2 ** (1 / 3)), 9);
    expect(some[1]).toBeCloseTo(0.15, 12);
    expect(
      supportAfter({}, {}, ({ office }) => {
        office.commitment = 0.25;
      })[1],
    ).toBeLessThan(0.14);
  });
  test("rises with the principal and falls with pressure", () => {
    expect(supportAfter({}, {}, ({ school }) => school.principal.fill(0.8))[1]).toBeGreaterThan(0.16);
    expect(supportAfter({}, {}, ({ school }) => school.pressure.fill(1))[1]).toBeLessThan(0.15);
    const calm = { "support.timePressure": 0 };
    expect(supportAfter({}, calm, ({ school }) => school.pressure.fill(1))[1]).toBeCloseTo(0.15, 12);
  });
  test("is held up by its floor, all of it at φ = 1", () => {
    const weak = ({ school, office }: DistrictState): void => {
      school.principal.fill(0);
      office.commitment = 0;
    };
    expect(supportAfter({}, {}, weak)[1]).toBeLessThan(0.1);
    expect(supportAfter({}, { "support.floor": 1 }, weak)[1]).toBeCloseTo(0.15, 12);
  });
});

test("a redesign goes as far as waivers let it, and only in member schools", () => {
  const designed = (given: Partial<Month>, community: number, monthsIn = 12): number[] => {
    const state = reference();
    state.office.community = community;
    state.school.memberMonths.fill(monthsIn);
    support(state, supportConstants(defaultWorld()), month(given), 0.8);
    return Array.from(state.school.designTeams);
  };
  expect(designed({ designTeams: 1 }, 0.5)).toEqual([0.3, 0, 0.3, 0, 0.3]);
  expect(designed({ designTeams: 1, waivers: 1 }, 1)).toEqual([1, 0, 1, 0, 1]);
  expect(designed({ designTeams: 1, waivers: 1 }, 0)).toEqual([0.3, 0, 0.3, 0, 0.3]);
  expect(designed({ waivers: 1 }, 1)).toEqual([0, 0, 0, 0, 0]);
  // A school that joined lately has only begun: a year's work grows by a twelfth a month.
  expect(designed({ designTeams: 1, waivers: 1 }, 1, 0)[0]).toBeCloseTo(1 / 12, 12);
  expect(designed({ designTeams: 1, waivers: 1 }, 1, 5)[0]).toBeCloseTo(0.5, 12);
});
