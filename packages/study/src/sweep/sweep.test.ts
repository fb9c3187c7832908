import { InputError, prepare, type Scenario, scenario } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { factorOf } from "../design/factor-of.ts";
import { ensemble } from "../ensemble/ensemble.ts";
import { summariseAt } from "../ensemble/summarise.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { AskedOutcome } from "../target/run-outcome.ts";
import { sustainedShare } from "../target/sustained.ts";
import { targetProbability } from "../target/target.ts";
import { sweep } from "./sweep.ts";
import { gridDesign, rowsDesign, type SweepDesign, spreadDesign } from "./sweep-design.ts";
import { mainEffects, sweepMap } from "./sweep-map.ts";

const base = scenario({ district: "small-rural", strategy: "coaching-only", target: { share: 0.3 } });
const perCoach = "levers.coaching.teachersPerCoach";
const support = "trying.support";

async function refusal(of: () => unknown): Promise<readonly { code: string; path: string }[]> {
  try {
    await of();
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ code, path }) => ({ code, path }));
    throw error;
  }
  return [];
}

describe("a sweep", () => {
  test("of levers and parameters equals direct runs", async () => {
    const design = gridDesign({ [perCoach]: [8, 40], [support]: [0.5, 3] });
    const found = await sweep(base, design, { replicates: 6, seed: "a" });
    expect(found.plans).toBe(2);
    expect(found.outcomes.map(({ name }) => name)).toEqual(["adoption", "target", "cost", "gap", "sustained"]);
    for (const [p, [teachersPerCoach, value]] of design.points.entries()) {
      const direct: Scenario = scenario({
        district: "small-rural",
        strategy: "coaching-only",
        levers: { coaching: { teachersPerCoach: teachersPerCoach! } },
        target: { share: 0.3 },
        parameters: { values: { [support]: value! } },
      });
      const runs = await ensemble(await prepare(direct), { replicates: 6, seed: "a" });
      expect(found.checksums.slice(6 * p, 6 * p + 6)).toEqual(runs.checksums);
      const at = (k: number) => found.outcomes[k]!.estimates[p]!;
      const same = (k: number, { mean, low, high }: Record<"mean" | "low" | "high", number | null>): void => {
        expect(at(k)).toMatchObject({ value: mean, low, high, replicates: 6 });
      };
      same(0, summariseAt(runs, "adoption", 34));
      const { probability, low, high } = targetProbability(runs);
      expect(at(1)).toMatchObject({ value: probability, low, high });
      same(2, summariseAt(runs, "cost", 60));
      same(3, summariseAt(runs, "gap", 34));
      same(4, sustainedShare(runs));
    }
  });

  test("finds the highest and the lowest point, and what cannot be told from them", async () => {
    const found = await sweep(base, gridDesign({ [support]: [0, 0.001, 5] }), {
      replicates: 16,
      outcomes: ["adoption"],
    });
    const [adoption] = found.outcomes;
    expect(adoption!.highest).toEqual({ point: 2, alike: 0 });
    expect(adoption!.lowest!.alike).toBe(1);
    const one = await sweep(base, gridDesign({ [support]: [0, 5] }), { replicates: 1, outcomes: ["adoption"] });
    expect(one.outcomes[0]!.highest!.alike).toBeNull();
    expect(one.outcomes[0]!.estimates[0]).toMatchObject({ low: null, high: null, replicates: 1 });
  });

  test("tells how much work there is, and keeps runs that fail as rows", async () => {
    const ahead: unknown[] = [];
    const found = await sweep(base, rowsDesign([support], [[1], [2]]), {
      replicates: 3,
      outcomes: ["cost", { series: "depth50", month: 22 }],
      onEstimate: (work) => ahead.push(work),
      evaluate: async (job) => {
        const done = await evaluateHere(job);
        done.values.fill(Number.NaN, 0, 2);
        return { ...done, failures: [{ evaluation: 0, stage: "worker", cause: "out of memory" }] };
      },
    });
    expect(ahead).toEqual([{ runs: 6, millisecondsPerRun: expect.any(Number) }]);
    expect(found.failures).toEqual([{ point: 0, replicate: 0, stage: "worker", cause: "out of memory" }]);
    expect(found.outcomes.map(({ estimates }) => estimates.map(({ replicates }) => replicates))).toEqual([
      [2, 3],
      [2, 3],
    ]);
  });

  test("of a grid of two is a map, and each factor has a main effect", async () => {
    const design = gridDesign({ [perCoach]: [40, 8], [support]: [0.5, 1, 3] });
    const found = await sweep(base, design, { replicates: 2, outcomes: ["adoption"] });
    const map = sweepMap(found, 0);
    expect([map.x, map.y]).toEqual([
      { name: perCoach, values: [8, 40] },
      { name: support, values: [0.5, 1, 3] },
    ]);
    const [{ estimates }] = found.outcomes as [(typeof found.outcomes)[number]];
    expect(map.cells).toEqual([3, 0, 4, 1, 5, 2].map((p) => estimates[p]!.value));
    const effects = mainEffects(found, 0);
    expect(effects[0]!.low).toBeCloseTo((estimates[3]!.value! + estimates[4]!.value! + estimates[5]!.value!) / 3, 12);
    expect(effects[1]!.high).toBeCloseTo((estimates[2]!.value! + estimates[5]!.value!) / 2, 12);
    const line = await sweep(base, gridDesign({ [support]: [1] }), { replicates: 1, outcomes: ["cost"] });
    expect(() => sweepMap(line, 0)).toThrow("a map needs a grid of two factors");
  });
});

