import { InputError, type Plan, prepare, type ScenarioInput, scenario } from "@uptake/model";
import { afterEach, beforeAll, beforeEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import type { WorkerLike } from "../workers/crew.ts";
import { type ChunkReply, type ChunkRequest, simulateChunk } from "./chunk.ts";
import { type Ensemble, ensemble } from "./ensemble.ts";
import { KeptReplicates } from "./kept-replicates.ts";
import { Scheduler, type SchedulerOptions, type Update } from "./scheduler.ts";

const plan = (input: ScenarioInput = {}): Promise<Plan> =>
  prepare(scenario({ district: "small-rural", horizon: 12, target: { month: 10 }, ...input }));

/** Says what becomes of the n-th message that a fake worker gets. */
type Fate = "reply" | "error" | "messageerror" | "silence";

/** Stands for a worker: takes `msEach` of fake time for each replicate, and shares nothing with the page. */
class FakeWorker implements WorkerLike {
  readonly #listeners = new Map<string, (event: { type: string; data?: unknown }) => void>();
  readonly #msEach: number;
  readonly #fate: () => Fate;
  readonly #kept = new KeptReplicates();
  #alive = true;
  constructor(msEach: number, fate: () => Fate) {
    this.#msEach = msEach;
    this.#fate = fate;
  }
  addEventListener(type: string, listener: (event: { type: string; data?: unknown }) => void): void {
    this.#listeners.set(type, listener);
  }
  postMessage(message: unknown): void {
    const request = structuredClone(message) as ChunkRequest;
    const type = this.#fate();
    if (type === "silence") return;
    const ms = (request.to - request.from) * this.#msEach;
    setTimeout(() => {
      if (!this.#alive) return;
      if (type !== "reply") return this.#listeners.get(type)?.({ type });
      const reply: ChunkReply = simulateChunk(request, this.#kept, () => 0);
      const data = structuredClone("rows" in reply ? { ...reply, ms } : reply);
      this.#listeners.get("message")?.({ type: "message", data });
    }, ms);
  }
  terminate(): void {
    this.#alive = false;
  }
}

interface Setting extends Partial<SchedulerOptions> {
  readonly msEach?: (worker: number) => number;
  readonly fate?: (message: number) => Fate;
}

/** Starts a scheduler over fake workers. */
function begin({ msEach = () => 5, fate = () => "reply", ...options }: Setting = {}) {
  const updates: Update[] = [];
  const errors: string[] = [];
  let spawned = 0;
  let messages = 0;
  const scheduler = new Scheduler({
    spawn: () => new FakeWorker(msEach(spawned++), () => fate(messages++)),
    onUpdate: (update) => updates.push(update),
    onError: (error) => errors.push(error.message),
    ...options,
  });
  return { scheduler, updates, errors, spawned: () => spawned, messages: () => messages };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the scheduler", () => {
  let usual: Plan;
  let coached: Plan;
  let mandated: Plan;
  let expected: Ensemble;
  beforeAll(async () => {
    usual = await plan();
    coached = await plan({ strategy: "coaching-only" });
    mandated = await plan({ strategy: "mandate" });
    expected = await ensemble(coached, { replicates: 20, seed: "a" });
  });

  const ways: [string, Setting][] = [
    ["one worker", {}],
    ["three workers of different speed, so out of order", { workers: 3, msEach: (worker) => [1, 40, 7][worker] ?? 3 }],
    ["a slow worker, so single replicates", { msEach: () => 60 }],
    ["a fast worker, so large chunks", { msEach: () => 0.1 }],
    ["workers that die", { workers: 2, fate: (message) => (message % 3 === 1 ? "error" : "reply") }],
    ["unreadable messages", { fate: (message) => (message === 2 ? "messageerror" : "reply") }],
    [
      "a worker that falls silent",
      { workers: 2, silence: 500, fate: (n) => (n === 1 || n === 4 ? "silence" : "reply") },
    ],
  ];
  test.for(ways)("gives the numbers of an ensemble with %s", async ([, setting]) => {
    const { scheduler, updates } = begin(setting);
    scheduler.request({ plan: coached, baseline: usual, replicates: 20, seed: "a" });
    await vi.runAllTimersAsync();
    const last = updates.at(-1) as Update;
    expect(last).toMatchObject({ done: 20, total: 20, complete: true });
    expect(last.plan).toEqual(expected);
    expect(last.baseline).toEqual(await ensemble(usual, { replicates: 20, seed: "a" }));
    const counts = updates.map(({ done }) => done);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    const half = updates.find(({ done }) => done < 20) as Update;
    expect(half.plan).toEqual(await ensemble(coached, { replicates: half.done, seed: "a" }));
  });

  test("answers the latest request, and paints throughout a drag at 60 Hz", async () => {
    const drag = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        plan({ levers: { coaching: { teachersPerCoach: 10 + i } }, name: String(i) }),
      ),
    );
    const { scheduler, updates } = begin({ msEach: () => 22 });
    for (const one of drag) {
      scheduler.request({ plan: one, replicates: 8 });
      await vi.advanceTimersByTimeAsync(1000 / 60);
    }
    const whileDragging = updates.map(({ request }) => Number(request.plan.scenario.name));
    expect(whileDragging.length).toBeGreaterThanOrEqual(30);
    expect(whileDragging).toEqual([...whileDragging].sort((a, b) => a - b));
    // What is painted is never older than the replicate under way and the one that waited for it.
    updates.forEach(({ request }, i) => expect(Number(request.plan.scenario.name)).toBeGreaterThanOrEqual(i));
    await vi.runAllTimersAsync();
    const last = updates.at(-1) as Update;
    expect(last).toMatchObject({ job: 60, complete: true });
    expect(last.plan).toEqual(await ensemble(drag[59] as Plan, { replicates: 8 }));
  });

  test("ignores replies to what is no longer asked", async () => {
    const { scheduler, updates } = begin({ workers: 2, msEach: () => 20 });
    scheduler.request({ plan: coached, replicates: 30 });
    await vi.advanceTimersByTimeAsync(30);
    scheduler.request({ plan: mandated, replicates: 3 });
    const before = updates.length;
    await vi.runAllTimersAsync();
    expect(updates.slice(before).every(({ request }) => request.plan === mandated)).toBe(true);
    expect(updates.at(-1)?.plan).toEqual(await ensemble(mandated, { replicates: 3 }));
  });

  test("simulates a baseline once, and answers what it remembers at once", async () => {
    const { scheduler, updates, messages } = begin();
    scheduler.request({ plan: coached, baseline: usual, replicates: 10 });
    await vi.runAllTimersAsync();
    scheduler.request({ plan: mandated, baseline: usual, replicates: 10 });
    await vi.runAllTimersAsync();
    const sent = messages();
    const painted = updates.length;
    const job = scheduler.request({ plan: coached, baseline: usual, replicates: 10 });
    expect(updates.slice(painted)).toMatchObject([{ job, complete: true, done: 10 }]);
    // Business as usual under another name is still business as usual.
    scheduler.request({ plan: await plan({ name: "As today" }), baseline: usual, replicates: 10 });
    await vi.runAllTimersAsync();
    expect(messages()).toBe(sent);
    expect(updates.at(-1)?.plan.scenario.name).toBe("As today");
    expect(updates.at(-1)?.plan.series).toEqual(updates.at(-1)?.baseline?.series);
  });

  test("continues when more replicates, or another seed, are asked for", async () => {
    const { scheduler, updates } = begin();
    scheduler.request({ plan: coached, replicates: 4, seed: "a" });
    await vi.runAllTimersAsync();
    scheduler.request({ plan: coached, replicates: 20, seed: "a" });
    await vi.runAllTimersAsync();
    expect(updates.at(-1)?.plan).toEqual(expected);
    scheduler.request({ plan: coached, replicates: 2, seed: "b" });
    await vi.runAllTimersAsync();
    expect(updates.at(-1)?.plan).toEqual(await ensemble(coached, { replicates: 2, seed: "b" }));
  });

  test("gives up on workers that only die, and tries afresh when asked again", async () => {
    let broken = true;
    const { scheduler, updates, errors, spawned } = begin({ fate: () => (broken ? "error" : "reply") });
    scheduler.request({ plan: coached, replicates: 2 });
    await vi.runAllTimersAsync();
    expect(errors).toEqual(["5 simulation workers died in a row"]);
    expect(spawned()).toBe(5);
    broken = false;
    scheduler.request({ plan: coached, replicates: 2 });
    await vi.runAllTimersAsync();
    expect(updates.at(-1)).toMatchObject({ complete: true });
  });

  test("tells of a plan that cannot be run, and goes on with the next", async () => {
    const { scheduler, updates, errors } = begin();
    const broken = {
      ...coached,
      districts: coached.districts.map((one) => ({ ...one, charges: null })),
    } as unknown as Plan;
    scheduler.request({ plan: broken, replicates: 2 });
    scheduler.request({ plan: mandated, replicates: 2 });
    await vi.runAllTimersAsync();
    expect(errors).toHaveLength(1);
    expect(updates.at(-1)).toMatchObject({ complete: true, job: 2 });
  });

  test("refuses what cannot be compared or run", async () => {
    const { scheduler } = begin();
    const other = await plan({ horizon: 24 });
    expect(() => scheduler.request({ plan: coached, baseline: other })).toThrow(InputError);
    expect(() => scheduler.request({ plan: coached, replicates: 0 })).toThrow(InputError);
  });

  test("goes on when a listener throws", async () => {
    const heard: number[] = [];
    const { scheduler } = begin({
      onUpdate: ({ done }) => {
        heard.push(done);
        if (heard.length === 1) throw new Error("the page's own fault");
      },
    });
    scheduler.request({ plan: coached, replicates: 3 });
    await expect(vi.runAllTimersAsync()).rejects.toThrow("the page's own fault");
    await vi.runAllTimersAsync();
    expect(heard.at(-1)).toBe(3);
  });

  test("takes a browser's worker", () => {
    expectTypeOf<InstanceType<typeof globalThis.Worker>>().toExtend<WorkerLike>();
  });

  test("says nothing once disposed of", async () => {
    const { scheduler, updates } = begin();
    scheduler.request({ plan: coached });
    await vi.advanceTimersByTimeAsync(20);
    scheduler.dispose();
    const before = updates.length;
    scheduler.request({ plan: coached });
    await vi.runAllTimersAsync();
    expect(updates).toHaveLength(before);
  });
});
