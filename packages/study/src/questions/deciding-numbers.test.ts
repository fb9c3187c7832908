import { InputError, prepare, scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { decisiveParameter } from "../beliefs/decisive-parameter.ts";
import { ensemble } from "../ensemble/ensemble.ts";
import { column } from "../ensemble/series.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import { answerTo } from "./answer-to.ts";
import { type DecidingNumbers, decidingNumbers } from "./deciding-numbers.ts";

const input = {
  scenario: { district: "small-rural", strategy: "coaching-only", horizon: 12, target: { month: 10 } },
  replicates: 120,
  seed: "a",
};

/** Asks, and keeps what is heard on the way. */
async function asked(given = input) {
  const partials: DecidingNumbers[] = [];
  const progress: number[] = [];
  let runs = 0;
  const answer = (await answerTo("decides", given, {
    evaluate: (job, options) => {
      runs += job.evaluations.length;
      return evaluateHere(job, options);
    },
    signal: new AbortController().signal,
    onProgress: (done) => progress.push(done),
    onPartial: (partial) => partials.push(partial as DecidingNumbers),
  })) as DecidingNumbers;
  return { answer, partials, progress, runs };
}

test("the strongest is the one that a headline of the command line names, with the same numbers", async () => {
  const { answer, partials, progress, runs } = await asked();
  const made = await ensemble(await prepare(scenario(input.scenario)), { replicates: 120, seed: "a" });
  const { strongest, parameter, ...told } = decisiveParameter(made.scenario, column(made.series.get("adoption")!, 10), {
    seed: "a",
  });
  expect(answer.ranked[0]).toEqual(strongest);
  expect(parameter === null).toBe(Math.abs(answer.ranked[0]!.correlation) <= answer.threshold!);
  expect(answer).toMatchObject({ ...told, replicates: 120, series: "adoption", month: 10, failures: 0 });
  expect(answer.ranked).toHaveLength(answer.parameters);
  const sizes = answer.ranked.map(({ correlation }) => Math.abs(correlation));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(partials.map(({ replicates }) => replicates)).toEqual([50, 100]);
  expect(partials[0]!.threshold).toBeGreaterThan(answer.threshold!);
  expect(progress).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
  expect(runs).toBe(120);
});

test("nothing is told of fewer than 30 replicates, nor of a plan that cannot be", async () => {
  await expect(asked({ ...input, replicates: 29 })).rejects.toThrow(InputError);
  const means = { evaluate: evaluateHere, signal: new AbortController().signal, onProgress() {}, onPartial() {} };
  await expect(decidingNumbers({ scenario: { horizon: -1 } }, means)).rejects.toThrow(InputError);
});
