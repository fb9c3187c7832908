import { describe, expect, test } from "vitest";
import { districtOf, planOf } from "../../test-support/fixtures.ts";
import { InputError } from "../issue.ts";
import { exp } from "../numerics/math.ts";
import type { LeverUse } from "./lever.ts";
import { levers } from "./levers/index.ts";
import type { ShockTables } from "./plan.ts";
import type { ScenarioInput } from "./scenario.ts";
import type { Shock } from "./shock.ts";
import { shockKinds } from "./shock-kinds.ts";

/** Returns the monthly table of one setting under one use of its lever. */
async function effect(lever: string, setting: string, use: LeverUse, more: ScenarioInput = {}): Promise<number[]> {
  const plan = await planOf({ horizon: 8, levers: { [lever]: use }, ...more });
  return [...plan.districts[0].effects[`${lever}.${setting}`]];
}

describe("a lever's effective value is status quo + strength × (setting − status quo)", () => {
  test.for<[string, LeverUse, number[]]>([
    ["at once", {}, [1, 1, 1, 1, 1, 1, 1, 1]],
    ["from its start", { start: 3 }, [0, 0, 0, 1, 1, 1, 1, 1]],
    ["until its end", { start: 1, end: 3 }, [0, 1, 1, 0, 0, 0, 0, 0]],
    ["after its delay", { start: 1, delay: 2, end: 6 }, [0, 0, 0, 1, 1, 1, 0, 0]],
    ["over its ramp", { start: 1, ramp: 4 }, [0, 0.25, 0.5, 0.75, 1, 1, 1, 1]],
    ["at its intensity", { intensity: 0.5, ramp: 2 }, [0.25, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]],
    [
      "by steps",
      {
        clarity: [
          { from: 2, value: 0.5 },
          { from: 5, value: 1 },
        ],
      },
      [0, 0, 0.5, 0.5, 0.5, 1, 1, 1],
    ],
    [
      "by formula",
      { clarity: "exp(-t / 12)", intensity: "t / 10" },
      [0, 1, 2, 3, 4, 5, 6, 7].map((t) => (t / 10) * exp(-t / 12)),
    ],
    ["not at zero", { intensity: 0 }, [0, 0, 0, 0, 0, 0, 0, 0]],
  ])("%s", async ([, use, table]) => {
    expect(await effect("vision", "clarity", use)).toEqual(table);
  });
  test("until funding ends, unless it says otherwise", async () => {
    expect(await effect("vision", "clarity", {}, { funded: 2 })).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
    expect(await effect("vision", "clarity", { end: 4 }, { funded: 2 })).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
  });
  test("from a status quo that is not zero", async () => {
    expect(await effect("guidance", "choice", { choice: 1, intensity: 0.5, start: 6 })).toEqual([
      0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.75, 0.75,
    ]);
    expect(await effect("practice", "scope", { scope: 0.2, intensity: 0.5, end: 1 })).toEqual([
      0.6, 1, 1, 1, 1, 1, 1, 1,
    ]);
  });
  test("but a fraction holds unscaled while the lever has any strength", async () => {
    expect(await effect("coaching", "release", { release: 0.8, intensity: 0.1, end: 2 })).toEqual([
      0.8, 0.8, 0, 0, 0, 0, 0, 0,
    ]);
    expect(await effect("coaching", "release", { release: 0.8, intensity: 0 })).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
  test("are none before the first step of an intensity", async () => {
    const intensity = [
      { from: 2, value: 0.5 },
      { from: 4, value: 1 },
    ];
    expect(await effect("vision", "clarity", { intensity, clarity: 0.8 })).toEqual([
      0, 0, 0.4, 0.4, 0.8, 0.8, 0.8, 0.8,
    ]);
  });
  test("and coaches per teacher scale with intensity", async () => {
    expect(await effect("coaching", "density", { teachersPerCoach: 20, intensity: 0.5, end: 2 })).toEqual([
      0.025, 0.025, 0, 0, 0, 0, 0, 0,
    ]);
  });
});

test("levers not used, and levers of zero intensity, leave every table as without them", async () => {
  const { effects, charges } = (await planOf({ horizon: 8 })).districts[0];
  expect(charges).toEqual([]);
  const zero = Object.fromEntries(levers.map(({ name }) => [name, { intensity: 0 }]));
  const off = (await planOf({ horizon: 8, levers: zero })).districts[0];
  expect(off.effects).toEqual(effects);
  expect(off.founded).toEqual([]);
});

test("the load of our own levers is the sum of their strengths", async () => {
  const plan = await planOf({
    horizon: 3,
    levers: { vision: { intensity: 0.5 }, learning: { start: 1 }, practice: { intensity: 0 } },
  });
  expect([...plan.districts[0].effects["load"]]).toEqual([0.5, 1.5, 1.5]);
});

test("the programme is shut while it is assessed, for as many months as the assessment runs at its intensity", async () => {
  const months = async (use: LeverUse) => {
    const { effects } = (await planOf({ horizon: 8, levers: { assessment: use } })).districts[0];
    return { shut: effects["launch"].filter((x) => x === 0).length, effort: [...effects["assessment.effort"]] };
  };
  expect(await months({ months: 3, start: 2 })).toEqual({ shut: 3, effort: [0, 0, 1, 1, 1, 0, 0, 0] });
  expect(await months({ months: 4, intensity: 0.5 })).toEqual({ shut: 2, effort: [0.5, 0.5, 0, 0, 0, 0, 0, 0] });
  expect(await months({ months: 4, intensity: 0 })).toEqual({ shut: 0, effort: [0, 0, 0, 0, 0, 0, 0, 0] });
  expect(await months({ months: 0 })).toEqual({ shut: 0, effort: [1, 0, 0, 0, 0, 0, 0, 0] });
});

describe("money", () => {
  test("is spent from the start, effects come after the delay", async () => {
    const plan = await planOf({ horizon: 20, levers: { design: { start: 2, end: 18 } } });
    const [{ charges, effects }] = plan.districts;
    expect(charges.map(({ price, per }) => [price, per])).toEqual([["cost.planning", "memberTeacher"]]);
    expect(charges[0].quantity.findIndex((q) => q > 0)).toBe(2);
    expect(charges[0].quantity.findLastIndex((q) => q > 0)).toBe(17);
    expect(effects["design.time"].findIndex((x) => x > 0)).toBe(14);
  });
  test("for an assessment ends with it", async () => {
    const plan = await planOf({ horizon: 8, levers: { assessment: { months: 3, start: 1 } } });
    for (const { quantity } of plan.districts[0].charges) {
      expect(Array.from(quantity, (q) => q > 0)).toEqual([false, true, true, true, false, false, false, false]);
    }
  });
});

test("charges stand in an order that no other lever changes, so sums have the same last digit", async () => {
  const order = async (used: string[]) => {
    const plan = await planOf({ levers: Object.fromEntries(used.map((name) => [name, {}])) });
    return plan.districts[0].charges.map(({ price, per }) => `${price} ${per}`);
  };
  const some = await order(["learning", "improvement"]);
  const all = await order(levers.map(({ name }) => name));
  expect(some).toContain("cost.office district");
  expect(some).toEqual(all.filter((name) => some.includes(name)));
});

describe("new schools", () => {
  const opening = async (use: LeverUse, horizon = 60) => {
    const plan = await planOf({ horizon, levers: { entry: { newSchools: 2, newSchoolSize: 7, ...use } } });
    return { opens: plan.opens, founded: plan.districts[0].founded.length, lead: plan.leadYear };
  };
  test("open in the August after their month, if the lever works then", async () => {
    expect(await opening({})).toEqual({ opens: 12, founded: 2, lead: true });
    expect(await opening({ newSchoolMonth: 13, leadYear: 0 })).toEqual({ opens: 24, founded: 2, lead: false });
    expect(await opening({ intensity: 0.5 })).toMatchObject({ founded: 1 });
    expect(await opening({ start: 12 })).toEqual({ opens: -1, founded: 0, lead: true });
    expect(await opening({ intensity: 0 })).toMatchObject({ opens: -1, founded: 0 });
    expect(await opening({ newSchools: 0 })).toMatchObject({ opens: -1, founded: 0 });
  });
  test("serve the district's own mix, under ids of their own", async () => {
    const district = districtOf("d", [0.2, 0.8]);
    const taken = { ...district, schools: district.schools.map((school, s) => ({ ...school, id: `new-${s + 1}` })) };
    const plan = await planOf({ district: taken, levers: { entry: { newSchools: 2 } } });
    const { founded } = plan.districts[0];
    expect(founded.map((school) => school.id)).toEqual(["new-1'", "new-2'"]);
    for (const { lowIncomeShare } of founded) expect(lowIncomeShare).toBeCloseTo(0.5, 12);
  });
});

describe("shocks are tables, zero outside of their window", () => {
  const tableOf: Record<string, keyof ShockTables> = {
    "turnover-wave": "exits",
    "coaching-pause": "coaching",
    "superintendent-exit": "superintendentExit",
    "principal-exit": "principalExit",
    "policy-churn": "initiatives",
    "hostile-accountability": "pressure",
    "survey-gap": "survey",
  };
  const shocksOf = async (shocks: Shock[], horizon = 60) => (await planOf({ horizon, shocks })).districts[0].shocks;

  test.for(shockKinds.filter(({ kind }) => kind in tableOf))("$kind", async ({ kind, default: usual }) => {
    const tables = await shocksOf([{ kind, month: 10 }]);
    for (const [name, table] of Object.entries(tables)) {
      const hit = Array.from(
        table,
        (x, t) => (name === tableOf[kind] && t >= 10 && t < 10 + usual.months ? usual.size : 0) === x,
      );
      expect(hit).not.toContain(false);
    }
  });
  test("a budget cut weakens every lever, and its costs, in its window", async () => {
    const plan = await planOf({
      horizon: 6,
      levers: { vision: {}, coaching: {} },
      shocks: [{ kind: "budget-cut", month: 2, months: 2, size: 0.4 }],
    });
    const { effects, charges } = plan.districts[0];
    expect([...effects["vision.clarity"]]).toEqual([1, 1, 0.6, 0.6, 1, 1]);
    expect([...effects["coaching.density"]]).toEqual([0.05, 0.05, 0.03, 0.03, 0.05, 0.05]);
    expect([...effects["load"]]).toEqual([2, 2, 1.2, 1.2, 2, 2]);
    const office = charges.find(({ price }) => price === "cost.office")!.quantity;
    expect(office[2]).toBeCloseTo(0.6 * office[1], 12);
    expect(office[4]).toBe(office[1]);
  });
  test("shocks add up, shares to one at most", async () => {
    const { coaching, initiatives } = await shocksOf(
      [
        { kind: "coaching-pause", month: 0, months: 2, size: 0.7 },
        { kind: "coaching-pause", month: 1, months: 2, size: 0.7 },
        { kind: "policy-churn", month: 0, months: 2, size: 1.5 },
        { kind: "policy-churn", month: 1, months: 1, size: 1.5 },
      ],
      4,
    );
    expect([...coaching]).toEqual([0.7, 1, 0.7, 0]);
    expect([...initiatives]).toEqual([1.5, 3, 0, 0]);
  });
  test("shocks hit the districts they name", async () => {
    const plan = await planOf({
      district: [districtOf("one", [0.5]), districtOf("two", [0.5])],
      horizon: 3,
      levers: { vision: {} },
      shocks: [
        { kind: "policy-churn", month: 0, districts: ["two"] },
        { kind: "budget-cut", month: 1, size: 1, months: 1, districts: ["one"] },
      ],
    });
    const [one, two] = plan.districts;
    expect([Math.max(...one.shocks.initiatives), Math.max(...two.shocks.initiatives)]).toEqual([0, 0.5]);
    expect([...one.effects["vision.clarity"]]).toEqual([1, 0, 1]);
    expect([...two.effects["vision.clarity"]]).toEqual([1, 1, 1]);
  });
});

test("a plan tells every formula and value that will not do, at once", async () => {
  const bad = planOf({ levers: { vision: { clarity: "1 / t", intensity: 2 }, coaching: { teachersPerCoach: "-t" } } });
  await expect(bad).rejects.toThrow(InputError);
  const issues = await bad.catch((error: InputError) => error.issues);
  expect((issues as InputError["issues"]).map(({ path }) => path)).toEqual([
    "levers.vision.intensity",
    "levers.vision.clarity",
    "levers.coaching.teachersPerCoach",
  ]);
});

test("a plan is plain data", async () => {
  const plan = await planOf({ strategy: "all-six-lessons", shocks: [{ kind: "budget-cut", month: 3 }] });
  expect(structuredClone(plan)).toEqual(plan);
});

test("waves come when the programme opens, then every so often, and wait for it when it is shut", async () => {
  const waves = async (levers: Record<string, LeverUse>): Promise<number[]> => {
    const plan = await planOf({ district: "small-rural", horizon: 24, levers });
    const wave = plan.districts[0]!.effects.wave!;
    return Array.from(wave.keys()).filter((t) => wave[t] === 1);
  };
  const entry = { cohorts: 1, every: 7 };
  expect(await waves({ entry })).toEqual([0, 7, 14, 21]);
  expect(await waves({ entry: { ...entry, start: 5 } })).toEqual([5, 12, 19]);
  expect(await waves({ entry, assessment: { months: 3 } })).toEqual([3, 10, 17]);
  expect(await waves({ entry, assessment: { months: 4, start: 6 } })).toEqual([0, 10, 17]);
  expect(await waves({ entry: { ...entry, intensity: 0 } })).toEqual([]);
});
