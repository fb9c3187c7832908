import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Crew, type WorkerLike } from "./crew.ts";

type Listener = Parameters<WorkerLike["addEventListener"]>[1];

/** Stands for a worker that replies and dies when a test says so. */
class Puppet implements WorkerLike {
  readonly jobs: number[] = [];
  ended = false;
  readonly #listeners: Record<string, Listener> = {};

  postMessage(job: unknown): void {
    this.jobs.push(job as number);
  }

  terminate(): void {
    this.ended = true;
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners[type] = listener;
  }

  /** Replies to the task that it was given first of those it owes. */
  reply(): void {
    this.#listeners["message"]!({ type: "message", data: { job: this.jobs.shift() } });
  }

  die(): void {
    this.#listeners["error"]!({ type: "error", message: "broke" });
  }
}

/** Makes a crew of one worker that may have a task ahead, and tells whom it hired, and what it heard. */
function crewOf(silence: number) {
  const hired: Puppet[] = [];
  const heard: unknown[] = [];
  const crew = new Crew<string, { job: number }>({
    spawn: () => {
      hired.push(new Puppet());
      return hired.at(-1)!;
    },
    size: 1,
    ahead: 1,
    silence,
    message: (_, job) => job,
    onReply: (task) => heard.push(task),
    onDeath: (...death) => heard.push(death),
  });
  const give = (...tasks: string[]): void => crew.feed(() => tasks.shift());
  return { crew, hired, heard, give };
}

describe("a worker's alarm", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("goes off a silence after the last reply, whenever it was set", () => {
    const { hired, heard, give } = crewOf(1000);
    give("one", "two");
    vi.advanceTimersByTime(900);
    hired[0]!.reply();
    vi.advanceTimersByTime(999);
    expect(heard).toEqual(["one"]);
    vi.advanceTimersByTime(1);
    expect(heard).toEqual(["one", ["two", "no reply for 1 s", []]]);
    expect(hired[0]!.ended).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("spares who owes nothing, and counts from the next task on", () => {
    const { hired, heard, give } = crewOf(1000);
    give("one");
    hired[0]!.reply();
    vi.advanceTimersByTime(700);
    give("two");
    vi.advanceTimersByTime(999);
    expect(heard).toEqual(["one"]);
    hired[0]!.reply();
    vi.advanceTimersByTime(5000);
    expect(vi.getTimerCount()).toBe(0);
    give("three", "four");
    vi.advanceTimersByTime(1000);
    expect(heard).toEqual(["one", "two", ["three", "no reply for 1 s", ["four"]]]);
  });

  test("is gone with a worker that dies while it owes nothing, and another is hired for the next task", () => {
    const { crew, hired, heard, give } = crewOf(1000);
    give("one");
    hired[0]!.reply();
    hired[0]!.die();
    expect(vi.getTimerCount()).toBe(0);
    expect(heard).toEqual(["one", [undefined, "broke", []]]);
    give("two");
    vi.advanceTimersByTime(500);
    hired[1]!.reply();
    expect(heard.at(-1)).toBe("two");
    crew.dispose();
    expect(vi.getTimerCount()).toBe(0);
    expect(hired.map(({ ended }) => ended)).toEqual([true, true]);
  });

  test.for([Number.POSITIVE_INFINITY, 2 ** 40])("never goes off early where the silence is %s ms", (silence) => {
    const { heard, give } = crewOf(silence);
    // By hand: a spy would be restored once more by any later file, with the timers of this test alone.
    const faked = globalThis.setTimeout;
    const asked: unknown[] = [];
    globalThis.setTimeout = ((run: () => void, ms: number) => {
      asked.push(ms);
      return faked(run, ms);
    }) as typeof faked;
    give("one");
    vi.advanceTimersByTime(24 * 3_600_000);
    globalThis.setTimeout = faked;
    expect(heard).toEqual([]);
    // A timer of more than 2³¹ − 1 ms goes off at once.
    expect(asked).toEqual([2 ** 31 - 1]);
  });
});
