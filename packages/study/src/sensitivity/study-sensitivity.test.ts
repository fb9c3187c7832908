import {
  drawWorld,
  InputError,
  loadKeptWorlds,
  type Plan,
  parameters,
  prepare,
  rootKey,
  scenario,
  uniform,
} from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import type { Factor } from "../design/factor.ts";
import { factorOf } from "../design/factor-of.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluationJob } from "../evaluate/evaluation.ts";
import { chooseFactors } from "./choose-factors.ts";
import { mostInfluential, studyMorris } from "./study-morris.ts";
import { studySobol } from "./study-sobol.ts";

let plans: [Plan, Plan];
beforeAll(async () => {
  const of = (strategy: string) => prepare(scenario({ district: "small-rural", strategy, horizon: 36 }));
  plans = [await of("business-as-usual"), await of("coaching-only")];
});

const names = ["trying.support", "peers.strength", "support.floor", "entry.risk"];
const chosen = (): Factor[] => names.map((name) => factorOf(name));

/** Answers each evaluation by a function of its values, each as a place in its factor's range, and its luck. */
function planted(output: (x: readonly number[], luck: number, plan: number) => number): Evaluate {
  const factors = chosen();
  return async ({ evaluations, statistics }) => {
    expect(statistics).toEqual([{ series: "adoption", month: 34 }]);
    const values = Float64Array.from(evaluations, ({ values: world, replicate, plan }) => {
      const x = factors.map(({ name, prior }) => {
        if (prior.shape !== "uniform") throw new Error("a factor of the test is spread otherwise");
        return ((world?.[name] ?? Number.NaN) - prior.low) / (prior.high - prior.low);
      });
      return output(x, replicate, plan);
    });
    return { values, checksums: evaluations.map((_, i) => `${i}`), failures: [] };
  };
}

/** Luck of variance 1/12, its own for each replicate. */
const key = rootKey("planted luck");
const uniformLuck = (luck: number): number => uniform(key, luck);

