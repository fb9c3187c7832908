import type { Target } from "@uptake/model";
import { type TargetWords, targetWords } from "@uptake/study/target";
import { atMonth, percent } from "./words.ts";

/** Holds what charts tell of a target: a share, in a month, of teachers unless it says otherwise. */
export type DrawnTarget = Pick<Target, "share" | "month"> & Partial<Target>;

/** Returns the words for what a target is of. */
export function wordsOfTarget({ of = "teachers" }: DrawnTarget): TargetWords {
  return targetWords[of];
}

/** Says what is asked for, as in `The target is 80% in May of year 3.`; who that share is, unless it is of teachers. */
export function targetText(target: DrawnTarget): string {
  const { who } = wordsOfTarget(target);
  return `The target is ${percent(target.share)}${who === "of teachers" ? "" : ` ${who}`} ${atMonth(target.month)}.`;
}
