import { checkedRows } from "./check-table.ts";
import { writeCsv } from "./csv.ts";
import { writeParquet } from "./parquet.ts";
import type { AnswerTable } from "./table.ts";

/**
 * Writes each table as `<name>.csv` and `<name>.parquet`, and `columns.csv`, which says what every column of every table
 * holds. `facts` go into the Parquet files' metadata.
 */
export function tableFiles(
  tables: readonly AnswerTable[],
  facts: ReadonlyMap<string, string>,
): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  for (const table of tables) {
    const { name, columns } = table;
    if (files.has(`${name}.csv`)) throw new Error(`two tables are called ${name}`);
    const header = columns.map((column) => column.name);
    files.set(`${name}.csv`, writeCsv(header, checkedRows(table))).set(`${name}.parquet`, writeParquet(table, facts));
  }
  if (files.has("columns.csv")) throw new Error("a table may not be called columns: that is the dictionary of all");
  return files.set("columns.csv", dictionary(tables));
}

/** Names types as a reader of CSV does. */
const types = { boolean: "true or false", integer: "whole number", number: "number", text: "text" } as const;

/** Writes one row for each column of each table. */
function dictionary(tables: readonly AnswerTable[]): string {
  const rows = tables.flatMap((table) =>
    table.columns.map(({ name, type, unit, doc }) => [table.name, table.doc, name, types[type], unit, doc]),
  );
  return writeCsv(["table", "table_doc", "column", "type", "unit", "doc"], rows);
}
