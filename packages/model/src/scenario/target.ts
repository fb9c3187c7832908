/**
 * Names what a target may be a share of, in its month: teachers who use or own the practice; students who have it in two
 * of their teachers' classes (an elementary student in the one class); teachers who use it deeply, at .5 or more; teachers
 * who try, use or own it, as a count of sign-ups says; schools in which more than half of the teachers use or own it.
 */
export const targetKinds = ["teachers", "students", "deep", "sign-ups", "schools"] as const;
/** Names one of {@link targetKinds}. */
export type TargetOf = (typeof targetKinds)[number];

/** Holds what is asked of a strategy: a share of something at an index. */
export interface Target {
  /** Share to reach, 0 … 1 (default .8). */
  readonly share: number;
  /** Index at which it is asked for, 0 … horizon (default 34, May of year 3). */
  readonly month: number;
  /** What it is a share of (default `teachers`). */
  readonly of: TargetOf;
}
