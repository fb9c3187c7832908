import { describe, expect, test } from "vitest";
import { districtOf, planOf, printOf } from "../../test-support/fixtures.ts";
import { Replicate } from "../engine/replicate.ts";
import { simulate, simulateIn } from "../engine/simulate.ts";
import type { LeverUse } from "./lever.ts";
import { levers } from "./levers/index.ts";
import type { Plan } from "./plan.ts";
import { prepare } from "./prepare.ts";
import { readingOf } from "./reading-of.ts";
import { placesOf, readingCount } from "./reading-places.ts";
import { scenario } from "./scenario.ts";
import { leversIn, valueIn } from "./unknown.ts";
import { unknownsOf } from "./unknowns-of.ts";

const unknown: Record<string, LeverUse> = {
  entry: {
    cohorts: { between: [0.2, 1] },
    newSchools: { between: [0, 2] },
    newSchoolSize: 4,
    leadYear: { between: [0, 1] },
    order: { among: ["need", "random"] },
  },
  coaching: { teachersPerCoach: { between: [10, 42] }, release: 0.5 },
};
const input = { horizon: 26, levers: unknown };
const replicates = Array.from({ length: readingCount + 2 }, (_, r) => r);
const names = levers.flatMap(({ name, settings, choices = [], counts = [] }) =>
  [...settings, ...choices, ...counts].map((one) => `${name}.${one.name}`),
);

/** Lists the values of a setting in the readings, lowest first. */
const valuesOf = (lever: string, setting: string): unknown[] =>
  Array.from({ length: readingCount }, (_, r) => leversIn(unknown, r)[lever]![setting]).sort(
    (a, b) => Number(a) - Number(b) || String(a).localeCompare(String(b)),
  );

test("settings that are not known are listed with what they lie between", () => {
  expect(unknownsOf(unknown)).toEqual([
    { lever: "entry", setting: "cohorts", unit: "share", between: [0.2, 1] },
    { lever: "entry", setting: "order", unit: "–", among: ["need", "random"] },
    { lever: "entry", setting: "newSchools", unit: "schools", between: [0, 2], whole: true },
    { lever: "entry", setting: "leadYear", unit: "years", between: [0, 1], whole: true },
    { lever: "coaching", setting: "teachersPerCoach", unit: "teachers per coach", between: [10, 42] },
  ]);
  expect(unknownsOf({ coaching: { release: 0.5 } })).toEqual([]);
});

describe("over the readings", () => {
  test("a setting takes the middles of 16 slices of its range", () => {
    expect(valuesOf("coaching", "teachersPerCoach")).toEqual(Array.from({ length: 16 }, (_, i) => 11 + 2 * i));
  });

  test("whole numbers and names come equally often, as far as 16 allows", () => {
    expect(valuesOf("entry", "leadYear")).toEqual([...Array(8).fill(0), ...Array(8).fill(1)]);
    expect(valuesOf("entry", "newSchools")).toEqual([...Array(5).fill(0), ...Array(6).fill(1), ...Array(5).fill(2)]);
    expect(valuesOf("entry", "order")).toEqual([...Array(8).fill("need"), ...Array(8).fill("random")]);
  });

  test("a range of one number is that number", () => {
    const one = { lever: "entry", setting: "places", unit: "", between: [3, 3], whole: true } as const;
    expect(Array.from({ length: 16 }, (_, r) => valueIn(one, r))).toEqual(Array(16).fill(3));
  });

  test("what is known stays", () => {
    for (let r = 0; r < readingCount; r++) {
      expect(leversIn(unknown, r)).toMatchObject({ entry: { newSchoolSize: 4 }, coaching: { release: 0.5 } });
    }
  });
});