describe("a Sobol study", () => {
  test("of a planted model finds its analytic indices, and the share of luck", async () => {
    // Y = g₁g₂g₃ + 2(luck − ½): Sobol's g-function of a = 0, 1, 4 beside luck. Var(gᵢ) = (1/3)/(1+aᵢ)².
    const a = [0, 1, 4];
    const g = (x: readonly number[]) =>
      a.reduce((product, ai, i) => (product * (Math.abs(4 * x[i]! - 2) + ai)) / (1 + ai), 1);
    const own = a.map((ai) => 1 / 3 / (1 + ai) ** 2);
    const known = own.reduce((product, v) => product * (1 + v), 1) - 1;
    const noise = 4 / 12;
    const variance = known + noise;
    const evaluate = planted((x, luck) => g(x) + 2 * (uniformLuck(luck) - 0.5));
    const found = await studySobol(plans.slice(1), { factors: chosen(), rows: 1024, evaluate });
    expect(found.runs).toBe(1024 * 7);
    expect(found.checksums).toHaveLength(1024 * 7);
    expect(found.indices.variance).toBeCloseTo(variance, 1);
    own.forEach((v, i) => {
      const total = (v * own.reduce((product, other, j) => (j === i ? product : product * (1 + other)), 1)) / variance;
      const index = found.indices.factors[i]!;
      expect(Math.abs(index.first.estimate! - v / variance)).toBeLessThan(0.04);
      expect(Math.abs(index.total.estimate! - total)).toBeLessThan(0.03);
      expect(index.total.low).toBeLessThanOrEqual(total);
      expect(index.total.high).toBeGreaterThanOrEqual(total);
    });
    expect(found.indices.factors[3]!.total.estimate).toBe(0);
    const { luck } = found.indices;
    expect(Math.abs(luck!.total.estimate! - noise / variance)).toBeLessThan(0.03);
    expect(luck!.total.low).toBeLessThan(noise / variance);
    expect(luck!.total.high).toBeGreaterThan(noise / variance);
    expect(found.leaders).toEqual(["trying.support"]);
    expect(found.indices.tooFew).toBe(false);
  });

  test("of two strategies explains their paired difference", async () => {
    const evaluate = planted((x, luck, plan) => 10 * uniformLuck(luck) + (plan === 1 ? 3 + x[1]! : 0));
    const found = await studySobol(plans, { factors: chosen(), rows: 64, evaluate });
    expect(found.scenarios).toEqual(["business-as-usual", "coaching-only"]);
    expect(found.runs).toBe(2 * 64 * 7);
    expect(found.indices.mean).toBeCloseTo(3.5, 2);
    expect(found.indices.luck!.total.estimate).toBeCloseTo(0, 10);
    expect(found.leaders).toEqual(["peers.strength"]);
  });

  test("warns when rows are too few, and says when nothing varies", async () => {
    const few = await studySobol(plans.slice(1), { factors: chosen(), rows: 8, evaluate: planted((x) => x[0]!) });
    expect(few.indices).toMatchObject({ tooFew: true, rowsNeeded: 16 });
    const still = await studySobol(plans.slice(1), { factors: chosen(), rows: 16, evaluate: planted(() => 0.4) });
    expect(still.indices.reason).toBe("the output is the same in every row, so there is nothing to share out");
    expect(still.leaders).toEqual([]);
  });

  test("runs the fixed world with the factors' values, luck as the replicate", async () => {
    const ahead: unknown[] = [];
    const heard: number[] = [];
    const options = {
      factors: chosen().slice(0, 1),
      rows: 2,
      seed: "b",
      onEstimate: (work: unknown) => void ahead.push(work),
      onProgress: (done: number) => void heard.push(done),
    };
    const found = await studySobol(plans.slice(1), options);
    expect(ahead).toEqual([{ runs: 8, millisecondsPerRun: expect.any(Number) }]);
    expect(heard.at(-1)).toBe(8);
    const jobs: EvaluationJob[] = [];
    const evaluate: Evaluate = (job) => {
      jobs.push(job);
      return evaluateHere(job);
    };
    await studySobol(plans.slice(1), { ...options, evaluate });
    const { values, replicate } = jobs[0]!.evaluations[1]!;
    expect(replicate).toBe(1);
    const whole = { ...drawWorld("b", 0, { draw: "fixed" }), ...values };
    const direct = await prepare(
      scenario({ district: "small-rural", strategy: "coaching-only", horizon: 36, parameters: { values: whole } }),
    );
    const job = { plans: [direct], seed: "b", statistics: [], evaluations: [{ plan: 0, replicate: 1 }] };
    expect((await evaluateHere(job)).checksums).toEqual([found.checksums[1]]);
  });
});

describe("a Morris study", () => {
  test("of a planted model finds its slopes against luck", async () => {
    const evaluate = planted((x, luck) => 4 * x[2]! - 2 * x[0]! + 0.5 * (uniformLuck(luck) - 0.5));
    const found = await studyMorris(plans.slice(1), { factors: chosen(), trajectories: 30, evaluate });
    const by = new Map(found.screening.factors.map((one) => [one.name, one]));
    expect(by.get("support.floor")!.mu.mean).toBeCloseTo(4, 8);
    expect(by.get("trying.support")).toMatchObject({ againstLuck: "more" });
    expect(by.get("entry.risk")!.muStar.mean).toBeCloseTo(0, 8);
    expect(by.get("entry.risk")!.againstLuck).toBe("less");
    expect(mostInfluential(chosen(), found, 2).map(({ name }) => name)).toEqual(["support.floor", "trying.support"]);
  });
});

