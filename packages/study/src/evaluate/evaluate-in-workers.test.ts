import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Plan, prepare, scenario } from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { nodeThread } from "../../test-support/node-thread.ts";
import type { WorkerLike } from "../workers/crew.ts";
import { type EvaluateRequest, evaluateChunk } from "./chunk.ts";
import { evaluateHere } from "./evaluate-here.ts";
import { evaluateInWorkers } from "./evaluate-in-workers.ts";
import type { EvaluationJob, EvaluationResults } from "./evaluation.ts";

let job: EvaluationJob;
let expected: EvaluationResults;
beforeAll(async () => {
  const of = (strategy: string): Promise<Plan> =>
    prepare(scenario({ district: "small-rural", strategy, horizon: 24, target: { month: 22 } }));
  job = {
    plans: [await of("business-as-usual"), await of("coaching-only")],
    seed: "a",
    statistics: [
      { series: "adoption", month: 22 },
      { series: "cost", month: 24 },
    ],
    evaluations: Array.from({ length: 40 }, (_, i) => ({
      plan: i === 20 ? 7 : i % 2,
      replicate: i >> 1,
      ...(i > 30 ? { values: { "support.floor": i / 100 } } : {}),
    })),
  };
  expected = await evaluateHere(job);
});

type Listener = (event: { type: string; data?: unknown; message?: unknown }) => void;

/** Says whether the n-th message that a worker gets kills it. */
type Fate = (request: EvaluateRequest) => boolean;

/** Stands for a worker, which shares nothing with its page; `sent` holds the plans it was sent. */
function fakeWorker(fate: Fate, sent: number[], ms = 0.01): WorkerLike {
  const known = new Map<number, Plan>();
  const listeners = new Map<string, Listener>();
  let alive = true;
  return {
    addEventListener: (type: string, listener: Listener) => void listeners.set(type, listener),
    terminate: () => {
      alive = false;
    },
    postMessage: (message) => {
      const request = structuredClone(message) as EvaluateRequest;
      sent.push(...request.plans.map(([number]) => number));
      setTimeout(() => {
        if (!alive) return;
        if (fate(request)) return listeners.get("error")?.({ type: "error", message: "out of memory" });
        let clock = 0;
        const now = (): number => {
          clock += ms * request.evaluations.length;
          return clock;
        };
        listeners.get("message")?.({ type: "message", data: structuredClone(evaluateChunk(known, request, now)) });
      }, 0);
    },
  };
}

function begin(fate: Fate = () => false, workers = 2, ms?: number) {
  const sent: number[] = [];
  let spawned = 0;
  const spawn = (): WorkerLike => {
    spawned++;
    return fakeWorker(fate, sent, ms);
  };
  return { ...evaluateInWorkers({ spawn, workers }), sent, spawned: () => spawned };
}

