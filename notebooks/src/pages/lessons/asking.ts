import { version } from "@uptake/model";
import type { LessonTold } from "@uptake/study/questions";
import { simulation } from "../../service/simulation.js";
import type { LessonAnswers } from "./told.js";
import { inputOf, type Lesson, type Movable, type Place, places, printOf } from "./trial.js";

/** Holds the answers of a lesson to where its sliders stand at first, each with the checksum of its question. */
export type StoredAnswers = Readonly<Partial<Record<Place, { readonly print: string; readonly told: LessonTold }>>>;

/** Says who hears of the answers of a lesson. */
export interface AskingListeners {
  /** Hears that an answer is under way. */
  readonly onWait: () => void;
  readonly onProgress: (done: number, total: number) => void;
  /** Hears that there is an answer more. */
  readonly onAnswer: () => void;
  readonly onError: (error: Error) => void;
}

/** Holds the answers of a lesson, and asks for those that are missing. */
export interface Asking {
  /** Returns the answers to where the sliders stand; none of elsewhere. */
  answers(): LessonAnswers;
  /** Tells whether all answers are there. */
  whole(): boolean;
  /** Takes where the sliders stand now, and asks for what is not known there; returns whether all is. */
  ask(values: Readonly<Record<Movable, number>>): boolean;
}

/** Milliseconds for which a slider is still before its place is asked for. */
const still = 120;

/** Asks a lesson's questions as its sliders move; an answer is kept, so that to go back is to see it at once. */
export function asking(lesson: Lesson, stored: StoredAnswers, listeners: AskingListeners): Asking {
  const known = new Map<string, LessonTold>();
  let values: Readonly<Partial<Record<Movable, number>>> = {};
  let soon: ReturnType<typeof setTimeout> | undefined;
  let end = new AbortController();
  const inputNow = (place: Place) => inputOf(lesson, place, place === "ordinary" ? undefined : values[place]);
  for (const place of places) {
    const kept = stored[place];
    // What another model answered, or to another question, is asked for anew.
    if (kept?.told.version === version && kept.print === printOf(inputNow(place))) known.set(kept.print, kept.told);
  }
  const missing = () => places.filter((place) => !known.has(printOf(inputNow(place))));

  const askNow = async (): Promise<void> => {
    end.abort();
    const mine = new AbortController();
    end = mine;
    const { ask } = simulation();
    for (const place of missing()) {
      const input = inputNow(place);
      try {
        const answer = await ask("lesson", input, { signal: mine.signal, onProgress: listeners.onProgress });
        if (mine.signal.aborted) return;
        known.set(printOf(input), answer);
        listeners.onAnswer();
      } catch (error) {
        if (!mine.signal.aborted) listeners.onError(error as Error);
        return;
      }
    }
  };
  return {
    answers: () =>
      Object.fromEntries(
        places.flatMap((place) => {
          const answer = known.get(printOf(inputNow(place)));
          return answer ? [[place, answer]] : [];
        }),
      ),
    whole: () => missing().length === 0,
    ask(next) {
      values = next;
      clearTimeout(soon);
      end.abort();
      if (missing().length === 0) return true;
      listeners.onWait();
      soon = setTimeout(() => void askNow(), still);
      return false;
    },
  };
}
