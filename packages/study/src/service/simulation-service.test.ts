import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fc, test as property } from "@fast-check/vitest";
import { InputError, type Plan, prepare, type ScenarioInput, scenario } from "@uptake/model";
import { beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { type Fate, fakeServiceWorker as fakeWorker } from "../../test-support/fake-service-worker.ts";
import { nodeThread } from "../../test-support/node-thread.ts";
import { type Ensemble, ensemble } from "../ensemble/ensemble.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { EvaluationJob, EvaluationResults } from "../evaluate/evaluation.ts";
import type { WorkerLike } from "../workers/crew.ts";
import type { CurveUpdate, Finished } from "./curve-update.ts";
import { SimulationService } from "./simulation-service.ts";

const plan = (input: ScenarioInput = {}): Promise<Plan> =>
  prepare(scenario({ district: "small-rural", horizon: 12, target: { month: 10 }, ...input }));

let usual: Plan;
let coached: Plan;
let mandated: Plan;
let expected: Ensemble;
let expectedOther: Ensemble;
let job: EvaluationJob;
let evaluated: EvaluationResults;
beforeAll(async () => {
  usual = await plan();
  coached = await plan({ strategy: "coaching-only" });
  mandated = await plan({ strategy: "mandate" });
  expected = await ensemble(coached, { replicates: 30, seed: "a" });
  expectedOther = await ensemble(usual, { replicates: 26, seed: "a" });
  job = {
    plans: [usual, mandated],
    seed: "b",
    statistics: [{ series: "adoption", month: 10 }],
    evaluations: Array.from({ length: 30 }, (_, i) => ({ plan: i % 2, replicate: i >> 1 })),
  };
  evaluated = await evaluateHere(job);
});

interface Setting {
  readonly workers?: number;
  readonly fate?: (message: number) => Fate;
  readonly ms?: number;
}

function begin({ workers = 2, fate = () => "reply", ms = 0.1 }: Setting = {}) {
  let spawned = 0;
  let messages = 0;
  const service = new SimulationService({
    spawn: () => {
      spawned++;
      return fakeWorker(() => fate(messages++), ms);
    },
    workers,
  });
  return { service, spawned: () => spawned, messages: () => messages };
}

/** Asks a channel for a plan and waits for its last update. */
function finished(
  service: SimulationService,
  request: { plan: Plan; baseline?: Plan; seed?: string; replicates?: number },
) {
  return new Promise<Finished>((resolve, reject) => {
    const onUpdate = (update: CurveUpdate): void => void (update.sketch ? undefined : resolve(update));
    service.curve({ onUpdate, onError: reject }).request(request);
  });
}

describe("the service", () => {
  property.prop(
    [
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.constantFrom<Fate>("reply", "reply", "reply", "reply", "error", "messageerror"), { maxLength: 30 }),
      fc.constantFrom(0.01, 3, 60),
    ],
    { numRuns: 6 },
  )("gives the same bits whatever the workers, their deaths and what else is asked", async (workers, fates, ms) => {
    const { service } = begin({ workers, ms, fate: (n) => (n % 5 === 4 ? (fates[(n - 4) / 5] ?? "reply") : "reply") });
    const [results, [one, other], curve] = await Promise.all([
      service.evaluate("study")(job),
      service.ensembles([
        { plan: coached, replicates: 30, seed: "a" },
        { plan: usual, replicates: 26, seed: "a" },
      ]),
      finished(service, { plan: coached, baseline: usual, replicates: 30, seed: "a" }),
    ]);
    service.dispose();
    expect(results).toEqual(evaluated);
    expect(one).toEqual(expected);
    expect(other).toEqual(expectedOther);
    expect(curve.plan()).toEqual(expected);
  });

  const built = new URL("../../dist/service/service-worker.js", import.meta.url);
  test.runIf(existsSync(fileURLToPath(built)))(
    "gives the same bits with threads of Node, of which one dies",
    async () => {
      let spawned = 0;
      let dies = (): void => {};
      const death = new Promise<void>((resolve) => {
        dies = resolve;
      });
      const spawn = (): WorkerLike => {
        const first = spawned++ === 0;
        const thread = nodeThread(built, first ? 2 : undefined);
        if (first) thread.addEventListener("error", dies);
        // Others hear nothing until it has died, so that there is work for it to die of, and for who takes its place.
        return first ? thread : { ...thread, postMessage: (sent) => void death.then(() => thread.postMessage(sent)) };
      };
      const service = new SimulationService({ spawn, workers: 2, silence: Number.POSITIVE_INFINITY });
      const [results, [one], answer] = await Promise.all([
        service.evaluate("study")(job),
        service.ensembles([{ plan: coached, replicates: 30, seed: "a" }]),
        service.ask("sweep", { ...asked, replicates: 25 }),
      ]);
      service.dispose();
      expect(results).toEqual(evaluated);
      expect(one).toEqual(expected);
      expect(answer.cells).toHaveLength(4);
      expect(spawned).toBe(4);
    },
  );

  test("runs nothing twice, and says how far it is", async () => {
    const { service, messages } = begin();
    const heard: [number, number][] = [];
    const onProgress = (done: number, total: number): void => void heard.push([done, total]);
    const request = { plan: coached, replicates: 30, seed: "a" };
    await service.ensembles([request], { onProgress });
    expect(heard.at(-1)).toEqual([30, 30]);
    const sent = messages();
    const [again] = await service.ensembles([request, { ...request, replicates: 7 }]);
    expect(again).toEqual(expected);
    expect(messages()).toBe(sent);
  });

  test("goes on where a job that was ended has left off", async () => {
    const { service } = begin({ ms: 30 });
    const end = new AbortController();
    const onProgress = (done: number): void => (done >= 10 ? end.abort(new Error("enough")) : undefined);
    const request = { plan: coached, replicates: 30, seed: "a" };
    await expect(service.ensembles([request], { signal: end.signal, onProgress })).rejects.toThrow("enough");
    const rest: number[] = [];
    const [whole] = await service.ensembles([request], { onProgress: (done) => void rest.push(done) });
    expect(rest[0]).toBeGreaterThanOrEqual(10);
    expect(whole).toEqual(expected);
  });

  test("does what is most urgent first", async () => {
    const { service } = begin({ workers: 1, ms: 30 });
    const order: string[] = [];
    const note = (name: string) => (): void => void order.push(name);
    await Promise.all([
      service.evaluate("study")(job).then(note("study")),
      service.ensembles([{ plan: mandated, replicates: 25 }]).then(note("pinned")),
      finished(service, { plan: coached, replicates: 25 }).then(note("curve")),
    ]);
    expect(order).toEqual(["curve", "pinned", "study"]);
  });

  test("tells of a run that fails, and goes on with other jobs", async () => {
    const { service } = begin();
    const broken = { ...coached, districts: coached.districts.map((one) => ({ ...one, charges: null })) };
    const [failed, done] = await Promise.allSettled([
      service.ensembles([{ plan: broken as unknown as Plan, replicates: 3 }]),
      service.ensembles([{ plan: usual, replicates: 3, seed: "a" }]),
    ]);
    expect([failed.status, done.status]).toEqual(["rejected", "fulfilled"]);
  });

  test("gives up on workers that only die, and tries afresh when asked again", async () => {
    let broken = true;
    const { service, spawned } = begin({ workers: 1, fate: () => (broken ? "error" : "reply") });
    await expect(service.ensembles([{ plan: usual, replicates: 3 }])).rejects.toThrow("3 workers died at replicate 0");
    expect(spawned()).toBe(3);
    broken = false;
    expect(await service.ensembles([{ plan: usual, replicates: 3 }])).toHaveLength(1);
  });

  test("tells that no worker can be started", async () => {
    const spawn = (): WorkerLike => {
      throw new Error("workers are forbidden");
    };
    const service = new SimulationService({ spawn, workers: 2 });
    const all = [service.ensembles([{ plan: usual, replicates: 3 }]), service.ask("sweep", asked)];
    for (const one of all) await expect(one).rejects.toThrow("workers are forbidden");
    expect((await service.evaluate("study")(job)).failures).toHaveLength(job.evaluations.length);
  });

  test("refuses what cannot be run", async () => {
    const { service } = begin();
    await expect(service.ensembles([{ plan: usual, replicates: 0 }])).rejects.toThrow(InputError);
  });

  test("rejects what is not finished when it is ended", async () => {
    const { service } = begin({ ms: 30 });
    const all = [service.ensembles([{ plan: usual }]), service.evaluate("study")(job), service.ask("sweep", asked)];
    await new Promise((resolve) => setTimeout(resolve, 20));
    service.dispose();
    for (const { status } of await Promise.allSettled(all)) expect(status).toBe("rejected");
  });

  test("takes a browser's worker", () => {
    expectTypeOf<InstanceType<typeof globalThis.Worker>>().toExtend<WorkerLike>();
  });
});

