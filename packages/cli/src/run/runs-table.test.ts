import { assumedParameters, drawWorld, type Plan, parameters, prepare, scenario, worldNumber } from "@uptake/model";
import { type EvaluationJob, evaluateEnsembles, evaluateHere } from "@uptake/study/evaluate";
import { beforeAll, describe, expect, test } from "vitest";
import { checkTable } from "../tables/check-table.ts";
import type { AnswerTable, Value } from "../tables/table.ts";
import { recordRuns } from "./record-runs.ts";
import { runsTable } from "./runs-table.ts";

const target = { share: 0.2, month: 10 };
const of = (strategy: string, more: object = {}): Promise<Plan> =>
  prepare(scenario({ district: "small-rural", strategy, horizon: 12, target, name: strategy, ...more }));
let plans: Plan[];
beforeAll(async () => {
  plans = [await of("business-as-usual"), await of("coaching-only")];
});
const statistics = [
  { series: "adoption", month: 10 },
  { series: "cost", month: 12 },
  { series: "adoption", month: 4 },
];
const job = (more: Partial<EvaluationJob> = {}): EvaluationJob => ({
  plans,
  seed: "a",
  statistics,
  evaluations: [0, 1].flatMap((plan) => [0, 1, 2].map((replicate) => ({ plan, replicate }))),
  ...more,
});

/** Makes the table of some jobs. */
async function tableOf(...jobs: readonly EvaluationJob[]): Promise<AnswerTable> {
  const { evaluate, recorded } = recordRuns(evaluateHere);
  for (const one of jobs) await evaluate(one);
  const [table] = runsTable(recorded()).tables;
  checkTable(table as AnswerTable);
  return table as AnswerTable;
}
const valuesOf = ({ columns, rows }: AnswerTable, name: string): Value[] => {
  const c = columns.findIndex((column) => column.name === name);
  expect(c).toBeGreaterThanOrEqual(0);
  return rows.map((row) => row[c] as Value);
};
const namesOf = ({ columns }: AnswerTable): string[] => columns.map(({ name }) => name);

