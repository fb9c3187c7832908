import { type Plan, prepare, scenario } from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluateHere } from "./evaluate-here.ts";
import type { WorkerPool } from "./evaluate-in-workers.ts";
import { evaluateWhereItPays } from "./evaluate-where-it-pays.ts";
import type { EvaluationJob } from "./evaluation.ts";

let plans: Plan[];
beforeAll(async () => {
  plans = [await prepare(scenario({ district: "small-rural", strategy: "mandate", horizon: 12 }))];
});

/** Makes a job of `count` runs. */
const jobOf = (count: number): EvaluationJob => ({
  plans,
  seed: "a",
  statistics: [{ series: "adoption", month: 12 }],
  evaluations: Array.from({ length: count }, (_, replicate) => ({ plan: 0, replicate })),
});

/** Makes runs here in the place of workers, and notes how many each job had. */
function pool(): WorkerPool & { readonly given: number[] } {
  const given: number[] = [];
  return {
    given,
    evaluate: (job, options) => {
      given.push(job.evaluations.length);
      return evaluateHere(job, options);
    },
    dispose: () => given.push(-1),
  };
}

describe("workers are given", () => {
  test("nothing where starting them costs more than they save", async () => {
    const workers = pool();
    const { evaluate } = evaluateWhereItPays(workers, { startup: 1e6 });
    expect(await evaluate(jobOf(30))).toEqual(await evaluateHere(jobOf(30)));
    expect(workers.given).toEqual([]);
  });
  test("what is left after a trial where it is worth it, with the numbers and the progress of one thread", async () => {
    const workers = pool();
    const { evaluate, dispose } = evaluateWhereItPays(workers, { startup: 0, trial: 0 });
    const progress: number[] = [];
    const results = await evaluate(jobOf(30), { onProgress: (done) => progress.push(done) });
    expect(results).toEqual(await evaluateHere(jobOf(30)));
    expect(progress).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(workers.given).toEqual([29]);
    await evaluate(jobOf(8));
    expect(workers.given).toEqual([29, 8]);
    dispose();
    expect(workers.given.at(-1)).toBe(-1);
  });
  test("small jobs once as much has been made here as starting them costs", async () => {
    const workers = pool();
    const { evaluate } = evaluateWhereItPays(workers, { startup: 5, trial: 0 });
    for (let job = 0; job < 200 && workers.given.length === 0; job++) await evaluate(jobOf(4));
    expect(workers.given.length).toBeGreaterThan(0);
  });
});

test("what is aborted ends with the signal’s reason", async () => {
  const end = new AbortController();
  const { evaluate } = evaluateWhereItPays(pool(), { startup: 1e6 });
  const job = evaluate(jobOf(1000), {
    signal: end.signal,
    onProgress: (done) => done === 5 && end.abort(new Error("enough")),
  });
  await expect(job).rejects.toThrow("enough");
});
