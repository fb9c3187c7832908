import { type Plan, prepare, profile, type ScenarioInput, scenario } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { ensembles } from "../ensemble/ensemble.ts";
import { column } from "../ensemble/series.ts";
import { seriesOf } from "../ensemble/summarise.ts";
import { type EvaluateRequest, evaluateChunk } from "./chunk.ts";
import { Outcomes } from "./collected-results.ts";
import { evaluateEnsembles } from "./evaluate-ensembles.ts";
import { evaluateHere } from "./evaluate-here.ts";
import type { Evaluate, EvaluationJob } from "./evaluation.ts";
import { journaled } from "./journaled.ts";
import { keepWholeRuns } from "./keep-whole-runs.ts";

const small = profile("small-rural");
const two = { ...small, id: "two", schools: small.schools.slice(0, 2) };
const plansOf = (...inputs: ScenarioInput[]): Promise<Plan[]> =>
  Promise.all(inputs.map((input) => prepare(scenario({ district: "small-rural", horizon: 24, ...input }))));

const cases: [string, ...ScenarioInput[]][] = [
  ["a strategy and business as usual", { strategy: "coaching-only" }, {}],
  ["a survey in one of two", { survey: true }, { strategy: "mandate" }],
  ["two schools, so no gap", { district: two, strategy: "mandate" }, { district: two }],
  ["new schools of which it is not known how many", { levers: { entry: { newSchools: { between: [0, 3] } } } }],
];

/** Hands each evaluation to a worker's code of its own, the last first, through copies as a message makes them. */
const scattered: Evaluate = async (job, options) => {
  const { plans, evaluations, ...rest } = job;
  const known = new Map<number, Plan>();
  const replies = evaluations.toReversed().map((evaluation) => {
    const request: EvaluateRequest = {
      job: 1,
      forget: [],
      ...rest,
      plans: [[evaluation.plan, plans[evaluation.plan]!]],
      evaluations: [evaluation],
    };
    return evaluateChunk(known, structuredClone(request), () => 0);
  });
  const outcomes = new Outcomes(job, options ?? {});
  for (const [r, { values, ends }] of replies.entries())
    outcomes.keep(evaluations.length - 1 - r, { values, checksum: ends[0] as string });
  return outcomes.results();
};

describe("ensembles made by an evaluator are those of one thread, bit for bit", () => {
  test.for(cases)("%s", async ([, ...inputs]) => {
    const plans = await plansOf(...inputs);
    const options = { replicates: 3, first: 2, seed: "a" };
    const before = await ensembles(plans, { ...options, funnel: true });
    for (const evaluate of [evaluateHere, scattered]) {
      const made = await evaluateEnsembles(plans, { ...options, funnels: plans.length, evaluate });
      expect(made.ensembles).toEqual(before);
      for (const [p, { series, funnel }] of made.ensembles.entries()) {
        expect([...series.keys()]).toEqual([...before[p]!.series.keys()]);
        expect([...funnel!.keys()]).toEqual([...before[p]!.funnel!.keys()]);
      }
      expect(made.numbers).toEqual([2, 3, 4]);
      expect(made.checksums).toEqual([0, 1, 2].flatMap((r) => before.map(({ checksums }) => checksums[r])));
    }
  });
  test("and those of a job that goes on from its journal", async () => {
    const plans = await plansOf({ strategy: "mandate" }, {});
    const lines: string[] = [];
    const journal = { read: () => lines, append: (more: readonly string[]) => void lines.push(...more) };
    const options = { replicates: 2, funnels: 1 };
    const first = await evaluateEnsembles(plans, { ...options, evaluate: journaled(evaluateHere, journal) });
    expect(first.ensembles.map(({ funnel }) => funnel !== undefined)).toEqual([true, false]);
    expect(lines).toHaveLength(4);
    const jobs: EvaluationJob[] = [];
    const counting: Evaluate = (job, more) => evaluateHere(jobs[jobs.push(job) - 1]!, more);
    lines[1] = lines[1]!.slice(0, -20);
    const again = await evaluateEnsembles(plans, { ...options, evaluate: journaled(counting, journal) });
    expect(again).toEqual(first);
    expect(jobs.map(({ evaluations }) => evaluations.length)).toEqual([1]);
  });
});

test("a replicate in which a run fails is left out of every plan, and told", async () => {
  const plans = await plansOf({ strategy: "mandate" }, {});
  const failing: Evaluate = async (job, options) => {
    const broken = job.evaluations.map((one, e) => (e === 3 ? { ...one, plan: 9 } : one));
    return evaluateHere({ ...job, evaluations: broken }, options);
  };
  const {
    ensembles: made,
    numbers,
    failures,
    checksums,
  } = await evaluateEnsembles(plans, { replicates: 3, evaluate: failing });
  expect(numbers).toEqual([0, 2]);
  expect(failures).toEqual([{ plan: 1, replicate: 1, stage: "simulate", cause: "the job has no such plan" }]);
  expect(checksums[3]).toBe("");
  const all = await ensembles(plans, { replicates: 3 });
  for (const [p, one] of made.entries()) {
    const values = column(seriesOf(all[p]!, "adoption"), 24);
    expect(column(seriesOf(one, "adoption"), 24)).toEqual([values[0], values[2]]);
  }
});

test("runs made for a question of their own are kept whole, with plans beside them", async () => {
  const plans = await plansOf({ strategy: "mandate" }, { strategy: "coaching-only" }, {});
  const [a, b, usual] = plans as [Plan, Plan, Plan];
  const beside = [{ series: "funnel.member.low poverty.schools", month: 24 }];
  const kept = keepWholeRuns(evaluateHere, { plans: [a, b], also: [usual], seed: "a", beside });
  const statistics = [{ series: "gap", month: 12 }];
  const progress: number[][] = [];
  for (const replicates of [[0, 1], [2]]) {
    const evaluations = replicates.flatMap((replicate) => [0, 1].map((plan) => ({ plan, replicate })));
    const job = { plans: [a, b], seed: "a", statistics, evaluations };
    const onProgress = (done: number, total: number): unknown => progress.push([done, total]);
    expect(await kept.evaluate(job, { onProgress })).toEqual(await evaluateHere(job));
  }
  expect(progress.at(-1)).toEqual([2, 2]);
  const all = await ensembles(plans, { replicates: 3, seed: "a", funnel: true });
  const { funnel: _, ...first } = all[0]!;
  expect(kept.runs.ensembles()[0]).toEqual(first);
  expect(kept.runs.ensembles()[2]!.checksums).toEqual(all[2]!.checksums);
  expect(kept.runs.statistic(1, beside[0]!.series, 24)).toEqual(column(all[1]!.funnel!.get(beside[0]!.series)!, 24));
});
