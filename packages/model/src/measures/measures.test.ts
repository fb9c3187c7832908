import { describe, expect, test } from "vitest";
import { districtOf, mean, month, planOf, runOf, startState } from "../../test-support/fixtures.ts";
import type { School } from "../district/district.ts";
import { DEPTH_ONE, TRYING, USING } from "../district/stage.ts";
import { recount } from "../engine/count.ts";
import { categories } from "../evidence/costs.ts";
import type { World } from "../evidence/parameter.ts";
import { prices } from "../evidence/prices.ts";
import { defaultWorld } from "../evidence/world.ts";
import type { ChargeTable } from "../scenario/plan.ts";
import type { DistrictState } from "../state/district-state.ts";
import { enrolmentOf } from "./enrolment.ts";
import { bandOf, groupSchools, tiersOf } from "./groups.ts";
import { bookMonth, costOf, countUnits, openLedger, openUnits, priceCharges } from "./ledger.ts";
import { measuresOf } from "./measures-of.ts";
import { type StudentTally, studentGroups, tallyStudents } from "./students.ts";
import { tallySurvey } from "./survey.ts";
import { openTally, tallyCounts } from "./tally.ts";

const at = (lowIncomeShare: number, teachers: number): School => ({
  ...districtOf("d", [lowIncomeShare], teachers).schools[0],
});

describe("groups", () => {
  test("tiers are thirds of the teachers by poverty; a school belongs where its middle falls", () => {
    expect([...tiersOf([at(0.9, 10), at(0.1, 10), at(0.5, 10)], 3)]).toEqual([2, 0, 1]);
    expect([...tiersOf([at(0.1, 60), at(0.2, 10), at(0.3, 10)], 3)]).toEqual([1, 2, 2]);
    expect([...tiersOf([at(0.5, 1)], 1)]).toEqual([1]);
    expect([...tiersOf([at(0.2, 5), at(0.2, 5), at(0.2, 5)], 3)]).toEqual([0, 1, 2]);
  });
  test("schools founded later are in the middle", () => {
    expect([...tiersOf([at(0.1, 10), at(0.5, 10), at(0.9, 10), at(0.99, 10)], 3)]).toEqual([0, 1, 2, 1]);
  });
  test("bands are absolute", () => {
    expect([0, 0.349, 0.35, 0.749, 0.75, 1].map((share) => bandOf(at(share, 1)))).toEqual([0, 0, 1, 1, 2, 2]);
  });
  test("a gap needs three schools", async () => {
    const gap = async (poverty: number[]) => (await runOf({ district: districtOf("d", poverty), horizon: 2 })).measures;
    expect((await gap([0.1, 0.9])).gap).toBeNull();
    const { gap: series, tiers } = await gap([0.1, 0.5, 0.9]);
    expect(series).toHaveLength(3);
    expect(series![2]).toBe(tiers[0].adoption![2] - tiers[2].adoption![2]);
    expect((await gap([0.1, 0.2, 0.3])).bands.map(({ adoption }) => adoption !== null)).toEqual([true, false, false]);
  });
});

describe("the ledger", () => {
  const tiers = Uint8Array.from([0, 0, 1, 2, 2]);
  /** Books one charge of a dollar in a district of which the first and last schools are members. */
  function book(per: ChargeTable["per"], price = "cost.office", change: (state: DistrictState) => void = () => {}) {
    const state = startState();
    state.school.member.set([1, 0, 0, 0, 1]);
    state.school.weight.set([1, 0, 0, 0, 3]);
    state.office.coaches = 2;
    state.preparedHires = 3;
    state.openedSchools = 1;
    change(state);
    const ledger = openLedger(2);
    const charges = priceCharges([{ price, per, quantity: Float64Array.of(0, 1) }], defaultWorld({ [price]: 1 }));
    const units = openUnits();
    for (const t of [0, 1]) {
      countUnits(units, state, tiers);
      bookMonth({ charges, ledger }, units, state, t);
    }
    const { total, byCategory, byTier, monthly } = costOf(ledger);
    expect(total).toBe(state.spent);
    expect([...monthly]).toEqual([0, total]);
    return { byTier: Object.values(byTier), byCategory };
  }
  test.for<[ChargeTable["per"], number[]]>([
    ["district", [0, 0, 0, 1 + 60 / 2000]],
    ["districtTeacher", [0, 0, 0, 60]],
    ["memberTeacher", [12, 0, 12, 0]],
    ["memberSchool", [1, 0, 1, 0]],
    ["coach", [0.5, 0, 1.5, 0]],
    ["preparedHire", [0, 0, 0, 3]],
    ["newSchool", [0, 0, 0, 1]],
  ])("books by %s", ([per, byTier]) => {
    expect(book(per).byTier).toEqual(byTier);
  });
  test.for(prices)("books $name under its category", ({ name, category }) => {
    const { byCategory } = book("memberSchool", name);
    expect(byCategory).toEqual(Object.fromEntries(categories.map((one) => [one, one === category ? 2 : 0])));
  });
  test("leaves out closed schools, and coaches who have nowhere to go belong to the office", () => {
    expect(
      book("districtTeacher", "cost.office", ({ school }) => {
        school.open[0] = 0;
      }).byTier,
    ).toEqual([0, 0, 0, 48]);
    expect(
      book("memberTeacher", "cost.office", ({ school }) => {
        school.open[0] = 0;
      }).byTier,
    ).toEqual([0, 0, 12, 0]);
    expect(book("coach", "cost.office", ({ school }) => school.weight.fill(0)).byTier).toEqual([0, 0, 0, 2]);
  });
  test("costs nothing without levers", async () => {
    const { cost } = (await runOf({ horizon: 24 })).measures;
    expect([cost.total, ...cost.monthly]).toEqual(Array(25).fill(0));
  });
  test("charges a coach for each twenty member teachers a salary a year", async () => {
    const values = {
      "membership.drop": -40,
      "support.hiring": 1,
      "entry.legitimacy": 20,
      "entry.openness": 0,
      "entry.risk": 0,
    };
    const { measures } = await runOf({
      horizon: 24,
      levers: { entry: { cohorts: 1, every: 1 }, coaching: { teachersPerCoach: 20 } },
      parameters: { draw: "fixed", values },
    });
    expect(measures.members[20]).toBe(1);
    const monthly = defaultWorld()["cost.coach"] / 12;
    const coaches = measures.members.subarray(1).reduce((sum, share) => sum + 3 * share, 0);
    expect(measures.cost.byCategory.salary).toBeCloseTo(coaches * monthly, 3);
  });
});

