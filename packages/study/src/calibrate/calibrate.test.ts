import { drawWorld, prepare, parameters as record, type Scenario, scenario, simulate, type World } from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { issuesOf } from "../../test-support/issues-of.ts";
import type { SurveyPoint } from "./adoption-series.ts";
import { type Calibration, calibrate, calibrateRuns } from "./calibrate.ts";
import { casesOf } from "./calibrate-settings.ts";
import { answers, reportedShare, surveyKey } from "./reported.ts";

// Every other parameter is known, so that what is planted can be found with few runs.
const place: Scenario = scenario({
  district: "us-average",
  strategy: "coaching-only",
  horizon: 36,
  parameters: { draw: "fixed" },
});
const names = record.map(({ name }) => name);
const months = [4, 10, 16, 22, 28, 34];

async function seen(values: World, respondents = 2000): Promise<SurveyPoint[]> {
  const plan = await prepare(scenario({ ...place, strategy: "coaching-only", parameters: { draw: "fixed", values } }));
  const { adoption } = simulate(plan, { seed: "planted", replicate: 0 }).measures;
  return months.map((month, p) => {
    const share = answers(adoption[month] as number, respondents, surveyKey("planted", 0, p));
    return { month, group: "all", share, respondents };
  });
}

describe("a calibration", () => {
  const planted: World = { "trying.intercept": -5 };
  const parameters = [{ name: "trying.intercept", range: [-8, -3.5] }, { name: "cost.coach" }] as const;
  const options = { parameters, selfReport: false, particles: 60, generations: 5, simulations: 900, predictive: 40 };
  let found: Calibration;
  let heard = 0;
  beforeAll(async () => {
    const onProgress = (done: number, total: number): void => {
      expect(done).toBeLessThanOrEqual(total);
      heard = done / total;
    };
    found = await calibrate(place, { ...options, series: await seen(planted), onProgress });
  });

  test("finds planted values within its own interval", () => {
    const [one] = found.rivals;
    for (const [name, value] of Object.entries(planted)) {
      const { low, high, verdict, median } = one!.parameters.find((p) => p.name === name)!;
      expect(verdict).toBe("informed");
      expect(median).not.toBeNull();
      expect(value).toBeGreaterThan(low);
      expect(value).toBeLessThan(high);
    }
  });
  test("gives no point for a parameter that moves nothing seen", () => {
    const idle = found.rivals[0]!.parameters.find(({ name }) => name === "cost.coach")!;
    expect(idle).toMatchObject({ verdict: "cannot-tell", median: null });
  });
  test("shows what was seen within its bands", () => {
    const { points, groups } = found.rivals[0]!;
    expect(points.filter(({ within }) => within).length).toBeGreaterThanOrEqual(5);
    expect(groups).toHaveLength(1);
    expect(groups[0]!.reported.median).toHaveLength(37);
    // Nothing was self-reported, so what is practised is what was seen.
    expect(groups[0]!.practised).toEqual(groups[0]!.reported);
  });
  test("gives its worlds whole, each as often as its weight says", () => {
    const { worlds, table } = found.rivals[0]!;
    expect(table).toHaveLength(worlds.length);
    const fixed = drawWorld("", 0, { draw: "fixed" });
    const copies = new Map<string, number>();
    for (const row of table) copies.set(String(row), (copies.get(String(row)) ?? 0) + 1);
    for (const { values, weight } of worlds) {
      const whole = String(names.map((name) => values[name] ?? fixed[name]));
      const expected = weight * worlds.length;
      expect(Math.abs((copies.get(whole) ?? 0) - expected)).toBeLessThan(1);
      copies.delete(whole);
    }
    expect(copies.size).toBe(0);
  });
  test("says beforehand how many runs it makes at most", () => {
    expect(found.checksums.length).toBeLessThanOrEqual(calibrateRuns({ ...options, series: [] }));
    expect(heard).toBe(1);
  });
  test("is of one mind with itself", async () => {
    const few = { ...options, particles: 20, generations: 2, predictive: 5, series: await seen(planted) };
    expect(JSON.stringify(await calibrate(place, few))).toBe(JSON.stringify(await calibrate(place, few)));
  });
  test("is made once for each value of a parameter with rivals", async () => {
    const few = { selfReport: true, particles: 20, generations: 1, predictive: 5, series: await seen(planted) };
    const both = await calibrate(place, { ...few, parameters: [parameters[0], { name: "support.steepness" }] });
    expect(both.rivals.map(({ held }) => held)).toEqual([1, 2, 3].map((value) => ({ "support.steepness": value })));
    // What teachers say of themselves lies above what they do.
    const { reported, practised } = both.rivals[0]!.groups[0]!;
    expect(reported.median[12]).toBeGreaterThan(practised.median[12] as number);
  });
});

describe("what cannot be calibrated is refused", () => {
  const good: SurveyPoint[] = months.map((month) => ({ month, group: "all", share: 0.2, respondents: 50 }));
  const of = (series: readonly SurveyPoint[]) => issuesOf(() => calibrate(place, { series, particles: 20 }));
  test("in the series, all at once", async () => {
    const [first, second, third, fourth] = good as [SurveyPoint, SurveyPoint, SurveyPoint, SurveyPoint];
    const bad = [{ ...first, share: 1.2 }, { ...second, group: "novices" }, { ...third, month: 99 }, fourth, fourth];
    expect(await of(bad)).toMatchObject([
      { path: "series[0].share" },
      { code: "unknown-group" },
      { path: "series[2].month" },
      { code: "repeated-point" },
    ]);
    expect(await of(good.map((point) => ({ ...point, respondents: 0 })))).toHaveLength(6);
  });
  test("a series of two months", async () => {
    expect(await of(good.slice(0, 2))).toMatchObject([{ code: "too-few-months", value: 2 }]);
  });
  test("parameters", async () => {
    const names = (...all: string[]) => issuesOf(() => casesOf(all.map((name) => ({ name }))));
    expect(await names("trying.suport")).toMatchObject([{ code: "unknown-parameter", nearest: "trying.support" }]);
    expect(await names("start.adoption")).toMatchObject([{ code: "held-parameter" }]);
    expect(await names("trying.support", "trying.support")).toMatchObject([{ code: "repeated-parameter" }]);
    expect(await names("support.rho")).toMatchObject([{ code: "empty" }]);
    expect(await names("trying.support", "support.rho", "support.steepness")).toMatchObject([
      { code: "too-many-rivals" },
    ]);
    const priors = { "start.adoption": [0.1, 0.2], "support.rho": [-1, 1] } as const;
    const [own, ...more] = casesOf([{ name: "start.adoption" }, { name: "support.rho" }], priors);
    expect(more).toEqual([]);
    const ends = own!.calibrated.map(({ middle }) => middle.map((end) => Number(end.toFixed(6))));
    expect(ends).toEqual([
      [0.1025, 0.1975],
      [-0.95, 0.95],
    ]);
    const flat = [{ name: "trying.support", range: [1, 1] as const }];
    expect(await issuesOf(() => casesOf(flat))).toMatchObject([{ code: "out-of-range" }]);
  });
});

test("self-report adds part of those who try or have lapsed", () => {
  expect(reportedShare([0.2, 0.1, 0.3], 0.5)).toBeCloseTo(0.4, 12);
  expect(reportedShare([0.9, 0.1, 0], 1)).toBe(1);
});
