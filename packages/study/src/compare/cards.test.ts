import { prepare, profile, type ScenarioInput, scenario } from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { bandsOf } from "../ensemble/bands.ts";
import { type Ensemble, ensemble } from "../ensemble/ensemble.ts";
import { column } from "../ensemble/series.ts";
import { seriesOf, summariseAt } from "../ensemble/summarise.ts";
import { quantile } from "../statistics/quantile.ts";
import { sustainedShare } from "../target/sustained.ts";
import { targetProbability } from "../target/target.ts";
import { cardsOf } from "./cards.ts";
import { pairedDifference } from "./compare.ts";
import { pairedChance } from "./paired-chance.ts";

const run = async (input: ScenarioInput = {}, replicates = 6): Promise<Ensemble> =>
  ensemble(await prepare(scenario({ district: "small-rural", ...input })), { replicates, seed: "a" });

describe("the cards", () => {
  let plan: Ensemble;
  let baseline: Ensemble;
  beforeAll(async () => {
    plan = await run({ strategy: "all-six-lessons" });
    baseline = await run();
  });

  test("say what the study's own functions say", () => {
    const { chance, adoption, sustained, gap } = cardsOf(plan, baseline);
    const { probability, low, high } = targetProbability(plan);
    expect(chance.plan).toEqual({ value: probability, low, high, median: null, replicates: 6 });
    expect(chance).toMatchObject({ share: 0.8, month: 34 });
    expect(adoption.plan.value).toBe(summariseAt(plan, "adoption", 34).mean);
    expect(adoption.plan.median).toBe(quantile(column(seriesOf(plan, "adoption"), 34), 0.5));
    expect(adoption.difference).toEqual(pairedDifference(baseline, plan, "adoption", 34));
    expect(sustained.month).toBe(58);
    expect(sustained.plan.low).toBe(sustainedShare(plan).low);
    expect(gap.difference).toEqual(pairedDifference(baseline, plan, "gap", 34));
  });
  test("count a replicate that stands at the share itself, up to the end of the run", async () => {
    const short = await run({ strategy: "all-six-lessons", horizon: 34 });
    const usual = await run({ horizon: 34 });
    const at = (one: Ensemble): number[] => column(seriesOf(one, "adoption"), 34);
    const share = Math.max(...at(short));
    const { scenario: own } = short;
    const { chance } = cardsOf({ ...short, scenario: { ...own, target: { ...own.target, share } } }, usual);
    const reached = (one: Ensemble): number => at(one).filter((value) => value >= share).length / 6;
    expect(reached(short)).toBeGreaterThan(0);
    expect(chance.plan.value).toBeCloseTo(reached(short), 12);
    expect(chance.difference?.estimate).toBeCloseTo(reached(short) - reached(usual), 12);
  });
  test("pair what both have, when the baseline is behind", async () => {
    const behind = await run({}, 3);
    for (const card of Object.values(cardsOf(plan, behind))) expect(card.difference?.replicates).toBe(3);
  });
  test("have no difference without a baseline", () => {
    for (const card of Object.values(cardsOf(plan))) expect(card).toMatchObject({ baseline: null, difference: null });
  });
  test("have no gap below three schools, and nothing beyond the horizon", async () => {
    const small = profile("small-rural");
    const two = await run({ district: { ...small, schools: small.schools.slice(0, 2) }, horizon: 12 }, 2);
    for (const card of Object.values(cardsOf(two, two))) {
      expect(card).toMatchObject({ plan: { value: null }, difference: null });
    }
  });
});

describe("bands", () => {
  test("are type-7 quantiles at every index", async () => {
    const ensemble = await run({}, 7);
    const bands = bandsOf(ensemble, "adoption");
    const at34 = column(seriesOf(ensemble, "adoption"), 34);
    expect(bands.months).toHaveLength(61);
    expect(bands.replicates).toBe(7);
    expect([bands.p5, bands.p25, bands.p50, bands.p75, bands.p95].map((column) => column[34])).toEqual(
      [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => quantile(at34, p)),
    );
  });
});

describe("the paired difference of two chances", () => {
  const pairs = (both: number, planOnly: number, baselineOnly: number, neither: number) => {
    const list = (a: boolean, b: boolean, c: boolean, d: boolean): boolean[] => [
      ...Array<boolean>(both).fill(a),
      ...Array<boolean>(planOnly).fill(b),
      ...Array<boolean>(baselineOnly).fill(c),
      ...Array<boolean>(neither).fill(d),
    ];
    return pairedChance(list(true, true, false, false), list(true, false, true, false));
  };

  test("keeps a width where nothing was reached", () => {
    const { estimate, low, high } = pairs(0, 0, 0, 100);
    expect(estimate).toBe(0);
    expect(high).toBeCloseTo(0.037, 3); // the upper end of Wilson's interval of 0 in 100
    expect(low).toBeCloseTo(-0.037, 3);
  });
  test("covers the truth about as often as it says", () => {
    const n = 30;
    const logs = Array.from({ length: n + 1 }, () => 0);
    for (let k = 1; k <= n; k++) logs[k] = (logs[k - 1] as number) + Math.log(k);
    const log = (k: number): number => logs[k] as number;
    for (const [p11, p10, p01] of [
      [0.3, 0.3, 0.1],
      [0.05, 0.4, 0.02],
      [0.6, 0.1, 0.1],
      [0.02, 0.1, 0.02],
    ] as const) {
      let covered = 0;
      for (let a = 0; a <= n; a++) {
        for (let b = 0; a + b <= n; b++) {
          for (let c = 0; a + b + c <= n; c++) {
            const d = n - a - b - c;
            const { low, high } = pairs(a, b, c, d);
            if (!((low as number) <= p10 - p01 && p10 - p01 <= (high as number))) continue;
            const ways = log(n) - log(a) - log(b) - log(c) - log(d);
            covered += Math.exp(ways) * p11 ** a * p10 ** b * p01 ** c * (1 - p11 - p10 - p01) ** d;
          }
        }
      }
      expect(covered).toBeGreaterThan(0.93);
      expect(covered).toBeLessThan(0.995);
    }
  });
});
