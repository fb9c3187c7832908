import { InputError, prepare, profile, type ScenarioInput, scenario } from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { costPerAddedSustainedAdopter } from "../compare/added-cost.ts";
import { cardsOf } from "../compare/cards.ts";
import { pairedDifference } from "../compare/compare.ts";
import { type Ensemble, ensembles } from "../ensemble/ensemble.ts";
import { column } from "../ensemble/series.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate } from "../evaluate/evaluation.ts";
import { answerTo } from "./answer-to.ts";
import type { ComparePlansInput, PlansCompared } from "./compare-plans.ts";

const place = { district: "small-rural", horizon: 34, funded: 12, target: { share: 0.4, month: 22 } };
const coached: ScenarioInput = { ...place, strategy: "coaching-only" };
const mandated: ScenarioInput = { ...place, strategy: "mandate" };

interface Heard {
  readonly answer: PlansCompared;
  readonly partials: readonly PlansCompared[];
  readonly progress: readonly (readonly [number, number])[];
  readonly runs: number;
}

async function ask(input: ComparePlansInput, evaluate: Evaluate = evaluateHere): Promise<Heard> {
  const partials: PlansCompared[] = [];
  const progress: [number, number][] = [];
  let runs = 0;
  const answer = await answerTo("compare", input, {
    evaluate(job, options) {
      runs += job.evaluations.length;
      return evaluate(job, options);
    },
    signal: new AbortController().signal,
    onProgress: (done, total) => void progress.push([done, total]),
    onPartial: (partial) => void partials.push(partial as PlansCompared),
  });
  return { answer: answer as PlansCompared, partials, progress, runs };
}

const pairOf = ({ pairs }: PlansCompared, a: number | null, b: number) =>
  pairs.find((pair) => pair.a === a && pair.b === b)!;

describe("plans compared", () => {
  let heard: Heard;
  let made: readonly Ensemble[];
  beforeAll(async () => {
    heard = await ask({ scenarios: [coached, mandated, coached], replicates: 60, seed: "a" });
    const all = [coached, mandated, { ...place, strategy: "business-as-usual" }];
    made = await ensembles(await Promise.all(all.map((one) => prepare(scenario(one)))), { replicates: 60, seed: "a" });
  });

  test("have the numbers of their ensembles, and run once however often they are asked for", () => {
    const { answer, runs } = heard;
    const [first, second, usual] = made as [Ensemble, Ensemble, Ensemble];
    expect(runs).toBe(3 * 60);
    expect(answer.plans[1]!.cards).toEqual(cardsOf(second, usual));
    expect(answer.plans[1]!.perAdopter).toEqual(costPerAddedSustainedAdopter(second, usual));
    expect(answer.plans[2]).toEqual(answer.plans[0]);
    const pair = pairOf(answer, 0, 1);
    expect(pair.reached).toEqual(pairedDifference(first, second, "adoption", 22));
    expect(pair.cost).toEqual(pairedDifference(first, second, "cost", 34));
    const { chance, sustained, gap } = cardsOf(second, first);
    expect(pair).toMatchObject({ month: 22, chance: chance.difference, sustained: sustained.difference });
    expect([pair.gap, pair.perAdopter]).toEqual([gap.difference, costPerAddedSustainedAdopter(second, first)]);
    const inMonth22 = ({ series }: Ensemble): number[] => column(series.get("adoption")!, 22);
    const added = inMonth22(second).map((reached, r) => reached - inMonth22(first)[r]!);
    expect(pair.ahead).toBe(added.filter((one) => one > 0).length);
    expect(pair.behind).toBe(added.filter((one) => one < 0).length);
    expect(pair.ahead).not.toBe(pair.behind);
    expect(pair.byMonth.months).toEqual(Array.from({ length: 35 }, (_, month) => month));
    for (const month of [0, 12, 34]) {
      const { estimate, low, high } = pairedDifference(first, second, "adoption", month);
      const { byMonth } = pair;
      expect([byMonth.estimate[month], byMonth.low[month], byMonth.high[month]]).toEqual([estimate, low, high]);
    }
    expect(pairOf(answer, null, 1).reached).toEqual(pairedDifference(usual, second, "adoption", 22));
  });

  test("are each paired with every other, both ways round, and with as today", () => {
    const { answer } = heard;
    expect(answer.pairs.map(({ a, b }) => [a, b])).toEqual([
      [null, 0],
      [1, 0],
      [2, 0],
      [null, 1],
      [0, 1],
      [2, 1],
      [null, 2],
      [0, 2],
      [1, 2],
    ]);
    const [there, back] = [pairOf(answer, 0, 1), pairOf(answer, 1, 0)];
    expect(back.reached.estimate).toBe(-there.reached.estimate!);
    expect([back.ahead, back.behind]).toEqual([there.behind, there.ahead]);
    expect(there.ahead + there.behind).toBeLessThanOrEqual(60);
    expect(there.same).toBe(false);
    expect(pairOf(answer, 0, 2)).toMatchObject({ same: true, ahead: 0, behind: 0, reached: { estimate: 0 } });
  });

  test("are told after 25 replicates, then twice as many, and say how far they are", () => {
    const { partials, progress } = heard;
    expect(partials.map(({ replicates }) => replicates)).toEqual([25, 50]);
    expect(partials[0]!.plans.map(({ replicates }) => replicates)).toEqual([25, 25, 25]);
    expect(progress.at(-1)).toEqual([180, 180]);
    expect(progress.map(([done]) => done)).toEqual(progress.map(([done]) => done).toSorted((a, b) => a - b));
  });
});

