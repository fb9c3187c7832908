import { type InputError, scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import { stress } from "../stress/stress.ts";
import { answerTo } from "./answer-to.ts";
import type { Breaks, BreaksInput } from "./what-breaks.ts";

const place = { district: "small-rural", horizon: 24, target: { share: 0.3, month: 21 } };
const plans = [
  { name: "this plan", scenario: { ...place, strategy: "coaching-only" } },
  { name: "another", scenario: { ...place, strategy: "mandate" } },
];
const own = { name: "yours", doc: "A cut", shocks: [{ kind: "budget-cut", month: 6, months: 12, size: 0.5 }] };

/** Asks, and keeps what is heard on the way. */
async function asked(input: BreaksInput) {
  const partials: Breaks[] = [];
  const progress: [number, number][] = [];
  let runs = 0;
  const answer = (await answerTo("breaks", input, {
    evaluate: (job, options) => {
      runs += job.evaluations.length;
      return evaluateHere(job, options);
    },
    signal: new AbortController().signal,
    onProgress: (done, total) => progress.push([done, total]),
    onPartial: (partial) => partials.push(partial as Breaks),
  })) as Breaks;
  return { answer, partials, progress, runs };
}

test("what breaks a plan is what a stress test in one go says, and no run is made twice", async () => {
  const shocks = ["none", "budget-cut", own];
  const { answer, partials, progress, runs } = await asked({ plans, shocks, worlds: 60, seed: "a" });
  const whole = await stress(
    plans.map(({ name, scenario: one }) => ({ ...scenario(one), name })),
    { shocks, draws: 60, seed: "a" },
  );
  expect(answer.underShocks).toEqual(whole.underShocks);
  expect(answer.vulnerabilities).toEqual(whole.vulnerabilities.slice(0, 1));
  expect(answer.checksums).toEqual(whole.checksums);
  expect(answer.outcomes[1]).toEqual(
    whole.cases
      .filter((one) => one.strategy === "this plan" && one.shock === "budget-cut")
      .map(({ values }) => values[0]),
  );
  expect(partials.map(({ worlds }) => worlds.count)).toEqual([25, 50]);
  expect(runs).toBe(2 * 3 * 60);
  expect(progress.at(-1)).toEqual([360, 360]);
  expect(progress.every(([done], i) => i === 0 || done > progress[i - 1]![0])).toBe(true);
});

test("a shock that is more than none harms, and is told beside the set without", async () => {
  const { answer } = await asked({ plans: plans.slice(0, 1), shocks: ["none", own], worlds: 25 });
  const [without, under] = answer.underShocks;
  expect(without!.strategies[0]!.harm).toBeNull();
  expect(under!.strategies[0]!.change!.mean).toBeLessThan(0);
  expect(under!.strategies[0]!.regret).toBeNull();
});

test("too few worlds, and shocks that nothing has, are refused", async () => {
  const refusal = (input: BreaksInput) =>
    asked(input).catch((error: InputError) => error.issues.map(({ path }) => path));
  expect(await refusal({ plans, worlds: 24 })).toEqual(["worlds"]);
  expect(await refusal({ plans, shocks: ["quake"], worlds: 25 })).toEqual(["shocks[0]"]);
});
