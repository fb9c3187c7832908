import { levelWords } from "../level-words.ts";
import { type RosterField, rosterFields } from "../roster-field.ts";
import type { RosterFormat } from "../roster-format.ts";
import { stateRatios } from "../state-ratios.ts";

/** A researcher's own table: its columns are called as the fields are. */
export const generic: RosterFormat = {
  files: "your own table",
  columns: Object.fromEntries(
    (Object.keys(rosterFields) as RosterField[]).map((field) => [field, [rosterFields[field].name]]),
  ),
  required: ["school", "level", "enrolment", "teachers"],
  levels: levelWords,
  otherLevels: false,
  teachers: "people",
  studentsPerTeacher: stateRatios.us,
  leftOut: [],
  source: "Roster supplied by the researcher",
};
