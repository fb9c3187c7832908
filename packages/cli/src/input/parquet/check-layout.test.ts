import { type ColumnChunk, type FileMetaData, parquetMetadata } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { checkLayout } from "./check-layout.ts";
import { Refused } from "./refused.ts";

const columnData = Array.from({ length: 8 }, (_, c) => ({ name: `c${c}`, data: [1], type: "INT32" as const }));
const bytes = parquetWriteBuffer({ columnData });

/** Checks the layout of a file of eight columns and a row after a change of what it says; returns its faults. */
function faultsAfter(change: (metadata: FileMetaData) => unknown): string[] {
  const metadata = parquetMetadata(bytes);
  change(metadata);
  try {
    checkLayout(metadata, bytes.byteLength);
  } catch (error) {
    if (error instanceof Refused) return error.faults.map(({ code, path, message }) => `${code}|${path}|${message}`);
    throw error;
  }
  return [];
}

const rows =
  (count: bigint) =>
  (metadata: FileMetaData): void => {
    metadata.num_rows = count;
    for (const group of metadata.row_groups) group.num_rows = count;
  };
const chunk =
  (change: (chunk: ColumnChunk & { meta_data: NonNullable<ColumnChunk["meta_data"]> }) => unknown) =>
  ({ row_groups: [group] }: FileMetaData): unknown =>
    change(group?.columns[2] as Parameters<typeof change>[0]);

const lies = "not-parquet||cannot be read as Parquet: a row group says that it holds what it cannot hold";

test("a sound file has no faults", () => expect(faultsAfter(() => {})).toEqual([]));

test.for<[string, (metadata: FileMetaData) => unknown, string[]]>([
  ["too many cells", rows(1_000_001n), ["too-many-cells||there are 8000008 cells; the limit is 8000000"]],
  [
    "too many rows",
    rows(2_500_001n),
    [
      "too-many-rows||there are 2500001 rows; the limit is 2500000",
      "too-many-cells||there are 20000008 cells; the limit is 8000000",
    ],
  ],
  [
    "too many row groups",
    (metadata) => {
      metadata.row_groups = Array.from(
        { length: 10_001 },
        () => metadata.row_groups[0] as (typeof metadata.row_groups)[0],
      );
    },
    ["too-many||there are 10001 row groups; the limit is 10000"],
  ],
  ["other rows than its columns", rows(2n), [lies]],
  [
    "other rows than its groups",
    (metadata) => {
      metadata.num_rows = 2n;
    },
    ["not-parquet||cannot be read as Parquet: its row groups have not as many rows as it says"],
  ],
  [
    "a column beyond its end",
    chunk(({ meta_data }) => Object.assign(meta_data, { total_compressed_size: 1n << 40n })),
    [lies],
  ],
  ["a column before its begin", chunk(({ meta_data }) => Object.assign(meta_data, { data_page_offset: -8n })), [lies]],
  [
    "a column that unpacks to a terabyte",
    chunk(({ meta_data }) => Object.assign(meta_data, { total_uncompressed_size: 1n << 40n })),
    ["too-large||unpacks to more than 512 MB, the limit"],
  ],
  [
    "a column in another file",
    chunk((one) => Object.assign(one, { file_path: "../other.parquet" })),
    ["unsupported-parquet|c2|stands in another file; write all columns into one"],
  ],
  [
    "an encrypted column",
    chunk((one) => Object.assign(one, { encrypted_column_metadata: new Uint8Array(1) })),
    ["unsupported-parquet|c2|is encrypted; write it without encryption"],
  ],
  [
    "fewer columns than it says",
    ({ schema: [root] }) => Object.assign(root as object, { num_children: 9 }),
    ["not-parquet||cannot be read as Parquet: its columns are not as many as it says"],
  ],
  [
    "a group of more columns than there are",
    ({ schema: [, first] }) => Object.assign(first as object, { num_children: 2 ** 31 }),
    ["not-parquet||cannot be read as Parquet: its columns are not as many as it says"],
  ],
])("a file that says it has %s is refused before anything is unpacked", ([, change, faults]) => {
  expect(faultsAfter(change)).toEqual(faults);
});
