import type { CompleteStudy } from "../studies/complete-study.ts";
import type { StudyAnswer } from "../studies/study-kind.ts";
import type { AnswerTable } from "../tables/table.ts";
import { count } from "../words/format.ts";
import { table } from "../words/text-table.ts";

/** Most rows and columns of a table shown in a terminal. */
const mostRows = 12;
const mostColumns = 8;

type Value = AnswerTable["rows"][number][number];

/** Writes a value short: three figures of a number that is not whole. */
function short(value: Value): string {
  if (value === null) return "–";
  if (typeof value !== "number") return String(value);
  if (!Number.isFinite(value)) return "–";
  return Number.isInteger(value) || Math.abs(value) >= 1000 ? count(value) : String(Number(value.toPrecision(3)));
}

/** Writes the beginning of a table, with what is left out. */
function beginning({ name, columns, rows }: AnswerTable): string {
  const shown = columns.slice(0, mostColumns);
  const units = shown.map(({ unit }) => (unit === "–" ? "" : unit));
  const head = [shown.map((column) => column.name), ...(units.some((unit) => unit !== "") ? [units] : [])];
  const some = rows.slice(0, mostRows).map((row) => shown.map((_, c) => short(row[c] ?? null)));
  const words = shown.flatMap((_, c) => (rows.some((row) => typeof row[c] === "number") ? [] : [c]));
  const left = [
    ...(rows.length > mostRows ? [`${count(rows.length - mostRows)} more rows`] : []),
    ...(columns.length > mostColumns ? [`${columns.length - mostColumns} more columns`] : []),
  ];
  return `${table([...head, ...some], words)}${left.length > 0 ? `(${left.join(" and ")} in ${name}.csv)\n` : ""}`;
}

/** Writes the answer of a study for people: its own text, or the sentence, what it rests on, and the first table. */
export function describeAnswer(study: CompleteStudy, { sentence, notes, tables, text }: StudyAnswer): string {
  if (text !== undefined) return text;
  const [first] = tables;
  const parts = [`${study.name}\n\n${sentence}\n`];
  if (first) parts.push(beginning(first));
  if (notes.length > 0) parts.push(notes.map((note) => `${note}\n`).join(""));
  return parts.join("\n");
}
