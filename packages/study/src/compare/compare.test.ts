import {
  type District,
  defaultWorld,
  InputError,
  type Plan,
  prepare,
  profile,
  type ScenarioInput,
  type School,
  scenario,
} from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { issuesOf } from "../../test-support/issues-of.ts";
import { type Ensemble, ensemble } from "../ensemble/ensemble.ts";
import { mismatches } from "../ensemble/mismatches.ts";
import { column } from "../ensemble/series.ts";
import { seriesOf, summarise, summariseAt } from "../ensemble/summarise.ts";
import { quantile } from "../statistics/quantile.ts";
import { sustainedMonth, sustainedShare } from "../target/sustained.ts";
import { targetProbability, timeToTarget } from "../target/target.ts";
import { targetCurve } from "../target/target-curve.ts";
import { compare, meanDifference, pairedDifference } from "./compare.ts";

const plan = (input: ScenarioInput = {}): Promise<Plan> => prepare(scenario({ district: "small-rural", ...input }));

const roster: District = { ...profile("small-rural"), id: "roster" };
const withSchool = (change: Partial<School>): District => ({
  ...roster,
  schools: roster.schools.map((school, s) => (s === 0 ? { ...school, ...change } : school)),
});

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

describe("the worst tier", () => {
  test("is the least of the three, replicate by replicate", async () => {
    const all = await ensemble(await plan(), { replicates: 3 });
    const tiers = ["low", "middle", "high"].map((name) => column(seriesOf(all, `tier.${name} poverty`), 34));
    const least = [0, 1, 2].map((r) => Math.min(...tiers.map((tier) => tier[r] as number)));
    expect(column(seriesOf(all, "worstTier"), 34)).toEqual(least);
  });
  test("is none below three schools", async () => {
    const all = await ensemble(await plan({ district: { ...roster, schools: roster.schools.slice(1) } }), {
      replicates: 1,
    });
    expect(all.series.has("worstTier")).toBe(false);
  });
});

describe("two years after funding ends", () => {
  test.for([
    [36, 58],
    [0, 22],
    [12, 34],
    [30, 46],
    [35, 58],
    [60, 82],
  ] as const)("of %i funded months is index %i", ([funded, month]) => {
    expect(sustainedMonth(scenario({ funded }))).toBe(month);
  });
  test("is read from the plan's own scenario", async () => {
    const parameters = { draw: "fixed", values: defaultWorld() } as const;
    const [usual, brief, long] = await Promise.all([
      plan({ parameters }),
      plan({ strategy: "all-six-lessons", funded: 24, parameters }),
      plan({ strategy: "all-six-lessons", funded: 48, parameters }),
    ]);
    const answer = await compare(usual, [brief, long], { replicates: 8 });
    const [first, second] = answer.plans as [Ensemble, Ensemble];
    expect(sustainedShare(first)).toEqual(summariseAt(first, "adoption", 46));
    expect(sustainedShare(second).mean).toBeNull();
    const spent = answer.difference("cost", { month: 60 }).estimate as number;
    const added = answer.difference("adoption", { month: 46 }).estimate as number;
    const teachers = column(seriesOf(first, "teachers"), 46)[0] as number;
    expect(answer.costPerAddedSustainedAdopter().value).toBeCloseTo(spent / (added * teachers), 0);
    expect(answer.costPerAddedSustainedAdopter(1)).toMatchObject({ reason: "the horizon is under 70 months" });
  });
});

describe("a student-year with a deep teacher", () => {
  test("costs the added dollars over the added student-years", async () => {
    const answer = await compare(await plan(), await plan({ strategy: "all-six-lessons" }), { replicates: 12 });
    const total = ({ students }: Ensemble): number => (students[0]?.deep ?? []).reduce((sum, x) => sum + x, 0) / 12;
    const added = total(answer.plans[0] as Ensemble) - total(answer.baseline);
    const spent = answer.difference("cost", { month: 60 }).estimate as number;
    const { value, ...interval } = answer.costPerAddedStudentYear();
    expect(value).toBeCloseTo(spent / added, 4);
    expect(interval).toMatchObject({ low: expect.any(Number), high: expect.any(Number), replicates: 12 });
  });
});

