import { describe, expect, test } from "vitest";
import { districtOf, planOf, printOf, runOf, watch } from "../../test-support/fixtures.ts";
import { drawWorld } from "../evidence/world.ts";
import type { LeverUse } from "../scenario/lever.ts";
import type { Plan } from "../scenario/plan.ts";
import type { ScenarioInput } from "../scenario/scenario.ts";
import { simulate } from "./simulate.ts";

const one = districtOf("one", [0.2, 0.5, 0.8]);
const two = districtOf("two", [0.1, 0.4, 0.6, 0.9]);
type Levers = NonNullable<ScenarioInput["levers"]>;

const programme: Levers = { entry: { cohorts: 1, every: 1 }, coaching: {} };
const visits = (interDistrict: number): Levers => ({
  ...programme,
  learning: { visits: 1, interDistrict },
});

/** Prints what happens in the district called `id`, index by index. */
async function printsOf(id: string, input: ScenarioInput): Promise<string[]> {
  const plan = await planOf({ horizon: 30, levers: programme, ...input });
  const d = plan.districts.findIndex(({ district }) => district.id === id);
  return watch(plan).trace.map((districts) => printOf(districts[d]));
}

describe("districts of a system share", () => {
  test("nothing without visits between them", async () => {
    const levers = visits(0);
    const alone = await printsOf("one", { district: one, levers });
    expect(await printsOf("one", { district: [one, two], levers })).toEqual(alone);
    expect(await printsOf("one", { district: [two, one], levers })).toEqual(alone);
  });
  test("what visits bring home, and only while there are any", async () => {
    const alone = await printsOf("one", { district: one, levers: visits(1) });
    const together = await printsOf("one", { district: [one, two], levers: visits(1) });
    expect(together[0]).toBe(alone[0]);
    expect(together[30]).not.toBe(alone[30]);
    const none = { ...programme, learning: { institutes: 3, visits: 0, interDistrict: 1 } };
    expect(await printsOf("one", { district: [one, two], levers: none })).toEqual(
      await printsOf("one", { district: one, levers: none }),
    );
  });
  test("visits by the adoption there is elsewhere, whatever the order of districts", async () => {
    const levers = visits(1);
    const there = await printsOf("one", { district: [one, two], levers });
    expect(await printsOf("one", { district: [two, one], levers })).toEqual(there);
    const values = { "peers.interDistrict": 0, "awareness.visits": 0 };
    const deaf: ScenarioInput = { levers, parameters: { draw: "fixed", values } };
    expect(await printsOf("one", { ...deaf, district: [one, two] })).toEqual(
      await printsOf("one", { ...deaf, district: one }),
    );
  });
  test("shocks, but for those that name others", async () => {
    const shock = { kind: "turnover-wave", month: 6, size: 2 };
    const spared = await printsOf("one", { district: [one, two] });
    const hit = await printsOf("one", { district: [one, two], shocks: [shock] });
    expect(hit).not.toEqual(spared);
    const elsewhere = [{ ...shock, districts: ["two"] }];
    expect(await printsOf("one", { district: [one, two], shocks: elsewhere })).toEqual(spared);
    expect(await printsOf("two", { district: [one, two], shocks: elsewhere })).toEqual(
      await printsOf("two", { district: [one, two], shocks: [shock] }),
    );
  });
});

test("a system's measures are those of its districts together", async () => {
  const both = await runOf({ district: [one, two], levers: programme });
  const parts = [await runOf({ district: one, levers: programme }), await runOf({ district: two, levers: programme })];
  for (const m of [0, 30, 60]) {
    const users = parts.reduce((sum, { measures }) => sum + measures.adoption[m] * measures.teachers[m], 0);
    expect(both.measures.adoption[m]).toBeCloseTo(users / 84, 12);
  }
  const total = parts.reduce((sum, { measures }) => sum + measures.cost.total, 0);
  expect(Math.abs(both.measures.cost.total - total)).toBeLessThan(1e-9 * total);
  expect(both.districts.map(({ id, teachers }) => [id, teachers])).toEqual([
    ["one", 36],
    ["two", 48],
  ]);
  both.districts.forEach(({ adoption }, d) => expect(adoption).toEqual(parts[d].measures.adoption));
});

/** Lists what in a value is neither plain data nor a typed array, by path. */
function strange(value: unknown, path = ""): string[] {
  if (value === null || ["string", "number", "boolean"].includes(typeof value) || ArrayBuffer.isView(value)) return [];
  const plain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (typeof value !== "object" || !plain) return [path];
  return Object.entries(value as object).flatMap(([name, inner]) => strange(inner, `${path}.${name}`));
}

describe("a plan and a run are data", () => {
  const input: ScenarioInput = {
    district: [one, two],
    strategy: "all-six-lessons",
    levers: { ...visits(0.5), vision: { clarity: "0.5 * exp(-t / 12)" } },
    shocks: [{ kind: "budget-cut", month: 20, districts: ["two"] }],
    survey: true,
    parameters: { draw: "sampled" },
  };
  const options = { seed: "uptake", replicate: 3 };

  test("a copied plan gives the same run", async () => {
    const plan = await planOf(input);
    expect(printOf(simulate(structuredClone(plan), options))).toBe(printOf(simulate(plan, options)));
  });
  test("a run is plain, and survives a copy", async () => {
    const run = simulate(await planOf(input), options);
    expect(strange(run)).toEqual([]);
    expect(printOf(structuredClone(run))).toBe(printOf(run));
    expect(run).toMatchObject({ seed: "uptake", replicate: 3, observed: {} });
    expect(run.checksum).toMatch(/^[0-9a-f]{8}$/);
    expect(run.world).toEqual(drawWorld("uptake", 3, { draw: "sampled" }));
  });
  test("simulate leaves the plan as it is", async () => {
    const plan = await planOf(input);
    const before = printOf(plan);
    simulate(plan, options);
    expect(printOf(plan)).toBe(before);
  });
  test("a plan made of parts of another is run as it is written", async () => {
    const plan = await planOf({ ...input, shocks: [] });
    simulate(plan, options);
    const { shocks } = (await planOf({ ...input, shocks: [{ kind: "turnover-wave", month: 6, size: 2 }] }))
      .districts[0];
    const shaken: Plan = { ...plan, districts: plan.districts.map((part) => ({ ...part, shocks })) };
    expect(printOf(simulate(shaken, options))).toBe(printOf(simulate(structuredClone(shaken), options)));
    const shorter: Plan = { ...plan, scenario: { ...plan.scenario, horizon: 20 } };
    expect(simulate(shorter, options).measures.adoption).toEqual(
      simulate(plan, options).measures.adoption.slice(0, 21),
    );
  });
});

test("seeds and replicates give other luck, the same ones the same", async () => {
  const plan = await planOf({ district: one, horizon: 24 });
  const checksum = (seed: string, replicate: number) => simulate(plan, { seed, replicate }).checksum;
  const all = [checksum("a", 0), checksum("a", 1), checksum("b", 0), checksum("ab", 0), checksum("a ", 0)];
  expect(new Set(all).size).toBe(5);
  expect(checksum("a", 1)).toBe(all[1]);
});

test("a lever that ends costs nothing more", async () => {
  const use: LeverUse = { cohorts: 1, every: 1, end: 12 };
  const { measures } = await runOf({ district: two, levers: { entry: use, coaching: { end: 12 } } });
  expect(measures.cost.monthly[11]).toBeGreaterThan(0);
  expect(Math.max(...measures.cost.monthly.subarray(12))).toBe(0);
});
