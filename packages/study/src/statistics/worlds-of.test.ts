import { drawWorld, loadKeptWorlds, prepare, rootKey, scenario, worldCount } from "@uptake/model";
import { mean } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { clustered, range } from "../../test-support/clustered-values.ts";
import { pairedChance } from "../compare/paired-chance.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import { bootstrap, percentileInterval } from "../sensitivity/bootstrap.ts";
import { chance, effectiveReplicates } from "./chance.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import { leastHalfWidth } from "./least-half-width.ts";
import { meanInterval } from "./mean-interval.ts";
import { normalDraw } from "./normal-draw.ts";
import { ratioOfMeans } from "./ratio.ts";
import { joinWorlds, presentOf, unitsOf, worldsOf } from "./worlds-of.ts";

describe("worlds of replicates", () => {
  test("are each their own until there are no more, and then come again", () => {
    const all = worldCount({ draw: "sampled" }) as number;
    const once = worldsOf("uptake", range(all), { draw: "sampled" });
    expect(once.count).toBe(all);
    expect(unitsOf(once)).toBeUndefined();
    const again = worldsOf("uptake", range(4 * all), { draw: "sampled" });
    expect(again.count).toBe(all);
    expect(unitsOf(again)).toEqual(again.numbers);
    expect(again.numbers.slice(all, 2 * all)).toEqual(once.numbers);
    expect(joinWorlds(once, worldsOf("uptake", range(3 * all, all), { draw: "sampled" }))).toEqual(again);
  });
  test("are new ones with every draw from the priors, and one where it is fixed: luck is then the unit", () => {
    expect(worldsOf("a", [7, 8], { draw: "priors" })).toEqual({ numbers: [7, 8], count: 2 });
    const one = worldsOf("a", [7, 8], { draw: "fixed" });
    expect(one).toEqual({ numbers: [0, 0], count: 1 });
    expect(unitsOf(one)).toBeUndefined();
  });
  test("go with the values that are there", () => {
    expect(presentOf([1, Number.NaN, 3], [5, 6, 5])).toEqual({ values: [1, 3], units: [5, 5] });
    expect(presentOf([1, Number.NaN], undefined)).toEqual({ values: [1], units: undefined });
  });
});

describe("an interval over replicates whose worlds repeat", () => {
  test("is that of replicates to the last bit where each has a world of its own", () => {
    const { values, others } = clustered(1, 30, 1, 1);
    const own = range(30, 100);
    const above = values.map((x) => x > 0);
    const other = others.map((x) => x > 0);
    expect(meanInterval(values, own)).toEqual(meanInterval(values));
    expect(chance(above, own)).toEqual(chance(above));
    expect(pairedChance(above, other, own)).toEqual(pairedChance(above, other));
    expect(ratioOfMeans(values, others, own)).toEqual(ratioOfMeans(values, others));
    const waited = values.map((x) => ({ time: Math.exp(x), reached: x < 1 }));
    expect(kaplanMeier(waited, own)).toEqual(kaplanMeier(waited));
  });
  test("is that of worlds where luck does nothing, and has no ends in a single world", () => {
    const { values } = clustered(2, 12, 1, 0);
    const four = [...values, ...values, ...values, ...values];
    const units = range(48).map((r) => r % 12);
    const [once, repeated] = [meanInterval(values), meanInterval(four, units)];
    expect(repeated.low).toBeCloseTo(once.low as number, 12);
    expect(repeated.high).toBeCloseTo(once.high as number, 12);
    expect(meanInterval([1, 2, 4], [3, 3, 3])).toMatchObject({ low: null, high: null, replicates: 3 });
    expect(ratioOfMeans([1, 2], [3, 4], [0, 0])).toMatchObject({ value: null, reason: "one world has no interval" });
    expect(kaplanMeier([{ time: 1, reached: true }], [0]).steps[0]).toMatchObject({ low: null, high: null });
  });
  test("of waiting is Greenwood's, but for its factor, where worlds are as good as apart", () => {
    // Each world has one who is never lost sight of and one who is lost before anything happens.
    const seen = range(60).map((i) => ({ time: 2 + (i % 7), reached: i % 3 > 0 }));
    const lost = seen.map(() => ({ time: 1, reached: false }));
    const units = [...range(60), ...range(60)];
    const [byWorld, greenwood] = [kaplanMeier([...seen, ...lost], units), kaplanMeier([...seen, ...lost])];
    const width = ({ low, high, waiting }: { low: number | null; high: number | null; waiting: number }): number =>
      Math.log(Math.log(low as number) / Math.log(waiting)) - Math.log(Math.log(high as number) / Math.log(waiting));
    const factor = (2.0009953780882688 / 1.959963984540054) * Math.sqrt(60 / 59);
    byWorld.steps.forEach((step, i) => {
      if (step.low !== null) expect(width(step) / width(greenwood.steps[i]!)).toBeCloseTo(factor, 9);
    });
  });
});

