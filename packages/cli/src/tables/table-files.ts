import type { FileContent } from "../host/file-content.ts";
import { PassingFile } from "../host/passing-file.ts";
import { checkedRows } from "./check-table.ts";
import { csvParts, writeCsv } from "./csv.ts";
import { parquetParts, writeParquet } from "./parquet.ts";
import type { AnswerTable } from "./table.ts";

/**
 * Writes each table as `<name>.csv` and `<name>.parquet`, and `columns.csv`, which says what every column of every table
 * holds. `facts` go into the Parquet files' metadata. Long tables, whose rows pass, are files whose parts pass.
 */
export function tableFiles(
  tables: readonly AnswerTable[],
  facts: ReadonlyMap<string, string>,
): Map<string, FileContent> {
  const files = new Map<string, FileContent>();
  for (const table of tables) {
    const { name, columns } = table;
    if (files.has(`${name}.csv`)) throw new Error(`two tables are called ${name}`);
    const header = columns.map((column) => column.name);
    const passing = table.passing !== undefined;
    const rows = (): ReturnType<typeof checkedRows> => checkedRows(table);
    files
      .set(`${name}.csv`, passing ? new PassingFile(() => csvParts(header, rows())) : writeCsv(header, rows()))
      .set(`${name}.parquet`, passing ? new PassingFile(() => parquetParts(table, facts)) : writeParquet(table, facts));
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
