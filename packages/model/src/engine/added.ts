import type { Extensions } from "./extension.ts";
import type { MonthProgram } from "./month-program.ts";

/** Says what is added to a run, and by which program its months are made. */
export interface Added extends Extensions {
  readonly program: MonthProgram;
}
