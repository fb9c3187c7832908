import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { typeEmptyRowGroups } from "./empty-row-groups.ts";
import { type AnswerTable, eachRow, type Value } from "./table.ts";
import { writtenValue } from "./written-value.ts";

/** Rows of a row group, which are in memory as columns while they are written. */
const rowsOfGroup = 1_000;

/** Types of Parquet by type of column. */
const parquetTypes = { text: "STRING", number: "DOUBLE", integer: "INT32", boolean: "BOOLEAN" } as const;

/**
 * Writes a table as a Parquet file, the same bytes for the same input. Types are as declared and every column may be null,
 * so the files of a table have one schema whatever is in them. `facts` stand among the file's key-value metadata, beside
 * `uptake.table`, `uptake.doc` and `uptake.columns`, a JSON array of the columns' names, types, units and meanings.
 */
export function writeParquet(table: AnswerTable, facts: ReadonlyMap<string, string>): Uint8Array {
  return Buffer.concat([...parquetParts(table, facts)]);
}

/** Writes a table as {@link writeParquet} does, row group by row group. */
export function* parquetParts(table: AnswerTable, facts: ReadonlyMap<string, string>): Generator<Uint8Array> {
  const { name, doc, columns } = table;
  const metadata = new Map([
    ["uptake.table", name],
    ["uptake.doc", doc],
    ["uptake.columns", JSON.stringify(columns)],
    ...facts,
  ]);
  const bytes = new ByteWriter();
  const typed = columns.map((column) => ({
    name: column.name,
    data: [],
    type: parquetTypes[column.type],
    nullable: true,
  }));
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: typed }),
    kvMetadata: [...metadata].map(([key, value]) => ({ key, value })),
    createdBy: "uptake",
  });
  let written = 0;
  for (const rows of groupsOf(eachRow(table))) {
    const columnData = columns.map((column, c) => ({
      name: column.name,
      data: rows.map((row) => writtenValue(row[c] ?? null)),
    }));
    writer.write({ columnData, rowGroupSize: rows.length });
    written += rows.length;
    yield taken(bytes);
  }
  writer.finish();
  const end = taken(bytes);
  if (written === 0) typeEmptyRowGroups(end);
  yield end;
}

/** Takes what was written, as a copy, and makes room; places in the file go on. */
function taken(bytes: ByteWriter): Uint8Array {
  const part = bytes.getBytes().slice();
  bytes.index = 0;
  return part;
}

/** Gathers rows in groups, none of which is empty. */
function* groupsOf(rows: Iterable<readonly Value[]>): Generator<readonly (readonly Value[])[]> {
  let group: (readonly Value[])[] = [];
  for (const row of rows) {
    group.push(row);
    if (group.length < rowsOfGroup) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
