import type { Breaks, BreaksInput } from "@uptake/study/questions";
import { simulation } from "../../service/simulation.js";

/** Milliseconds that nothing has changed for before a test begins: a plan that is being moved is not worth one. */
const stillness = 500;

/** Holds what is known of a question that follows the plan. */
export interface Asking {
  /** Asks, unless this is what is asked already; undefined asks nothing. */
  ask(input: BreaksInput | undefined): void;
  /** What was asked last. */
  input(): BreaksInput | undefined;
  /** Returns the answer as far as it goes; undefined until there is one. */
  found(): Breaks | undefined;
  /** Says whether that was computed with the site, and not here yet. */
  prebuilt(): boolean;
  /** Says whether runs are still awaited. */
  busy(): boolean;
  /** Runs that are in, of how many. */
  progress(): readonly [done: number, total: number];
  /** What went wrong, if anything. */
  failure(): Error | undefined;
  stop(): void;
  /** Asks again what was stopped. */
  go(): void;
}

/**
 * Asks what breaks a plan whenever that changes, one question at a time; `onChange` hears whenever more is known. `built`
 * gives the site's own answer to what is asked, where it has one.
 */
export function asking(
  onChange: () => void,
  built: (asked: BreaksInput) => Breaks | undefined = () => undefined,
): Asking {
  let input: BreaksInput | undefined;
  let key = "";
  let found: Breaks | undefined;
  let prebuilt = false;
  let failure: Error | undefined;
  let progress: readonly [number, number] = [0, 0];
  let under: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    clearTimeout(timer);
    under?.abort();
    under = undefined;
  };
  const take = (answer: Breaks): void => {
    found = answer;
    prebuilt = false;
  };
  const go = (wait = 0): void => {
    stop();
    if (!input) return;
    const asked = input;
    const mine = new AbortController();
    under = mine;
    failure = undefined;
    progress = [0, asked.plans.length * (asked.shocks?.length ?? 0) * (asked.worlds ?? 0)];
    const unless = (act: () => void): void => {
      if (under !== mine) return;
      act();
      onChange();
    };
    timer = setTimeout(async () => {
      try {
        const answer = await simulation().ask("breaks", asked, {
          signal: mine.signal,
          onProgress: (done, total) => unless(() => (progress = [done, total])),
          // What was there before a stop may hold for more worlds.
          onPartial: (partial) =>
            unless(() => {
              if ((found?.worlds.count ?? 0) <= partial.worlds.count) take(partial);
            }),
        });
        unless(() => {
          take(answer);
          under = undefined;
        });
      } catch (error) {
        unless(() => {
          failure = error as Error;
          under = undefined;
        });
      }
    }, wait);
  };
  return {
    ask(next) {
      const wanted = JSON.stringify(next);
      if (wanted === key) return;
      key = wanted;
      input = next;
      found = next && built(next);
      prebuilt = found !== undefined;
      stop();
      go(stillness);
    },
    input: () => input,
    found: () => found,
    prebuilt: () => prebuilt,
    busy: () => under !== undefined,
    progress: () => progress,
    failure: () => failure,
    stop,
    go,
  };
}
