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
import { sweepMap } from "./sweep-map.ts";

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
        levers: { coaching: { teachersPerCoach: teachersPerCoach as number } },
        target: { share: 0.3 },
        parameters: { values: { [support]: value as number } },
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
    // The highest comes first and the lowest later, so that neither is where a search would stay or end by itself.
    const found = await sweep(base, gridDesign({ [support]: [5, 0, 0.001] }), {
      replicates: 16,
      outcomes: ["adoption"],
    });
    const [adoption] = found.outcomes;
    const values = adoption!.estimates.map(({ value }) => value!);
    expect(adoption!.highest).toMatchObject({ point: 0, alike: 0 });
    expect(Math.max(...values)).toBe(values[0]);
    const { differences } = adoption!.highest!;
    expect(differences[0]).toBeNull();
    expect(differences[1]!.mean).toBeCloseTo(values[1]! - values[0]!, 12);
    expect(differences[1]!.high).toBeLessThan(0);
    expect(adoption!.lowest).toMatchObject({ point: values.indexOf(Math.min(...values)), alike: 1 });
    const one = await sweep(base, gridDesign({ [support]: [0, 5] }), { replicates: 1, outcomes: ["adoption"] });
    expect(one.outcomes[0]!.highest!.alike).toBeNull();
    expect(one.outcomes[0]!.estimates[0]).toMatchObject({ low: null, high: null, replicates: 1 });
  });

  test("tells how much work there is, and keeps runs that fail as rows", async () => {
    const ahead: unknown[] = [];
    const progress: unknown[] = [];
    const found = await sweep(base, rowsDesign([support], [[1], [2]]), {
      replicates: 3,
      outcomes: ["cost", { series: "depth50", month: 22 }],
      onEstimate: (work) => ahead.push(work),
      onProgress: (...made) => progress.push(made),
      evaluate: async (job, options) => {
        const done = await evaluateHere(job, options);
        for (const evaluation of [0, 5]) done.values.fill(Number.NaN, 2 * evaluation, 2 * evaluation + 2);
        return {
          ...done,
          failures: [0, 5].map((evaluation) => ({ evaluation, stage: "worker", cause: "out of memory" })),
        };
      },
    });
    expect(ahead).toEqual([{ runs: 6, millisecondsPerRun: expect.any(Number) }]);
    expect(progress.at(-1)).toEqual([6, 6]);
    expect(found.failures).toEqual([
      { point: 0, replicate: 0, stage: "worker", cause: "out of memory" },
      { point: 1, replicate: 2, stage: "worker", cause: "out of memory" },
    ]);
    expect(found.outcomes.map(({ estimates }) => estimates.map(({ replicates }) => replicates))).toEqual([
      [2, 2],
      [2, 2],
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
    expect(map.cells).toEqual([3, 0, 4, 1, 5, 2].map((p) => estimates[p]));
    const [coaches, help] = found.outcomes[0]!.effects;
    const lowest = (estimates[3]!.value! + estimates[4]!.value! + estimates[5]!.value!) / 3;
    const highest = (estimates[0]!.value! + estimates[1]!.value! + estimates[2]!.value!) / 3;
    expect(coaches!.groups.map(({ levels }) => levels)).toEqual(["lowest third", "highest third"]);
    expect(coaches!.groups[0]).toMatchObject({ outcome: { mean: expect.closeTo(lowest, 12) }, over: null });
    expect(coaches!.groups[1]!.over!.mean).toBeCloseTo(highest - lowest, 12);
    expect(help!.groups[1]!.outcome!.mean).toBeCloseTo((estimates[2]!.value! + estimates[5]!.value!) / 2, 12);
    const line = await sweep(base, gridDesign({ [support]: [1] }), { replicates: 1, outcomes: ["cost"] });
    const three = gridDesign({ [perCoach]: [8], [support]: [1], "trying.risk": [0] });
    for (const wrong of [line, { ...found, design: three }, { ...found, design: { ...design, kind: "rows" as const } }])
      expect(() => sweepMap(wrong, 0)).toThrow("a map needs a grid of two factors");
  });
});

