import { thousands } from "../../numerics/thousands.ts";
import type { RosterNote } from "./roster-note.ts";
import type { SchoolFigures } from "./roster-warning.ts";

/** Returns the people that full-time equivalents of teachers are taken for: rounded, and at least one. */
export function wholeTeachers(equivalents: number): number {
  return Math.max(1, Math.round(equivalents));
}

/** Notes by how much the teachers of schools differ from their full-time equivalents, unless all of these are whole. */
export function noteRounding(schools: readonly SchoolFigures[]): RosterNote[] {
  const staffed = schools.filter(({ teachers }) => teachers !== undefined);
  if (staffed.every(({ teachers }) => Number.isInteger(teachers))) return [];
  const equivalents = staffed.reduce((sum, { teachers }) => sum + teachers!, 0);
  const people = staffed.reduce((sum, { teachers }) => sum + wholeTeachers(teachers!), 0);
  const tenths = Math.round(equivalents * 10);
  const whole = Math.floor(tenths / 10);
  const tenth = tenths - 10 * whole;
  const raised = staffed.filter(({ teachers }) => Math.round(teachers!) < 1);
  const few = raised.length === 1 ? "1 school has" : `${raised.length} schools have`;
  const least = raised.length === 0 ? "" : ` and at least 1 (${few} less than half of one)`;
  const message = `${thousands(whole)}.${tenth} full-time equivalents became ${thousands(people)} teachers, as each school's are rounded${least}`;
  return [{ code: "teachers-rounded", message, rows: raised.map(({ line }) => line) }];
}