test("all are held to the target of the first, or to one that is given", async () => {
  const other = { ...mandated, target: { share: 0.9, month: 10 } };
  const { answer } = await ask({ scenarios: [coached, other], replicates: 25 });
  expect(answer.target).toMatchObject({ share: 0.4, month: 22 });
  expect(answer.plans[1]!.cards.chance).toMatchObject({ share: 0.4, month: 22 });
  const given = await ask({ scenarios: [coached, other], target: { share: 0.3, month: 10 }, replicates: 25 });
  expect(given.answer.plans.map(({ cards: { chance } }) => [chance.share, chance.month])).toEqual([
    [0.3, 10],
    [0.3, 10],
  ]);
});

test("plans that share no worlds are told, with what keeps them apart", async () => {
  const { schools, ...rest } = profile("small-rural");
  const fewer = { ...coached, district: { ...rest, schools: schools.slice(0, 2) } };
  const { answer, partials } = await ask({ scenarios: [coached, fewer], replicates: 25 });
  expect(partials).toEqual([]);
  expect(answer.plans.map(({ replicates }) => replicates)).toEqual([25, 25]);
  const pair = pairOf(answer, 0, 1);
  expect(pair.apart.map(({ code }) => code)).toEqual(["different-schools"]);
  expect([pair.reached.estimate, pair.perAdopter]).toEqual([null, null]);
  expect(pairOf(answer, null, 1).reached.estimate).not.toBeNull();
});

test("a plan that is as today has nothing beside it", async () => {
  const { answer } = await ask({ scenarios: [{ ...place, strategy: "business-as-usual" }], replicates: 25 });
  expect(answer.pairs).toEqual([]);
  expect(answer.plans[0]).toMatchObject({ today: null, perAdopter: null, cards: { adoption: { difference: null } } });
});

test.for([
  [{ scenarios: [] }, ["scenarios"]],
  [{ scenarios: Array.from({ length: 9 }, () => coached), replicates: 24 }, ["scenarios", "replicates"]],
  [{ scenarios: [coached], replicates: 2_001 }, ["replicates"]],
  [
    { scenarios: [coached, { ...coached, levers: { coching: {} } }, { ...coached, district: "nowhere" }] },
    ["scenarios[1].levers.coching", "scenarios[2].district"],
  ],
] as const)("%j is refused, with everything that is wrong", async ([input, paths]) => {
  const error = await ask(input as ComparePlansInput).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).issues.map(({ path }) => path)).toEqual(paths);
});
