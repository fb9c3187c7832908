import { parquetWriteBuffer } from "hyparquet-writer";
import { columnType, writtenValue } from "./column-type.ts";
import type { AnswerTable } from "./table.ts";

/**
 * Writes a table as a Parquet file, the same bytes for the same input. Every column may be null. `facts` stand among the
 * file's key-value metadata, beside `uptake.table`, `uptake.doc` and `uptake.columns`, a JSON array of the columns'
 * names, units and meanings.
 */
export function writeParquet(table: AnswerTable, facts: ReadonlyMap<string, string>): Uint8Array {
  const { name, doc, columns, rows } = table;
  const columnData = columns.map((column, c) => {
    const data = rows.map((row) => writtenValue(row[c] ?? null));
    return { name: column.name, data, type: columnType(column, data), nullable: true };
  });
  const metadata = new Map([
    ["uptake.table", name],
    ["uptake.doc", doc],
    ["uptake.columns", JSON.stringify(columns)],
    ...facts,
  ]);
  return new Uint8Array(
    parquetWriteBuffer({
      columnData,
      kvMetadata: [...metadata].map(([key, value]) => ({ key, value })),
      createdBy: "uptake",
    }),
  );
}