describe("workers", () => {
  test.for([1, 2, 5])("%i of them give the numbers of this thread", async (workers) => {
    const { evaluate, sent, spawned } = begin(undefined, workers);
    const heard: number[] = [];
    expect(await evaluate(job, { onProgress: (done) => void heard.push(done) })).toEqual(expected);
    expect(heard).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(await evaluate(job)).toEqual(expected);
    expect(spawned()).toBeLessThanOrEqual(workers);
    expect(sent.length).toBeLessThanOrEqual(2 * workers); // each plan once a worker, over both jobs
  });
  test("and this thread together give the numbers of this thread", async () => {
    const { evaluate, spawned } = begin();
    const heard: number[] = [];
    expect(await evaluate(job, { here: 1, onProgress: (done) => void heard.push(done) })).toEqual(expected);
    expect(heard).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(spawned()).toBe(2);
  });
  test("that only die take no more with them than they were given where this thread makes runs too", async () => {
    const { failures, checksums } = await begin(() => true).evaluate(job, { here: 5 });
    const failed = failures.map(({ evaluation }) => evaluation);
    expect(failed.length).toBeLessThan(30);
    expect(checksums.filter((_, i) => !failed.includes(i))).toEqual(
      expected.checksums.filter((_, i) => !failed.includes(i)),
    );
  });
  test("that are slow to start are not waited for", async () => {
    const silent: WorkerLike = {
      postMessage: () => undefined,
      terminate: () => undefined,
      addEventListener: () => undefined,
    };
    const { evaluate, dispose } = evaluateInWorkers({ spawn: () => silent, workers: 2 });
    expect(await evaluate(job, { here: 1 })).toEqual(expected);
    dispose();
  });
  test("make chunks by what runs cost", async () => {
    const sizes: number[] = [];
    const note: Fate = ({ evaluations }) => sizes.push(evaluations.length) < 0;
    await begin(note, 1, 40).evaluate(job);
    expect(Math.max(...sizes)).toBe(2); // both plans of a replicate
    sizes.length = 0;
    const quick = begin(note, 1, 0.01);
    await quick.evaluate(job);
    await quick.evaluate(job);
    expect(Math.max(...sizes)).toBeGreaterThan(4);
    expect(sizes.at(-1)).toBe(1);
  });
  test("have the next chunk before they are through with one, and no third", async () => {
    const most: number[] = [];
    const spawn = (): WorkerLike => {
      const worker = fakeWorker(() => false, [], 40);
      let given = 0;
      return {
        ...worker,
        postMessage: (message) => {
          most.push(++given);
          worker.postMessage(message);
        },
        addEventListener: (type, listener) =>
          worker.addEventListener(type, (event) => {
            if (type === "message") given--;
            listener(event);
          }),
      };
    };
    expect(await evaluateInWorkers({ spawn, workers: 2 }).evaluate(job)).toEqual(expected);
    expect(Math.max(...most)).toBe(2);
  });
  test("that die are not held against what they had not begun", async () => {
    const one = { ...job, evaluations: Array.from({ length: 8 }, (_, replicate) => ({ plan: 0, replicate })) };
    const sizes: number[] = [];
    const kills: Fate = ({ evaluations }) => {
      sizes.push(evaluations.length);
      return evaluations.some(({ replicate }) => replicate === 0);
    };
    const { checksums, failures } = await begin(kills, 1, 40).evaluate(one);
    // Each that died at the first run had the second ahead.
    expect(failures.map(({ evaluation }) => evaluation)).toEqual([0]);
    expect(sizes.slice(0, 3)).toEqual([1, 1, 1]);
    expect(checksums.slice(1)).toEqual((await evaluateHere(one)).checksums.slice(1));
  });
  test("that die in the middle of a chunk leave it to others", async () => {
    let messages = 0;
    const { evaluate, spawned } = begin(() => ++messages % 4 === 3);
    expect(await evaluate(job)).toEqual(expected);
    expect(spawned()).toBeGreaterThan(2);
  });
  test("give up on a run at which three have died, and on no other", async () => {
    const kills: Fate = ({ evaluations }) => evaluations.some(({ replicate, plan }) => replicate === 15 && plan >= 0);
    const { evaluate } = begin(kills);
    const { values, checksums, failures } = await evaluate(job);
    const cause = "3 workers died at it: out of memory";
    expect(failures.filter(({ stage }) => stage === "worker")).toEqual([
      { evaluation: 30, stage: "worker", cause },
      { evaluation: 31, stage: "worker", cause },
    ]);
    const others = checksums.flatMap((one, i) => (i === 30 || i === 31 ? [] : [one === expected.checksums[i]]));
    expect(others).not.toContain(false);
    expect(values.slice(60, 64).every(Number.isNaN)).toBe(true);
  });
  test("that only die fail every run, and no exception is thrown", async () => {
    let broken = true;
    const { evaluate, spawned } = begin(() => broken);
    const { failures } = await evaluate(job);
    expect(failures.map(({ evaluation }) => evaluation)).toEqual(job.evaluations.map((_, i) => i));
    expect(spawned()).toBeLessThan(25);
    broken = false;
    expect(await evaluate(job)).toEqual(expected);
  });
  test("end when told to, at once, and serve the next job", async () => {
    const { evaluate } = begin();
    const end = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 3) end.abort(new Error("enough"));
    };
    const kept: number[] = [];
    const onOutcome = (evaluation: number): void => void kept.push(evaluation);
    await expect(evaluate(job, { signal: end.signal, onProgress, onOutcome })).rejects.toThrow("enough");
    expect(kept).toHaveLength(3);
    await expect(evaluate(job, { signal: end.signal })).rejects.toThrow("enough");
    expect(await evaluate(job)).toEqual(expected);
  });
  test("serve jobs given together, and reject what is unfinished when they are ended", async () => {
    const { evaluate, dispose } = begin();
    expect(await Promise.all([evaluate(job), evaluate({ ...job, evaluations: [] }), evaluate(job)])).toMatchObject([
      { checksums: expected.checksums },
      { checksums: [] },
      { checksums: expected.checksums },
    ]);
    const unfinished = evaluate(job);
    dispose();
    await expect(unfinished).rejects.toThrow("the workers were ended");
  });
  test("report a listener's fault as the job's", async () => {
    const { evaluate } = begin();
    const onProgress = (): void => {
      throw new Error("the page's own fault");
    };
    await expect(evaluate(job, { onProgress })).rejects.toThrow("the page's own fault");
  });

  const built = new URL("../../dist/evaluate/evaluate-worker.js", import.meta.url);
  test.runIf(existsSync(fileURLToPath(built)))("of Node give the numbers of this thread", async () => {
    const pool = evaluateInWorkers({ spawn: () => nodeThread(built), workers: 2 });
    expect(await pool.evaluate(job)).toEqual(expected);
    pool.dispose();
  });
  test.runIf(existsSync(fileURLToPath(built)))("of Node are replaced when they exit", async () => {
    let spawned = 0;
    const spawn = (): WorkerLike => nodeThread(built, spawned++ === 0 ? 1 : undefined);
    const pool = evaluateInWorkers({ spawn });
    expect(await pool.evaluate(job)).toEqual(expected);
    expect(spawned).toBe(2);
    pool.dispose();
  });
});
