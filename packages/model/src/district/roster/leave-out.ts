import type { CsvRecord } from "../csv.ts";
import { cellText } from "./cell-text.ts";
import type { HeaderIndex, Place } from "./match-columns.ts";
import type { RosterField } from "./roster-field.ts";
import type { RosterFormat } from "./roster-format.ts";
import { mergeNotes, type RosterNote } from "./roster-note.ts";

/** Names under which rows hold the sum of others. */
const total = /^(?:(?:grand|state|statewide|district|county|school|all schools?|sub)[ -]?)?totals?:?$/i;

/**
 * Leaves out the rows that are no schools: totals, rows of districts, the state or single grades, and all years but the
 * latest; notes which.
 */
export function leaveOut(
  rows: readonly CsvRecord[],
  index: HeaderIndex,
  format: RosterFormat,
  places: ReadonlyMap<RosterField, readonly Place[]>,
): { readonly rows: readonly CsvRecord[]; readonly notes: readonly RosterNote[] } {
  const columnOf = (headers: readonly string[]) =>
    headers.map((name) => index.find(name)[0]).find((at) => at !== undefined);
  const text = (row: CsvRecord, at: number) => cellText(row.fields[at] ?? "").toLowerCase();
  const rules = format.leftOut.map((rule) => ({ ...rule, at: columnOf(rule.headers) }));
  const names = (["school", "schoolId"] as const).flatMap((field) => places.get(field)?.map(({ at }) => at) ?? []);
  const schoolAt = places.get("school")?.[0]?.at;
  const yearAt = columnOf(format.year ?? []);
  const latest = yearAt === undefined ? "" : rows.reduce((best, row) => later(best, text(row, yearAt)), "");

  /** Says what a row is that is no school. */
  const what = (row: CsvRecord): string | undefined => {
    if (schoolAt !== undefined && total.test(text(row, schoolAt))) return "a total";
    if (format.otherLevels && names.every((at) => text(row, at) === ""))
      return "a total, without a school's name or id";
    const year = yearAt === undefined ? "" : text(row, yearAt);
    if (year !== "" && year !== latest) return `that of a year before ${latest}`;
    return rules.find(({ at, only, not }) => {
      if (at === undefined) return false;
      const value = text(row, at);
      return only === undefined ? (not ?? []).includes(value) : !only.includes(value);
    })?.what;
  };

  const kept: CsvRecord[] = [];
  const notes: RosterNote[] = [];
  for (const row of rows) {
    const found = what(row);
    if (found === undefined) kept.push(row);
    else
      notes.push({
        code: "no-school",
        message: `left out, as the row is no school but ${found}`,
        rows: [row.line],
      });
  }
  return { rows: kept, notes: mergeNotes(notes) };
}

/** Returns the later of two years as they are written, as in 2022-2023. */
function later(a: string, b: string): string {
  return b > a ? b : a;
}
