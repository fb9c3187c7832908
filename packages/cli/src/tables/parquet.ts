import { parquetWriteBuffer } from "hyparquet-writer";
import { typeEmptyRowGroups } from "./empty-row-groups.ts";
import { type AnswerTable, eachRow, type Value } from "./table.ts";
import { writtenValue } from "./written-value.ts";

/** Types of Parquet by type of column. */
const parquetTypes = { text: "STRING", number: "DOUBLE", integer: "INT32", boolean: "BOOLEAN" } as const;

/**
 * Writes a table as a Parquet file, the same bytes for the same input. Types are as declared and every column may be null,
 * so the files of a table have one schema whatever is in them. `facts` stand among the file's key-value metadata, beside
 * `uptake.table`, `uptake.doc` and `uptake.columns`, a JSON array of the columns' names, types, units and meanings.
 */
export function writeParquet(table: AnswerTable, facts: ReadonlyMap<string, string>): Uint8Array {
  const { name, doc, columns } = table;
  const data = columns.map((): Value[] => []);
  for (const row of eachRow(table)) for (const [c, values] of data.entries()) values.push(writtenValue(row[c] ?? null));
  const columnData = columns.map((column, c) => ({
    name: column.name,
    data: data[c] as Value[],
    type: parquetTypes[column.type],
    nullable: true,
  }));
  const metadata = new Map([
    ["uptake.table", name],
    ["uptake.doc", doc],
    ["uptake.columns", JSON.stringify(columns)],
    ...facts,
  ]);
  const file = new Uint8Array(
    parquetWriteBuffer({
      columnData,
      kvMetadata: [...metadata].map(([key, value]) => ({ key, value })),
      createdBy: "uptake",
    }),
  );
  if (data[0]?.length === 0) typeEmptyRowGroups(file);
  return file;
}
