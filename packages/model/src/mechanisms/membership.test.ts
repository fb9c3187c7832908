import { describe, expect, test } from "vitest";
import { districtOf, month, startState } from "../../test-support/fixtures.ts";
import type { World } from "../evidence/parameter.ts";
import { defaultWorld } from "../evidence/world.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { dropHazard, inviteCohort, membershipConstants, moveMembership } from "./membership.ts";

describe("dropping out", () => {
  const constants = membershipConstants(defaultWorld());
  const annual = (
    complexity: number,
    support: number,
    newPrincipal = false,
    members = 1,
    c = constants,
    firstYear = false,
  ): number => 1 - (1 - dropHazard(c, complexity, support, newPrincipal, firstYear, members)) ** 12;

  test("is .163 a year for a complex reform without support and .014 for a light, supported one (P6)", () => {
    expect(annual(0.8, 0.18)).toBeCloseTo(0.163, 3);
    expect(annual(0.3, 0.6)).toBeCloseTo(0.014, 3);
  });
  test("is likelier under a new principal, less likely among others; neither where it does not matter", () => {
    expect(annual(0.8, 0.18, true)).toBeGreaterThan(annual(0.8, 0.18) + 0.05);
    expect(annual(0.8, 0.18, false, 50)).toBeLessThan(annual(0.8, 0.18) - 0.02);
    const off = membershipConstants(defaultWorld({ "membership.newPrincipal": 0, "membership.others": 0 }));
    expect(annual(0.8, 0.18, true, 50, off)).toBe(annual(0.8, 0.18, false, 1, off));
  });
  test("is likelier in a school's first year, by the factor of the record", () => {
    const odds = (p: number): number => p / (1 - p);
    const first = odds(annual(0.8, 0.18, false, 1, constants, true)) / odds(annual(0.8, 0.18));
    expect(Math.log(first)).toBeCloseTo(defaultWorld()["membership.firstYear"]!, 6);
  });
});

const forty = districtOf(
  "forty",
  Array.from({ length: 40 }, (_, s) => s / 39),
  4,
);

/** Returns forty schools after `months` months of `given`, from a state that `change` may alter. */
function after(
  months: number,
  given: Partial<Month>,
  values: World = {},
  change: (state: DistrictState) => void = () => {},
): DistrictState {
  const state = startState(values, forty);
  state.school.openness.fill(0.5);
  state.school.estimate.fill(0.5);
  change(state);
  for (let t = 0; t < months; t++) {
    moveMembership(state, membershipConstants(defaultWorld(values)), month({ t, ...given }), 0.7);
  }
  return state;
}
const members = ({ school }: DistrictState): number => school.member.reduce((sum, x) => sum + x, 0);
const mandated = ({ school }: DistrictState): number => school.mandated.reduce((sum, x) => sum + x, 0);
const never: World = { "membership.drop": -40 };

describe("members", () => {
  test("drop out at the hazard, and their mandate ends", () => {
    const all = ({ school }: DistrictState): void => {
      school.member.fill(1);
      school.mandated.fill(1);
    };
    const left = after(12, {}, {}, all);
    expect(members(left)).toBeLessThan(38);
    expect(members(left)).toBeGreaterThan(20);
    expect(mandated(left)).toBe(members(left));
    expect(members(after(24, {}, never, all))).toBe(40);
  });
  test("drop out at another hazard in the months before the twelfth is behind them", () => {
    const left = (firstYear: number): boolean[] => {
      const { school } = after(12, {}, { "membership.drop": -20, "membership.firstYear": firstYear }, (state) => {
        state.school.member.fill(1);
        state.school.memberMonths.fill(11, 0, 20).fill(12, 20);
      });
      return Array.from(school.member, (member) => member === 0);
    };
    expect(left(40)).toEqual(Array.from({ length: 40 }, (_, s) => s < 20));
    expect(left(0)).not.toContain(true);
  });
});

