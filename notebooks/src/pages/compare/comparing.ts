import type { AnswerOf } from "@uptake/study/service";
import type { PlanStore } from "../../plan/plan-store.js";
import { simulation } from "../../service/simulation.js";
import { type AskedComparison, askedOf, type Entry, entriesOf } from "./entries.js";

/** Holds what plans come to beside each other. */
export type Answer = AnswerOf<"compare">;
/** Holds what one of them comes to. */
export type Told = Answer["plans"][number];
/** Holds one plan less another. */
export type Pair = Answer["pairs"][number];

/** Holds the answer to the very plans that are compared, in the order in which they stand. */
export interface Compared {
  readonly entries: readonly Entry[];
  readonly answer: Answer;
  /** Whether all runs are in. */
  readonly whole: boolean;
  /** Whether they were computed with the site, and are not made here yet. */
  readonly prebuilt: boolean;
  readonly plans: readonly Told[];
  /** Returns plan `b` less plan `a`, or less its district as today (null); undefined where there is none. */
  pair(a: number | null, b: number): Pair | undefined;
}

/** Puts an answer in the order in which plans stand. */
export function comparedOf(
  entries: readonly Entry[],
  { places }: Pick<AskedComparison, "places">,
  { answer, ...about }: Pick<Compared, "answer" | "whole" | "prebuilt">,
): Compared {
  return {
    ...{ entries, answer, ...about },
    plans: places.map((place) => answer.plans[place]!),
    pair: (a, b) => answer.pairs.find((one) => one.b === places[b] && one.a === (a === null ? null : places[a])),
  };
}

/** Hears of a comparison. */
export interface ComparingListener {
  /** Hears that there is more to show, or something else. */
  readonly onChange: () => void;
  readonly onProgress: (done: number, total: number) => void;
  readonly onError: (error: Error) => void;
}

/** Compares the plans of a store, now and after every change. */
export interface Comparing {
  entries(): readonly Entry[];
  /** Returns what is there about the plans as they stand; undefined until there are enough runs. */
  current(): Compared | undefined;
  running(): boolean;
  /** Ends the runs; what is there stays on show. */
  stop(): void;
  /** Makes the runs that were stopped. */
  go(): void;
}

type Held = Pick<Compared, "answer" | "whole" | "prebuilt">;

/** Answers kept, so that undo and another order show at once. */
const mostHeld = 12;

/** Has the plans of a store compared, off the main thread. `built` is the site's own answer to what is asked at first. */
export function comparing(
  store: PlanStore,
  built: Answer | undefined,
  { onChange, onProgress, onError }: ComparingListener,
): Comparing {
  const held = new Map<string, Held>();
  let entries: readonly Entry[] = [];
  let asked: AskedComparison | undefined;
  let running: AbortController | undefined;

  const keep = (key: string, answer: Answer, whole: boolean): void => {
    // On the way to an answer that is there already, nothing is told of fewer runs.
    if (!whole && (held.get(key)?.answer.replicates ?? 0) > answer.replicates) return;
    held.delete(key);
    held.set(key, { answer, whole, prebuilt: false });
    const [oldest] = held.keys();
    if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
    if (asked?.key === key) onChange();
  };
  const stop = (): void => {
    running?.abort(new Error("stopped"));
    running = undefined;
  };
  const go = async (): Promise<void> => {
    if (!asked || running) return;
    const { key, input } = asked;
    const mine = new AbortController();
    running = mine;
    onChange();
    try {
      const answer = await simulation().ask("compare", input, {
        signal: mine.signal,
        onProgress: (done, total) => running === mine && onProgress(done, total),
        onPartial: (partial) => running === mine && keep(key, partial, false),
      });
      if (running === mine) running = undefined;
      keep(key, answer, true);
    } catch (error) {
      if (running !== mine) return;
      running = undefined;
      onError(error as Error);
    }
  };
  const changed = (): void => {
    const before = asked?.key;
    entries = entriesOf(store);
    try {
      asked = askedOf(entries, store);
    } catch (error) {
      stop();
      asked = undefined;
      onError(error as Error);
      return;
    }
    if (asked.key !== before) {
      stop();
      if (!held.get(asked.key)?.whole) void go();
    }
    onChange();
  };
  store.subscribe((moving) => {
    if (!moving) changed();
  });
  queueMicrotask(() => {
    if (built) held.set(askedOf(entriesOf(store), store).key, { answer: built, whole: false, prebuilt: true });
    changed();
  });

  return {
    entries: () => entries,
    running: () => running !== undefined,
    stop() {
      stop();
      onChange();
    },
    go: () => void go(),
    current() {
      const found = asked && held.get(asked.key);
      if (!asked || !found) return undefined;
      return comparedOf(entries, asked, found);
    },
  };
}
