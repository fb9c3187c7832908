import type { ColumnChunk, FileMetaData, RowGroup, SchemaElement } from "hyparquet";
import type { Fault } from "../../host/fault.ts";
import { cellTextOf } from "./cell-text.ts";
import { mostCells, mostColumns, mostGroups, mostRows, mostUnpacked } from "./limits.ts";
import { damaged, Refused } from "./refused.ts";
import { compressions } from "./unpack.ts";

const fault = (code: string, message: string, path = ""): Fault => ({ code, path, message });

/** Says what a column is, where it is none of a table. */
function noColumn({
  num_children: children,
  repetition_type: repeated,
  ...element
}: SchemaElement): string | undefined {
  if (children !== undefined || repeated === "REPEATED" || element.type === undefined)
    return "holds lists or groups, which a table has no place for; leave it out, or give each part a column";
  if (cellTextOf(element) !== undefined) return undefined;
  const type = element.logical_type?.type ?? element.converted_type ?? element.type;
  return `is of the type ${type}, which is not read; write it as a number or a text, or leave it out`;
}

/** Returns the elements of a schema under its root that are not within another. */
function topOf([root, ...rest]: readonly SchemaElement[]): SchemaElement[] {
  const top: SchemaElement[] = [];
  // How many are yet to come within each element that is open.
  const open: number[] = [root?.num_children ?? 0];
  for (const element of rest) {
    while (open.at(-1) === 0) open.pop();
    if (open.length === 0) throw damaged("its columns are not as many as it says");
    if (open.length === 1) top.push(element);
    open[open.length - 1] = (open.at(-1) as number) - 1;
    if ((element.num_children ?? 0) > 0) open.push(element.num_children as number);
  }
  if (open.some((left) => left !== 0)) throw damaged("its columns are not as many as it says");
  return top;
}

/** Checks what the file says of the part of a column that is in a row group: where it stands, and how it is packed. */
function checkChunk(chunk: ColumnChunk | undefined, column: SchemaElement, rows: bigint, end: number): Fault[] {
  const { meta_data: says, file_path: elsewhere } = chunk ?? {};
  if (chunk?.crypto_metadata !== undefined || chunk?.encrypted_column_metadata !== undefined)
    return [fault("unsupported-parquet", "is encrypted; write it without encryption", column.name)];
  if (elsewhere !== undefined)
    return [fault("unsupported-parquet", "stands in another file; write all columns into one", column.name)];
  if (
    says === undefined ||
    says.type !== column.type ||
    says.path_in_schema.length !== 1 ||
    says.path_in_schema[0] !== column.name
  )
    throw damaged("a row group has other columns than it says");
  if (!compressions.includes(says.codec)) {
    const message = `is compressed with ${says.codec ?? "a method unknown"}; write it with snappy, gzip or zstd, or uncompressed`;
    return [fault("unsupported-parquet", message)];
  }
  const from = says.dictionary_page_offset || says.data_page_offset;
  const { total_compressed_size: packed, total_uncompressed_size: unpacked } = says;
  const within = from >= 4n && packed >= 0n && from + packed <= BigInt(end) && unpacked >= 0n;
  if (!within || says.num_values !== rows) throw damaged("a row group says that it holds what it cannot hold");
  return [];
}

/** Finds the columns that are there twice. */
function repeated(columns: readonly SchemaElement[]): Fault[] {
  const seen = new Set<string>();
  return columns.flatMap(({ name }) => {
    if (seen.has(name)) return [fault("repeated-column", "the column stands twice", name)];
    seen.add(name);
    return [];
  });
}

/** Names that pandas gives the columns of an index without a name, which no other program sees. */
const ofIndex = /^__index_level_\d+__$/;

/** Holds a file whose layout was found sound. */
export interface Layout {
  /** Columns of the table, in their order. */
  readonly columns: readonly SchemaElement[];
  readonly groups: readonly { readonly rows: number; readonly chunks: readonly ColumnChunk[] }[];
}

/**
 * Checks what a Parquet file of `length` bytes says of itself before anything is unpacked: that it is a flat table within
 * the limits, of types and compressions that are read, all within the file.
 *
 * @throws Refused with everything wrong.
 */
export function checkLayout(metadata: FileMetaData, length: number): Layout {
  const all = topOf(metadata.schema);
  const flat = all.length === metadata.schema.length - 1;
  const faults = all.flatMap((element) => {
    const why = noColumn(element);
    return why === undefined ? [] : [fault("unsupported-parquet", why, element.name)];
  });
  faults.push(...repeated(all));
  const rows = Number(metadata.num_rows);
  const many = (count: number, most: number, what: string): void => {
    if (count > most) faults.push(fault(`too-many-${what}`, `there are ${count} ${what}; the limit is ${most}`));
  };
  many(all.length, mostColumns, "columns");
  many(rows, mostRows, "rows");
  many(rows * all.length, mostCells, "cells");
  if (metadata.row_groups.length > mostGroups)
    faults.push(fault("too-many", `there are ${metadata.row_groups.length} row groups; the limit is ${mostGroups}`));
  if (faults.length > 0 || !flat) throw new Refused(faults);
  const end = length - 8 - metadata.metadata_length;
  const { row_groups: groups } = metadata;
  faults.push(...firstOfEach(groups.flatMap((group) => checkGroup(group, all, end))));
  const sum = groups.reduce((total, { num_rows }) => total + num_rows, 0n);
  if (sum !== metadata.num_rows) throw damaged("its row groups have not as many rows as it says");
  const unpacked = groups
    .flatMap(({ columns }) => columns)
    .reduce((total, { meta_data: says }) => total + (says?.total_uncompressed_size ?? 0n), 0n);
  if (unpacked > BigInt(mostUnpacked))
    faults.push(fault("too-large", `unpacks to more than ${mostUnpacked / (1024 * 1024)} MB, the limit`));
  if (faults.length > 0) throw new Refused(faults);
  const kept = all.map(({ name }) => !ofIndex.test(name));
  return {
    columns: all.filter((_, c) => kept[c]),
    groups: groups.map(({ columns, num_rows }) => ({
      rows: Number(num_rows),
      chunks: columns.filter((_, c) => kept[c]),
    })),
  };
}

function checkGroup({ columns, num_rows: rows }: RowGroup, all: readonly SchemaElement[], end: number): Fault[] {
  if (rows < 0n || columns.length !== all.length) throw damaged("a row group has other columns than it says");
  return all.flatMap((column, c) => checkChunk(columns[c], column, rows, end));
}

/** Returns the first fault of each column: every row group has it. */
function firstOfEach(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((one) => [one.path, one] as const).reverse()).values()].reverse();
}
