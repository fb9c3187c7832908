import type { TakeAnswer } from "@uptake/study/questions";
import type { PlanStore } from "../../plan/plan-store.js";
import { simulation } from "../../service/simulation.js";
import { askedOf } from "./asked.js";

/** Holds the asking of the page's question: what is known of the state on show, and how far the work is. */
export interface Asking {
  /** Returns the furthest answer to the very state on show; undefined while there is none. */
  answer(): TakeAnswer | undefined;
  /** Says whether that was computed with the site, and not here yet. */
  prebuilt(): boolean;
  /** Returns runs made and runs to make of the step under way; undefined while nothing is. */
  work(): { readonly done: number; readonly total: number; readonly search: boolean } | undefined;
  /** Asks for better plans, from where an earlier search of this state was stopped. */
  search(): void;
  /** Ends what is under way; what is known stays. */
  stop(): void;
}

/** Tells answers apart by how far they are. */
function reach({ stage, generations, works }: TakeAnswer): number {
  return { first: 0, shipped: works ? 1.5 : 1, searching: 2 + generations, searched: 200, whole: 300 }[stage];
}

/** Milliseconds without a change after which plans that are there are asked about. */
const quiet = 400;

/**
 * Asks about plans that are there at once and after every change; searches when told to. `built` is the site's own answer to
 * what is asked at first.
 */
export function asking(
  store: PlanStore,
  built: TakeAnswer | undefined,
  hear: { readonly onChange: () => void; readonly onError: (error: Error) => void },
): Asking {
  const first = JSON.stringify(askedOf(store.get(), false));
  let key = "";
  let answer: TakeAnswer | undefined;
  let end: AbortController | undefined;
  let under: ReturnType<Asking["work"]>;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    clearTimeout(timer);
    end?.abort(new Error("stopped"));
    end = undefined;
    under = undefined;
  };
  const ask = async (search: boolean): Promise<void> => {
    stop();
    const mine = new AbortController();
    end = mine;
    under = { done: 0, total: 1, search };
    hear.onChange();
    const take = (found: TakeAnswer): void => {
      if (end !== mine || (answer && reach(found) < reach(answer))) return;
      answer = found;
      hear.onChange();
    };
    try {
      const found = await simulation().ask("take", askedOf(store.get(), search), {
        signal: mine.signal,
        onProgress(done, total) {
          if (end !== mine) return;
          under = { done, total, search };
          hear.onChange();
        },
        onPartial: take,
      });
      take(found);
    } catch (error) {
      if (end === mine) hear.onError(error as Error);
    }
    if (end !== mine) return;
    end = undefined;
    under = undefined;
    hear.onChange();
  };
  const follow = (): void => {
    const now = JSON.stringify(askedOf(store.get(), false));
    if (now === key) return;
    key = now;
    answer = now === first ? built : undefined;
    stop();
    timer = setTimeout(() => void ask(false), quiet);
  };
  store.subscribe(() => {
    follow();
    hear.onChange();
  });
  follow();
  return {
    answer: () => answer,
    prebuilt: () => answer !== undefined && answer === built,
    work: () => under,
    search: () => void ask(true),
    stop() {
      stop();
      hear.onChange();
    },
  };
}
