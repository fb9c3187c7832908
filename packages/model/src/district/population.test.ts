import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { populationNumbers } from "../evidence/population.ts";
import { derive, type Key, rootKey, standardise } from "../numerics/random.ts";
import { checkPopulation } from "./check-population.ts";
import type { District, School } from "./district.ts";
import { type Population, populate } from "./population.ts";
import { populationTable } from "./population-table.ts";
import { profile, profileNames } from "./profile.ts";
import { classOfThreshold, thresholdOfClass } from "./threshold.ts";

const world: Record<string, number> = { "peers.thresholdMean": 0.44, "peers.thresholdSd": 0.25 };
for (const parameter of populationNumbers) world[parameter.name] = parameter.default;
const key: Key = rootKey("population");
const d11 = profile();
const count = (values: Iterable<number>, keep: (value: number) => boolean): number => {
  let n = 0;
  for (const value of values) if (keep(value)) n++;
  return n;
};
const using = (stage: number): boolean => stage === 3 || stage === 4;
const school = (id: string, teachers: number, lowIncomeShare = 0.5): School => ({
  id,
  name: id,
  level: "middle",
  enrolment: 300,
  teachers,
  lowIncomeShare,
});
const district = (...schools: School[]): District => ({ id: "d", name: "D", schools, source: "test" });

/** Lists the arrays of one school, with ties relative to its first slot. */
function ofSchool(population: Population, s: number): unknown {
  const from = population.schoolStart[s]!;
  const to = population.schoolStart[s + 1]!;
  const ties = Array.from({ length: to - from }, (_, i) =>
    Array.from(
      population.ties.subarray(population.tieStart[from + i], population.tieStart[from + i + 1]),
      (tie) => tie - from,
    ),
  );
  const { disposition, threshold, experience, team, visitRank } = population;
  return [
    ties,
    ...[disposition, threshold, experience, team, visitRank].map((array) => Array.from(array.subarray(from, to))),
  ];
}

