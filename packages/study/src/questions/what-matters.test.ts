import { prepare, type ScenarioInput, scenario } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { attributeLevers } from "../attribute/attribute-levers.ts";
import { underBeliefs } from "../beliefs/under-beliefs.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import { chooseFactors } from "../sensitivity/choose-factors.ts";
import { studySobol } from "../sensitivity/study-sobol.ts";
import { sweep } from "../sweep/sweep.ts";
import { gridDesign } from "../sweep/sweep-design.ts";
import { answerTo } from "./answer-to.ts";
import type { Means } from "./question.ts";
import type { AnswerOf, InputOf, PartialOf, QuestionName } from "./questions.ts";

const input: ScenarioInput = {
  district: "small-rural",
  strategy: "coaching-only",
  target: { month: 10, share: 0.3 },
};

/** Asks a question here, and keeps what is heard on the way. */
async function ask<Name extends QuestionName>(name: Name, asked: InputOf<Name>) {
  const partials: PartialOf<Name>[] = [];
  const progress: (readonly [done: number, total: number])[] = [];
  const means: Means<unknown> = {
    evaluate: evaluateHere,
    signal: new AbortController().signal,
    onProgress: (done, total) => progress.push([done, total]),
    onPartial: (partial) => partials.push(structuredClone(partial) as PartialOf<Name>),
  };
  const answer = (await answerTo(name, asked, means)) as AnswerOf<Name>;
  const [done, total] = progress.at(-1) ?? [0, 1];
  expect(done).toBe(total);
  expect(structuredClone(answer)).toEqual(answer);
  return { answer, partials };
}

describe("which belief decides", () => {
  test("is told as a sweep of each belief tells it, foremost first, and on the way with 25 replicates", async () => {
    const { answer, partials } = await ask("tornado", {
      scenario: input,
      most: 6,
      screened: 25,
      closer: 2,
      replicates: 30,
    });
    expect(partials.map(({ bars, replicates }) => [bars.length, replicates])).toEqual([
      [5, 25],
      [6, 25],
    ]);
    expect(answer.bars.map(({ replicates }) => replicates)).toEqual([30, 30, 25, 25, 25, 25]);
    expect(answer.uncertain).toBeGreaterThan(200);
    expect(answer.runs).toBe(25 + 6 * 50 + 2 * 10);
    const size = answer.bars.slice(0, 2).map(({ difference }) => Math.abs(difference!.mean));
    expect(size[0]).toBeGreaterThan(size[1]!);
    for (const bar of answer.bars.slice(0, 3)) {
      const design = gridDesign({ [bar.name]: [bar.low.at, bar.high.at] });
      const { outcomes } = await sweep(scenario(input), design, {
        outcomes: ["adoption", "target"],
        replicates: bar.replicates,
      });
      const [adoption, target] = outcomes;
      expect(bar.low.mean).toBeCloseTo(adoption!.estimates[0]!.value!, 12);
      expect(bar.high.mean).toBeCloseTo(adoption!.estimates[1]!.value!, 12);
      expect([bar.low.chance, bar.high.chance]).toEqual(target!.estimates.map(({ value }) => value));
      expect([bar.low.chanceInterval, bar.high.chanceInterval]).toEqual(
        target!.estimates.map(({ low, high }) => [low, high]),
      );
      const over = adoption!.effects[0]!.groups[1]!.over!;
      expect(bar.difference!.low).toBeCloseTo(over.low!, 12);
      expect(bar.difference!.high).toBeCloseTo(over.high!, 12);
    }
    expect(answer.lead!.mean).toBeCloseTo(size[0]! - size[1]!, 12);
  });

  test("is not told of fewer than 25 replicates", async () => {
    await expect(ask("tornado", { scenario: input, replicates: 24 })).rejects.toMatchObject({
      issues: [{ path: "replicates", allowed: "25 or more" }],
    });
  });

  test("is told of a fixed world too, where there is no spread to choose over", async () => {
    const fixed: ScenarioInput = { ...input, parameters: { draw: "fixed" } };
    const { answer } = await ask("tornado", { scenario: fixed, most: 1, screened: 25, closer: 1, replicates: 25 });
    expect(answer).toMatchObject({ worlds: 1, replicates: 25, centre: null, lead: null });
  });
});

test("sources of variance are those of the sensitivity study, with luck where all beliefs vary", async () => {
  const names = ["lapsing.depth", "support.rho"];
  const { answer, partials } = await ask("variance", { scenario: input, names, rows: 64, repeated: 25 });
  expect(partials.map(({ sobol }) => sobol?.rows ?? 0)).toEqual([0, 32]);
  const { checksums: _, ...expected } = await studySobol([await prepare(scenario(input))], {
    factors: chooseFactors({ names }),
    rows: 64,
  });
  const { outcome, ...indices } = answer.sobol!;
  const { outcome: own, ...others } = expected;
  expect(indices).toEqual(others);
  expect(outcome).toMatchObject({ series: own.series, month: own.month });
  expect(answer.noise.points).toBe(25);
  expect(answer.noise.estimate).toBeGreaterThan(0);
  expect(answer.noise.estimate).toBeLessThan(1);
});

test("wedges are those of the attribution, and grow from 25 replicates", async () => {
  const { answer, partials } = await ask("wedges", { scenario: input, replicates: 30 });
  const { checksums: _, ...expected } = await attributeLevers(scenario(input), {
    replicates: 30,
    exactPlayers: 6,
    orders: 2,
  });
  expect(answer).toEqual({ ...expected, runs: 8 * 30 });
  expect(partials.map(({ replicates }) => replicates)).toEqual([25]);
});

test("beliefs side by side are those of the command line, and grow from 25 runs each", async () => {
  const { answer, partials } = await ask("beliefs", { scenario: input, replicates: 30 });
  const { headlines } = await underBeliefs([scenario(input)], { replicates: 30, asSet: true });
  expect(answer).toMatchObject({ ...headlines[0]!, seed: "uptake" });
  expect(answer.beliefs.map(({ belief }) => belief)).toEqual(["as set", "sceptical", "central", "hopeful", "common"]);
  expect(partials.map(({ replicates }) => replicates)).toEqual([25]);
});