describe("the places of settings", () => {
  test("are each 0 … 15 once", () => {
    const all = Array.from({ length: readingCount }, (_, i) => i);
    for (const name of names) expect([...placesOf(name)].sort((a, b) => a - b)).toEqual(all);
  });

  test("do not move together", () => {
    const sum = (a: readonly number[], b: readonly number[]): number =>
      a.reduce((total, place, i) => total + (place - 7.5) * (b[i]! - 7.5), 0);
    const correlations = names.flatMap((one, i) =>
      names.slice(0, i).map((other) => Math.abs(sum(placesOf(one), placesOf(other)) / 340)),
    );
    expect(Math.max(...correlations)).toBeLessThanOrEqual(0.5);
  });

  test("do not hang on what else is unknown", () => {
    const { entry: _, ...alone } = unknown;
    for (let r = 0; r < readingCount; r++)
      expect(leversIn(alone, r)["coaching"]).toEqual(leversIn(unknown, r)["coaching"]);
  });
});

describe("a plan that leaves settings unknown", () => {
  test("holds a whole plan of each reading, which its replicates run", async () => {
    const plan = await planOf(input);
    expect(plan.scenario.levers).toEqual(unknown);
    expect(plan.readings).toHaveLength(readingCount);
    for (const replicate of replicates) {
      const known = await planOf({ ...input, levers: leversIn(unknown, replicate % readingCount) });
      expect(readingOf(plan, replicate)).toEqual(known);
      const run = { seed: "a", replicate };
      expect(printOf(simulate(plan, run))).toBe(printOf(simulate(known, run)));
    }
  });

  test("runs in a shared replicate, and copied, as alone", async () => {
    const plan = await planOf(input);
    const other = await planOf({ horizon: 26, levers: { coaching: {} } });
    for (const r of [3, 16]) {
      const replicate = new Replicate("a", r);
      simulateIn(replicate, other);
      const alone = simulate(plan, { seed: "a", replicate: r }).checksum;
      expect(simulateIn(replicate, plan).checksum).toBe(alone);
      expect(simulate(structuredClone(plan), { seed: "a", replicate: r }).checksum).toBe(alone);
    }
  });

  test("takes its neighbours into account, reading by reading", async () => {
    const two = [districtOf("one", [0.2, 0.4]), districtOf("two", [0.5, 0.6])];
    const visits = { entry: { cohorts: 1 }, learning: { visits: { between: [0, 1] as const }, interDistrict: 1 } };
    const system = { district: two, horizon: 14, levers: visits };
    const plan = await planOf(system);
    for (const replicate of [0, 7]) {
      const known = await planOf({ ...system, levers: leversIn(visits, replicate) });
      expect(simulate(plan, { seed: "a", replicate })).toEqual(simulate(known, { seed: "a", replicate }));
    }
  });

  test("is run with what is put in the place of its scenario's", async () => {
    const plan = await planOf(input);
    const changed = ({ scenario: { parameters, ...rest }, ...one }: Plan): Plan => {
      const values = { ...parameters.values, "trying.intercept": -2 };
      return { ...one, scenario: { ...rest, horizon: 13, parameters: { ...parameters, values } } };
    };
    for (const replicate of [2, 11]) {
      const known = await planOf({ ...input, levers: leversIn(unknown, replicate) });
      const run = { seed: "a", replicate };
      expect(simulate(changed(plan), run)).toEqual(simulate(changed(known), run));
    }
  });

  test("shares what its readings have alike", async () => {
    const plan = await planOf({ ...input, levers: { ...unknown, vision: {} } });
    const tables = ({ districts }: Plan) => districts[0].effects;
    const [first, second] = plan.readings as readonly Plan[];
    expect(tables(second!)["vision.clarity"]).toBe(tables(first!)["vision.clarity"]);
    expect(tables(second!)["entry.cohorts"]).not.toEqual(tables(first!)["entry.cohorts"]);
    expect(second!.districts[0].shocks).toBe(first!.districts[0].shocks);
  });

  test("of which nothing is unknown has no readings", async () => {
    expect(await planOf({ levers: { coaching: {} } })).not.toHaveProperty("readings");
  });

  test("tells of values out of range, and of formulas that fail, as others do", async () => {
    const bad = scenario({
      levers: { coaching: { teachersPerCoach: { between: [1, 1] }, release: { between: [0, 1] } } },
    });
    await expect(prepare(bad)).rejects.toThrow("levers.coaching.teachersPerCoach: 1 is out of range");
  });
});