describe("populate", () => {
  test.each(profileNames)("gives %s an exact start, with stages, depths and months that fit", (name) => {
    const population = populate(profile(name), world, key, { everyoneAware: false });
    expect(count(population.stage, using)).toBe(Math.round(0.15 * population.teachers));
    for (let i = 0; i < population.teachers; i++) {
      const depth = population.depth[i]! / 65_535;
      const stage = population.stage[i]!;
      const [low, high] = (
        [
          [0, 0],
          [0, 0],
          [0, 0.29999],
          [0.3, 0.59999],
          [0.41999, 0.59999],
        ] as const
      )[stage]!;
      expect(depth >= low && depth <= high).toBe(true);
      if (stage === 4) expect(population.monthsInStage[i]).toBeGreaterThanOrEqual(12);
      expect(population.experience[i]).toBeLessThanOrEqual(60);
      expect(population.threshold[i]).toBeLessThan(8);
    }
  });

  test("is the same each time, and another with another key", () => {
    const again = (k: Key): Population => populate(d11, world, k, { everyoneAware: false });
    expect(again(key)).toEqual(again({ ...key }));
    expect(again(key).stage).not.toEqual(again(derive(key, 1)).stage);
  });

  test("makes everyone aware when asked, changing nothing else", () => {
    const some = populate(d11, world, key, { everyoneAware: false });
    const all = populate(d11, world, key, { everyoneAware: true });
    expect(count(all.stage, (stage) => stage === 0)).toBe(0);
    expect({ ...all, stage: 0 }).toEqual({ ...some, stage: 0 });
    expect(some.stage.every((stage, i) => stage === all.stage[i] || (stage === 0 && all.stage[i] === 1))).toBe(true);
  });

  test("chooses users by disposition and not by poverty, unless told to", () => {
    const large = profile("large-urban");
    const slope = (values: Record<string, number>): { z: number; poverty: number } => {
      const p = populate(large, { ...world, ...values }, key, { everyoneAware: false });
      let z = 0;
      let poverty = 0;
      let all = 0;
      for (let s = 0; s < p.schools; s++) {
        for (let i = p.schoolStart[s]!; i < p.schoolStart[s + 1]!; i++) {
          all += large.schools[s]!.lowIncomeShare / p.teachers;
          if (!using(p.stage[i]!)) continue;
          z += standardise(p.disposition[i]!);
          poverty += large.schools[s]!.lowIncomeShare;
        }
      }
      const users = count(p.stage, using);
      return { z: z / users, poverty: poverty / users - all };
    };
    expect(slope({}).z).toBeGreaterThan(0.5);
    expect(slope({ "start.disposition": 0 }).z).toBeLessThan(0.12);
    expect(Math.abs(slope({}).poverty)).toBeLessThan(0.03);
    expect(slope({ "start.tierSlope": -2 }).poverty).toBeLessThan(-0.04);
  });

  test.each([
    [0, 0],
    [0.09, 0.04],
    [0.2, 0.1],
  ])("spreads users between schools, by %d in the score, with an intraclass correlation of about %d", (icc, share) => {
    const estimates: number[] = [];
    const equal = district(...Array.from({ length: 100 }, (_, s) => school(`s${s}`, 30)));
    for (let r = 0; r < 30; r++) {
      const { stage } = populate(equal, { ...world, "start.icc": icc }, derive(key, r), { everyoneAware: false });
      let between = 0;
      for (let s = 0; s < 100; s++)
        between += (count(stage.subarray(s * 30, s * 30 + 30), using) / 30 - 0.15) ** 2 / 99;
      const within = 0.15 * 0.85;
      estimates.push((between - within / 30) / within);
    }
    const mean = estimates.reduce((a, b) => a + b, 0) / estimates.length;
    expect(Math.abs(mean - share)).toBeLessThan(0.01);
  });

  test("has the experience mix and the octiles of its parameters", () => {
    const p = populate(profile("large-urban"), world, key, { everyoneAware: false });
    const share = (values: Iterable<number>, keep: (value: number) => boolean): number =>
      count(values, keep) / p.teachers;
    const [novice, early, middle] = ["To3", "4To9", "10To14"].map((years) => world[`population.experience${years}`]!);
    for (const [low, high, expected] of [
      [0, 3, novice!],
      [4, 9, early!],
      [10, 14, middle!],
      [15, 60, 1 - novice! - early! - middle!],
    ] as const)
      expect(Math.abs(share(p.experience, (x) => x >= low && x <= high) - expected)).toBeLessThan(0.02);
    expect(share(p.experience, (x) => x > 20)).toBeGreaterThan(0.12);
    for (let k = 0; k < 8; k++) expect(Math.abs(share(p.threshold, (x) => x === k) - 0.125)).toBeLessThan(0.02);
    expect(Math.abs(share(p.visitRank, (x) => x < 64) - 0.25)).toBeLessThan(0.02);
  });

  test("points latent ties at other schools, uniformly, and at nobody in a one-school district", () => {
    const p = populate(d11, world, key, { everyoneAware: false });
    for (let s = 0; s < p.schools; s++) {
      for (let i = p.schoolStart[s]!; i < p.schoolStart[s + 1]!; i++) {
        const to = p.visitTie[i]!;
        expect(to >= 0 && to < p.teachers && (to < p.schoolStart[s]! || to >= p.schoolStart[s + 1]!)).toBe(true);
      }
    }
    const one = populate(district(school("a", 20)), world, key, { everyoneAware: false });
    expect(one.visitTie.every((tie) => tie === -1)).toBe(true);
  });

  test("founding schools changes nothing about the others", () => {
    const plain = populate(d11, world, key, { everyoneAware: true });
    const founded = [school("new-1", 12), school("new-2", 1)];
    const more = populate(d11, world, key, { everyoneAware: true, founded });
    expect(more.schools).toBe(plain.schools + 2);
    expect(more.teachers).toBe(plain.teachers + 13);
    for (const name of [
      "team",
      "visitTie",
      "visitRank",
      "disposition",
      "threshold",
      "experience",
      "stage",
      "depth",
      "monthsInStage",
    ] as const) {
      expect(more[name].slice(0, plain.teachers)).toEqual(plain[name]);
    }
    expect(more.tieStart.slice(0, plain.teachers + 1)).toEqual(plain.tieStart);
    expect(more.ties.slice(0, plain.ties.length)).toEqual(plain.ties);
    expect(more.stage.slice(plain.teachers).every((stage) => stage === 0)).toBe(true);
    expect(more.depth.slice(plain.teachers).every((depth) => depth === 0)).toBe(true);
    expect(more.tieStart.at(-1)).toBeGreaterThan(plain.ties.length);
    // A founded school is the same whichever others are founded with it.
    const alone = populate(d11, world, key, { everyoneAware: true, founded: [founded[0]!] });
    expect(ofSchool(alone, alone.schools - 1)).toEqual(ofSchool(more, more.schools - 2));
  });

  property.prop([fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 2 })], { numRuns: 30 })(
    "a school's own draws and inner ties are the same whatever other schools there are, in whatever order",
    (chosen) => {
      const sizes = [5, 30, 1, 12, 64];
      const inner = { ...world, "network.crossSchool": 0 };
      const all = populate(district(...sizes.map((size, s) => school(`s${s}`, size))), inner, key, {
        everyoneAware: false,
      });
      const some = populate(district(...chosen.map((s) => school(`s${s}`, sizes[s]!))), inner, key, {
        everyoneAware: false,
      });
      chosen.forEach((s, place) => {
        if (sizes[s]! > 1) expect(ofSchool(some, place)).toEqual(ofSchool(all, s));
      });
    },
  );

  test("draws the country's largest districts at once in reasonable time", () => {
    const large = district(...Array.from({ length: 12_500 }, (_, s) => school(`s${s}`, 32)));
    const p = populate(large, world, key, { everyoneAware: false });
    expect(count(p.stage, using)).toBe(60_000);
    expect(p.ties.length / p.teachers).toBeGreaterThan(3.3);
  });
});

