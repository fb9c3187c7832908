import { type Draw, type Scenario, scenario, worldCount, worldNumber } from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { issuesOf } from "../../test-support/issues-of.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate } from "../evaluate/evaluation.ts";
import { decisionsOf, withDecisions } from "./decision.ts";
import { type Floor, floorKept } from "./floor.ts";
import { holdOut } from "./hold-out.ts";
import { nondominated } from "./nondominated.ts";
import type { Objective, Outcomes } from "./objective.ts";
import { type Optimised, optimise } from "./optimise.ts";
import { optimiseRuns } from "./optimise-runs.ts";
import { type OptimiseOptions, settingsOf } from "./optimise-settings.ts";
import { scaleToSum } from "./scale-to-sum.ts";
import { chosenAt, pointOf, rangesOf } from "./search-space.ts";
import { type Seen, searchValue, seenOf } from "./search-value.ts";
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

describe("decisions", () => {
  test("are read of the point that chooses them, numbers within their range", () => {
    const decisions = decisionsOf(
      [
        { name: "levers.entry.levels", options: ["elementary", "high"] },
        { name: "levers.learning.institutes", range: [0, 5] },
        { name: "levers.vision.clarity" },
      ],
      place,
    );
    const point = pointOf(decisions, { "levers.entry.levels": "high", "levers.learning.institutes": 9 });
    expect(chosenAt(decisions, point)).toEqual({
      "levers.entry.levels": "high",
      "levers.learning.institutes": 5,
      "levers.vision.clarity": 0.5,
    });
  });

  test("are put in place, whole numbers rounded, and add levers that were not used", () => {
    const decisions = decisionsOf(
      [
        { name: "levers.coaching.start", range: [0, 12] },
        { name: "levers.entry.every" },
        { name: "levers.learning.institutes", range: [0, 5] },
      ],
      place,
    );
    const { levers } = withDecisions(place, decisions, chosenAt(decisions, [5.6, 11.2, 2.512]));
    expect(levers.coaching).toEqual({ ...place.levers.coaching, start: 6 });
    expect(levers.entry?.["every"]).toBe(11);
    expect(levers.learning).toEqual({ institutes: 2.5 });
  });
  test("are rounded to what a plan can say, within their range", () => {
    const decisions = decisionsOf(
      [
        { name: "levers.entry.intensity" },
        { name: "levers.coaching.teachersPerCoach", range: [10.5, 120] },
        { name: "levers.vision.clarity", range: [0.31, 0.42] },
      ],
      place,
    );
    expect(Object.values(chosenAt(decisions, [0.00728, 10.6, 0.38461]))).toEqual([0.01, 11, 0.385]);
    expect(Object.values(chosenAt(decisions, [1, 10.5, 0.31]))).toEqual([1, 11, 0.31]);
    expect(Object.values(chosenAt(decisions, [0, 10.4, 0.31]))[1]).toBe(10.5);
  });
  test("between names take a number for each, of which the largest is chosen", () => {
    const decisions = decisionsOf(
      [{ name: "levers.entry.levels", options: ["elementary", "high"] }, { name: "levers.coaching.allocation" }],
      place,
    );
    expect(rangesOf(decisions)).toEqual([1, 2, 3, 4, 5].map(() => [0, 1]));
    const chosen = chosenAt(decisions, [0.5, 0.5, 0.1, 0.9, 0.2]);
    expect(chosen).toEqual({ "levers.entry.levels": "elementary", "levers.coaching.allocation": "need" });
    const { levers } = withDecisions(place, decisions, chosen);
    expect(levers.coaching).toEqual({ ...place.levers.coaching, allocation: "need" });
    expect(levers.entry?.["levels"]).toBe("elementary");
  });
  test("that mix names and numbers are named too", async () => {
    const inputs = [
      { name: "levers.entry.levels", options: ["elementry", "high"] },
      { name: "levers.entry.order", range: [0, 1] as const },
      { name: "levers.coaching.allocation", options: ["need"] },
      { name: "levers.entry.places", options: ["many", "few"] },
    ];
    expect(await issuesOf(() => decisionsOf(inputs, place))).toMatchObject([
      { code: "unknown-option", value: "elementry", nearest: "elementary" },
      { code: "not-a-number" },
      { code: "empty", allowed: "equal, need, openness" },
      { code: "not-named" },
    ]);
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

describe("a yardstick", () => {
  const costs = (jump: number) => async (scenarios: readonly Scenario[]) =>
    scenarios.map(({ levers: { coaching } }) => {
      const intensity = (coaching?.intensity ?? 1) as number;
      return 400 * intensity + (intensity > 0.6 ? jump : 0) + 100;
    });
  test("stays as it is within the sum, and is else brought to it from below", async () => {
    const [whole, scaled] = [await scaleToSum([place], 500, costs(0)), await scaleToSum([place], 300, costs(0))];
    expect(whole).toEqual([{ scenario: place, factor: 1, plannedCost: 500 }]);
    const [one] = scaled as { factor: number; plannedCost: number }[];
    expect(one?.plannedCost).toBeLessThanOrEqual(300);
    expect(one?.plannedCost).toBeGreaterThanOrEqual(297);
  });
  test("stays below a sum over which cost jumps, and is missing where it always costs more", async () => {
    const [one] = (await scaleToSum([place], 450, costs(300))) as { factor: number; plannedCost: number }[];
    expect(one?.factor).toBeGreaterThan(0.59);
    expect(one?.plannedCost).toBeLessThanOrEqual(340);
    const [over] = (await scaleToSum([place], 90, costs(0))) as { least: number }[];
    expect(over?.least).toBeCloseTo(100, 0);
  });
});

describe("the frontier", () => {
  test("leaves out what another beats, keeps equals, and knows nothing of what is not measured", () => {
    const measures = [
      [0.5, -10],
      [0.4, -5],
      [0.4, -6],
      [0.5, -10],
      [Number.NaN, 0],
    ];
    expect(nondominated(measures)).toEqual([true, true, false, true, false]);
  });
  test("is sought between its ends by the larger loss", () => {
    const seen = (sought: number, gap: number): Seen => ({ sought, mean: sought, gap, short: 0 });
    const aim = { for: "between", most: seen(0.6, 0.1), closest: seen(0.2, 0) } as const;
    const value = (one: Seen): number => searchValue(aim, one, "mean");
    expect(value(seen(0.4, 0.05))).toBeLessThan(value(seen(0.5, 0.08)));
    expect(value(seen(0.45, 0.04))).toBeLessThan(value(seen(0.4, 0.05)));
    expect(value({ ...seen(0.6, 0), short: 0.01 })).toBeGreaterThan(value(seen(0, 0.5)));
    expect(searchValue({ for: "gap" }, seen(0.1, 0.02), "mean")).toBeLessThan(
      searchValue({ for: "gap" }, seen(0.9, 0.03), "mean"),
    );
  });
});

describe("a floor", () => {
  const outcomes = (sought: number[], worstTier: number[]) => ({ sought, worstTier, gap: [0.1, 0.1, 0.1] });
  const mean = { of: "mean", series: "adoption", month: 22 } as const;
  const worth = (objective: Objective, floor: Floor, one: Outcomes): number =>
    searchValue({ for: "sought" }, seenOf(objective, floor, one) as Seen, objective.of);
  test("puts every plan that breaks it behind all that keep it", () => {
    const kept = worth(mean, { worstTier: 0.2 }, outcomes([0, 0], [0.3, 0.2]));
    const broken = worth(mean, { worstTier: 0.2 }, outcomes([1, 1], [0.1, 0.2]));
    const worse = worth(mean, { worstTier: 0.2 }, outcomes([1, 1], [0, 0.1]));
    expect(kept).toBeLessThan(broken);
    expect(broken).toBeLessThan(worse);
    expect(seenOf(mean, {}, outcomes([Number.NaN], [0.1]))).toBeNull();
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

  test("ranks what it found and every reference strategy within the sum alike, by paired differences", () => {
    const { plans } = found.budgets[0]!;
    const best = plans[0]!;
    for (const plan of plans) expect(plan.plannedCost).toBeLessThanOrEqual(1_500_000);
    expect(best).toMatchObject({ lessBest: null, reachedLessBest: null });
    expect(best.tied).toBe(plans.slice(1).some(({ tied }) => tied));
    const values = plans.map(({ value }) => value!.value);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const usual = plans.find(({ label }) => label === "business-as-usual")!;
    expect(best.value!.value).toBeGreaterThan(usual.value!.value);
    expect(usual.lessBest!.value).toBeCloseTo(usual.value!.value - best.value!.value, 12);
    const labels = plans.map(({ label }) => label);
    expect(labels).toContain("plan 1");
    for (const name of ["coaching-only", "mandate", "all-six-lessons-scale-up"])
      expect(labels.some((label) => label === name || label === `${name}, scaled to $1,500,000`)).toBe(true);
  });
  test("lists the plans that no other beats, cheapest first, with what each adds", () => {
    const [{ against, plans: frontier }] = found.frontiers as [Optimised["frontiers"][number]];
    expect(against).toEqual(["cost"]);
    const costs = frontier.map(({ plannedCost }) => plannedCost);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    expect(frontier[0]).toMatchObject({ gain: null });
    const seen = frontier.map(({ plannedCost, value }) => `${plannedCost} ${value!.value}`);
    expect(new Set(seen).size).toBe(seen.length);
    for (const [i, { value, gain }] of frontier.entries())
      if (i > 0) expect(gain!.value).toBeCloseTo(value!.value - frontier[i - 1]!.value!.value, 12);
    expect(frontier.at(-1)?.value).toEqual(found.budgets.at(-1)?.plans[0]?.value);
  });
  test("tells what each sum adds to the one before, and of the smallest nothing", async () => {
    const { budgets } = await optimise(place, { ...small, generations: 1, budgets: [1_500_000, 400_000, 900_000] });
    expect(budgets.map(({ budget }) => budget)).toEqual([400_000, 900_000, 1_500_000]);
    const bests = budgets.map(({ plans }) => plans[0]!.value!.value);
    expect(budgets[0]!.gain).toBeNull();
    for (const b of [1, 2]) expect(budgets[b]!.gain!.value).toBeCloseTo(bests[b]! - bests[b - 1]!, 12);
    expect(bests[2]).toBeGreaterThan(bests[0]!);
  });
  test("tells the level reached with a chance of one half and of four fifths", () => {
    for (const { levels, reached } of found.budgets[0]!.plans) {
      expect(levels.map(({ chance }) => chance)).toEqual([0.5, 0.8]);
      expect(levels[1]!.level).toBeLessThanOrEqual(levels[0]!.level);
      expect(reached!.replicates).toBe(12);
    }
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
    const refuse: Evaluate = () => Promise.reject(new Error("no run may be asked for"));
    const issues = await issuesOf(() => optimise(place, { ...small, budgets: [10], evaluate: refuse }));
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
