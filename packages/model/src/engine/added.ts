import type { OpenDesks } from "../district/open-desk.ts";
import type { Extensions } from "./extension.ts";
import type { moveTeachers } from "./teachers.ts";

/** Says what is added to a run, and by which programs its teachers are moved and their ties placed: all have the same bits. */
export interface Added extends Extensions {
  /** Moves every teacher by a month, as {@link moveTeachers} does. */
  readonly pass: typeof moveTeachers;
  /** Opens desks at which ties are placed (default in TypeScript). */
  readonly openDesk?: OpenDesks;
}
