import type { LessonTold } from "@uptake/study/questions";
import { checksumOf } from "../../plan/prebuilt.js";
import { simulation } from "../../service/simulation.js";
import type { LessonAnswers } from "./told.js";
import { inputOf, type Lesson, type Movable, type Place, places } from "./trial.js";

/** Says who hears of the answers of a lesson. */
export interface AskingListeners {
  /** Hears that an answer is under way. */
  readonly onWait: () => void;
  readonly onProgress: (done: number, total: number) => void;
  /** Hears that there is an answer more. */
  readonly onAnswer: () => void;
  /** Hears of an answer from the first of its runs. */
  readonly onSketch: () => void;
  readonly onError: (error: Error) => void;
}

/** Holds the answers of a lesson, and asks for those that are missing. */
export interface Asking {
  /** Returns the answers to where the sliders stand; none of elsewhere. */
  answers(): LessonAnswers;
  /** Returns what is known of each place, of fewer runs or of where a slider stood last too; and whether any is of elsewhere. */
  sketch(): { readonly answers: LessonAnswers; readonly elsewhere: boolean };
  /** Tells whether all answers are there. */
  whole(): boolean;
  /** Takes where the sliders stand now, and asks for what is not known there; returns whether all is. */
  ask(values: Readonly<Record<Movable, number>>): boolean;
}

/** Milliseconds for which a slider is still before what is asked of another place gives way to its own. */
const still = 120;

/**
 * Asks a lesson's questions, beside `stored` answers to where its sliders stand at first, as its sliders move; an answer is kept, so that to go back is to see it at once. While a slider is
 * dragged it is asked at once where it stands, as far as the first runs, and then where it stands by then.
 */
export function asking(lesson: Lesson, stored: LessonAnswers, listeners: AskingListeners): Asking {
  const known = new Map<string, LessonTold>();
  let values: Readonly<Partial<Record<Movable, number>>> = {};
  let soon: ReturnType<typeof setTimeout> | undefined;
  let under: AbortController | undefined;
  let askedFor = "";
  const last = new Map<Place, { readonly print: string; readonly told: LessonTold }>();
  const inputNow = (place: Place) => inputOf(lesson, place, place === "ordinary" ? undefined : values[place]);
  for (const place of places) {
    const told = stored[place];
    if (told) known.set(checksumOf(inputNow(place)), told);
  }
  /** Keeps what is known of where the sliders stand, until there is something of where they go. */
  const keepLast = (): void => {
    for (const place of places) {
      const print = checksumOf(inputNow(place));
      const told = known.get(print);
      if (told) last.set(place, { print, told });
    }
  };
  const missing = () => places.filter((place) => !known.has(checksumOf(inputNow(place))));
  const stop = (): void => {
    clearTimeout(soon);
    under?.abort();
    under = undefined;
  };

  const askNow = async (): Promise<void> => {
    stop();
    const mine = new AbortController();
    under = mine;
    const { ask } = simulation();
    for (const place of missing()) {
      const input = inputNow(place);
      const print = checksumOf(input);
      askedFor = print;
      try {
        const answer = await ask("lesson", input, {
          signal: mine.signal,
          onProgress: listeners.onProgress,
          onPartial(told) {
            if (mine.signal.aborted) return;
            last.set(place, { print, told });
            listeners.onSketch();
            if (print !== checksumOf(inputNow(place))) void askNow();
          },
        });
        if (mine.signal.aborted) return;
        known.set(print, answer);
        listeners.onAnswer();
      } catch (error) {
        if (mine.signal.aborted) return;
        under = undefined;
        listeners.onError(error as Error);
        return;
      }
    }
    if (missing().length > 0) void askNow();
    else under = undefined;
  };
  return {
    answers: () =>
      Object.fromEntries(
        places.flatMap((place) => {
          const answer = known.get(checksumOf(inputNow(place)));
          return answer ? [[place, answer]] : [];
        }),
      ),
    sketch() {
      const found = places.flatMap((place) => {
        const print = checksumOf(inputNow(place));
        const told = known.get(print);
        const held = told ? { print, told } : last.get(place);
        return held ? [{ place, told: held.told, elsewhere: held.print !== print }] : [];
      });
      return {
        answers: Object.fromEntries(found.map(({ place, told }) => [place, told])),
        elsewhere: found.some(({ elsewhere }) => elsewhere),
      };
    },
    whole: () => missing().length === 0,
    ask(next) {
      keepLast();
      values = next;
      if (missing().length === 0) {
        stop();
        return true;
      }
      listeners.onWait();
      clearTimeout(soon);
      const meant = (): boolean => missing().some((place) => checksumOf(inputNow(place)) === askedFor);
      if (!under) void askNow();
      else soon = setTimeout(() => (under && meant() ? undefined : void askNow()), still);
      return false;
    },
  };
}