describe("the parameters of a study", () => {
  const issuesOf = (act: () => unknown): unknown => {
    try {
      act();
    } catch (error) {
      if (error instanceof InputError) return error.issues.map(({ code, path }) => [code, path]);
      throw error;
    }
    return [];
  };

  test("are all that are uncertain, or those of names and of beginnings", () => {
    const uncertain = parameters.filter(({ prior }) => prior.shape !== "held").map(({ name }) => name);
    expect(chooseFactors({ distribution: "priors" }).map(({ name }) => name)).toEqual(uncertain);
    const some = chooseFactors({ names: ["peers", "trying.support"], distribution: "priors" });
    expect(some.length).toBeGreaterThan(2);
    expect(some.every(({ name }) => name.startsWith("peers.") || name === "trying.support")).toBe(true);
    expect(some.find(({ name }) => name === "trying.support")).toEqual(factorOf("trying.support"));
  });

  test("are spread as in the kept worlds unless it is said otherwise", async () => {
    const [factor] = chooseFactors({ names: ["trying.support"] });
    const { rows, parameters: names } = await loadKeptWorlds();
    const kept = rows.map((row) => row[names.indexOf("trying.support")]!);
    expect(factor!.prior).toEqual({ shape: "rivals", values: kept.sort((a, b) => a - b) });
  });

  test("are what the scenario believes: own priors, its worlds, no effects that a level holds", async () => {
    const { rows, ...kept } = await loadKeptWorlds();
    const worlds = { ...kept, rows: rows.filter((_, i) => i % 250 === 0).slice(0, 4) };
    const priors = { "trying.support": [1, 2], "start.adoption": { bell: [0.2, 0.01] } } as const;
    const factors = chooseFactors({ names: ["trying", "start.adoption"], beliefs: { worlds, priors } });
    const priorOf = (name: string) => factors.find((factor) => factor.name === name)!.prior;
    expect(priorOf("trying.support")).toEqual({ shape: "uniform", low: 1, high: 2 });
    expect(priorOf("start.adoption")).toEqual({ shape: "bell", mean: 0.2, sd: 0.01 });
    const memory = worlds.rows.map((row) => row[kept.parameters.indexOf("trying.memory")]!);
    expect(priorOf("trying.memory")).toEqual({ shape: "rivals", values: memory.sort((a, b) => a - b) });
    const levelled = chooseFactors({ names: ["trying"], beliefs: { level: "central" } }).map(({ name }) => name);
    expect(levelled).toContain("trying.memory");
    expect(levelled).not.toContain("trying.support");
  });

  test.for<[string, Parameters<typeof chooseFactors>[0], [string, string][]]>([
    ["an unknown name", { names: ["trying.suport"] }, [["unknown-parameter", "trying.suport"]]],
    ["a range without width", { ranges: { "trying.support": [2, 2] } }, [["out-of-range", "trying.support"]]],
    [
      "a value of the scenario",
      { names: ["trying.support"], beliefs: { values: { "trying.support": 1 } } },
      [["given-value", "trying.support"]],
    ],
    ["a lever", { ranges: { "levers.coaching.release": [0, 1] } }, [["not-a-parameter", "levers.coaching.release"]]],
    ["no names", { names: [] }, [["empty-design", "factors"]]],
  ])("are not %s", ([, options, issues]) => {
    expect(issuesOf(() => chooseFactors(options))).toEqual(issues);
  });

  test("need width, and are not what the scenario holds", async () => {
    const flat: Factor = { name: "trying.support", prior: { shape: "uniform", low: 2, high: 2 } };
    await expect(studySobol(plans.slice(1), { factors: [flat] })).rejects.toThrow("the prior has no width");
    await expect(studyMorris(plans.slice(1), { factors: [flat] })).rejects.toThrow("the prior has no width");
    await expect(studySobol(plans.slice(1), { factors: [] })).rejects.toThrow("there is nothing to vary");
    const given = await prepare(
      scenario({ district: "small-rural", horizon: 36, parameters: { values: { "trying.support": 1 } } }),
    );
    await expect(studySobol([given], { factors: chosen() })).rejects.toThrow(
      "the scenario gives the parameter a value",
    );
    await expect(studySobol([], { factors: chosen() })).rejects.toThrow("the outcome of 0 plans cannot be explained");
  });
});