describe("a short horizon", () => {
  test("has no chance of a later target, and no sustained measure", async () => {
    const short = await ensemble(await plan({ horizon: 12 }), { replicates: 2 });
    expect(targetProbability(short)).toMatchObject({ month: 34, probability: null });
    expect(sustainedShare(short).mean).toBeNull();
    expect(summariseAt(short, "adoption", 34).mean).toBeNull();
    expect(timeToTarget(short, "held").median).toBeNull();
  });
});

describe("a curve", () => {
  test("of waiting ends where the chance of reaching the target does", async () => {
    const all = await ensemble(await plan({ strategy: "coaching-only" }), { replicates: 6 });
    const share = quantile(column(seriesOf(all, "adoption"), all.horizon), 0.5);
    const { steps, observations } = targetCurve(all, "momentary", { share });
    const { probability } = timeToTarget(all, "momentary", { share }).reached;
    expect(observations).toBe(all.replicates);
    expect(1 - (steps.at(-1)?.waiting ?? 1)).toBeCloseTo(probability, 12);
    expect(() => targetCurve(all, "held", { share: 1.2 })).toThrow("share is out of range");
  });
});

describe("a comparison", () => {
  test("of shares holds the ends of the interval of their difference within −1 and 1", () => {
    const [without, shares] = [
      [0, 1, 0.5],
      [1, 0, 0.6],
    ];
    const { estimate, low, high } = meanDifference(without, shares);
    expect([low! < -1, high! > 1]).toEqual([true, true]);
    expect(meanDifference(without, shares, undefined, [0, 1])).toMatchObject({ estimate, low: -1, high: 1 });
  });
  test("of a plan with itself is exactly zero", async () => {
    const one = await plan({ strategy: "coaching-only" });
    const { difference, costPerAddedSustainedAdopter, costPerAddedStudentYear } = await compare(one, one, {
      replicates: 4,
    });
    for (const name of ["adoption", "depth50", "cost", "gap"]) {
      expect(difference(name, { month: 34 })).toEqual({ estimate: 0, low: 0, high: 0, replicates: 4, paired: true });
    }
    expect(costPerAddedSustainedAdopter()).toEqual({
      value: null,
      reason: "the interval of added adopters covers zero",
      replicates: 4,
    });
    expect(costPerAddedStudentYear()).toEqual({
      value: null,
      reason: "the interval of added student-years covers zero",
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
    for (const month of [61, -1, 1.5, Number.NaN])
      expect(() => answer.difference("adoption", { month })).toThrow(`${month} is no index of a run of 60 months`);
    expect(() => pairedDifference({ ...answer.baseline, seed: "b" }, answer.baseline, "adoption", 0)).toThrow(
      "the runs are no pairs: seed uptake here, b in the baseline",
    );
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
  test.for<[what: string, change: ScenarioInput, code: string, message: string]>([
    [
      "the number of schools",
      { district: { ...roster, schools: roster.schools.slice(1) } },
      "different-schools",
      "the schools of the district “roster” differ in number: 2 here, 3 in the baseline",
    ],
    [
      "a school's id",
      { district: withSchool({ id: "x" }) },
      "different-schools",
      "the schools of the district “roster” differ in the id of school 0: x here, elementary-1 in the baseline",
    ],
    ...(["teachers", "enrolment", "lowIncomeShare"] as const).map((field): [string, ScenarioInput, string, string] => [
      `a school's ${field}`,
      { district: withSchool({ [field]: 1 }) },
      "different-schools",
      `the schools of the district “roster” differ in ${field} of the school “elementary-1”: 1 here, ${roster.schools[0]?.[field]} in the baseline`,
    ]),
    [
      "a value",
      { parameters: { values: { "support.floor": 0.1 } } },
      "different-values",
      "the values of support.floor differ: 0.1 here, its prior in the baseline",
    ],
  ])("refuses plans that differ in %s", async ([, change, code, message]) => {
    const baseline = await plan({ district: roster });
    expect(await issuesOf(async () => compare(baseline, await plan({ district: roster, ...change })))).toMatchObject([
      { code, message },
    ]);
  });
  test("takes values that are the same in another order", async () => {
    const one = await plan({ parameters: { values: { "support.floor": 0.1, "support.rho": -2 } } });
    const other = await plan({ parameters: { values: { "support.rho": -2, "support.floor": 0.1 } } });
    expect(mismatches(one, other, "plan")).toEqual([]);
  });
});