describe("a table of runs", () => {
  test("has a row a run, replicate by replicate, with what was drawn, what was read and its checksum", async () => {
    const table = await tableOf(job());
    const { values, checksums } = await evaluateHere(job());
    const order = [0, 3, 1, 4, 2, 5];
    expect(valuesOf(table, "run")).toEqual([1, 2, 3, 4, 5, 6]);
    expect(valuesOf(table, "replicate")).toEqual([0, 0, 1, 1, 2, 2]);
    expect(valuesOf(table, "strategy")).toEqual(order.map((i) => plans[i < 3 ? 0 : 1]?.scenario.name));
    expect(valuesOf(table, "adoption_10")).toEqual(order.map((i) => values[3 * i]));
    expect(valuesOf(table, "cost_12")).toEqual(order.map((i) => values[3 * i + 1]));
    expect(valuesOf(table, "checksum")).toEqual(order.map((i) => checksums[i]));
    const how = assumedParameters((plans[0] as Plan).scenario);
    expect(valuesOf(table, "world")).toEqual([0, 0, 1, 1, 2, 2].map((r) => worldNumber("a", r, how)));
    for (const { name } of parameters)
      expect(valuesOf(table, name)).toEqual([0, 0, 1, 1, 2, 2].map((r) => drawWorld("a", r, how)[name]));
    const names = namesOf(table);
    expect(names.slice(-4)).toEqual(["adoption_4", "adoption_10", "cost_12", "checksum"]);
    expect(names).toContain("levers.coaching.teachersPerCoach");
    expect(names).not.toContain("switches.contagion");
  });
  test("leaves out parameters that are the same by design, and takes the values of single runs", async () => {
    const fixed = [await of("coaching-only", { parameters: { draw: "fixed" } })];
    const evaluations = [0.1, 0.2].map((value, replicate) => ({
      plan: 0,
      replicate,
      values: { "trying.support": value },
    }));
    const table = await tableOf(job({ plans: fixed, evaluations }));
    expect(namesOf(table).filter((name) => parameters.some((one) => one.name === name))).toEqual(["trying.support"]);
    expect(valuesOf(table, "trying.support")).toEqual([0.1, 0.2]);
  });
  test("shows what plans differ in, and which reading of an unknown setting a replicate had", async () => {
    const levers = { entry: { volunteers: 0.5 }, coaching: { teachersPerCoach: { between: [10, 40] } } };
    const unknown = await of("business-as-usual", {
      strategy: { name: "mine", levers },
      switches: { contagion: "none" },
    });
    const table = await tableOf(job({ plans: [plans[0] as Plan, unknown] }));
    expect(valuesOf(table, "switches.contagion")).toEqual([0, 1, 2].flatMap(() => ["simple", "none"]));
    const coaching = valuesOf(table, "levers.coaching.teachersPerCoach");
    expect(coaching.filter((_, i) => i % 2 === 0)).toEqual([null, null, null]);
    expect(new Set(coaching).size).toBe(4);
  });
  test("keeps the batches of a study, with nothing where a batch does not read an outcome, and failed runs", async () => {
    const failing = job({ statistics: [{ series: "gap", month: 10 }], evaluations: [{ plan: 5, replicate: 0 }] });
    const table = await tableOf(job(), failing);
    expect(valuesOf(table, "batch")).toEqual([1, 1, 1, 1, 1, 1, 2]);
    expect(table.rows.at(-1)?.at(-1)).toBeNull();
    expect(valuesOf(table, "adoption_10").at(-1)).toBeNull();
    expect(valuesOf(table, "gap_10").slice(0, 6)).toEqual([null, null, null, null, null, null]);
  });
  test("reads the main outcomes of whole runs", async () => {
    const { evaluate, recorded } = recordRuns(evaluateHere);
    const { ensembles } = await evaluateEnsembles(plans, { evaluate, replicates: 2, seed: "a" });
    const [table] = runsTable(recorded()).tables as [AnswerTable];
    const adoption = valuesOf(table, "adoption_10");
    const read = await evaluateHere(job());
    expect(adoption).toEqual([0, 3, 1, 4].map((i) => read.values[3 * i]));
    expect(valuesOf(table, "cost_12").every((value) => typeof value === "number")).toBe(true);
    expect(ensembles).toHaveLength(2);
    expect(namesOf(table).filter((name) => name.startsWith("adoption_"))).toEqual(["adoption_10", "adoption_12"]);
  });
  test("holds the first runs of a study that made too many, whole replicates, and says so", async () => {
    const { evaluate, recorded } = recordRuns(evaluateHere, 5);
    await evaluate(job());
    await evaluate(job());
    const kept = recorded();
    expect(kept).toMatchObject({ made: 12, batches: [{ evaluations: { length: 4 } }] });
    const [whole] = runsTable(kept).tables as [AnswerTable];
    expect(valuesOf(whole, "replicate")).toEqual([0, 0, 1, 1]);
    expect(whole.doc).toContain("the first 4 of 12 runs");
    const { tables, notes } = runsTable(kept, 3 * whole.columns.length);
    const [few] = tables as [AnswerTable];
    expect(few.rows).toEqual(whole.rows.slice(0, 3));
    expect(few.doc).toContain("the first 3 of 12 runs");
    expect(notes).toEqual([expect.stringContaining("runs.csv) holds the first 3 of 12 runs")]);
  });
  test("holds few runs of jobs whose results are only passing", async () => {
    const { evaluate, recorded } = recordRuns(async ({ evaluations }) => ({
      values: new Float64Array(evaluations.length * statistics.length),
      checksums: evaluations.map(() => "0"),
      failures: [],
    }));
    const evaluations = Array.from({ length: 2_000 }, (_, replicate) => ({ plan: 0, replicate }));
    for (let batch = 0; batch < 4; batch++) await evaluate(job({ evaluations }), { passing: true });
    const { batches, made } = recorded();
    expect([batches.map(({ checksums }) => checksums.length), made]).toEqual([[2_000, 2_000, 96], 8_000]);
  });
  test("is none where a study makes no runs", () => {
    expect(runsTable(recordRuns(evaluateHere).recorded())).toEqual({ tables: [], notes: [] });
  });
});
