import { fc, test as property } from "@fast-check/vitest";
import type { DistrictState, Observer, World } from "@uptake/model";
import { simulate } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { figure } from "./figures.ts";
import { chiSquareScore, identicalSchools, isTeaching, mean, noExits, planOf, runs, still } from "./support.ts";

// P3. A constant hazard gives geometric waiting times; a steep ramp gives Granovetter's cascade.

/** Compares how many left a state in each teaching month with a geometric law of hazard `h`; returns a score. */
function geometricScore(left: readonly number[], total: number, h: number): { score: number; bins: number } {
  let statistic = 0;
  let remaining = 1;
  let bins = 0;
  let tail = total;
  for (const count of left) {
    const expected = total * remaining * h;
    statistic += (count - expected) ** 2 / expected;
    remaining *= 1 - h;
    tail -= count;
    bins++;
  }
  statistic += (tail - total * remaining) ** 2 / (total * remaining);
  return { score: chiSquareScore(statistic, bins), bins: bins + 1 };
}

const frozen: World = {
  ...still,
  ...noExits,
  "network.outDegree": 0,
  "trying.dispositionSd": 0,
  "start.trying": 0,
  "start.owning": 0,
  "owning.rate": 0,
  "depth.practice": 0,
  "depth.support": 0,
  "depth.peers": 0,
};

const hazards = [
  {
    name: "trying",
    stage: "aware" as const,
    h: 0.05,
    values: {
      "start.adoption": 0,
      "start.aware": 1,
      "trying.intercept": Math.log(0.05 / 0.95),
      "lapsing.intercept": -40,
    },
  },
  {
    name: "hearing",
    stage: "unaware" as const,
    h: 0.04,
    values: { "start.adoption": 0, "start.aware": 0, "awareness.messages": 0.04, "trying.intercept": -40 },
  },
  {
    name: "lapsing",
    stage: "using" as const,
    h: 0.03,
    values: {
      "start.adoption": 0.6,
      "lapsing.intercept": Math.log(0.03 / 0.97),
      "lapsing.depth": 0,
      "trying.intercept": -40,
    },
  },
];

describe.each(hazards)("P3 constant hazard of $name", ({ name, stage, h, values }) => {
  test("gives geometric waiting times", async (context) => {
    const plan = await planOf({
      district: identicalSchools(4, 500),
      switches: { contagion: "none" },
      parameters: { draw: "fixed", values: { ...frozen, ...values } },
    });
    const series = runs(plan, 40, `geometric ${name}`).map(({ measures }) => measures.stages[stage]);
    const count = (m: number): number => Math.round(2000 * series.reduce((sum, shares) => sum + shares[m]!, 0));
    const left: number[] = [];
    for (let m = 1; m <= 60; m++) {
      const gone = count(m - 1) - count(m);
      if (isTeaching(m)) left.push(gone);
      else expect(gone).toBe(0);
    }
    const { score, bins } = geometricScore(left, count(0), h);
    figure(context, {
      pattern: "P3",
      statistic: `constant hazard ${h} of ${name}: chi-square of waiting times against the geometric law, as z`,
      simulated: score.toFixed(2),
      tolerance: "−4 to 4",
      holds: Math.abs(score) < 4,
      source: "closed form: geometric",
      cases: `${bins} waiting times of ${count(0)} teachers`,
    });
    expect(Math.abs(score)).toBeLessThan(4);
  });
});

test("P3 constant exits give geometric stays", async (context) => {
  const exit = { "exit.novice": 0.16, "exit.early": 0.16, "exit.middle": 0.16, "exit.senior": 0.16 };
  const stays = (): Observer => ({
    name: "first staff",
    observe: ({ teacher }: DistrictState) => teacher.person.reduce((sum, person) => sum + (person < 2000 ? 1 : 0), 0),
  });
  const plan = await planOf({
    district: identicalSchools(4, 500),
    parameters: {
      draw: "fixed",
      values: { ...still, ...exit, "exit.within": 0, "exit.risk": 0, "exit.support": 0, "exit.compliant": 0 },
    },
  });
  const series = runs(plan, 40, "stays", () => [stays()]).map(({ observed }) => observed["first staff"]!);
  const count = (m: number): number => series.reduce((sum, values) => sum + values[m]!, 0);
  const left = [12, 24, 36, 48, 60].map((m) => count(m - 12) - count(m));
  for (let m = 1; m <= 60; m++) if (m % 12 !== 0) expect(count(m)).toBe(count(m - 1));
  const { score, bins } = geometricScore(left, count(0), 0.16);
  figure(context, {
    pattern: "P3",
    statistic: "constant exits of .16 a year: chi-square of stays against the geometric law, as z",
    simulated: score.toFixed(2),
    tolerance: "−4 to 4",
    holds: Math.abs(score) < 4,
    source: "closed form: geometric",
    cases: `${bins} lengths of stay of ${count(0)} teachers`,
  });
  expect(Math.abs(score)).toBeLessThan(4);
});

