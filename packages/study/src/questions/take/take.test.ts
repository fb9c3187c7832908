import { prepare, scenario } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { ensemble } from "../../ensemble/ensemble.ts";
import { column } from "../../ensemble/series.ts";
import { evaluateHere } from "../../evaluate/evaluate-here.ts";
import type { Evaluate } from "../../evaluate/evaluation.ts";
import { optimise } from "../../optimise/optimise.ts";
import { take, takeOptions } from "./take.ts";
import type { TakeAnswer } from "./take-answer.ts";
import type { TakeInput } from "./take-input.ts";
import { settingsOf } from "./what-may-be-set.ts";

const input: TakeInput = {
  scenario: {
    district: "small-rural",
    strategy: "coaching-only",
    target: { share: 0.2, month: 22 },
    horizon: 36,
    funded: 12,
  },
  budget: 500_000,
  floor: 0.02,
  generations: 2,
  population: 4,
  searching: 4,
  replicates: 32,
};

/** Asks, and keeps what was heard and how many runs were made. */
async function ask(asked: TakeInput, signal: AbortSignal = new AbortController().signal) {
  const partials: TakeAnswer[] = [];
  let runs = 0;
  const evaluate: Evaluate = (job, options) => {
    runs += job.evaluations.length;
    return evaluateHere(job, options);
  };
  const answer = await take(asked, {
    evaluate,
    signal,
    onProgress: () => {},
    onPartial: (partial) => void partials.push(structuredClone(partial)),
  });
  return { answer, partials, runs };
}

describe("what it would take", { timeout: 300_000 }, () => {
  test("is told step by step, as the optimiser tells it, and recalled when asked again", async () => {
    const { answer, partials, runs } = await ask(input);
    expect(partials.map(({ stage, generations }) => [stage, generations])).toEqual([
      ["first", 0],
      ["shipped", 0],
      ["searching", 1],
      ["searched", 2],
    ]);
    expect(answer.stage).toBe("whole");
    expect(answer.plans.length).toBe(5);
    expect(answer.plans.every(({ plannedCost }) => plannedCost <= input.budget)).toBe(true);
    expect(answer.frontier.length).toBeGreaterThan(0);
    expect(answer.works?.replicates).toBe(256);
    expect(answer.works?.box === null).toBe(answer.works?.none !== null);
    expect(answer.even).not.toBeNull();
    expect(structuredClone(answer)).toEqual(answer);

    const { base, options } = takeOptions(input);
    const start = settingsOf(partials[1]?.plans[0]?.levers ?? {});
    const alone = await optimise(base, { ...options, start });
    const [within] = alone.budgets;
    expect(answer.ranked).toBe(within?.plans.length);
    expect(answer.plans.map(({ label, chance, plannedCost }) => [label, chance, plannedCost])).toEqual(
      within?.plans.slice(0, 5).map(({ label, value, plannedCost }) => [label, value, plannedCost]),
    );

    const again = await ask(input);
    expect(again.answer).toEqual(answer);
    expect(runs).toBeGreaterThan(500);
    expect(again.runs).toBe(0);
  });

  test("of plans that are there has the numbers of runs of the scenarios that open them, and where the best works", async () => {
    const { answer, partials } = await ask({ ...input, generations: 0 });
    expect(answer.works?.label).toBe(answer.plans[0]?.label);
    expect(answer.works?.replicates).toBe(256);
    expect(partials.map(({ stage, replicates, works }) => [stage, replicates, works])).toEqual([
      ["first", 32, null],
      ["shipped", 32, null],
    ]);
    expect(answer).toMatchObject({ stage: "shipped", even: null, worlds: 32 });
    const { base, options } = takeOptions(input);
    const { judged } = await optimise(base, { ...options, generations: 1 });
    const [best] = answer.plans;
    const whole = await ensemble(await prepare(scenario(best?.scenario)), { replicates: Math.max(...judged) + 1 });
    const reached = column(whole.series.get("adoption")!, 22).filter((_, r) => judged.includes(r));
    const { horizon } = whole;
    const spent = column(whole.series.get("cost")!, horizon).filter((_, r) => judged.includes(r));
    expect(best?.chance?.value).toBe(reached.filter((share) => share >= 0.2).length / 32);
    expect(best?.reached?.mean).toBe(reached.reduce((sum, share) => sum + share, 0) / 32);
    expect(best?.cost?.mean).toBeCloseTo(spent.reduce((sum, cost) => sum + cost, 0) / 32, 6);
  });

  test("begins with what a plan sets, at its strength", () => {
    const start = settingsOf({
      coaching: { teachersPerCoach: 20, intensity: 0.5 },
      learning: { institutes: 4, intensity: 0.25 },
      vision: { clarity: [{ from: 0, value: 0.4 }] },
    });
    expect(start).toMatchObject({
      "levers.coaching.teachersPerCoach": 40,
      "levers.learning.institutes": 1,
      "levers.vision.clarity": 0,
      "levers.entry.mandate": 0,
    });
  });

  test("ends when nobody waits any more", async () => {
    const end = new AbortController();
    end.abort(new Error("stopped"));
    await expect(ask({ ...input, seed: "another" }, end.signal)).rejects.toThrow("stopped");
  });

  test.for([
    [{ budget: -1 }, "budgets"],
    [{ replicates: 20 }, "replicates"],
    [{ generations: 0.5 }, "generations"],
    [{ floor: 2 }, "floor.worstTier"],
  ] as const)("is refused with %j", async ([wrong, path]) => {
    await expect(ask({ ...input, ...wrong })).rejects.toMatchObject({ issues: [expect.objectContaining({ path })] });
  });
});
