import { describe, expect, test } from "vitest";
import { districtOf, mean, month, printOf, startState } from "../../test-support/fixtures.ts";
import { OWNING, PREPARED_DEPTH, TRYING, UNAWARE, USING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { defaultWorld } from "../evidence/world.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { leavePosts, whoLeaves } from "./exits.ts";
import { fillPosts, type Openings, openFounded, type StaffingConstants, staffingConstants } from "./staffing.ts";

/** Twenty schools of 50 teachers, from rich to poor: enough to see a hazard. */
const large = districtOf(
  "large",
  Array.from({ length: 20 }, (_, s) => s / 19),
  50,
);
/** Makes everyone a beginner. */
const recent = ({ teacher }: DistrictState): void => void teacher.experience.fill(0);
const even: World = { "exit.districtSd": 0, "exit.size": 0, "exit.poverty": 0 };

/** Lets teachers leave at odds that `ease` divides, and the owners `taken` with them. */
function leave(state: DistrictState, c: StaffingConstants, at: Month, ease: number, taken: Uint8Array): Openings {
  return leavePosts(state, c, at, 0.3, ease, taken, whoLeaves);
}

/** Turns a district over and returns it, with the persons who were there before. */
function july(
  values: World = {},
  given: Partial<Month> = {},
  change: (state: DistrictState) => void = () => {},
  ownersShare = 0,
  ease = 1,
) {
  const all = { ...even, ...values };
  const state = startState(all, large);
  state.school.support.fill(0.15);
  state.school.risk.fill(0.3);
  change(state);
  const before = structuredClone(state.teacher);
  const taken = new Uint8Array(before.person.length);
  const at = month({ t: 11, season: "july", ...given });
  const constants = staffingConstants(defaultWorld(all));
  const openings = leave(state, constants, at, ease, taken);
  fillPosts(state, constants, at, ownersShare, openings);
  const exits = openings.vacancies.length;
  const { teacher } = state;
  const slots = Array.from(teacher.person.keys());
  return {
    state,
    before,
    exits,
    share: exits / slots.length,
    stayed: slots.filter((i) => teacher.person[i] === i),
    moved: slots.filter((i) => teacher.person[i] !== i && teacher.person[i] < slots.length),
    hired: slots.filter((i) => teacher.person[i] >= slots.length),
  };
}

describe("exits", () => {
  test.for([
    [0, "exit.novice", 0.1],
    [3, "exit.novice", 0.1],
    [4, "exit.early", 0.3],
    [9, "exit.early", 0.3],
    [10, "exit.middle", 0.5],
    [14, "exit.middle", 0.5],
    [15, "exit.senior", 0.7],
    [60, "exit.senior", 0.7],
  ] as const)("of teachers with %d years are as often as %s, of %d, says", ([years, , share]) => {
    const apart = { "exit.novice": 0.1, "exit.early": 0.3, "exit.middle": 0.5, "exit.senior": 0.7 };
    const found = july(apart, {}, ({ teacher }) => teacher.experience.fill(years)).share;
    // Three standard errors of 1,000 teachers.
    expect(Math.abs(found - share)).toBeLessThan(3 * Math.sqrt((share * (1 - share)) / 1000));
  });
  test("go by experience, and not where the classes are alike", () => {
    const shares = (values: World) =>
      [3, 12].map((years) => july(values, {}, ({ teacher }) => teacher.experience.fill(years)).exits);
    const [novices, seasoned] = shares({ "exit.novice": 0.4 });
    expect(novices).toBeGreaterThan(2 * seasoned);
    const [one, other] = shares({ "exit.novice": 0.14 });
    expect(one).toBe(other);
  });
  test("rise with poverty, a wave of turnover, risk and compliance, and fall with support; each not at zero", () => {
    const base = july().exits;
    const poor = (slope: number): number => {
      const { moved, hired } = july({ "exit.poverty": slope });
      const left = [...moved, ...hired];
      return left.filter((i) => i >= 500).length - left.filter((i) => i < 500).length;
    };
    expect(poor(2)).toBeGreaterThan(60);
    expect(Math.abs(poor(0))).toBeLessThan(40);
    expect(july({}, { exitShock: 1 }).exits).toBeGreaterThan(1.7 * base);

    const risky = ({ school }: DistrictState) => school.risk.fill(1);
    expect(july({ "exit.risk": 1 }, {}, risky).exits).toBeGreaterThan(1.3 * base);
    expect(july({ "exit.risk": 0 }, {}, risky).exits).toBe(base);
    const supported = ({ school }: DistrictState) => school.support.fill(1);
    expect(july({ "exit.support": 1 }, {}, supported).exits).toBeLessThan(0.7 * base);
    expect(july({ "exit.support": 0 }, {}, supported).exits).toBe(base);
    const led = ({ school }: DistrictState): void => void school.dip.fill(0.5);
    expect(july({ "exit.newPrincipal": 1 }, {}, led).exits).toBeGreaterThan(1.2 * base);
    expect(july({ "exit.newPrincipal": 0 }, {}, led).exits).toBe(july({ "exit.newPrincipal": 0 }).exits);
    const compliant = ({ teacher }: DistrictState) => teacher.compliant.fill(1);
    expect(july({ "exit.compliant": 1 }, {}, compliant).exits).toBeGreaterThan(1.5 * base);
    expect(july({ "exit.compliant": 0 }, {}, compliant).exits).toBe(base);
  });
  test("are those at odds divided by the factor where leaving is made easier or harder to avoid", () => {
    const halved = (name: string): number => {
      const odds = defaultWorld()[name]! / (1 - defaultWorld()[name]!) / 2;
      return odds / (1 + odds);
    };
    const names = ["exit.novice", "exit.early", "exit.middle", "exit.senior"];
    const less = july(Object.fromEntries(names.map((name) => [name, halved(name)]))).state.teacher.person;
    const [half, same, twice] = [2, 1, 0.5].map((ease) => july({}, {}, undefined, 0, ease));
    expect(half!.state.teacher.person).toEqual(less);
    expect(half!.exits).toBeLessThan(0.6 * same!.exits);
    expect(twice!.exits).toBeGreaterThan(1.5 * same!.exits);
    expect(printOf(same!.state.teacher)).toBe(printOf(july().state.teacher));
  });
  test("are counted school by school, and of them those who used the practice", () => {
    const { state, before, exits, moved, hired } = july({}, { exitShock: 1 });
    const gone = [...moved, ...hired];
    const count = (which: readonly number[]) =>
      large.schools.map((_, s) => which.filter((i) => Math.floor(i / 50) === s).length);
    const flow = (k: number) => large.schools.map((_, s) => state.counts.flows[8 * s + k]);
    expect(gone).toHaveLength(exits);
    expect(flow(6)).toEqual(count(gone));
    const using = gone.filter((i) => before.stage[i] === USING || before.stage[i] === OWNING);
    expect(flow(7)).toEqual(count(using));
    expect(using.length).toBeGreaterThan(20);
  });
  test("differ between districts, unless the spread is zero", () => {
    const standing = (sd: number, seed: string) =>
      startState({ "exit.districtSd": sd }, large, seed).office.exitStanding;
    expect(standing(0.35, "a")).not.toBe(standing(0.35, "b"));
    expect(Math.abs(standing(0, "a"))).toBe(0);
  });
  test("drift from year to year, unless a district's standing persists whole", () => {
    const after = (persistence: number) =>
      july({ "exit.districtSd": 0.35, "exit.persistence": persistence }).state.office.exitStanding;
    const before = startState({ "exit.districtSd": 0.35 }, large).office.exitStanding;
    expect(after(1)).toBe(before);
    const fresh = after(0);
    expect(fresh).not.toBe(before);
    expect(after(0.6)).toBeCloseTo(0.6 * before + 0.8 * fresh, 12);
  });
  test("are higher in a state that stands high, and in small districts, unless size does not tell", () => {
    const level = (values: World) => startState({ "exit.districtSd": 0, ...values }, large).office.exitLevel;
    expect(level({ "exit.state": 0.2 }) - level({})).toBeCloseTo(0.2, 12);
    expect(level({ "exit.size": -0.1, "exit.sizeReference": 1000 })).toBe(0);
    expect(level({ "exit.size": -0.1, "exit.sizeReference": 500 })).toBeCloseTo(-0.1 * Math.log(2), 12);
    expect(Math.abs(level({ "exit.size": 0, "exit.sizeReference": 500 }))).toBe(0);
    expect(level({ "exit.size": 0, "exit.districtSd": 0.4 })).toBeCloseTo(-0.08, 12);
    expect(july({ "exit.state": 0.5 }).exits).toBeGreaterThan(july().exits);
  });
});

describe("moves", () => {
  const moving: World = {
    "exit.within": 1,
    "exit.novice": 0.4,
    "exit.early": 0.4,
    "exit.middle": 0.4,
    "exit.senior": 0.4,
  };
  test("conserve persons with all they carry, and lead to another school", () => {
    const everyone = ({ teacher }: DistrictState): void => void teacher.compliant.fill(1);
    const { state, before, moved, hired, stayed } = july(moving, {}, everyone);
    expect(moved.length).toBeGreaterThan(200);
    expect(moved.length + hired.length + stayed.length).toBe(1000);
    expect(new Set(state.teacher.person).size).toBe(1000);
    for (const i of moved) {
      const from = state.teacher.person[i];
      expect(Math.floor(from / 50)).not.toBe(Math.floor(i / 50));
      for (const field of ["disposition", "threshold", "stage", "depth", "months"] as const) {
        expect(state.teacher[field][i]).toBe(before[field][from]);
      }
      expect(state.teacher.experience[i]).toBe(Math.min(60, before.experience[from] + 1));
      expect(state.teacher.compliant[i]).toBe(0);
    }
  });
  test("drift to low poverty, unless there is no drift", () => {
    const drift = (strength: number): number => {
      const { state, moved } = july({ ...moving, "exit.within": 0.3, "exit.drift": strength });
      return mean(moved.map((i) => Math.floor(i / 50) - Math.floor(state.teacher.person[i] / 50)));
    };
    expect(drift(1)).toBeLessThan(drift(0) - 1.5);
    expect(Math.abs(drift(0))).toBeLessThan(1.5);
  });
  test("are none where all exits leave the district", () => {
    expect(july({ "exit.within": 0 }).moved).toEqual([]);
  });
});

test("those who stay gain a year, and nobody else changes", () => {
  const { state, before, stayed } = july();
  expect(stayed.length).toBeGreaterThan(750);
  for (const i of stayed) {
    expect(state.teacher.experience[i]).toBe(Math.min(60, before.experience[i] + 1));
    expect(state.teacher.stage[i]).toBe(before.stage[i]);
  }
});

describe("hires", () => {
  test("are like the district's teachers at the start, whatever it has become", () => {
    const { state, hired } = july({}, { exitShock: 1 }, ({ teacher }) => teacher.stage.fill(OWNING));
    const { stage, depth, disposition } = state.population;
    const known = new Set(Array.from(stage, (v, j) => `${v} ${depth[j]} ${disposition[j]}`));
    for (const i of hired) {
      expect(known).toContain(`${state.teacher.stage[i]} ${state.teacher.depth[i]} ${state.teacher.disposition[i]}`);
    }
    const users = (all: Uint8Array | number[]) => mean(Array.from(all, (v) => Number(v === USING || v === OWNING)));
    expect(users(hired.map((i) => state.teacher.stage[i]))).toBeCloseTo(users(stage), 1);
  });
  test("have never taught as often as the parameter says", () => {
    const novices = (share: number) => {
      const { state, hired } = july({ "hire.novice": share }, { exitShock: 1 });
      return mean(hired.map((i) => Number(state.teacher.experience[i] === 0)));
    };
    expect([novices(0), novices(1)]).toEqual([0, 1]);
    expect(novices(0.5)).toBeCloseTo(0.5, 1);
  });
  test("who have taught have fewer years the less likely, up to the span", () => {
    const yearsOf = (span: number): number[] => {
      const { state, hired } = july({ "hire.novice": 0, "hire.experienceSpan": span, "exit.novice": 0.9 }, {}, recent);
      return hired.map((i) => state.teacher.experience[i]!);
    };
    const years = yearsOf(25);
    expect([Math.min(...years), Math.max(...years) <= 25]).toEqual([1, true]);
    // Under a linear taper the mean lies a third of the way along.
    expect(mean(years)).toBeGreaterThan(8);
    expect(mean(years)).toBeLessThan(10);
    expect(new Set(yearsOf(1))).toEqual(new Set([1]));
  });
  test("from the pipeline arrive trying, as far as there are owners to learn from", () => {
    const prepared = (pipeline: number, owners: number, values: World = {}) => {
      const { state, hired } = july({ "pipeline.reach": 1, ...values }, { pipeline, exitShock: 1 }, undefined, owners);
      const arrived = hired.filter(
        (i) => state.teacher.stage[i] === TRYING && state.teacher.depth[i] === PREPARED_DEPTH,
      );
      expect(arrived).toHaveLength(state.preparedHires);
      return state.preparedHires / hired.length;
    };
    expect(prepared(1, 0.25)).toBe(1);
    expect(prepared(1, 0.125)).toBeCloseTo(0.5, 1);
    expect(prepared(0.5, 1)).toBeCloseTo(0.5, 1);
    expect(prepared(0, 1)).toBe(0);
    expect(prepared(1, 0)).toBe(0);
    expect(prepared(1, 1, { "pipeline.reach": 0 })).toBe(0);
  });
});

test("owners taken as principals leave their classrooms for good", () => {
  const state = startState(even, large);
  const taken = new Uint8Array(1000);
  taken.set([1, 1], 7);
  const constants = staffingConstants(defaultWorld({ ...even, "exit.within": 1 }));
  const at = month({ t: 11, season: "july", exitShock: -60 });
  fillPosts(state, constants, at, 0, leave(state, constants, at, 1, taken));
  expect(Array.from(state.teacher.person.subarray(6, 10))).toEqual([6, 1000, 1001, 9]);
  expect(new Set(state.teacher.person)).not.toContain(7);
});

describe("a founded school", () => {
  /** Opens a school beside the five; returns the state and the slots of the new school. */
  function found(leadYear: boolean) {
    const state = startState({}, districtOf("six", [0.1, 0.3, 0.5, 0.7, 0.9, 0.5], 40));
    // The last school stands in for one that a lever founds.
    const waiting = { ...state, district: { ...state.district, schools: state.district.schools.slice(0, 5) } };
    waiting.school.open[5] = 0;
    openFounded(waiting, 11, leadYear);
    return { state: waiting, slots: Array.from({ length: 40 }, (_, i) => 200 + i) };
  }
  test("opens as a member, with staff chosen by disposition who know of the practice", () => {
    const { state, slots } = found(false);
    expect([state.school.open[5], state.school.member[5], state.school.mandated[5], state.openedSchools]).toEqual([
      1, 1, 0, 1,
    ]);
    expect([state.school.joined[5], state.school.invited[5], state.school.memberMonths[5]]).toEqual([1, 1, 12]);
    expect([state.placesTaken, state.school.joined[4]]).toEqual([0, 0]);
    const chosen = mean(slots.map((i) => state.teacher.disposition[i]));
    expect(chosen).toBeGreaterThan(mean(state.population.disposition) + 80);
    expect(slots.every((i) => state.teacher.stage[i] !== UNAWARE)).toBe(true);
  });
  test("has prepared staff and principal with a lead year, and not without", () => {
    const lead = found(true);
    expect(lead.slots.every((i) => lead.state.teacher.stage[i] >= TRYING)).toBe(true);
    expect([lead.state.school.principalSupport[5], lead.state.school.knowledge[5], lead.state.school.dip[5]]).toEqual([
      0.9, 0.9, 0,
    ]);
    const none = found(false);
    expect(none.slots.some((i) => none.state.teacher.stage[i] < TRYING)).toBe(true);
    expect(none.state.school.principalSupport[5]).not.toBe(0.9);
  });
});