describe("volunteers", () => {
  test("answer a call; nobody comes uncalled or before the launch", () => {
    const some = after(12, { volunteers: 1 }, never);
    expect(members(some)).toBeGreaterThan(20);
    expect(mandated(some)).toBe(0);
    expect(members(after(12, {}, never))).toBe(0);
    expect(members(after(12, { volunteers: 1, launched: false }, never))).toBe(0);
    expect(members(after(12, { volunteers: 1 }, { ...never, "entry.rate": 0 }))).toBe(0);
  });
  test.for<[string, World, (state: DistrictState, low: boolean) => void]>([
    ["risk", { "entry.risk": 0 }, ({ school }, low) => school.risk.fill(low ? 0 : 1)],
    ["openness", { "entry.openness": 0 }, ({ school }, low) => school.openness.fill(low ? 0.9 : 0.3)],
    [
      "vision",
      { "entry.vision": 0 },
      ({ office }, low) => {
        office.vision = low ? 1 : 0;
      },
    ],
    [
      "community",
      { "entry.community": 0 },
      ({ office }, low) => {
        office.community = low ? 1 : 0;
        office.authority = 0;
      },
    ],
    [
      "authority",
      { "entry.mismatch": 0 },
      ({ office }, low) => {
        office.authority = low ? 0 : 1;
      },
    ],
  ])("are willing by %s, unless it does not matter", ([, off, set]) => {
    const willing = (low: boolean, values: World) =>
      after(1, { volunteers: 1 }, { ...never, ...values }, (state) => set(state, low)).school.willingness;
    const [more, less] = [willing(true, {}), willing(false, {})];
    for (let s = 0; s < 40; s++) expect(more[s]).toBeGreaterThan(less[s] + 0.05);
    expect(willing(true, off)).toEqual(willing(false, off));
  });
});

describe("a mandate", () => {
  const central = ({ office }: DistrictState): void => {
    office.authority = 1;
  };
  test("enrols schools, by authority and legitimacy; not without a mandate, authority or rate", () => {
    const enrolled = after(12, { mandate: 1 }, never, central);
    expect(mandated(enrolled)).toBeGreaterThan(30);
    expect(mandated(enrolled)).toBe(members(enrolled));
    expect(mandated(after(12, {}, never, central))).toBe(0);
    expect(
      mandated(
        after(12, { mandate: 1 }, never, ({ office }) => {
          office.authority = 0;
        }),
      ),
    ).toBe(0);
    expect(mandated(after(12, { mandate: 1 }, { ...never, "entry.mandateRate": 0 }, central))).toBe(0);
  });
  test("is legitimate where the office has authority, and a call where it has none", () => {
    const legitimacy = (given: Partial<Month>, authority: number): number =>
      after(1, given, never, ({ office }) => {
        office.authority = authority;
      }).school.legitimacy[0];
    expect(legitimacy({ mandate: 1 }, 1)).toBeCloseTo(0.75, 12);
    expect(legitimacy({ mandate: 1 }, 0)).toBeCloseTo(0.15, 12);
    expect(legitimacy({ volunteers: 1 }, 0)).toBeCloseTo(0.75, 12);
    expect(legitimacy({ volunteers: 1 }, 1)).toBeCloseTo(0.15, 12);
  });
});

test("a tailored route asks open schools, and orders the others as far as it believes it has authority", () => {
  const routes = (tailored: number, information: number) =>
    after(1, { mandate: 1, tailored }, { "openness.assessment": 1 }, (state) => {
      state.office.authority = 0.7;
      state.office.information = information;
      state.school.estimate.fill(0.2, 20);
    }).school.mandate;
  expect(new Set(routes(0, 1))).toEqual(new Set([1]));
  const fitted = routes(1, 1);
  expect(fitted[0]).toBe(0);
  expect(fitted[39]).toBeCloseTo(0.7, 12);
  expect(routes(1, 0)[39]).not.toBeCloseTo(0.7, 3);
});

describe("cohorts", () => {
  /** Invites willing schools once; returns the indices of those that joined. */
  function invited(
    given: Partial<Month>,
    by: "openness" | "need" | "random" = "openness",
    change: (state: DistrictState) => void = () => {},
  ) {
    const state = startState({}, forty);
    state.school.willingness.fill(1);
    for (let s = 0; s < 40; s++) state.school.estimate[s] = 1 - s / 39;
    change(state);
    inviteCohort(state, month({ cohorts: 0.1, wave: true, ...given }), by);
    return Array.from(state.school.member.keys()).filter((s) => state.school.member[s] === 1);
  }

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
});