describe("a sweep over names", () => {
  const direct = async (input: Parameters<typeof scenario>[0]): Promise<readonly string[]> =>
    (
      await ensemble(await prepare(scenario({ horizon: 20, target: { month: 10 }, ...input })), {
        replicates: 3,
        seed: "a",
      })
    ).checksums;
  const own = scenario({ district: "small-rural", strategy: "coaching-only", horizon: 20, target: { month: 10 } });

  test("runs each strategy, district, switch and choice as a scenario of its own", async () => {
    const design = gridDesign({
      strategy: ["coaching-only", "all-six-lessons"],
      district: ["small-rural", "porterville-unified"],
      "switches.everyoneAware": ["on", "off"],
      "levers.coaching.allocation": ["equal", "need"],
    });
    const found = await sweep(own, design, { replicates: 3, seed: "a", outcomes: ["adoption"] });
    expect(found.plans).toBe(16);
    for (const [p, [strategy, district, everyoneAware, allocation]] of design.points.entries()) {
      const levers = { coaching: { allocation: allocation as "need" } };
      const asked = { strategy: strategy as string, district: district as string, levers };
      const checksums = await direct({ ...asked, switches: { everyoneAware: everyoneAware as boolean } });
      expect(found.checksums.slice(3 * p, 3 * p + 3)).toEqual(checksums);
    }
    const { estimates, effects } = found.outcomes[0]!;
    expect(effects.map(({ groups }) => groups.map(({ levels }) => levels))).toEqual([
      ["coaching-only", "all-six-lessons"],
      ["small-rural", "porterville-unified"],
      ["on", "off"],
      ["equal", "need"],
    ]);
    for (const [i, { groups }] of effects.entries()) {
      const means = groups.map(({ outcome }) => outcome!.mean);
      const least = Math.min(...means);
      groups.forEach(({ over }, g) => {
        if (over === null) expect(means[g]).toBe(least);
        else expect(over.mean).toBeCloseTo(means[g]! - least, 12);
      });
      const level = [...new Set(design.points.map((point) => point[i]))][0];
      const values = estimates.filter((_, p) => design.points[p]![i] === level).map(({ value }) => value!);
      expect(means[0]).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 12);
    }
  });
  test("reads each point by its own target, in the same runs", async () => {
    const design = gridDesign({ "target.share": [0.01, 0.15, 0.99], "target.month": [6, 16] });
    const found = await sweep(own, design, {
      replicates: 4,
      outcomes: ["target", "adoption", { series: "depth50", month: 3 }],
    });
    expect(found.plans).toBe(1);
    const [target, adoption, depth] = found.outcomes;
    expect(target!.estimates.map(({ value }) => value).filter((_, p) => p !== 2 && p !== 3)).toEqual([1, 1, 0, 0]);
    expect([target!.months, adoption!.months, depth!.months]).toEqual([
      [6, 16, 6, 16, 6, 16],
      [6, 16, 6, 16, 6, 16],
      null,
    ]);
    const runs = await ensemble(await prepare(own), { replicates: 4 });
    expect(adoption!.estimates[0]!.value).toBe(summariseAt(runs, "adoption", 6).mean);
    expect(adoption!.estimates[1]!.value).toBe(summariseAt(runs, "adoption", 16).mean);
    const map = sweepMap(found, 0);
    expect(map.x.values).toEqual([0.01, 0.15, 0.99]);
  });
  test("tells of months where one point has another than the scenario", async () => {
    const months = async (...of: number[]) => {
      const options = { replicates: 1, outcomes: ["adoption"] } as const;
      return (await sweep(own, gridDesign({ "target.month": of }), options)).outcomes[0]!.months;
    };
    expect([await months(6, 10), await months(10, 6), await months(10)]).toEqual([[6, 10], [10, 6], null]);
  });
  test("maps names in the order of the design", async () => {
    const design = gridDesign({ strategy: ["mandate", "coaching-only"], "switches.contagion": ["simple", "none"] });
    const map = sweepMap(await sweep(own, design, { replicates: 1, outcomes: ["adoption"] }), 0);
    expect([map.x.values, map.y.values]).toEqual([
      ["mandate", "coaching-only"],
      ["simple", "none"],
    ]);
  });
  test.for<[string, () => unknown, [code: string, path: string][]]>([
    ["a strategy that is not", () => gridDesign({ strategy: ["mandat"] }), [["unknown-level", "strategy"]]],
    ["a number for a name", () => rowsDesign(["strategy"], [[1]]), [["unknown-level", "rows[0].strategy"]]],
    [
      "a setting of a lever that one of the strategies does not use",
      () =>
        sweep(own, gridDesign({ strategy: ["coaching-only", "institutes-only"], [perCoach]: [8, 40] }), {
          replicates: 1,
        }),
      [["unused-lever", perCoach]],
    ],
    [
      "a target beyond the horizon",
      () => sweep(own, gridDesign({ "target.month": [10, 30] }), { replicates: 1 }),
      [["beyond-horizon", "target.month"]],
    ],
    [
      "other districts for a district's own figures",
      () => sweep({ ...own, own: {} }, gridDesign({ district: ["small-rural"] }), { replicates: 1 }),
      [["own-figures", "district"]],
    ],
  ])("refuses %s", async ([, act, issues]) => {
    expect(await refusal(act)).toEqual(issues.map(([code, path]) => ({ code, path })));
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
