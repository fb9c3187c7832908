import { passStudents, teachStudents } from "../measures/students-reached.ts";
import { tallyCounts, tallyTeaching } from "../measures/tally.ts";
import { smoothCapacity } from "../mechanisms/capacity.ts";
import { moveClimate } from "../mechanisms/climate.ts";
import { whoLeaves } from "../mechanisms/exits.ts";
import { moveSupport } from "../mechanisms/support.ts";
import type { MonthProgram } from "./month-program.ts";
import { moveTeachers } from "./teachers.ts";

/** The month in TypeScript: what it does is what every other program must do. */
export const plainMonth: MonthProgram = {
  feel(state, { constants }, month, at, add) {
    moveSupport(state, constants.support, at, month);
    moveClimate(state, constants.climate, at, month, add);
  },

  move(state, _, tables, constants, at) {
    moveTeachers(state, tables, constants, at);
  },

  whoLeaves,

  settle(state, { grouping, enrolment }, tally, { t, season, equityPriority }) {
    smoothCapacity(state);
    if (season === "july") passStudents(state);
    else if (season === "teaching") {
      teachStudents(state, enrolment);
      tallyTeaching(tally, state, grouping, enrolment, equityPriority);
    }
    tallyCounts(tally, state, grouping, enrolment, t + 1);
  },
};