/** Holds z of the eight threshold classes, the means of the eighths of a normal distribution by their medians. */
const classes = [-1.534, -0.887, -0.489, -0.157, 0.157, 0.489, 0.887, 1.534];

/** Runs Granovetter's cascade from the realised users and thresholds: all whose threshold is below the share join. */
function cascade(users: number, waiting: readonly number[], thresholds: readonly number[], horizon: number): number[] {
  const teachers = users + waiting.reduce((sum, n) => sum + n, 0);
  const counts = [users];
  for (let m = 1; m <= horizon; m++) {
    const share = counts[m - 1]! / teachers;
    const joined = waiting.reduce((sum, n, k) => sum + (thresholds[k]! < share ? n : 0), 0);
    counts.push(isTeaching(m) ? Math.max(counts[m - 1]!, users + joined) : counts[m - 1]!);
  }
  return counts;
}

const cascades: number[] = [];
let exact = 0;

property.prop(
  [
    fc.integer({ min: 150, max: 700 }),
    fc.integer({ min: 20, max: 450 }),
    fc.integer({ min: 10, max: 400 }),
    fc.nat(9999),
  ],
  { numRuns: 60, seed: 20260801 },
)("P3 a steep ramp gives Granovetter's cascade, exactly", async (centre, spread, start, seed) => {
  const horizon = 36;
  const waiting = new Array<number>(8).fill(0);
  let users = 0;
  const watch: Observer = {
    name: "users",
    observe: (state, index) => {
      let using = 0;
      state.teacher.stage.forEach((stage, i) => {
        const uses = stage === 3 || stage === 4;
        if (uses) using++;
        else if (index === 0) waiting[state.teacher.threshold[i]!]!++;
      });
      if (index === 0) users = using;
      return using;
    },
  };
  const plan = await planOf({
    district: identicalSchools(8, 31),
    horizon,
    switches: { network: "complete", everyoneAware: true, contagion: "complex" },
    parameters: {
      draw: "fixed",
      values: {
        ...frozen,
        "start.adoption": start / 1000,
        "peers.thresholdMean": centre / 1000,
        "peers.thresholdSd": spread / 1000,
        "peers.width": 0,
        "peers.strength": 40,
        "peers.visibilityFloor": 1,
        "trying.intercept": -20,
        "lapsing.intercept": -40,
        "depth.practice": 1,
      },
    },
  });
  const run = simulate(plan, { seed: `cascade ${seed}`, replicate: 0, observers: [watch] });
  const thresholds = classes.map((z) => Math.min(1, Math.max(0, centre / 1000 + (spread / 1000) * z)));
  const expected = cascade(users, waiting, thresholds, horizon);
  cascades.push(expected[horizon]! / 248);
  expect(Array.from(run.observed.users!)).toEqual(expected);
  exact++;
});

test("P3 the cascades tried were of all kinds", (context) => {
  const full = cascades.filter((share) => share > 0.99).length;
  const stuck = cascades.filter((share) => share < 0.5).length;
  figure(context, {
    pattern: "P3",
    statistic: "draws of thresholds and start whose users follow Granovetter's cascade month by month, exactly",
    simulated: `${exact} of ${cascades.length} (${full} run to all, ${stuck} stop below half, mean end ${mean(cascades).toFixed(2)})`,
    tolerance: "all of them",
    holds: exact === cascades.length,
    source: "closed form: Granovetter's cascade",
    cases: `${cascades.length} draws of 248 teachers, 36 months`,
    note: "a draw that differs fails the test before this line",
  });
  expect(exact).toBe(cascades.length);
  expect(full).toBeGreaterThan(3);
  expect(stuck).toBeGreaterThan(3);
});
