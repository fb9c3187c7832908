import type { Tally } from "../measures/tally.ts";
import type { AddClimate } from "../mechanisms/climate-terms.ts";
import type { WhoLeaves } from "../mechanisms/exits.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import type { DistrictStart } from "./district-start.ts";
import type { SchoolsMonth } from "./schools-month.ts";
import type { Tables } from "./tables.ts";
import type { TeacherConstants } from "./teacher-constants.ts";

/** The part of what a district's runs start from that its months are made by. */
export type Start = Pick<DistrictStart, "grouping" | "enrolment" | "constants">;

/** Does what a month does for every school and every teacher, in this order. All programs leave the same bits. */
export interface MonthProgram {
  /**
   * Moves the schools' support and what their teachers feel, to which `add` adds. Without it the state's own record of what
   * they feel may stay as it was: nobody looks on.
   */
  feel(state: DistrictState, start: Start, common: SchoolsMonth, at: Month, add: AddClimate | undefined): void;
  /** Moves every teacher. */
  move(state: DistrictState, start: Start, tables: Tables, constants: TeacherConstants, at: Month): void;
  /** Lists who leaves in July. */
  readonly whoLeaves: WhoLeaves;
  /** Settles what the month has come to, after July's changes of posts: capacity, students, counts. */
  settle(state: DistrictState, start: Start, tally: Tally, at: Month): void;
}