describe("what is refused", () => {
  const empty: SweepDesign = { kind: "rows", factors: [support], points: [] };
  const sweepOf = (design: SweepDesign, replicates = 1, outcomes?: readonly AskedOutcome[]) =>
    sweep(base, design, { replicates, ...(outcomes ? { outcomes } : {}) });

  test.for<[string, () => unknown, [code: string, path: string][]]>([
    ["an empty design", () => sweepOf(empty), [["empty-design", "design"]]],
    ["a grid of nothing", () => gridDesign({}), [["empty-design", ""]]],
    ["a factor without levels", () => gridDesign({ [support]: [] }), [["empty-design", support]]],
    ["no rows", () => rowsDesign([support], []), [["empty-design", ""]]],
    ["a level twice", () => gridDesign({ [support]: [1, 1] }), [["repeated-level", support]]],
    ["a level out of range", () => gridDesign({ [perCoach]: [2, 20] }), [["out-of-range", perCoach]]],
    ["half a month", () => gridDesign({ "levers.coaching.start": [1.5] }), [["out-of-range", "levers.coaching.start"]]],
    ["an unknown factor", () => gridDesign({ "trying.suport": [1] }), [["unknown-factor", "trying.suport"]]],
    [
      "rows of wrong shape and value",
      () => rowsDesign([support, perCoach], [[1, 20], [1], [99, 20], [1, 20]]),
      [
        ["wrong-length", "rows[1]"],
        ["out-of-range", `rows[2].${support}`],
        ["repeated-point", "rows[3]"],
      ],
    ],
    [
      "a prior without width",
      () => spreadDesign("sobol", [{ ...factorOf(support), prior: { shape: "uniform", low: 1, high: 1 } }], 8, "a"),
      [["zero-width", support]],
    ],
    [
      "a Sobol sequence out of balance",
      () => spreadDesign("sobol", [factorOf(support)], 9, "a"),
      [["not-a-power-of-two", "rows"]],
    ],
    ["too many points", () => spreadDesign("latin-hypercube", [factorOf(support)], 20_001, "a"), [["too-large", ""]]],
    [
      "too many runs",
      () => sweepOf(gridDesign({ [support]: Array.from({ length: 1000 }, (_, i) => i / 1000) }), 1001),
      [["too-large", ""]],
    ],
    [
      "a setting of a lever that is not used",
      () => sweepOf(gridDesign({ "levers.vision.clarity": [0.5] })),
      [["unused-lever", "levers.vision.clarity"]],
    ],
    [
      "an unknown outcome",
      () => sweepOf(gridDesign({ [support]: [1] }), 1, [{ series: "adopton" }]),
      [["unknown-outcome", "outcomes[0]"]],
    ],
    [
      "an outcome twice",
      () => sweepOf(gridDesign({ [support]: [1] }), 1, ["cost", "cost"]),
      [["repeated-outcome", "outcomes[1]"]],
    ],
    [
      "a month beyond the horizon",
      () => sweepOf(gridDesign({ [support]: [1] }), 1, [{ series: "adoption", month: 61 }]),
      [["out-of-range", "outcomes[0]"]],
    ],
  ])("%s", async ([, act, issues]) => {
    expect(await refusal(act)).toEqual(issues.map(([code, path]) => ({ code, path })));
  });

  test("is not a lever switched on by its intensity", async () => {
    const design = rowsDesign(
      ["levers.vision.intensity", "levers.vision.clarity"],
      [
        [0, 0.9],
        [1, 0.9],
      ],
    );
    const { checksums } = await sweepOf(design);
    const bare = await ensemble(await prepare(base), { replicates: 1 });
    expect(checksums[0]).toBe(bare.checksums[0]);
    expect(checksums[1]).not.toBe(checksums[0]);
  });
});