/** Puts so many teachers of each school in use at depth .6, and counts anew. */
function using(state: DistrictState, counts: readonly number[]): DistrictState {
  const { teacher, population } = state;
  teacher.stage.fill(0);
  counts.forEach((n, s) => {
    const first = population.schoolStart[s];
    teacher.stage.fill(USING, first, first + n);
    teacher.depth.fill(0.6 * DEPTH_ONE, first, first + n);
  });
  recount(state);
  return state;
}

describe("students", () => {
  function groups(values: World = {}, level: School["level"] = "elementary", equity = 0, member = 1) {
    const district = districtOf("d", [0.5], 10, level);
    const [school] = district.schools;
    const named = { ...school, englishLearnerShare: 0.2, raceShares: { A: 0.7, B: 0.3 } };
    const state = using(startState(values, { ...district, schools: [named] }), [4]);
    state.school.member[0] = member;
    const tally: StudentTally = new Map();
    for (let t = 0; t < 10; t++) tallyStudents(tally, state, enrolmentOf(state.schools, defaultWorld(values)), equity);
    return new Map(
      studentGroups(tally).map((group) => [group.name, { ...group, share: group.deep / group.studentYears }]),
    );
  }
  test("are counted in student-years, by group", () => {
    const all = groups();
    expect([...all.keys()]).toEqual(["all students", "low-income", "not low-income", "English learners", "A", "B"]);
    expect(all.get("all students")!.studentYears).toBeCloseTo(150, 9);
    expect(all.get("English learners")!.studentYears).toBeCloseTo(30, 9);
    expect(all.get("all students")!.share).toBeCloseTo(0.4, 9);
    expect(all.get("A")!.share).toBeCloseTo(0.4, 9);
  });
  test("of low-income families are sorted to less deep teachers, unless there is no sorting", () => {
    const sorted = groups({ "students.sorting": 0.4 });
    expect(sorted.get("low-income")!.share).toBeCloseTo(0.4 * (1 - 0.4 * 0.6), 9);
    expect(sorted.get("English learners")!.share).toBeCloseTo(sorted.get("low-income")!.share, 9);
    expect((sorted.get("low-income")!.deep + sorted.get("not low-income")!.deep) / 150).toBeCloseTo(0.4, 9);
    const even = groups({ "students.sorting": 0 });
    expect(even.get("low-income")!.share).toBeCloseTo(even.get("not low-income")!.share, 9);
  });
  test("are sorted less where equity has priority, in member schools", () => {
    const behind = (equity: number, member: number) =>
      groups({ "students.sorting": 0.4 }, "elementary", equity, member).get("low-income")!.share;
    expect(behind(1, 1)).toBeCloseTo(0.4, 9);
    expect(behind(0.5, 1)).toBeCloseTo(0.4 * (1 - 0.2 * 0.6), 9);
    expect(behind(1, 0)).toBe(behind(0, 0));
  });
  test("of secondary schools have several teachers a year, so more are reached by one", () => {
    const young = groups({}).get("all students")!;
    expect(young.reached).toBe(young.deep);
    const older = groups({}, "high").get("all students")!;
    expect(older.deep).toBe(young.deep);
    expect(older.reached / older.studentYears).toBeCloseTo(1 - 0.6 ** 6, 9);
    expect(groups({ "students.teachers": 1 }, "high").get("all students")!.reached).toBeCloseTo(young.deep, 9);
  });
});

