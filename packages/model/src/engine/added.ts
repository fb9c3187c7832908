import type { Extensions } from "./extension.ts";
import type { moveTeachers } from "./teachers.ts";

/** Says what is added to a run, and by which program its teachers are moved: all have the same bits. */
export interface Added extends Extensions {
  /** Moves every teacher by a month, as {@link moveTeachers} does. */
  readonly pass: typeof moveTeachers;
}
