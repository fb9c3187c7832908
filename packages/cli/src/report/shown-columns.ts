import type { AnswerTable, Column } from "../tables/table.ts";
import { readable } from "./readable.ts";

type Row = AnswerTable["rows"][number];

/** Holds a column as a report shows it: a number and the ends of its interval stand in one. */
export interface ShownColumn {
  readonly name: string;
  readonly unit: string;
  readonly doc: string;
  readonly interval: boolean;
  readonly kind: "number" | "short" | "words";
  /** Writes what stands in a row. */
  readonly cell: (row: Row) => string;
  /** Width that it takes on paper, in characters. */
  readonly width: number;
}

/** Longest text of a column that stays on one line, in characters. */
const oneLine = 28;

/** Characters that a line on paper has room for, and what stands between two columns. */
const line = 122;
const apart = 3;

/** Lays out the columns of a table for people, by the rows that are shown. */
export function shownColumns(table: AnswerTable, rows: readonly Row[]): ShownColumn[] {
  const { columns } = table;
  const shown: ShownColumn[] = [];
  for (let c = 0; c < columns.length; c++) {
    const ends = endsAt(columns, c);
    shown.push(shownColumn(table, c, ends, rows));
    if (ends) c += 2;
  }
  return shown;
}

/** Counts the columns, from the first, that fit on a sheet beside one another; one at least. */
export function columnsOnPaper(columns: readonly ShownColumn[]): number {
  let room = line;
  const fitting = columns.findIndex(({ width }) => {
    room -= width + apart;
    return room < 0;
  });
  return fitting < 0 ? columns.length : Math.max(1, fitting);
}

/** Tells whether the two columns after a number are the ends of its interval. */
function endsAt(columns: readonly Column[], c: number): boolean {
  const [column, low, high] = columns.slice(c, c + 3);
  if (column?.type !== "number" || !low || !high) return false;
  const { name } = column;
  return (low.name === `${name}_low` && high.name === `${name}_high`) || (low.name === "low" && high.name === "high");
}

function shownColumn(table: AnswerTable, c: number, interval: boolean, rows: readonly Row[]): ShownColumn {
  const { name, doc, unit, type } = table.columns[c]!;
  const cell = (row: Row): string => {
    const own = unitIn(table, row, c);
    const text = readable(row[c] ?? null, own);
    const [low, high] = [row[c + 1] ?? null, row[c + 2] ?? null];
    if (!interval || text === "–" || low === null || high === null) return text;
    return `${text} (${bare(readable(low, own))} to ${bare(readable(high, own))})`;
  };
  const texts = rows.map(cell);
  const longest = Math.max(0, ...texts.map((text) => text.length));
  const number = type === "integer" || type === "number";
  const kind = number ? "number" : longest <= oneLine ? "short" : "words";
  const words = [...name.split("_"), ...(unit === "–" || /`unit`/.test(unit) ? [] : unit.split(" "))].map(
    (word) => word.length,
  );
  const width = Math.max(kind === "words" ? oneLine : longest, ...words);
  return {
    name: name.replaceAll("_", " "),
    unit: unit === "–" || /`unit`/.test(unit) ? "" : unit,
    doc,
    interval,
    kind,
    cell,
    width,
  };
}

/** Takes the unit off the end of an interval; the number before it has it. */
const bare = (text: string): string => text.replace(/%$| points$/, "");

/** Returns the unit of a value: where its column says that it is that of each row, what stands in the column `unit`. */
function unitIn({ doc, columns }: AnswerTable, row: Row, c: number): string {
  const column = columns[c]!;
  const own = /\bunit\b/.test(column.unit) ? row[columns.findIndex(({ name }) => name === "unit")] : undefined;
  const unit = typeof own === "string" ? own : column.unit;
  return /\b(difference|less the)\b/i.test(`${doc} ${column.doc}`) ? `${unit}, difference` : unit;
}
