import { type TargetOf, targetKinds } from "@uptake/model";
import { targetSeries } from "./target-series.ts";

/** Holds how a target of one kind is spoken of. */
export interface TargetWords {
  /** Names what is measured, as in `adoption`, of which a sentence says in which month it is what share. */
  readonly measure: string;
  /** Names it in a word or two, as for the head of a column. */
  readonly short: string;
  /** Unit of the share, as in `share of teachers`. */
  readonly unit: string;
  /** Follows a percentage and names who that share is, as in 80% `of teachers`. */
  readonly who: string;
  /** Follows a percentage and says what they do, as in 80% `of teachers use or own the practice`. */
  readonly clause: string;
  /** Labels the axis of a chart. */
  readonly axis: string;
  /** Says who counts, in a sentence without a final stop. */
  readonly doc: string;
}

/** Holds the words for each kind of target. */
export const targetWords: Readonly<Record<TargetOf, TargetWords>> = {
  teachers: {
    measure: "adoption",
    short: "adoption",
    unit: "share of teachers",
    who: "of teachers",
    clause: "of teachers use or own the practice",
    axis: "Share of teachers using the practice",
    doc: "teachers who use or own the practice",
  },
  students: {
    measure: "the share of students with the practice in two teachers’ classes",
    short: "students",
    unit: "share of students",
    who: "of students in two teachers’ classes",
    clause: "of students have the practice in two teachers’ classes",
    axis: "Share of students with the practice in two classes",
    doc: "students enrolled of whom at least two teachers of the year use or own the practice; an elementary student has one teacher, who must",
  },
  deep: {
    measure: "the share of teachers at depth .5 or more",
    short: "deep",
    unit: "share of teachers",
    who: "of teachers in deep use",
    clause: "of teachers use the practice at depth .5 or more",
    axis: "Share of teachers using the practice deeply",
    doc: "teachers who use or own the practice at depth .5 or more",
  },
  "sign-ups": {
    measure: "the share of teachers signed up",
    short: "sign-ups",
    unit: "share of teachers",
    who: "of teachers signed up",
    clause: "of teachers try, use or own the practice",
    axis: "Share of teachers trying or using the practice",
    doc: "teachers who try, use or own the practice",
  },
  schools: {
    measure: "the share of adopting schools",
    short: "schools",
    unit: "share of schools",
    who: "of schools adopting",
    clause: "of schools have more than half of their teachers using the practice",
    axis: "Share of schools where most teachers use the practice",
    doc: "schools in which more than half of the teachers use or own the practice",
  },
};

/** Returns the words for what a series measures where it is the series of a kind of target; undefined for any other. */
export function wordsOfSeries(series: string): TargetWords | undefined {
  const of = targetKinds.find((kind) => targetSeries(kind) === series);
  return of && targetWords[of];
}
