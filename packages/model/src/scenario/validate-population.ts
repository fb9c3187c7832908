import { checkPeople } from "../district/check-population.ts";
import type { CsvRecord } from "../district/csv.ts";
import type { PopulationTable, TeacherRow } from "../district/district.ts";
import { type Issue, IssueLog } from "../issue.ts";
import { nearestAmong } from "../nearest.ts";
import { CheckedTable } from "./checked-table.ts";
import { doubtTies, type WrittenTie } from "./doubt-ties.ts";

/** Describes what is wrong with, or strange about, one of the two tables of a population. */
export interface PopulationIssue extends Issue {
  /** Table that it is wrong with. */
  readonly table: "teachers" | "ties";
}

/** Holds a population read from its two tables, or all that is wrong with them. */
export type PopulationRead =
  | {
      readonly population: PopulationTable;
      /** Line of each row, from 1. */
      readonly lines: Readonly<Record<PopulationIssue["table"], readonly number[]>>;
      /** What is allowed but most likely not meant. */
      readonly warnings: readonly PopulationIssue[];
    }
  | { readonly issues: readonly PopulationIssue[] };

const numbers = ["team", "experience", "disposition", "threshold"] as const;
const texts = ["school", "stage"] as const;

/**
 * Reads a population from two tables of comma-separated values; further columns are not heeded.
 *
 * `teachers` has the columns teacher, school, team, experience, disposition, threshold and stage. Teachers are numbered
 * from 0 in the order of the rows; a column id, with a text of its own for each, may take the place of the numbers.
 * `ties` has the columns from and to, which hold ids where teachers have them, and numbers otherwise. Returns what is
 * wrong with both tables at once, with lines and columns; whether the population fits a district is not looked at.
 */
export function readPopulation(teachers: string, ties: string): PopulationRead {
  const people = readTeachers(teachers);
  const asked = readTies(ties, people);
  const tables = { teachers: people.table, ties: asked.table };
  const population = { teachers: people.rows, ties: asked.rows.map(({ from, to }) => ({ from, to })) };
  if (tables.teachers.log.count + tables.ties.log.count === 0) {
    const log = new IssueLog();
    checkPeople(population, log);
    for (const issue of log.list()) addTo(tables, issue);
  }
  const issues = (["teachers", "ties"] as const).flatMap((table) =>
    tables[table].log.list().map((issue) => ({ ...issue, table })),
  );
  if (issues.length > 0) return { issues };
  const lines = { teachers: people.table.lines(), ties: asked.table.lines() };
  const doubts = doubtTies({ rows: people.rows, named: people.ids !== undefined }, asked.rows, lines.ties);
  return { population, lines, warnings: doubts.map((issue) => ({ ...issue, table: "ties" as const })) };
}

/** Adds an issue of a population to those of its table, at its row and column. */
function addTo(tables: Readonly<Record<PopulationIssue["table"], CheckedTable>>, issue: Issue): void {
  const [, name, index, path] = /^(teachers|ties)\[(\d+)\]\.?(.*)$/.exec(issue.path) ?? [];
  const table = tables[name === "ties" ? "ties" : "teachers"];
  const record = index === undefined ? undefined : table.records[Number(index)];
  const at = path === undefined ? -1 : table.names.indexOf(path);
  table.log.add({
    ...issue,
    path: path ?? issue.path,
    ...(record === undefined ? {} : { line: record.lines[Math.max(0, at)]! }),
    ...(record === undefined || at < 0 ? {} : { column: record.columns[at]! }),
  });
}

/** Holds the rows of teachers, and the number of each by its id where the table has ids. */
interface Teachers {
  readonly table: CheckedTable;
  readonly rows: readonly TeacherRow[];
  readonly ids: ReadonlyMap<string, number> | undefined;
}

function readTeachers(text: string): Teachers {
  const table = new CheckedTable(text);
  const named = table.has("id");
  table.need([...(named ? [] : ["teacher"]), "school", "team", "experience", "disposition", "threshold", "stage"]);
  const ids = new Map<string, number>();
  const rows = table.records.map((record, i) => {
    const row: Record<string, string | number> = { teacher: i };
    if (table.has("teacher"))
      row["teacher"] = table.number(record, "teacher", "is not a number; ids of your own go in a column id");
    if (named) {
      const id = table.text(record, "id");
      if (id === "") table.fault(record, "id", "missing-id", "the teacher has no id");
      else if (ids.has(id))
        table.fault(record, "id", "repeated-id", `“${id.slice(0, 40)}” is the id of another teacher too`);
      ids.set(id, i);
      row["id"] = id;
    }
    for (const column of texts) row[column] = table.text(record, column);
    for (const column of numbers) row[column] = table.number(record, column);
    return row as unknown as TeacherRow;
  });
  return { table, rows, ids: named ? ids : undefined };
}

function readTies(
  text: string,
  { table: teachers, ids }: Teachers,
): { table: CheckedTable; rows: readonly WrittenTie[] } {
  const table = new CheckedTable(text);
  table.need(["from", "to"]);
  const near = nearestAmong([...(ids?.keys() ?? [])]);
  // Where the teachers' own header is at fault, nobody knows who is meant.
  const known = teachers.has("id") || teachers.has("teacher");
  const end = (record: CsvRecord, column: "from" | "to"): number => {
    if (!known || !table.has(column)) return Number.NaN;
    if (ids === undefined)
      return table.number(record, column, "is not the number of a teacher; for texts, teachers.csv needs a column id");
    const id = table.text(record, column);
    const teacher = ids.get(id);
    if (teacher !== undefined) return teacher;
    const close = table.log.full ? undefined : near(id);
    table.fault(record, column, "unknown-teacher", `there is no teacher with the id “${id.slice(0, 40)}”`, close);
    return Number.NaN;
  };
  const schools = table.has("from_school") && table.has("to_school");
  const rows = table.records.map((record) => ({
    from: end(record, "from"),
    to: end(record, "to"),
    ...(schools ? { fromSchool: table.text(record, "from_school"), toSchool: table.text(record, "to_school") } : {}),
  }));
  return { table, rows };
}
