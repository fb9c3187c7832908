import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { forty, month, startState, wayOf } from "../../test-support/fixtures.ts";
import type { World } from "../evidence/parameter.ts";
import { defaultWorld } from "../evidence/world.ts";
import { eased, log, logistic, partHazard } from "../numerics/math.ts";
import { DRAWS, decisionKey, hashText, schoolUniform } from "../numerics/random.ts";
import { easeOf } from "../scenario/transition.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import type { Way } from "./admit-schools.ts";
import { dropHazard, dropsOut, membershipConstants, moveMembership } from "./membership.ts";

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

describe("a draw", () => {
  const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  property.prop([between(-40, 40), between(0.01, 100), fc.integer({ min: -3, max: 3 })])(
    "lets a school drop out below the exact chance, and not at it",
    (logOdds, ease, beside) => {
      const chance = eased(partHazard(logistic(logOdds), 12), 1 / ease);
      const u = Math.min(DRAWS - 1, Math.max(0, Math.floor(chance * DRAWS) + beside)) / DRAWS;
      expect(dropsOut(u, logOdds, ease)).toBe(u < chance);
    },
  );
  property.prop([between(-12, 4), between(0, 1)])("does so wherever it falls", (logOdds, u) => {
    expect(dropsOut(u, logOdds, 1)).toBe(u < partHazard(logistic(logOdds), 12));
  });
});

