import { describe, expect, test } from "vitest";
import { districtOf, runOf, startState, watchOf } from "../../test-support/fixtures.ts";
import type { District, Level } from "../district/district.ts";
import { OWNING, USING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { defaultWorld } from "../evidence/world.ts";
import type { DistrictState } from "../state/district-state.ts";
import { type Enrolment, enrolmentOf, teachersOfStudents } from "./enrolment.ts";
import { passStudents, reachedBy, reachedTwice, studentsReached, teachStudents } from "./students-reached.ts";

/** Two teachers a student, so that counts can be made by hand. */
const two = defaultWorld({ "students.teachers": 2 });

/** Reads the students of a district's schools where a student has two teachers. */
const enrolled = ({ schools }: DistrictState): Enrolment => enrolmentOf(schools, two);

/** Makes a district of schools of ten teachers, each of a level and with so many students. */
function districtWith(...schools: readonly (readonly [Level, number])[]): District {
  const made = districtOf(
    "d",
    schools.map(() => 0.5),
    10,
  );
  return {
    ...made,
    schools: made.schools.map((one, s) => ({ ...one, level: schools[s]![0], enrolment: schools[s]![1] })),
  };
}

/** Says how many of the ten teachers of each school use the practice, one of them owning it. */
function using(state: DistrictState, users: readonly number[]): void {
  users.forEach((n, s) => {
    state.counts.stages.fill(0, 6 * s, 6 * s + 6);
    state.counts.stages[6 * s] = 10 - n;
    state.counts.stages[6 * s + USING] = Math.max(0, n - 1);
    state.counts.stages[6 * s + OWNING] = Math.min(1, n);
  });
}

const pipeline: readonly (readonly [Level, number])[] = [
  ["elementary", 600],
  ["middle", 300],
  ["high", 400],
];

describe("of a student's teachers", () => {
  /** Adds up over all ways in which `teachers` teachers can use the practice or not. */
  function chance(share: number, teachers: number, least: number): number {
    let sum = 0;
    for (let way = 0; way < 2 ** teachers; way++) {
      let users = 0;
      for (let k = 0; k < teachers; k++) users += (way >> k) & 1;
      if (users >= least) sum += share ** users * (1 - share) ** (teachers - users);
    }
    return sum;
  }
  test.each([0, 0.15, 0.5, 0.9, 1])(
    "one or two use the practice as chance has it, where a share of %d does",
    (share) => {
      expect(reachedBy(share, 1)).toBe(share);
      expect(reachedTwice(share, 1)).toBe(share);
      for (let teachers = 2; teachers <= 10; teachers++) {
        expect(reachedBy(share, teachers)).toBeCloseTo(chance(share, teachers, 1), 12);
        expect(reachedTwice(share, teachers)).toBeCloseTo(chance(share, teachers, 2), 12);
        expect(reachedTwice(share, teachers)).toBeGreaterThanOrEqual(0);
      }
    },
  );
  test("there is one in elementary schools, and as many as the world says, rounded down, in others", () => {
    const world: World = defaultWorld({ "students.teachers": 6.9 });
    const levels: readonly Level[] = ["elementary", "middle", "high", "other"];
    expect(levels.map((level) => teachersOfStudents(level, world))).toEqual([1, 6, 6, 6]);
  });
});

describe("students of a K–5, a 6–8 and a 9–12 school", () => {
  const state = startState({}, districtWith(...pipeline));
  const reached = () => studentsReached(state, enrolled(state));

  test("are counted by hand over two years", () => {
    expect(reached().ever).toBe(0);
    using(state, [5, 2, 0]);
    teachStudents(state, enrolled(state));
    // Half of 600 have the one teacher; of 300, 1 − .8² have one of two, and .2² both.
    expect(reached().ever).toBeCloseTo(300 + 108, 9);
    expect(reached().twice).toBeCloseTo(300 + 12, 9);

    passStudents(state);
    // A sixth, a third and a quarter are new: of whom none, half, and .36 were reached in the school they come from.
    expect(Array.from(state.school.untaught)).toEqual([
      expect.closeTo((5 * 0.5 + 1) / 6, 12),
      expect.closeTo((2 * 0.64 + 0.5) / 3, 12),
      expect.closeTo((3 * 1 + 0.64) / 4, 12),
    ]);
    expect(reached().ever).toBeCloseTo(600 * (1 - 3.5 / 6) + 300 * (1 - 1.78 / 3) + 400 * (1 - 3.64 / 4), 9);

    using(state, [10, 2, 5]);
    teachStudents(state, enrolled(state));
    expect(reached().ever).toBeCloseTo(600 + 300 * (1 - (1.78 / 3) * 0.64) + 400 * (1 - (3.64 / 4) * 0.25), 9);
    expect(reached().twice).toBeCloseTo(600 + 12 + 400 * 0.25, 9);

    passStudents(state);
    const middle = (1.78 / 3) * 0.64;
    expect(Array.from(state.school.untaught)).toEqual([
      expect.closeTo(1 / 6, 12),
      expect.closeTo((2 * middle + 0) / 3, 12),
      expect.closeTo((3 * 0.91 * 0.25 + middle) / 4, 12),
    ]);
  });
  test("have the teachers of a whole year, so a month with fewer users takes nobody back", () => {
    const year = startState({}, districtWith(...pipeline));
    using(year, [5, 0, 0]);
    teachStudents(year, enrolled(year));
    using(year, [1, 0, 0]);
    teachStudents(year, enrolled(year));
    expect(studentsReached(year, enrolled(year))).toEqual({ ever: 300, twice: 60 });
    using(year, [7, 0, 0]);
    teachStudents(year, enrolled(year));
    expect(studentsReached(year, enrolled(year))).toEqual({
      ever: expect.closeTo(420, 9),
      twice: expect.closeTo(420, 9),
    });
  });
});

describe("a cohort that enters", () => {
  /** Returns the share never reached in the last school after a year in which `users` of the ten teachers of each use it. */
  function after(schools: readonly (readonly [Level, number])[], users: readonly number[]): number {
    const state = startState({}, districtWith(...schools));
    using(state, users);
    teachStudents(state, enrolled(state));
    passStudents(state);
    return state.school.untaught[schools.length - 1]!;
  }
  test("comes from the schools of the level below, by their students", () => {
    const feeders = [
      ["elementary", 100],
      ["elementary", 300],
      ["middle", 200],
    ] as const;
    expect(after(feeders, [10, 0, 0])).toBeCloseTo((2 + 0.75) / 3, 12);
    expect(after(feeders, [0, 10, 0])).toBeCloseTo((2 + 0.25) / 3, 12);
  });
  test("comes to a high school from elementary schools where there is no middle school", () => {
    expect(
      after(
        [
          ["elementary", 100],
          ["high", 200],
        ],
        [10, 0],
      ),
    ).toBeCloseTo((3 + 0) / 4, 12);
  });
  test.each<[Level, number]>([
    ["elementary", 6],
    ["middle", 3],
    ["high", 4],
    ["other", 6],
  ])("was never reached where no school is below: %s, in %d years", (level, years) => {
    expect(after([[level, 100]], [10])).toBeCloseTo(1 / years, 12);
    expect(
      after(
        [
          ["high", 500],
          [level, 100],
        ],
        [10, 0],
      ),
    ).toBe(1);
  });
  test("of a middle school does not come from schools that are closed", () => {
    const state = startState({}, districtWith(["elementary", 100], ["middle", 200]));
    using(state, [10, 0]);
    state.school.open[0] = 0;
    teachStudents(state, enrolled(state));
    passStudents(state);
    expect(Array.from(state.school.untaught)).toEqual([1, 1]);
    expect(studentsReached(state, enrolled(state))).toEqual({ ever: 0, twice: 0 });
  });
});

describe("in a run", () => {
  const input = { horizon: 30, district: districtWith(...pipeline), levers: { entry: { cohorts: 1 }, coaching: {} } };
  test("students reached are shares of those enrolled, none at the start, and reached twice as the teachers now are", async () => {
    const { measures } = await runOf(input);
    const trace = await watchOf(input);
    const twice = trace.map(({ counts }) => {
      const share = (s: number): number => (counts.stages[6 * s + USING]! + counts.stages[6 * s + OWNING]!) / 10;
      return (600 * share(0) + 300 * reachedTwice(share(1), 6) + 400 * reachedTwice(share(2), 6)) / 1300;
    });
    measures.studentsTwice.forEach((share, m) => expect(share).toBeCloseTo(twice[m]!, 12));
    expect(measures.studentsEver[0]).toBe(0);
    for (const year of [0, 1]) {
      for (let m = 12 * year + 1; m < 12 * year + 12; m++) {
        expect(measures.studentsEver[m]).toBeGreaterThanOrEqual(measures.studentsEver[m - 1]!);
      }
    }
    expect(measures.studentsEver[30]).toBeGreaterThan(measures.studentsTwice[30]!);
    expect(Math.max(...measures.studentsEver)).toBeLessThanOrEqual(1);
  });
  test("nobody is reached in summer", async () => {
    const { studentsEver } = (await runOf(input)).measures;
    expect(studentsEver[11]).toBe(studentsEver[10]);
    expect(studentsEver[23]).toBe(studentsEver[22]);
  });
});