const asked = {
  scenario: { district: "small-rural", horizon: 12, target: { month: 10 }, strategy: "coaching-only" },
  x: { name: "levers.coaching.teachersPerCoach", levels: [5, 20] },
  y: { name: "peers.strength", levels: [0, 1] },
  seed: "a",
} as const;

describe("a question", () => {
  test("is answered in another thread with what it has here, and tells the way", async () => {
    const { service } = begin();
    const partials: number[] = [];
    const heard: number[] = [];
    const answer = await service.ask(
      "sweep",
      { ...asked, replicates: 60 },
      {
        onPartial: ({ replicates }) => void partials.push(replicates),
        onProgress: (done, total) => void heard.push(done / total),
      },
    );
    expect(partials).toEqual([25, 50]);
    expect(heard.at(-1)).toBe(1);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(answer.cells).toHaveLength(4);
    const { answerTo } = await import("../questions/answer-to.ts");
    const here = await answerTo(
      "sweep",
      { ...asked, replicates: 60 },
      {
        evaluate: evaluateHere,
        signal: new AbortController().signal,
        onProgress: () => undefined,
        onPartial: () => undefined,
      },
    );
    expect(answer).toEqual(here);
  });

  test("is asked again when its worker dies", async () => {
    let hosts = 0;
    const service = new SimulationService({
      spawn: () => fakeWorker((message) => (message.kind === "ask" && hosts++ === 0 ? "error" : "reply"), 0.1),
    });
    expect((await service.ask("sweep", { ...asked, replicates: 25 })).replicates).toBe(25);
    expect(hosts).toBe(2);
  });

  test("that kills its worker three times is given up", async () => {
    const service = new SimulationService({
      spawn: () => fakeWorker((message) => (message.kind === "ask" ? "error" : "reply"), 0.1),
    });
    await expect(service.ask("sweep", asked)).rejects.toThrow("the worker died 3 times");
  });

  test("tells what is wrong with its input as data", async () => {
    const { service } = begin();
    const wrong = service.ask("sweep", { ...asked, x: { name: "levers.coaching.teachers", levels: [1] } });
    await expect(wrong).rejects.toThrow(InputError);
    await expect(service.ask("sweep", { ...asked, replicates: 3 })).rejects.toMatchObject({
      issues: [{ code: "out-of-range", path: "replicates" }],
    });
    await expect(service.ask("swoop" as "sweep", asked)).rejects.toMatchObject({ issues: [{ nearest: "sweep" }] });
  });

  test("ends when told to, and leaves the crew to others", async () => {
    const { service } = begin({ ms: 30 });
    const end = new AbortController();
    const onProgress = (): void => end.abort(new Error("enough"));
    await expect(service.ask("sweep", asked, { signal: end.signal, onProgress })).rejects.toThrow("enough");
    await expect(service.ask("sweep", asked, { signal: end.signal })).rejects.toThrow("enough");
    expect(await service.evaluate("study")(job)).toEqual(evaluated);
  });

  test("is typed from end to end", () => {
    const service = begin().service;
    expectTypeOf(service.ask<"sweep">)
      .parameter(0)
      .toEqualTypeOf<"sweep">();
    expectTypeOf<Awaited<ReturnType<typeof service.ask<"sweep">>>>().toHaveProperty("cells");
  });
});
