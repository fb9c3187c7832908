import { InputError, type Plan, prepare, type ScenarioInput, scenario } from "@uptake/model";
import { afterEach, beforeAll, beforeEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import { type Fate, fakeServiceWorker } from "../../test-support/fake-service-worker.ts";
import { bandsOf } from "../ensemble/bands.ts";
import { type Ensemble, ensemble } from "../ensemble/ensemble.ts";
import type { CurveListeners } from "./curve.ts";
import type { CurveRequest, CurveUpdate, Finished, Sketch } from "./curve-update.ts";
import type { ToWorker } from "./messages.ts";
import { SimulationService } from "./simulation-service.ts";

const plan = (input: ScenarioInput = {}): Promise<Plan> =>
  prepare(scenario({ district: "small-rural", horizon: 12, target: { month: 10 }, ...input }));

interface Setting {
  readonly workers?: number;
  readonly ms?: number;
  readonly fate?: (message: number) => Fate;
  readonly onUpdate?: CurveListeners["onUpdate"];
}

/** Opens a channel of a service with fake workers. */
function begin({ workers = 1, ms = 5, fate = () => "reply", onUpdate }: Setting = {}) {
  const updates: CurveUpdate[] = [];
  const errors: string[] = [];
  const sent: ToWorker[] = [];
  const service = new SimulationService({
    spawn: () => fakeServiceWorker((message) => fate(sent.push(message) - 1), ms),
    workers,
    silence: 500,
  });
  const curve = service.curve({
    onUpdate: onUpdate ?? ((update) => updates.push(update)),
    onError: (error) => errors.push(error.message),
  });
  const replicates = (): number =>
    sent.reduce((sum, message) => sum + (message.kind === "rows" ? message.to - message.from : 0), 0);
  return { service, curve, updates, errors, sent, replicates };
}

const last = (updates: readonly CurveUpdate[]): Finished => {
  const update = updates.at(-1);
  if (!update || update.sketch) throw new Error("the last update is a sketch");
  return update;
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a curve", () => {
  let usual: Plan;
  let coached: Plan;
  let mandated: Plan;
  let expected: Ensemble;
  beforeAll(async () => {
    usual = await plan();
    coached = await plan({ strategy: "coaching-only" });
    mandated = await plan({ strategy: "mandate" });
    expected = await ensemble(coached, { replicates: 30, seed: "a" });
  });

  const ways: [string, Setting][] = [
    ["one worker", {}],
    ["three workers", { workers: 3 }],
    ["a slow worker", { ms: 60 }],
    ["a fast worker, so large chunks", { ms: 0.1 }],
    ["workers that die", { workers: 2, fate: (n) => (n % 3 === 1 ? "error" : "reply") }],
    ["unreadable messages", { fate: (n) => (n === 2 ? "messageerror" : "reply") }],
    ["a worker that falls silent", { workers: 2, fate: (n) => (n === 1 || n === 4 ? "silence" : "reply") }],
  ];
  test.for(ways)("gives the numbers of an ensemble with %s", async ([, setting]) => {
    const { curve, updates } = begin(setting);
    curve.request({ plan: coached, baseline: usual, replicates: 30, seed: "a" });
    await vi.runAllTimersAsync();
    expect(last(updates)).toMatchObject({ done: 30, total: 30 });
    expect(last(updates).plan()).toEqual(expected);
    expect(last(updates).baseline()).toEqual(await ensemble(usual, { replicates: 30, seed: "a" }));
    expect(last(updates).median("adoption")).toEqual(bandsOf(expected, "adoption").p50);
    const counts = updates.map(({ done }) => done);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(updates.filter(({ sketch }) => !sketch)).toHaveLength(1);
  });

  test("is a sketch until all is there: the median of the runs so far, and nothing else", async () => {
    const { curve, updates } = begin({ ms: 40 });
    curve.request({ plan: coached, replicates: 30, seed: "a" });
    await vi.runAllTimersAsync();
    const half = updates.find(({ done }) => done >= 10) as CurveUpdate;
    expect(half.sketch).toBe(true);
    expect(half).not.toHaveProperty("plan");
    const part = await ensemble(coached, { replicates: half.done, seed: "a" });
    expect(half.median("adoption")).toEqual(bandsOf(part, "adoption").p50);
    expect(half.median("gap").length).toBe(13);
    expect(half.median("none").every(Number.isNaN)).toBe(true);
    expectTypeOf<Sketch>().not.toHaveProperty("plan");
  });

  test("has updates as runs come, at most one in 150 milliseconds, and none where the last is as near", async () => {
    const shown: { readonly done: number; readonly at: number }[] = [];
    const { curve } = begin({ ms: 10, onUpdate: ({ done }) => shown.push({ done, at: performance.now() }) });
    curve.request({ plan: coached, replicates: 100, seed: "a" });
    await vi.runAllTimersAsync();
    const early = shown.slice(1, -1).map(({ done, at }, i) => {
      const before = shown[i] as (typeof shown)[number];
      return { left: 100 - done, more: done - before.done, since: at - before.at };
    });
    expect(early.length).toBeGreaterThan(3);
    for (const { left, more, since } of early) {
      expect(more).toBeGreaterThan(0);
      expect((left / more) * since).toBeGreaterThanOrEqual(150);
      expect(since).toBeGreaterThanOrEqual(150);
      expect(since).toBeLessThan(300);
    }
    expect(shown.at(-1)?.done).toBe(100);
  });

  test("glides from the last plan's curve to its own", async () => {
    const { curve, updates } = begin({ ms: 80 });
    curve.request({ plan: mandated, replicates: 60, seed: "a" });
    await vi.runAllTimersAsync();
    const before = updates.length;
    curve.request({ plan: coached, replicates: 60, seed: "a" });
    await vi.runAllTimersAsync();
    const own = last(updates).median("adoption");
    const off = (median: readonly number[]): number =>
      Math.max(...median.map((value, i) => Math.abs(value - (own[i] as number))));
    const sketches = updates.slice(before, -1);
    const alone = async ({ done }: CurveUpdate): Promise<number> =>
      off(bandsOf(await ensemble(coached, { replicates: done, seed: "a" }), "adoption").p50);
    const few = sketches.filter(({ done }) => done < 30);
    const moved = few.reduce((sum, { median }) => sum + off(median("adoption")), 0);
    const unmoved = (await Promise.all(few.map(alone))).reduce((sum, one) => sum + one, 0);
    expect(few.length).toBeGreaterThan(5);
    expect(moved).toBeLessThan(unmoved);
  });

  test("answers the latest request, and paints throughout a drag at 60 Hz", async () => {
    const drag = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        plan({ levers: { coaching: { teachersPerCoach: 10 + i } }, name: String(i) }),
      ),
    );
    const { curve, updates } = begin({ ms: 22 });
    const nameOf = ({ request }: CurveUpdate): number => Number(request.plan.scenario.name);
    for (const one of drag) {
      curve.request({ plan: one, replicates: 25, dragging: true });
      await vi.advanceTimersByTimeAsync(1000 / 60);
    }
    const painted = updates.map(nameOf);
    expect(painted.length).toBeGreaterThanOrEqual(30);
    expect(painted).toEqual([...painted].sort((a, b) => a - b));
    // What is painted is never older than the replicate under way and the one that waited for it.
    updates.forEach((update, i) => expect(nameOf(update)).toBeGreaterThanOrEqual(i));
    await vi.runAllTimersAsync();
    expect(nameOf(updates.at(-1) as CurveUpdate)).toBe(59);
    expect(last(updates).plan()).toEqual(await ensemble(drag[59] as Plan, { replicates: 25 }));
  });

  test("asks for little while a finger moves, for more when it stops, and for all when it rests", async () => {
    const { curve, updates, replicates } = begin({ workers: 4, ms: 1 });
    curve.request({ plan: coached, baseline: usual, replicates: 100, dragging: true });
    await vi.advanceTimersByTimeAsync(50);
    expect(replicates()).toBe(1);
    expect(updates.at(-1)).toMatchObject({ sketch: true, done: 1, total: 100 });
    await vi.advanceTimersByTimeAsync(150);
    expect(replicates()).toBe(25);
    expect(updates.at(-1)).toMatchObject({ sketch: true, done: 25 });
    await vi.runAllTimersAsync();
    expect(replicates()).toBe(200);
    expect(last(updates).baseline()?.replicates).toBe(100);
  });

  test("asks for all at once when the finger lets go", async () => {
    const { curve, updates } = begin({ ms: 1 });
    const request = { plan: coached, replicates: 30, seed: "a" };
    curve.request({ ...request, dragging: true });
    await vi.advanceTimersByTimeAsync(10);
    curve.request({ ...request, dragging: false });
    await vi.advanceTimersByTimeAsync(50);
    expect(last(updates).plan()).toEqual(expected);
  });

  test("asks one worker alone while a finger moves", async () => {
    const { curve, sent } = begin({ workers: 4, ms: 40 });
    curve.request({ plan: coached, dragging: true });
    expect(sent).toHaveLength(1);
    curve.cancel();
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(1);
  });

  test("gives back the very request that it answers", async () => {
    const { service } = begin();
    const heard: string[] = [];
    const curve = service.curve<CurveRequest & { readonly mine: string }>({
      onUpdate: ({ request }) => void heard.push(request.mine),
    });
    curve.request({ plan: coached, replicates: 25, mine: "first" });
    await vi.advanceTimersByTimeAsync(20);
    curve.request({ plan: mandated, replicates: 25, mine: "second" });
    const from = heard.length;
    await vi.runAllTimersAsync();
    expect(new Set(heard.slice(0, from))).toEqual(new Set(["first"]));
    expect(new Set(heard.slice(from))).toEqual(new Set(["second"]));
  });

  test("simulates a baseline once, and answers what is kept at once", async () => {
    const { curve, updates, sent } = begin();
    curve.request({ plan: coached, baseline: usual, replicates: 25 });
    await vi.runAllTimersAsync();
    curve.request({ plan: mandated, baseline: usual, replicates: 25 });
    await vi.runAllTimersAsync();
    const before = sent.length;
    const painted = updates.length;
    curve.request({ plan: coached, baseline: usual, replicates: 25 });
    expect(updates.slice(painted)).toMatchObject([{ sketch: false, done: 25 }]);
    // Business as usual under another name is still business as usual.
    curve.request({ plan: await plan({ name: "As today" }), baseline: usual, replicates: 25 });
    await vi.runAllTimersAsync();
    expect(sent.length).toBe(before);
    expect(last(updates).plan().scenario.name).toBe("As today");
    expect(last(updates).plan().series).toEqual(last(updates).baseline()?.series);
  });

  test("gives up on workers that only die, and tries afresh when asked again", async () => {
    let broken = true;
    const { curve, updates, errors } = begin({ fate: () => (broken ? "error" : "reply") });
    curve.request({ plan: coached, replicates: 25 });
    await vi.runAllTimersAsync();
    expect(errors).toEqual(["3 workers died at replicate 0: out of memory"]);
    broken = false;
    curve.request({ plan: coached, replicates: 25 });
    await vi.runAllTimersAsync();
    expect(last(updates).done).toBe(25);
  });

  test("tells of a plan that cannot be run, and goes on with the next", async () => {
    const { curve, updates, errors } = begin();
    const broken = { ...coached, districts: coached.districts.map((one) => ({ ...one, charges: null })) };
    curve.request({ plan: broken as unknown as Plan, replicates: 25 });
    curve.request({ plan: mandated, replicates: 25 });
    await vi.runAllTimersAsync();
    expect(errors).toHaveLength(1);
    expect(last(updates).request.plan).toBe(mandated);
  });

  test("refuses what cannot be compared or run, and too few replicates to tell anything", async () => {
    const { curve } = begin();
    const other = await plan({ horizon: 24 });
    expect(() => curve.request({ plan: coached, baseline: other })).toThrow(InputError);
    expect(() => curve.request({ plan: coached, replicates: 0 })).toThrow(InputError);
    expect(() => curve.request({ plan: coached, replicates: 24 })).toThrow("too few");
  });

  test("goes on when a listener throws", async () => {
    const heard: number[] = [];
    const { curve } = begin({
      onUpdate: ({ done }) => {
        heard.push(done);
        if (heard.length === 1) throw new Error("the page's own fault");
      },
    });
    curve.request({ plan: coached, replicates: 25 });
    await expect(vi.runAllTimersAsync()).rejects.toThrow("the page's own fault");
    await vi.runAllTimersAsync();
    expect(heard.at(-1)).toBe(25);
  });

  test("says nothing once closed", async () => {
    const { curve, updates } = begin();
    curve.request({ plan: coached });
    await vi.advanceTimersByTimeAsync(20);
    curve.close();
    const before = updates.length;
    curve.request({ plan: coached });
    await vi.runAllTimersAsync();
    expect(updates).toHaveLength(before);
  });
});
