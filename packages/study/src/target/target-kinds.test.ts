import {
  type District,
  type DistrictState,
  type Level,
  type Observer,
  prepare,
  type Scenario,
  type ScenarioInput,
  scenario,
  stages,
  type TargetOf,
  targetKinds,
} from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { underBeliefs } from "../beliefs/under-beliefs.ts";
import { cardsOf } from "../compare/cards.ts";
import { compareToPrecision } from "../compare/compare-to-precision.ts";
import { type Ensemble, ensemble } from "../ensemble/ensemble.ts";
import { column, row } from "../ensemble/series.ts";
import { seriesOf } from "../ensemble/summarise.ts";
import { targetObjective } from "../optimise/objective.ts";
import { rivals } from "../rivals/rivals.ts";
import { readThreshold } from "../stress/threshold.ts";
import { evaluateTarget } from "./evaluate-target.ts";
import { outcomesOf } from "./run-outcome.ts";
import { sustainedMonth } from "./sustained.ts";
import { firstTime, shortfall, targetProbability, timeToTarget } from "./target.ts";
import { targetSeries } from "./target-series.ts";
import { targetStatistics } from "./target-statistics.ts";
import { targetWords, wordsOfSeries } from "./target-words.ts";

const levels: readonly (readonly [Level, teachers: number, students: number])[] = [
  ["elementary", 9, 140],
  ["middle", 7, 90],
  ["high", 11, 160],
  ["other", 5, 60],
];
const district: District = {
  id: "hand",
  name: "By hand",
  source: "Made up for a test",
  schools: levels.map(([level, teachers, enrolment], s) => ({
    id: level,
    name: level,
    level,
    enrolment,
    teachers,
    lowIncomeShare: 0.2 * (s + 1),
  })),
};

const code = (stage: (typeof stages)[number]): number => stages.indexOf(stage);

/** Walks through the posts of a school and counts those that `counts`. */
function count({ population, teacher }: DistrictState, s: number, counts: (stage: number, depth: number) => boolean) {
  let found = 0;
  for (let i = population.schoolStart[s] as number; i < (population.schoolStart[s + 1] as number); i++)
    if (counts(teacher.stage[i] as number, teacher.depth[i] as number)) found++;
  return found;
}

const uses = (stage: number): boolean => stage === code("using") || stage === code("owning");
const all = levels.map((_, s) => s);
const posts = levels.reduce((sum, [, teachers]) => sum + teachers, 0);
const sum = (of: (s: number) => number): number => all.reduce((total, s) => total + of(s), 0);

/** Deals every student `teachers` teachers, each of whom uses with the school's share, and counts who has two of them. */
function dealt(share: number, teachers: number): number {
  let met = 0;
  for (let hands = 0; hands < 2 ** teachers; hands++) {
    const using = Array.from({ length: teachers }, (_, k) => (hands >> k) % 2).reduce((a, b) => a + b, 0);
    if (using >= 2) met += share ** using * (1 - share) ** (teachers - using);
  }
  return met;
}

/** Counts by hand what a target of each kind is a share of. Secondary students have four teachers. */
const byHand: Readonly<Record<TargetOf, (state: DistrictState) => number>> = {
  teachers: (state) => sum((s) => count(state, s, uses)) / posts,
  "sign-ups": (state) => sum((s) => count(state, s, (stage) => uses(stage) || stage === code("trying"))) / posts,
  deep: (state) => sum((s) => count(state, s, (stage, depth) => uses(stage) && depth >= 32_768)) / posts,
  schools: (state) => all.filter((s) => count(state, s, uses) > (levels[s] as (typeof levels)[0])[1] / 2).length / 4,
  students: (state) => {
    const met = sum((s) => {
      const [level, teachers, students] = levels[s] as (typeof levels)[0];
      const share = count(state, s, uses) / teachers;
      return students * (level === "elementary" ? share : dealt(share, 4));
    });
    return met / sum((s) => (levels[s] as (typeof levels)[0])[2]);
  },
};
const observers = targetKinds.map((name): Observer => ({ name, observe: byHand[name] }));

const input: ScenarioInput = {
  district,
  strategy: "all-six-lessons",
  horizon: 46,
  funded: 24,
  parameters: { draw: "priors", values: { "students.teachers": 4, "start.adoption": 0.4, "trying.intercept": -1.5 } },
};
const replicates = 24;
const asked = (target: Scenario["target"]): Scenario => scenario({ ...input, target });
const month = 22;