describe("replicates that count for a chance", () => {
  const units = range(400).map((r) => r % 100);
  test("are worlds where all runs of a world end alike, or where nothing tells", () => {
    expect(
      effectiveReplicates(
        units.map((w) => w < 30),
        units,
      ),
    ).toBe(100);
    expect(
      effectiveReplicates(
        units.map(() => false),
        units,
      ),
    ).toBeLessThan(103);
    const { low, high } = chance(
      units.map(() => false),
      units,
    );
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0.036);
  });
  test("are nearly all where a world says nothing of how its runs end, and never more", () => {
    const key = rootKey("no worlds");
    const reached = units.map((_, r) => normalDraw(key, r) > 0.5);
    const counted = effectiveReplicates(reached, units);
    expect(counted).toBeGreaterThan(250);
    expect(counted).toBeLessThanOrEqual(400);
  });
  test("do not jump with the first that is reached", () => {
    const high = (hits: number): number =>
      chance(
        units.map((_, r) => r < hits),
        units,
      ).high;
    expect(high(1)).toBeGreaterThan(high(0));
    expect(high(2)).toBeGreaterThan(high(1));
  });
  test("count the runs of worlds that come more often than others together", () => {
    const uneven = [...range(100), ...range(50), ...range(50)];
    const all = effectiveReplicates(
      uneven.map((w) => w % 10 < 3),
      uneven,
    );
    // 200² / (50 · 3² + 50 · 1²): fewer than the 100 worlds, as half of them weigh three times as much.
    expect(all).toBe(80);
  });
});

/** Returns the middle 95% of means of worlds drawn with replacement. */
function overWorlds(values: readonly number[], units: readonly number[]): readonly [number, number] {
  const worlds = [...new Set(units)];
  const own = worlds.map((world) => values.filter((_, r) => units[r] === world));
  const [samples] = bootstrap(worlds.length, 4_000, "worlds", (weights) => {
    let sum = 0;
    let count = 0;
    weights.forEach((weight, w) => {
      sum += weight * own[w]!.reduce((total, value) => total + value, 0);
      count += weight * own[w]!.length;
    });
    return [sum / count];
  });
  const { low, high } = percentileInterval(mean(values as number[]), samples!);
  return [low as number, high as number];
}

describe("a bootstrap over worlds confirms the interval", () => {
  const ratioOfWidths = (
    { low, high }: { readonly low: number | null; readonly high: number | null },
    [from, to]: readonly [number, number],
  ): number => ((high as number) - (low as number)) / (to - from);

  // Student's t and the factor of few worlds make an interval up to a twentieth wider than a bootstrap knows.
  const agree = (ratio: number): void => {
    expect(ratio).toBeGreaterThan(0.93);
    expect(ratio).toBeLessThan(1.12);
  };

  test("of made-up values, four replicates a world", () => {
    const { values, units } = clustered(3, 80, 4, 1);
    agree(ratioOfWidths(meanInterval(values, units), overWorlds(values, units)));
    const reached = values.map((x) => x > 0.8);
    agree(ratioOfWidths(chance(reached, units), overWorlds(reached.map(Number), units)));
  });
  test("of runs, four times as many as there are worlds", async () => {
    await loadKeptWorlds();
    const input = { district: "small-rural", strategy: "coaching-only", horizon: 22, target: { month: 22 } } as const;
    const worlds = range(80).map((w) => drawWorld("uptake", w, { draw: "sampled" }));
    const units = range(320).map((r) => r % 80);
    const { values: found } = await evaluateHere({
      plans: [await prepare(scenario(input))],
      seed: "uptake",
      statistics: [{ series: "adoption", month: 22 }],
      evaluations: units.map((w, replicate) => ({ plan: 0, replicate, values: worlds[w]! })),
    });
    const values = Array.from(found);
    const interval = meanInterval(values, units);
    agree(ratioOfWidths(interval, overWorlds(values, units)));
    const { low, high } = meanInterval(values);
    expect((interval.high as number) - (interval.low as number)).toBeGreaterThan(
      1.15 * ((high as number) - (low as number)),
    );
    const middle = [...values].sort((a, b) => a - b)[160]!;
    const reached = values.map((adoption) => adoption >= middle);
    agree(ratioOfWidths(chance(reached, units), overWorlds(reached.map(Number), units)));
  });
});

describe("the least half-width", () => {
  test("is what worlds leave when luck is averaged out", () => {
    const { values, units } = clustered(4, 400, 4, 1);
    // Variance 1 between worlds: 1.966 / 20.
    expect(leastHalfWidth({ values, units })).toBeCloseTo(0.098, 2);
    expect(meanInterval(values, units).high! - meanInterval(values, units).mean).toBeGreaterThan(0.105);
    expect(leastHalfWidth({ values, units: undefined })).toBeNull();
    expect(leastHalfWidth({ values: values.slice(0, 400), units: units.slice(0, 400) })).toBeNull();
  });
});
