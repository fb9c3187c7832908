import { InputError, type Plan, prepare, type ScenarioInput, scenario } from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { compare } from "./compare.ts";
import { type Ensemble, ensemble } from "./ensemble.ts";
import { summarise, summariseAt } from "./summarise.ts";
import { sustainedAdoption } from "./sustained.ts";
import { targetProbability, timeToTarget } from "./target.ts";

const plan = (input: ScenarioInput = {}): Promise<Plan> => prepare(scenario({ district: "small-rural", ...input }));

const issuesOf = async (run: () => Promise<unknown>): Promise<unknown> => {
  const error = await run().catch((thrown: unknown) => thrown);
  return error instanceof InputError ? error.issues : error;
};

describe("an ensemble", () => {
  let all: Ensemble;
  beforeAll(async () => {
    all = await ensemble(await plan({ strategy: "coaching-only" }), { replicates: 6, seed: "a" });
  });

  test("depends on the replicate numbers, not on how they are split", async () => {
    const later = await ensemble(await plan({ strategy: "coaching-only" }), { replicates: 2, first: 4, seed: "a" });
    expect(later.checksums).toEqual(all.checksums.slice(4));
    const { values, length } = all.series.get("adoption") ?? { values: new Float64Array(), length: 0 };
    expect(later.series.get("adoption")?.values).toEqual(values.slice(4 * length));
  });
  test("has shares within 0–1, over every index", () => {
    const adoption = summarise(all, "adoption");
    expect(adoption.month).toEqual(Array.from({ length: 61 }, (_, index) => index));
    for (const value of adoption.mean) expect((value as number) >= 0 && (value as number) <= 1).toBe(true);
    expect(adoption.replicates).toBe(6);
  });
  test("adds its cost up to the total", () => {
    const spent = summariseAt(all, "cost", 60).mean as number;
    const total = all.cost.total.reduce((sum, one) => sum + one, 0) / 6;
    expect(Math.abs(spent - total)).toBeLessThan(1e-6 * total);
  });
  test("names the nearest series", () => {
    expect(() => summarise(all, "adoptoin")).toThrow("did you mean adoption?");
  });
  test("hears of progress", async () => {
    const heard: number[] = [];
    await ensemble(await plan({ horizon: 1 }), {
      replicates: 3,
      onProgress: (done, total) => void heard.push(done / total),
    });
    expect(heard).toEqual([1 / 3, 2 / 3, 1]);
  });
  test("refuses every option out of range at once", async () => {
    const one = await plan();
    expect(await issuesOf(() => ensemble(one, { replicates: 0, seed: "", first: -1 }))).toMatchObject([
      { path: "replicates" },
      { path: "first" },
      { path: "seed" },
    ]);
  });
});

describe("a short horizon", () => {
  test("has no chance of a later target, and no sustained measure", async () => {
    const short = await ensemble(await plan({ horizon: 12 }), { replicates: 2 });
    expect(targetProbability(short)).toMatchObject({ month: 34, probability: null });
    expect(sustainedAdoption(short).mean).toBeNull();
    expect(summariseAt(short, "adoption", 34).mean).toBeNull();
    expect(timeToTarget(short, "held").median).toBeNull();
  });
});

describe("a comparison", () => {
  test("of a plan with itself is exactly zero", async () => {
    const one = await plan({ strategy: "coaching-only" });
    const { difference, costPerAddedSustainedAdopter } = await compare(one, one, { replicates: 4 });
    for (const name of ["adoption", "depth50", "cost", "gap"]) {
      expect(difference(name, { month: 34 })).toEqual({ estimate: 0, low: 0, high: 0, replicates: 4, paired: true });
    }
    expect(costPerAddedSustainedAdopter()).toEqual({
      value: null,
      reason: "the interval of added adopters covers zero",
      replicates: 4,
    });
  });
  test("takes several plans, and sees the same start in each", async () => {
    const answer = await compare(
      await plan(),
      [await plan({ strategy: "mandate" }), await plan({ strategy: "coaching-only" })],
      {
        replicates: 3,
      },
    );
    expect(answer.plans).toHaveLength(2);
    expect(answer.difference("adoption", { month: 0, plan: 1 }).estimate).toBe(0);
    expect(answer.difference("cost", { month: 60, plan: 1 }).estimate).toBeGreaterThan(0);
    expect(answer.difference("adoption", { month: 61 }).estimate).toBeNull();
    expect(() => answer.difference("adoption", { month: 0, plan: 2 })).toThrow(InputError);
  });
  test("refuses plans that are not alike", async () => {
    const other = await plan({ horizon: 12, district: "napa-valley-unified", parameters: { draw: "fixed" } });
    expect(await issuesOf(async () => compare(await plan(), other))).toMatchObject([
      { code: "different-horizon" },
      { code: "different-districts" },
      { code: "different-worlds" },
    ]);
  });
});