describe.each(targetKinds)("a target of %s", (of) => {
  let runs: Ensemble;
  let hand: readonly number[];
  let share: number;
  let met: number;
  beforeAll(async () => {
    const plan = await prepare(asked({ of, month, share: 0.5 }));
    runs = await ensemble(plan, { replicates, seed: "hand", observers });
    hand = column(seriesOf(runs, `observed.${of}`), month);
    // A share that half of the runs reach, so that the test can tell one from another.
    share = [...hand].sort((a, b) => a - b)[replicates / 2] as number;
    met = hand.filter((value) => value >= share).length;
  });

  test("is what a count by hand says, in every month of every run", () => {
    const { values } = seriesOf(runs, targetSeries(of));
    const counted = seriesOf(runs, `observed.${of}`).values;
    if (of === "students") for (const [i, value] of counted.entries()) expect(values[i]).toBeCloseTo(value, 12);
    else expect(values).toEqual(counted);
    expect(new Set(hand).size).toBeGreaterThan(2);
  });

  test("has the chance, the shortfall and the time that follow from the count", () => {
    // Sums of another order differ in the last digit, which may decide where a share is met exactly.
    const at = share - 1e-9;
    const asks = { share: at };
    expect(met).toBeLessThan(replicates);
    expect(met).toBeGreaterThan(0);
    expect(targetProbability(runs, asks)).toMatchObject({ of, share: at, month, probability: met / replicates });
    const lacking = hand.map((value) => Math.max(0, at - value)).reduce((a, b) => a + b, 0) / replicates;
    expect(shortfall(runs, asks).mean).toBeCloseTo(lacking, 12);
    const times = Array.from({ length: replicates }, (_, r) =>
      firstTime(row(seriesOf(runs, `observed.${of}`), r), at, "momentary"),
    );
    const reached = times.filter(Number.isFinite).length / replicates;
    expect(timeToTarget(runs, "momentary", asks).reached.probability).toBe(reached);
    const told = targetStatistics(runs, asks);
    expect(told).toMatchObject({ of, share: at, month, chance: { probability: met / replicates } });
    expect(told.momentary.reached.probability).toBe(reached);
    const later = column(seriesOf(runs, `observed.${of}`), sustainedMonth(runs.scenario));
    expect(told.sustained.mean).toBeCloseTo(later.reduce((a, b) => a + b, 0) / replicates, 12);
    expect(told.sustained.chance?.probability).toBe(later.filter((value) => value >= at).length / replicates);
  });

  test("is read alike wherever a scenario's own target is", async () => {
    const mine = asked({ of, month, share: share - 1e-9 });
    const plan = await prepare(mine);
    const chance = met / replicates;
    const evaluated = await evaluateTarget(mine, { replicates, seed: "hand" });
    expect(evaluated.chance).toMatchObject({ of, probability: chance });
    expect(cardsOf({ ...runs, scenario: mine }).chance).toMatchObject({ of, plan: { value: chance } });
    const { headlines, reached } = await underBeliefs([mine], { replicates, seed: "hand", asSet: true });
    expect(headlines[0]).toMatchObject({
      of,
      month,
      beliefs: [{ belief: "as set", chance: { probability: chance } }, {}, {}, {}, {}],
    });
    const series = targetSeries(of);
    expect(reached[0]).toEqual(column(seriesOf(runs, series), month));
    expect(outcomesOf(plan, ["target"])).toMatchObject([{ series, month, atLeast: mine.target.share }]);
    expect(outcomesOf(plan)[0]).toMatchObject({ series, month, atLeast: null });
    expect(targetObjective(mine)).toEqual({ of: "target", series, share: mine.target.share, month });
    expect(readThreshold([plan], {})).toMatchObject({ measure: series, month, value: mine.target.share, issues: [] });
    const compared = await compareToPrecision(plan, [plan], { halfWidth: 0.5, cap: 2, seed: "hand" });
    expect(compared.of).toEqual({ series, month });
    const usual = await prepare(scenario({ ...input, target: mine.target, strategy: "business-as-usual" }));
    const ranked = await rivals([plan, usual], { replicates: 2, seed: "hand", rivals: ["no-peers"] });
    expect(ranked.measure).toEqual({ series, month, better: "more" });
  });

  test("has words of its own", () => {
    expect(wordsOfSeries(targetSeries(of))).toBe(targetWords[of]);
    const others = targetKinds.filter((kind) => kind !== of);
    for (const field of ["measure", "short", "who", "clause", "axis", "doc"] as const)
      expect(others.map((kind) => targetWords[kind][field])).not.toContain(targetWords[of][field]);
  });
});

test("students with one teacher a year count where that one uses the practice, to the bit", async () => {
  const values = { "students.teachers": 1, "start.adoption": 0.4 };
  const plan = await prepare(scenario({ ...input, horizon: 12, parameters: { values } }));
  const shares: Observer = {
    name: "shares",
    observe: (state) => {
      const met = sum((s) => {
        const [, teachers, students] = levels[s] as (typeof levels)[0];
        return students * (count(state, s, uses) / teachers);
      });
      return met / 450;
    },
  };
  const { series } = await ensemble(plan, { replicates: 4, seed: "hand", observers: [shares] });
  expect(series.get("studentsTwice")?.values).toEqual(series.get("observed.shares")?.values);
});