describe("what is counted", () => {
  test("are adopting schools, deep users, and students taught", () => {
    const state = using(startState(), [12, 10, 9, 6, 0]);
    state.school.member.set([1, 1, 0, 0, 0]);
    state.teacher.depth[0] = 0.75 * DEPTH_ONE;
    recount(state);
    const tally = openTally(0);
    tallyCounts(tally, state, groupSchools(state), enrolmentOf(state.schools, defaultWorld()), 0);
    const {
      adoption,
      depth30,
      depth50,
      depth70,
      schoolsAdopting,
      schoolsAbove80,
      members,
      adoptionMembers,
      students,
      meanDepth,
      survey,
    } = measuresOf(tally, openLedger(tally.horizon), false);
    expect(adoption[0]).toBeCloseTo(37 / 60, 12);
    expect([depth30[0], depth50[0]]).toEqual([adoption[0], adoption[0]]);
    expect(depth70[0]).toBeCloseTo(1 / 60, 12);
    expect([schoolsAdopting[0], schoolsAbove80[0], members[0]]).toEqual([0.6, 0.4, 0.4]);
    expect(adoptionMembers[0]).toBe(22 / 24);
    expect(students[0]).toBeCloseTo(37 / 60, 12);
    expect(meanDepth[0]).toBeCloseTo((36 * 0.6 + 0.75) / 37, 4);
    expect(survey).toBeNull();
  });
  test("are no users of member schools where there are none, nor those of closed ones", () => {
    const state = using(startState(), [12, 3, 0, 0, 0]);
    const tally = openTally(1);
    tallyCounts(tally, state, groupSchools(state), enrolmentOf(state.schools, defaultWorld()), 0);
    state.school.member.set([1, 1, 0, 0, 0]);
    state.school.open[0] = 0;
    tallyCounts(tally, state, groupSchools(state), enrolmentOf(state.schools, defaultWorld()), 1);
    expect([...measuresOf(tally, openLedger(tally.horizon), false).adoptionMembers]).toEqual([Number.NaN, 0.25]);
  });
  test("are coach hours per teacher of each third", async () => {
    const equal = await runOf({ levers: { entry: { cohorts: 1, every: 1 }, coaching: {} } });
    const needy = await runOf({
      levers: {
        entry: { cohorts: 1, every: 1 },
        coaching: {},
        vision: { clarity: 0, protection: 0, equityPriority: 1 },
      },
    });
    expect((await runOf({ horizon: 24 })).measures.coachHours).toEqual([0, 0, 0]);
    const lean = ({ measures: { coachHours } }: typeof equal) => coachHours[2] / coachHours[0];
    expect(lean(needy)).toBeGreaterThan(1.5 * lean(equal));
  });
});

describe("the survey layer", () => {
  /** Returns what surveys of 40 months show of a district where a fifth uses and two fifths try. */
  function shown(values: World, lost = 0): { reported: number[]; response: number[] } {
    const state = startState(values, districtOf("d", Array(20).fill(0.5), 50));
    state.teacher.stage.fill(0);
    state.teacher.stage.fill(USING, 0, 200);
    state.teacher.stage.fill(TRYING, 200, 600);
    recount(state);
    const tally = openTally(39);
    for (let m = 0; m < 40; m++) {
      tallyCounts(tally, state, groupSchools(state), enrolmentOf(state.schools, defaultWorld(values)), m);
      tallySurvey(tally, state, defaultWorld(values), m, lost);
    }
    const { reported, response } = measuresOf(tally, openLedger(tally.horizon), true).survey!;
    return { reported: [...reported], response: [...response] };
  }
  const sd = (values: number[]) => Math.sqrt(mean(values.map((x) => (x - mean(values)) * (x - mean(values)))));
  test("reports above practice where trying passes for use, and not else", () => {
    // Three standard errors of 40 surveys that 700 answer.
    expect(Math.abs(mean(shown({ "survey.inflation": 0.5 }).reported) - 0.4)).toBeLessThan(0.009);
    expect(Math.abs(mean(shown({ "survey.inflation": 0 }).reported) - 0.2)).toBeLessThan(0.008);
  });
  test("is noisier the fewer answer", () => {
    const full = sd(shown({ "survey.nonResponse": 0 }).reported);
    expect(full).toBeGreaterThan(0.005);
    expect(sd(shown({ "survey.nonResponse": 0.95 }).reported)).toBeGreaterThan(2.5 * full);
    expect(shown({ "survey.nonResponse": 0.25 }).response[7]).toBeCloseTo(0.75, 12);
  });
  test("has gaps", () => {
    const { reported, response } = shown({}, 1);
    expect(new Set(response)).toEqual(new Set([0]));
    expect(reported.every(Number.isNaN)).toBe(true);
  });
  test("changes no run", async () => {
    const plan = { horizon: 24, levers: { entry: { cohorts: 1 } } };
    expect((await runOf({ ...plan, survey: true })).checksum).toBe((await runOf(plan)).checksum);
    expect((await planOf(plan)).scenario.survey).toBe(false);
    expect(month().surveyShock).toBe(0);
  });
});
