import { describe, expect, test } from "vitest";
import { districtOf, mean, planOf, printOf, runOf } from "../../test-support/fixtures.ts";
import type { Mechanism, Observer } from "./extension.ts";
import { simulate } from "./simulate.ts";

const ten = districtOf("ten", [0.1, 0.9, 0.2, 0.8, 0.3, 0.7, 0.4, 0.6, 0.5, 0.5]);

describe("a mechanism of one's own", () => {
  test("that adds to the log-odds of trying raises adoption, in the schools and months it speaks of", async () => {
    const eager = (trying: number, schools: number, from: number): Mechanism => ({
      name: "word of mouth",
      climate: (s, _, t) => (s < schools && t >= from ? { trying } : undefined),
    });
    const run = (mechanism: Mechanism) => runOf({ district: ten, horizon: 34 }, { mechanisms: [mechanism] });
    const usual = await runOf({ district: ten, horizon: 34 });
    const label = async (mechanism: Mechanism) => (await run(mechanism)).measures.label[34];
    expect(await label(eager(2, 10, 0))).toBeGreaterThan(usual.measures.label[34] + 0.1);
    expect(await label(eager(-5, 10, 0))).toBeLessThan(usual.measures.label[34]);
    const late = (await run(eager(2, 10, 20))).measures.adoption;
    expect(late.subarray(0, 21)).toEqual(usual.measures.adoption.subarray(0, 21));
    expect(printOf(await run(eager(2, 0, 0)))).toBe(printOf(usual));
  });

  test("adds up with others, and is told the state", async () => {
    const part: Mechanism = { name: "part", climate: () => ({ trying: 0.25, message: 0.5 }) };
    const whole: Mechanism = {
      name: "whole",
      climate: (s, state) => (state.school.open[s] === 1 ? { trying: 0.5, message: 0.75 } : undefined),
    };
    const checksum = async (...mechanisms: Mechanism[]) => (await runOf({ district: ten }, { mechanisms })).checksum;
    expect(await checksum(part, { ...part, name: "other part" })).toBe(await checksum(whole));
    expect(await checksum(part)).not.toBe(await checksum(whole));
  });

  /** Runs a mechanism called `name` beside others and returns what it drew, by replicate, school, month and slot. */
  async function drawn(name: string, others: Mechanism[] = [], replicate = 0): Promise<Map<string, number>> {
    const draws = new Map<string, number>();
    const mechanism: Mechanism = {
      name,
      climate(s, _, t, random) {
        for (const slot of [2, 0, 1]) draws.set(`${s} ${t} ${slot}`, random(slot));
        return undefined;
      },
    };
    await runOf({ district: ten, horizon: 20 }, { mechanisms: [...others, mechanism], replicate });
    return draws;
  }

  test("draws the same numbers again, whatever else is drawn", async () => {
    const first = await drawn("mine");
    expect(first.size).toBe(10 * 20 * 3);
    expect(await drawn("mine")).toEqual(first);
    const greedy: Mechanism = { name: "greedy", climate: (_, __, ___, random) => ({ trying: random(0) + random(1) }) };
    expect(await drawn("mine", [greedy])).toEqual(first);
  });
  test("draws other numbers for each school, month, slot, name and replicate, evenly over [0, 1)", async () => {
    const first = await drawn("mine");
    const values = [...first.values()];
    expect(new Set(values).size).toBe(values.length);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(mean(values)).toBeCloseTo(0.5, 1);
    for (const other of [await drawn("yours"), await drawn("mine", [], 1)]) {
      expect([...other].filter(([at, value]) => first.get(at) === value)).toEqual([]);
    }
  });
});

describe("an observer of one's own", () => {
  const two = { ...districtOf("two", [0.5, 0.5, 0.5]), id: "two" };
  const numbered: Observer = { name: "numbered", observe: (state, m) => state.schools.length * 1000 + m };
  const users: Observer = {
    name: "users",
    observe: ({ counts, schools }) =>
      schools.reduce((sum, _, s) => sum + counts.stages[s * 6 + 3] + counts.stages[s * 6 + 4], 0),
  };

  test.for([0, 1])(
    "records a number for each district and index, district by district (visits between: %d)",
    async (v) => {
      const levers = { entry: { cohorts: 1, every: 1 }, learning: { visits: v, interDistrict: v } };
      const plan = await planOf({ district: [ten, two], horizon: 7, levers });
      const { observed, districts } = simulate(plan, { seed: "a", replicate: 0, observers: [numbered, users] });
      expect(Object.keys(observed)).toEqual(["numbered", "users"]);
      const indices = Array.from({ length: 8 }, (_, m) => m);
      expect([...observed["numbered"]]).toEqual([...indices.map((m) => 10_000 + m), ...indices.map((m) => 3000 + m)]);
      districts.forEach(({ adoption, teachers }, d) => {
        expect([...observed["users"].subarray(8 * d, 8 * d + 8)]).toEqual(
          Array.from(adoption, (share) => Math.round(share * teachers)),
        );
      });
    },
  );
});
