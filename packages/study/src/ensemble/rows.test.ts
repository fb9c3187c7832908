import { type Plan, prepare, profile, type ScenarioInput, scenario } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { simulateChunk } from "./chunk.ts";
import { ensemble } from "./ensemble.ts";
import { KeptReplicates } from "./kept-replicates.ts";
import { Rows } from "./rows.ts";

const small = profile("small-rural");
const two = { ...small, id: "two", schools: small.schools.slice(0, 2) };
const mixed = {
  ...small,
  id: "mixed",
  schools: small.schools.map((school, i) =>
    i % 2 === 0 ? { ...school, englishLearnerShare: 0.2, raceShares: { Black: 0.3, white: 0.7 } } : school,
  ),
};

const plans: [string, ScenarioInput][] = [
  ["three years of coaching", { strategy: "coaching-only" }],
  ["a survey", { survey: true, horizon: 12, shocks: [{ kind: "survey-gap", month: 3, months: 4, size: 1 }] }],
  ["two schools, so no gap", { district: two, horizon: 12 }],
  ["student groups", { district: mixed, horizon: 12 }],
  ["several districts", { district: [mixed, small], strategy: "all-six-lessons", horizon: 24 }],
  [
    "settings that are not known",
    { levers: { entry: { newSchools: { between: [0, 3] }, cohorts: { between: [0, 1] } } }, horizon: 24 },
  ],
  ["new schools", { levers: { entry: { newSchools: 2, newSchoolMonth: 12, cohorts: 0.3 } }, horizon: 36 }],
];

describe("rows", () => {
  test.for(plans)("hold all of an ensemble, bit for bit, with %s", async ([, input]) => {
    const plan: Plan = await prepare(scenario({ district: "small-rural", ...input }));
    const rows = new Rows(plan, "a");
    const chunks = [rows.take(5, 2), rows.take(5, 2), rows.take(5, 2)].map((range) => range ?? { from: 0, to: 0 });
    expect(rows.take(5, 2)).toBeUndefined();
    const kept = new KeptReplicates();
    for (const range of chunks.toReversed()) {
      const request = { job: 1, plan: structuredClone(plan), seed: "a", ...range };
      const reply = simulateChunk(request, kept, () => 0);
      if ("error" in reply) throw new Error(reply.error);
      rows.keep(range, reply.rows, reply.checksums);
    }
    expect(rows.done).toBe(5);
    const whole = await ensemble(plan, { replicates: 5, seed: "a" });
    expect(rows.ensemble(plan, 5)).toEqual(whole);
    expect([...rows.ensemble(plan, 5).series.keys()]).toEqual([...whole.series.keys()]);
  });

  test("are shared out by seat, each its own first, and what is left to whoever comes", async () => {
    const rows = new Rows(await prepare(scenario({ district: "small-rural" })), "a");
    const [one, two] = [0, 1].map((number) => ({ number, of: 2 }));
    expect(rows.take(10, 2, two)).toEqual({ from: 4, to: 6 });
    expect(rows.take(10, 9, two)).toEqual({ from: 6, to: 8 });
    expect(rows.next(10)).toBe(0);
    expect(rows.take(10, 9, two)).toEqual({ from: 0, to: 4 });
    expect(rows.take(10, 9, one)).toEqual({ from: 8, to: 10 });
    expect(rows.take(10, 9, one)).toBeUndefined();
    rows.giveBack({ from: 4, to: 6 });
    expect(rows.next(10)).toBe(4);
    expect(rows.take(10, 9, one)).toEqual({ from: 4, to: 6 });
  });
});
