import { madeDistrict } from "./record.mjs";

/** Months of the runs that are measured by the teacher-month. */
export const MONTHS = 36;
/** Schools of a made district. */
export const SCHOOLS = 100;
/** Teachers of a school. */
export const SIZE = 40;

/** Prepares, with a build of the model, the plan that is measured: all six lessons, every parameter at its default. */
export function planOf({ prepare, scenario }, district = madeDistrict("d0", SCHOOLS, SIZE)) {
  const parameters = { draw: "fixed" };
  return prepare(scenario({ strategy: "all-six-lessons", district, horizon: MONTHS, funded: MONTHS, parameters }));
}