describe("a supplied population", () => {
  const small = profile("us-average");
  const drawn = populate(small, world, key, { everyoneAware: false });
  const table = populationTable(drawn, small, world);

  test("is written as rows and read back as it was", () => {
    expect(checkPopulation(table, small)).toEqual([]);
    expect(table.schools.length).toBe(8);
    expect(table.ties.filter((tie) => tie.fromSchool !== tie.toSchool).length).toBeGreaterThan(0);
    const back = populate({ ...small, population: table }, world, key, { everyoneAware: true });
    expect(back).toEqual(drawn);
    const founded = populate({ ...small, population: table }, world, key, {
      everyoneAware: true,
      founded: [school("new", 9)],
    });
    expect(founded.ties.slice(0, drawn.ties.length)).toEqual(drawn.ties);
    expect(founded.tieStart.length).toBe(drawn.teachers + 10);
  });

  test("may have its rows in any order of schools", () => {
    const two = district(school("a", 2), school("b", 1));
    const teacher = (index: number, at: string, stage: "aware" | "lapsed") => ({
      teacher: index,
      school: at,
      team: 0,
      experience: index,
      disposition: 0,
      threshold: 0.4,
      stage,
    });
    const population = {
      teachers: [teacher(0, "b", "lapsed"), teacher(1, "a", "aware"), teacher(2, "a", "aware")],
      ties: [
        { from: 0, to: 2 },
        { from: 1, to: 0 },
      ],
    };
    const p = populate({ ...two, population }, world, key, { everyoneAware: false });
    expect(Array.from(p.experience)).toEqual([1, 2, 0]);
    expect(Array.from(p.stage)).toEqual([1, 1, 5]);
    expect([Array.from(p.tieStart), Array.from(p.ties)]).toEqual([
      [0, 1, 1, 2],
      [2, 1],
    ]);
  });

  test("is checked: everything wrong is reported at once", () => {
    const teachers = table.teachers.map((row) => ({ ...row }));
    Object.assign(teachers[0]!, {
      school: "elementary-9",
      stage: "usin",
      experience: 61,
      disposition: Number.NaN,
      threshold: 1.5,
      team: 0.5,
    });
    Object.assign(teachers[1]!, { teacher: 7 });
    const many = Array.from({ length: 101 }, (_, k) => ({ from: 3, to: 20 + k }));
    const ties = [{ from: 1, to: 1 }, { from: 0, to: 9999 }, { from: 2, to: 4 }, { from: 2, to: 4 }, ...many];
    const issues = checkPopulation({ teachers, ties }, small);
    expect(issues.map((issue) => issue.code).sort()).toEqual([
      "out-of-order",
      "out-of-range",
      "out-of-range",
      "out-of-range",
      "out-of-range",
      "repeated-tie",
      "self-tie",
      "teacher-count",
      "too-many-ties",
      "unknown-school",
      "unknown-stage",
      "unknown-teacher",
    ]);
    expect(issues.find((issue) => issue.code === "unknown-stage")).toMatchObject({
      path: "teachers[0].stage",
      nearest: "using",
    });
  });
});

test("threshold classes are ascending, centred on the mean, and found again", () => {
  const thresholds = Array.from({ length: 8 }, (_, k) => thresholdOfClass(k, 0.44, 0.25));
  expect(thresholds).toEqual([...thresholds].sort((a, b) => a - b));
  expect(thresholds.reduce((a, b) => a + b, 0) / 8).toBeCloseTo(0.44, 10);
  expect(thresholds.map((threshold) => classOfThreshold(threshold, 0.44, 0.25))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(thresholdOfClass(0, 0.1, 0.5)).toBe(0);
});
