import { districtOfFigures, prepare, type ScenarioInput, scenario, simulate } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate } from "../evaluate/evaluation.ts";
import { journaled } from "../evaluate/journaled.ts";
import { country } from "./country.ts";
import type { StateDistrict } from "./country-result.ts";

const districts: readonly StateDistrict[] = [
  { id: "a", state: "North", schools: 3, teachers: 40, students: 600, lowIncomeShare: 0.2 },
  { id: "b", state: "South", schools: 1, teachers: 9, students: 130, lowIncomeShare: 1 },
  { id: "c", state: "North", schools: 2, teachers: 24, students: 300, lowIncomeShare: 0.6 },
];
const asked: ScenarioInput = {
  district: "small-rural",
  strategy: "all-six-lessons",
  horizon: 12,
  funded: 12,
  target: { month: 10, share: 0.3 },
};
const replicates = 3;

/** Returns adoption and teachers at the target's month, and cost, of a district's run in a replicate. */
async function alone(figures: StateDistrict, replicate: number) {
  const plan = await prepare(scenario({ ...asked, district: districtOfFigures(figures) }));
  const { measures, checksum } = simulate(plan, { seed: "uptake", replicate });
  const { adoption, teachers, cost } = measures;
  return { users: adoption[10]! * teachers[10]!, teachers: teachers[10]!, cost: cost.total, checksum };
}

describe("a country", () => {
  test("adds up the runs of its districts by state, each as it would be run alone", async () => {
    const found = await country(scenario(asked), districts, { replicates });
    expect(found.parts.map(({ state, districts: n, teachers }) => [state, n, teachers])).toEqual([
      ["all", 3, 73],
      ["North", 2, 64],
      ["South", 1, 9],
    ]);
    const runs = await Promise.all(districts.map((one) => Promise.all([0, 1, 2].map((r) => alone(one, r)))));
    expect(found.checksums).toEqual(runs.flat().map(({ checksum }) => checksum));
    const [all, north] = found.parts;
    const shares = [0, 1, 2].map((r) => {
      const [a, , c] = runs.map((of) => of[r]!);
      return (a!.users + c!.users) / (a!.teachers + c!.teachers);
    });
    expect(north?.adoption?.mean).toBeCloseTo(shares.reduce((sum, one) => sum + one, 0) / replicates, 12);
    expect(north?.chance?.probability).toBe(shares.filter((one) => one >= 0.3).length / replicates);
    const cost = runs.flat().reduce((sum, one) => sum + one.cost, 0) / replicates;
    expect(all?.cost?.mean).toBeCloseTo(cost, 4);
    expect(all?.reached).toEqual(all?.adoption);
  });
  test("tells no share below none or above all, of however few replicates", async () => {
    const { parts } = await country(scenario(asked), districts, { replicates: 2 });
    const ends = parts.flatMap(({ reached, adoption, deep }) =>
      [reached, adoption, deep].map((of) => [of!.low, of!.high]),
    );
    expect(ends.flat().every((end) => end! >= 0 && end! <= 1)).toBe(true);
    expect(ends.flat()).toContain(0);
    for (const { adopters, cost } of parts) expect(Math.min(adopters!.low!, cost!.low!)).toBeGreaterThanOrEqual(0);
  });
  test("leaves a replicate out of a state where a run of it fails", async () => {
    const failing: Evaluate = async (job, options) => {
      const results = await evaluateHere(job, {
        ...options,
        onOutcome: (e, outcome) => {
          const { district, replicate } = job.evaluations[e]!;
          if (district?.id !== "b" || replicate !== 1) options?.onOutcome?.(e, outcome);
        },
      });
      return { ...results, failures: [{ evaluation: 4, stage: "simulate", cause: "it broke" }] };
    };
    const { parts, failures } = await country(scenario(asked), districts, { replicates, evaluate: failing });
    expect(parts.map(({ reached }) => reached?.replicates)).toEqual([2, 3, 2]);
    expect(failures).toEqual([{ district: "b", replicate: 1, stage: "simulate", cause: "it broke" }]);
  });
  test("that was stopped goes on from its journal, with the same result to the bit", async () => {
    const lines: string[] = [];
    const journal = { read: () => lines, append: (more: readonly string[]) => void lines.push(...more) };
    const end = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 4) end.abort(new Error("enough"));
    };
    const evaluate = journaled(evaluateHere, journal);
    const stopped = country(scenario(asked), districts, { replicates, evaluate, signal: end.signal, onProgress });
    await expect(stopped).rejects.toThrow("enough");
    expect(lines).toHaveLength(4);
    let made = 0;
    const counting: Evaluate = (job, options) => {
      made += job.evaluations.length;
      return evaluateHere(job, options);
    };
    const resumed = await country(scenario(asked), districts, { replicates, evaluate: journaled(counting, journal) });
    expect(made).toBe(5);
    expect(resumed).toEqual(await country(scenario(asked), districts, { replicates }));
  });
  test("has districts, and no shock that hits single ones", async () => {
    await expect(country(scenario(asked), [])).rejects.toThrow("0 districts are out of range");
    const shocks = [{ kind: "principal-exit", month: 3, districts: ["small-rural"] }];
    await expect(country(scenario({ ...asked, shocks }), districts)).rejects.toThrow("hits single districts");
  });
});
