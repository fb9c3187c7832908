import { readCsv } from "../district/csv.ts";
import type { PopulationTable, TeacherRow, TieRow } from "../district/district.ts";
import { InputError, IssueLog } from "../issue.ts";

const teacherColumns = ["teacher", "school", "team", "experience", "disposition", "threshold", "stage"];
const tieColumns = ["from", "to"];
const texts = new Set(["school", "stage"]);

/**
 * Reads the teachers of a population from comma-separated values with the columns teacher, school, team, experience,
 * disposition, threshold and stage; further columns are not heeded.
 *
 * @throws InputError with everything wrong with the form, with lines and columns.
 */
export function readTeachers(text: string): PopulationTable["teachers"] {
  return readRows(text, teacherColumns) as unknown as TeacherRow[];
}

/** Reads the ties of a population, with the columns from and to, as {@link readTeachers} reads its teachers. */
export function readTies(text: string): PopulationTable["ties"] {
  return readRows(text, tieColumns) as unknown as TieRow[];
}

function readRows(text: string, columns: readonly string[]): Record<string, string | number>[] {
  const { header, records, issues } = readCsv(text);
  const faults = new IssueLog();
  faults.addAll(issues);
  const names = header?.fields.map((name) => name.trim()) ?? [];
  for (const column of columns) {
    if (names.includes(column)) continue;
    faults.add({
      code: "missing-column",
      path: column,
      message: "the column is missing",
      line: 1,
      allowed: columns.join(", "),
    });
  }
  if (faults.count > 0) throw new InputError(faults.list());
  const rows = records.map((record) => {
    const row: Record<string, string | number> = {};
    for (const column of columns) {
      const place = names.indexOf(column);
      const given = (record.fields[place] as string).trim();
      const value = texts.has(column) ? given : given === "" ? Number.NaN : Number(given);
      if (typeof value === "number" && !Number.isFinite(value)) {
        const where = { line: record.lines[place]!, column: record.columns[place]! };
        faults.add({
          ...where,
          code: "not-a-number",
          path: column,
          message: `“${given.slice(0, 40)}” is not a number`,
          value: given,
        });
      }
      row[column] = value;
    }
    return row;
  });
  if (faults.count > 0) throw new InputError(faults.list());
  return rows;
}
