import { type Draw, InputError, type Scenario, scenario, worldCount, worldNumber } from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate } from "../evaluate/evaluation.ts";
import { decisionsOf, withDecisions } from "./decision.ts";
import { holdOut } from "./hold-out.ts";
import { floorKept, searchValue } from "./objective.ts";
import { type Optimised, optimise, optimiseRuns } from "./optimise.ts";
import { type OptimiseOptions, settingsOf } from "./optimise-settings.ts";
import { cheapestPoint, withinBudget } from "./within-budget.ts";

const place: Scenario = scenario({
  district: "porterville-unified",
  strategy: "coaching-only",
  horizon: 24,
  funded: 24,
});
const small: OptimiseOptions = {
  decisions: [
    { name: "levers.coaching.teachersPerCoach", range: [10, 120] },
    { name: "levers.coaching.start", range: [0, 12] },
  ],
  budgets: [1_500_000],
  objective: { of: "mean", series: "adoption", month: 22 },
  population: 4,
  generations: 3,
  replicates: 4,
  planning: 4,
  finalists: 2,
  finalReplicates: 12,
};

const issuesOf = async (run: () => unknown): Promise<readonly unknown[]> => {
  try {
    await run();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
};

describe("decisions", () => {
  test("are put in place, whole numbers rounded, and add levers that were not used", () => {
    const decisions = decisionsOf(
      [
        { name: "levers.coaching.start", range: [0, 12] },
        { name: "levers.entry.every" },
        { name: "levers.learning.institutes", range: [0, 5] },
      ],
      place,
    );
    const { levers } = withDecisions(place, decisions, [5.6, 11.2, 2.5]);
    expect(levers.coaching).toEqual({ ...place.levers.coaching, start: 6 });
    expect(levers.entry?.["every"]).toBe(11);
    expect(levers.learning).toEqual({ institutes: 2.5 });
  });
  test("that cannot be are named, all at once", async () => {
    const inputs = [
      { name: "levers.coaching.teachersPerCoach" },
      { name: "levers.coaching.teachersPerCoach" },
      { name: "levers.coaching.teachersPerCoch" },
      { name: "levers.coaching.start", range: [0, 24] as const },
      { name: "levers.vision.clarity", range: [0.5, 0.5] as const },
      { name: "support.floor" },
    ];
    const issues = await issuesOf(() => decisionsOf(inputs, place));
    expect(issues).toMatchObject([
      { code: "repeated-decision" },
      { code: "unknown-factor", nearest: "levers.coaching.teachersPerCoach" },
      { code: "out-of-range", allowed: "whole months, 0 to 23, lower first" },
      { code: "out-of-range" },
      { code: "not-a-lever" },
    ]);
    expect(await issuesOf(() => decisionsOf([], place))).toMatchObject([{ code: "empty" }]);
  });
});

describe("a budget", () => {
  // Cost falls along the first decision and rises with the square of the second.
  const costOf = async (points: readonly (readonly number[])[]): Promise<number[]> =>
    points.map(([a, b]) => 10 - a! + b! ** 2);
  const ranges = [
    [0, 5],
    [1, 4],
  ] as const;
  test("starts from the cheapest plan", async () => {
    expect(await cheapestPoint(ranges, costOf)).toEqual({ point: [5, 1], cost: 6 });
  });
  test("is kept by every plan, within the ranges; those that fit stay as they are", async () => {
    const cheapest = await cheapestPoint(ranges, costOf);
    const points = [
      [0, 4],
      [4, 1.5],
      [5, 4],
      [2, 3],
    ];
    const planned = await withinBudget(points, 9, cheapest, costOf);
    for (const { point, cost } of planned) {
      expect(cost).toBeLessThanOrEqual(9);
      expect(cost).toBe((await costOf([point]))[0]);
      point.forEach((value, d) => {
        expect(value).toBeGreaterThanOrEqual(ranges[d]![0]);
        expect(value).toBeLessThanOrEqual(ranges[d]![1]);
      });
    }
    expect(planned[1]!.point).toEqual([4, 1.5]);
    expect(planned[3]!.point).not.toEqual(cheapest.point);
  });
});

describe("a floor", () => {
  const outcomes = (sought: number[], worstTier: number[]) => ({ sought, worstTier, gap: [0.1, 0.1, 0.1] });
  const mean = { of: "mean", series: "adoption", month: 22 } as const;
  test("puts every plan that breaks it behind all that keep it", () => {
    const kept = searchValue(mean, { worstTier: 0.2 }, outcomes([0, 0], [0.3, 0.2]));
    const broken = searchValue(mean, { worstTier: 0.2 }, outcomes([1, 1], [0.1, 0.2]));
    const worse = searchValue(mean, { worstTier: 0.2 }, outcomes([1, 1], [0, 0.1]));
    expect(kept).toBeLessThan(broken as number);
    expect(broken).toBeLessThan(worse as number);
  });
  test("is judged by the whole interval", () => {
    expect(floorKept({ worstTier: 0.2 }, outcomes([], [0.3, 0.31, 0.32]))).toBe("kept");
    expect(floorKept({ worstTier: 0.2 }, outcomes([], [0.1, 0.11, 0.12]))).toBe("broken");
    expect(floorKept({ worstTier: 0.2 }, outcomes([], [0.1, 0.2, 0.3]))).toBe("cannot-tell");
    expect(floorKept({ gap: 0.05 }, outcomes([], [0.3]))).toBe("broken");
    expect(floorKept({}, outcomes([], [0.3]))).toBeNull();
  });
});

describe("worlds held out", () => {
  const worldsIn = (seed: string, replicates: readonly number[], draw: Draw): Set<number> =>
    new Set(replicates.map((replicate) => worldNumber(seed, replicate, { draw })));
  const settings = settingsOf({ ...small, replicates: 40, planning: 30, finalReplicates: 50 });
  test("are a half that neither candidates nor planned costs are tried in", () => {
    const { planning, search, judge, worlds } = holdOut(settings, { ...place.parameters, draw: "sampled" });
    expect([planning, search, judge].map(({ length }) => length)).toEqual([30, 40, 50]);
    const judged = worldsIn("uptake", judge, "sampled");
    const searched = [...worldsIn("uptake", search, "sampled"), ...worldsIn("budget", planning, "sampled")];
    expect(searched.filter((world) => judged.has(world))).toEqual([]);
    expect(worlds).toEqual({ searched: 40, judged: 50 });
    const other = holdOut({ ...settings, seed: "other" }, { ...place.parameters, draw: "sampled" });
    expect(worldsIn("other", other.judge, "sampled")).not.toEqual(judged);
  });
  test("come again where more replicates are asked for than a half has", () => {
    const all = worldCount({ draw: "sampled" }) as number;
    const many = { ...settings, replicates: 2 * all, finalReplicates: 2 * all };
    const { search, judge, worlds } = holdOut(many, { ...place.parameters, draw: "sampled" });
    expect(worlds).toEqual({ searched: Math.ceil(all / 2), judged: Math.floor(all / 2) });
    expect([search.length, judge.length]).toEqual([2 * all, 2 * all]);
  });
  test("are later replicates where each has a new world, or all share one", () => {
    const later = Array.from({ length: 50 }, (_, r) => 40 + r);
    const own = holdOut(settings, { ...place.parameters, draw: "priors" });
    expect(own).toMatchObject({ judge: later, worlds: { searched: 40, judged: 50 } });
    const one = holdOut(settings, { ...place.parameters, draw: "fixed" });
    expect(one).toMatchObject({ judge: later, worlds: { searched: 1, judged: 1 } });
  });
});

describe("a search", () => {
  let found: Optimised;
  const heard: [number, number][] = [];
  const asked: number[] = [];
  beforeAll(async () => {
    const evaluate: Evaluate = (job, options) => {
      if (job.seed !== "budget") asked.push(...job.evaluations.map(({ replicate }) => replicate));
      return evaluateHere(job, options);
    };
    found = await optimise(place, { ...small, evaluate, onProgress: (done, total) => heard.push([done, total]) });
  });

  test("finds plans within budget that beat business as usual, and tells them from it by a paired interval", () => {
    const { plans } = found.budgets[0]!;
    const best = plans[0]!;
    for (const plan of plans) expect(plan.plannedCost).toBeLessThanOrEqual(1.006 * 1_500_000);
    expect(best).toMatchObject({ label: "plan 1", found: true, tied: true, lessBest: { value: 0 } });
    const usual = plans.find(({ label }) => label === "business as usual")!;
    expect(best.value!.value).toBeGreaterThan(usual.value!.value);
    expect(usual.lessBest!.value).toBeCloseTo(usual.value!.value - best.value!.value, 12);
    expect(plans.map(({ label }) => label)).toContain("coaching only, scaled to the sum");
  });
  test("tries the plans of its answer in worlds it has not searched in", () => {
    const { search, judge } = holdOut(settingsOf(small), place.parameters);
    expect(new Set(asked)).toEqual(new Set([...search, ...judge]));
    expect(asked.slice(-12)).toEqual(judge);
    expect(found.worlds).toEqual({ searched: 4, judged: 12 });
    expect(found.budgets[0]!.plans.every(({ adoption }) => adoption?.replicates === 12)).toBe(true);
  });
  test("says beforehand how many runs it makes at most, and how far it has come", () => {
    expect(found.checksums.length).toBeLessThanOrEqual(optimiseRuns(small));
    expect(heard.at(-1)).toEqual([optimiseRuns(small), optimiseRuns(small)]);
  });
  test("comes out the same again", async () => {
    const again = await optimise(place, small);
    expect(again.checksums).toEqual(found.checksums);
    expect(JSON.stringify(again.budgets)).toBe(JSON.stringify(found.budgets));
  });
  test("refuses budgets below the cheapest plan, naming its cost, but tells of them beside others", async () => {
    const issues = await issuesOf(() => optimise(place, { ...small, budgets: [10] }));
    expect(issues).toMatchObject([
      { code: "below-cheapest", value: 10, message: expect.stringMatching(/planned to cost \$[\d,]+$/) },
    ]);
    const both = await optimise(place, { ...small, generations: 1, budgets: [1_500_000, 10] });
    expect(both.infeasible).toEqual([10]);
    expect(both.budgets.map(({ budget }) => budget)).toEqual([1_500_000]);
  });
  test("refuses what cannot be asked", async () => {
    const of = (more: Partial<OptimiseOptions>) => issuesOf(() => optimise(place, { ...small, ...more }));
    expect(await of({ budgets: [] })).toMatchObject([{ code: "empty" }]);
    expect(await of({ budgets: [Number.NaN], population: 2, replicates: 1 })).toHaveLength(3);
    expect(await of({ objective: { of: "target", share: 1.2, month: 22 } })).toMatchObject([
      { path: "objective.share" },
    ]);
    expect(await of({ objective: { of: "target", share: 0.5, month: 34 } })).toMatchObject([
      { code: "beyond-horizon" },
    ]);
    expect(await of({ objective: { of: "mean", series: "cost", month: 22 } })).toMatchObject([
      { code: "unknown-series" },
    ]);
    expect(await of({ objective: { of: "mean", series: "adopton", month: 22 } })).toMatchObject([
      { code: "unknown-series" },
    ]);
  });
});
