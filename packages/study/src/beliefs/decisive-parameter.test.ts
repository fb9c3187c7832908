import {
  drawWorld,
  loadKeptWorlds,
  parameters,
  type ScenarioInput,
  scenario,
  type WorldTable,
  worldNumber,
} from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { decisiveParameter } from "./decisive-parameter.ts";
import { commonFactor, fewestWorlds } from "./rank-parameters.ts";

const seed = "decides";
const worlds = 64;

beforeAll(async () => {
  await loadKeptWorlds();
});

/** Returns what decides an outcome of the world of each replicate. */
function decide(
  input: ScenarioInput["parameters"],
  outcome: (value: (name: string) => number, r: number) => number,
  count = worlds,
  first = 0,
) {
  const asked = scenario(input ? { parameters: input } : {});
  const outcomes = Array.from({ length: count }, (_, r) => {
    const world = drawWorld(seed, first + r, asked.parameters);
    return outcome((name) => world[name] as number, r);
  });
  return decisiveParameter(asked, outcomes, { seed, first });
}

/** Returns a number that follows from nothing in the world. */
const noise = (r: number): number => ((r * 2654435761) % 1000) / 1000;

describe("what decides", () => {
  test("is the number that the outcome follows, with the sign it has", () => {
    const found = decide({ draw: "priors" }, (value, r) => -value("trying.support") + noise(r) / 10);
    expect(found.parameter?.name).toBe("trying.support");
    expect(found.parameter?.correlation).toBeLessThan(-0.9);
    expect(found.parameter?.low).toBeLessThan(found.parameter?.correlation as number);
    expect(found.parameter?.high).toBeGreaterThan(found.parameter?.correlation as number);
    expect(found.worlds).toBe(worlds);
    expect(found.parameters).toBe(parameters.filter(({ prior }) => prior.shape !== "held").length);
  });
  test("is nothing where the outcome follows no number, which is said with the strongest and the threshold", () => {
    const { parameter, strongest, threshold } = decide({ draw: "priors" }, (_, r) => noise(r));
    expect(parameter).toBeNull();
    expect(Math.abs(strongest?.correlation as number)).toBeLessThan(threshold as number);
    // Bonferroni over some 190 numbers: z of .05 / 380 is about 3.65, times √(1.06 / 61).
    expect(threshold).toBeCloseTo(Math.tanh(3.65 * Math.sqrt(1.06 / 61)), 2);
  });
  test("by chance is something in at most one of twenty, over many outcomes without a cause", () => {
    let found = 0;
    for (let k = 1; k <= 60; k++) if (decide({ draw: "priors" }, (_, r) => noise(r + 1000 * k)).parameter) found++;
    expect(found).toBeLessThanOrEqual(8);
  });
  test("has the world as its unit: more luck in the same worlds is no more worlds", async () => {
    const table = await loadKeptWorlds();
    const own: WorldTable = { ...table, source: "own", rows: table.rows.slice(0, 20) };
    const found = decide({ worlds: own }, (value, r) => value("trying.support") + noise(r), 80);
    expect(found.worlds).toBe(20);
    const { parameters: how } = scenario({ parameters: { worlds: own } });
    const luck = Array.from({ length: 80 }, (_, r) => worldNumber(seed, r, how));
    expect(new Set(luck).size).toBe(20);
  });
  test("counts from the first replicate", () => {
    const found = decide({ draw: "priors" }, (value) => value("depth.support"), worlds, 1000);
    expect(found.parameter).toMatchObject({ name: "depth.support", correlation: 1 });
  });
  test("leaves out runs without an outcome", () => {
    const found = decide({ draw: "priors" }, (value, r) => (r % 2 === 0 ? Number.NaN : value("depth.support")));
    expect([found.worlds, found.parameter?.name]).toEqual([worlds / 2, "depth.support"]);
  });
  test("is told of other outcomes, ways of drawing and gaps of the same runs as of runs that nobody asked of before", () => {
    const runs = { seed };
    const outcomes = Array.from({ length: worlds }, (_, r) => noise(r));
    const gaps = outcomes.map((outcome, r) => (r % 3 === 0 ? Number.NaN : outcome));
    for (const draw of ["priors", "sampled", "priors"] as const)
      for (const list of [outcomes, gaps, outcomes.map((outcome) => -outcome), outcomes.slice(0, 40), outcomes]) {
        const asked = scenario({ parameters: { draw } });
        expect(decisiveParameter(asked, list, runs)).toEqual(decisiveParameter(asked, list, { seed }));
      }
  });
  test("leaves out what is held by values, by switches or at a level", () => {
    const held = decide({ draw: "priors", values: { "depth.support": 0.1 } }, (_, r) => noise(r));
    const level = decide({ draw: "priors", level: "central" }, (_, r) => noise(r));
    const varied = parameters.filter(({ prior }) => prior.shape !== "held");
    expect(held.parameters).toBe(varied.length - 1);
    expect(level.parameters).toBe(varied.filter(({ effect }) => !effect).length);
    const switched = scenario({ parameters: { draw: "priors" }, switches: { levels: "sum" } });
    const outcomes = Array.from({ length: worlds }, (_, r) => noise(r));
    expect(decisiveParameter(switched, outcomes, { seed }).parameters).toBe(varied.length - 1);
  });
  test("takes effects that move together as one", () => {
    const found = decide({ draw: "priors", effects: "common" }, (value, r) => value("trying.support") + noise(r) / 100);
    expect(found.parameter?.name).toBe(commonFactor);
    expect(found.parameters).toBe(
      parameters.filter(({ prior, effect }) => prior.shape !== "held" && !effect).length + 1,
    );
  });
  test("is not told in one world, in few worlds, or of an outcome that never changes", () => {
    expect(decide({ draw: "fixed" }, (_, r) => noise(r))).toMatchObject({
      parameter: null,
      strongest: null,
      lacking: "parameters",
    });
    expect(decide({ draw: "priors" }, (_, r) => noise(r), fewestWorlds - 1)).toMatchObject({
      parameter: null,
      lacking: "worlds",
      worlds: fewestWorlds - 1,
    });
    expect(decide({ draw: "priors" }, () => 0.15)).toMatchObject({
      parameter: null,
      strongest: null,
      lacking: "outcomes",
    });
    expect(decide({ draw: "priors" }, () => Number.NaN)).toMatchObject({ parameter: null, worlds: 0 });
  });
});