/** Returns forty schools after `months` months of `given`, from a state that `change` may alter, by another `way` in. */
function after(
  months: number,
  given: Partial<Month>,
  values: World = {},
  change: (state: DistrictState) => void = () => {},
  way: Partial<Way> = {},
): DistrictState {
  const state = startState(values, forty);
  state.school.openness.fill(0.5);
  state.school.estimate.fill(0.5);
  change(state);
  for (let t = 0; t < months; t++) {
    moveMembership(state, membershipConstants(defaultWorld(values)), month({ t, ...given }), 0.7, wayOf(40, way));
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

/** Returns the chance whose odds are `factor` times those of `p`. */
function easier(p: number, factor: number): number {
  const odds = (factor * p) / (1 - p);
  return odds / (1 + odds);
}

/** Lists the schools whose draw for `decision` in the first month is below a chance each, in the state after it. */
function below(state: DistrictState, decision: string, chance: (s: number) => number): number[] {
  const key = decisionKey(state.key, hashText(decision), 0);
  return Array.from(state.words.keys()).filter((s) => schoolUniform(key, state.words[s]!, 0) < chance(s));
}
const which = (flags: Uint8Array): number[] => Array.from(flags.keys()).filter((s) => flags[s] === 1);

describe("leaving made easier or harder", () => {
  const all = ({ school }: DistrictState): void => {
    school.member.fill(1);
    school.memberMonths.fill(12);
    school.tenure.fill(12);
    school.support.fill(0.15);
  };
  const values = { "membership.drop": 1, "membership.fit": 0, "membership.complexity": 0, "membership.support": 0 };
  const hazard = partHazard(logistic(1 - defaultWorld()["membership.others"]! * log(40)), 12);

  test.each([0.25, 0.5, 1, 2, 4])("takes the schools whose draw is below the hazard at odds divided by %d", (drop) => {
    const state = after(1, {}, values, all, { ease: easeOf({ drop }) });
    expect(which(state.school.dropped)).toEqual(below(state, "membership-drop", () => easier(hazard, 1 / drop)));
    expect(which(state.school.member)).toHaveLength(40 - which(state.school.dropped).length);
  });
  test("takes more and more, the harder staying is", () => {
    const left = (drop: number) => which(after(1, {}, values, all, { ease: easeOf({ drop }) }).school.dropped).length;
    expect(left(0.25)).toBeGreaterThan(left(1));
    expect(left(1)).toBeGreaterThan(left(4));
  });
});

describe("a route fitted to the place", () => {
  const all = ({ school, office }: DistrictState): void => {
    school.member.fill(1);
    school.estimate.fill(0.6);
    office.authority = 0.4;
  };
  const left = (given: Partial<Month>, values: World) => which(after(1, given, values, all).school.dropped);
  const tailored = { mandate: 0.5, volunteers: 0.5, tailored: 0.8 };

  test("keeps schools in by its legitimacy, and not at zero or where it is not fitted", () => {
    const values = { "membership.drop": 1, "membership.firstYear": 0, "membership.newPrincipal": 0 };
    // Open schools are asked, so the route is a call: its mismatch is the office's authority.
    const legitimacy = 0.75 - 0.6 * (1 - 0.4 * 0.8) * 0.4;
    const fit = 3;
    const kept = left(tailored, { ...values, "membership.fit": fit });
    expect(kept).toEqual(
      left(tailored, { ...values, "membership.fit": 0, "membership.drop": 1 - fit * 0.8 * legitimacy }),
    );
    const unfitted = left(tailored, { ...values, "membership.fit": 0 });
    expect(kept.length).toBeLessThan(unfitted.length);
    expect(left({ ...tailored, tailored: 0 }, { ...values, "membership.fit": fit })).toEqual(
      left({ ...tailored, tailored: 0 }, { ...values, "membership.fit": 0 }),
    );
  });
  test("lessens what a mismatch costs its legitimacy, and not at zero or where it is not fitted", () => {
    const legitimacy = (fit: number, given: Partial<Month>) =>
      after(1, given, { ...never, "entry.fit": fit }, all).school.legitimacy[0]!;
    expect(legitimacy(0.5, { ...tailored, tailored: 1 })).toBeCloseTo(0.75 - 0.6 * 0.5 * 0.4, 12);
    expect(legitimacy(1, { ...tailored, tailored: 1 })).toBeCloseTo(0.75, 12);
    expect(legitimacy(0, { ...tailored, tailored: 1 })).toBeCloseTo(0.75 - 0.6 * 0.4, 12);
    expect(legitimacy(1, { volunteers: 1 })).toBe(legitimacy(0, { volunteers: 1 }));
  });
});

describe("founded schools", () => {
  test("never leave, where all others do", () => {
    const left = (founded: number) =>
      which(
        after(24, {}, { "membership.drop": 10, "membership.support": 0 }, (state) => {
          state.school.member.fill(1);
          Object.assign(state, { district: { ...state.district, schools: state.schools.slice(0, 40 - founded) } });
        }).school.member,
      );
    expect(left(0)).toEqual([]);
    expect(left(3)).toEqual([37, 38, 39]);
  });
});

describe("schools of other levels", () => {
  const eligible = new Uint8Array(40).fill(1, 30);
  const willing: World = { ...never, "entry.legitimacy": 0, "entry.risk": 0, "entry.openness": 0 };
  test.each<[string, Partial<Month>]>([
    ["a call", { volunteers: 1 }],
    ["a mandate", { mandate: 1 }],
  ])("are not asked by %s, and do not come", (_, given) => {
    const { school } = after(60, given, willing, undefined, { eligible });
    expect(which(school.member).length).toBeGreaterThan(5);
    for (const s of which(school.member)) expect(s).toBeGreaterThanOrEqual(30);
    expect(Array.from(school.invited, (asked) => asked > 0)).toEqual(Array.from(eligible, (one) => one === 1));
  });
  test("stay in the programme where they are in it", () => {
    const { school } = after(12, {}, never, ({ school: { member } }) => member.fill(1, 0, 5), { eligible });
    expect(which(school.member)).toEqual([0, 1, 2, 3, 4]);
  });
});

test("schools are asked by a call or a mandate of theirs, once launched, and never twice for the first time", () => {
  const asked = (given: Partial<Month>) => Array.from(after(1, given, never).school.invited);
  expect(new Set(asked({ volunteers: 0.1 }))).toEqual(new Set([1]));
  expect(new Set(asked({ mandate: 0.1 }))).toEqual(new Set([1]));
  for (const given of [{}, { cohorts: 1 }, { volunteers: 1, launched: false }]) {
    expect(new Set(asked(given))).toEqual(new Set([0]));
  }
  expect(new Set(after(2, { volunteers: 0.1 }, never).school.invited)).toEqual(new Set([2]));
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
  test.each([0.25, 0.5, 1, 2, 4])("answer at odds multiplied by %d where joining is as much easier", (join) => {
    const state = after(1, { volunteers: 0.9 }, { ...never, "entry.rate": 0.8 }, undefined, { ease: easeOf({ join }) });
    const come = below(state, "volunteer", (s) => easier(0.8 * 0.9 * state.school.willingness[s]!, join));
    expect(which(state.school.member)).toEqual(come);
    expect(come.length).toBeGreaterThan(0);
    expect(come.length).toBeLessThan(40);
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
  test.each([0.25, 0.5, 1, 2, 4])("enrols at odds multiplied by %d where joining is as much easier", (join) => {
    const state = after(1, { mandate: 1 }, { ...never, "entry.mandateRate": 0.6 }, central, { ease: easeOf({ join }) });
    const come = below(state, "mandate", (s) => easier(0.6 * state.school.legitimacy[s]!, join));
    expect(which(state.school.mandated)).toEqual(come);
    expect(come.length).toBeGreaterThan(0);
    expect(come.length).toBeLessThan(40);
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
