import { type ColumnChunk, type FileMetaData, parquetMetadata, parquetRead, type SchemaElement } from "hyparquet";
import type { Fault } from "../../host/fault.ts";
import { type CellText, cellTextOf, storedAs } from "./cell-text.ts";
import { checkLayout } from "./check-layout.ts";
import { checkPages } from "./check-pages.ts";
import { longestCell, longestTable, mostMetadata } from "./limits.ts";
import { endsAsParquet } from "./magic.ts";
import { damaged, Refused } from "./refused.ts";
import { unpackers } from "./unpack.ts";

/** Holds a table that was read: as comma-separated values, and where cells have line ends in them. */
export interface DecodedTable {
  readonly text: string;
  /** Row of each line end within a cell, in their order: 0 for the header, 1 for the first under it. */
  readonly breaks: readonly number[];
}

/** Holds a table, or what is wrong with its file. */
export type Decoded = DecodedTable | { readonly faults: readonly Fault[] };

/** Reads what a file says of itself. @throws Refused where it is cut off, or says nothing that can be read. */
function metadataOf(bytes: Uint8Array): FileMetaData {
  if (bytes.length < 12 || !endsAsParquet(bytes)) throw damaged("it does not end as Parquet does; it may be cut off");
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 8, true);
  if (length > bytes.length - 12) throw damaged("it is shorter than it says; it may be cut off");
  if (length <= mostMetadata) return parquetMetadata(bytes, { geoparquet: false });
  const message = `has more than ${mostMetadata / (1024 * 1024)} MB of metadata, the limit`;
  throw new Refused([{ code: "too-large", path: "", message }]);
}

/** Reads the values of a column in a row group, as they are stored; null where there is none. */
async function valuesOf(
  bytes: Uint8Array,
  column: SchemaElement,
  chunk: ColumnChunk,
  rows: number,
  compressors: ReturnType<typeof unpackers>,
): Promise<readonly unknown[]> {
  const { meta_data: says } = chunk;
  if (says === undefined) throw damaged("a row group has other columns than it says");
  const from = Number(says.dictionary_page_offset || says.data_page_offset);
  const part = bytes.buffer.slice(
    bytes.byteOffset + from,
    bytes.byteOffset + from + Number(says.total_compressed_size),
  ) as ArrayBuffer;
  checkPages(part, chunk, rows);
  const file = {
    byteLength: bytes.length,
    slice: (start: number, end?: number) => part.slice(start - from, (end ?? bytes.length) - from),
  };
  const schema = [{ name: "schema", num_children: 1 }, storedAs(column)];
  const { statistics: _, ...stored } = says;
  const group = { columns: [{ file_offset: 0n, meta_data: stored }], total_byte_size: 0n, num_rows: BigInt(rows) };
  const metadata = { version: 1, schema, num_rows: BigInt(rows), row_groups: [group], metadata_length: 0 };
  const pieces: ArrayLike<unknown>[] = [];
  const onChunk = ({ columnData }: { readonly columnData: ArrayLike<unknown> }): void => void pieces.push(columnData);
  await parquetRead({ file, metadata, utf8: false, geoparquet: false, compressors, onChunk });
  const values = pieces.flatMap((piece) => Array.from(piece));
  if (values.length !== rows || values.includes(undefined)) throw damaged("a column has other rows than it says");
  return values;
}

/** Matches a text that must be quoted to be read back as it is. */
const quoted = /[",;\t\r\n]|^[\s=]|\s$/;

const field = (text: string): string => (quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const lineEnds = /\r\n|\r|\n/g;

/** Gathers the rows of a table as lines of comma-separated values. */
class Lines {
  readonly breaks: number[] = [];
  readonly #lines: string[] = [];
  #length = 0;

  add(fields: readonly string[]): void {
    const row = this.#lines.length;
    const line = fields.map(field).join(",");
    for (const _ of line.matchAll(lineEnds)) this.breaks.push(row);
    this.#lines.push(line);
    this.#length += line.length + 1;
    if (this.#length <= longestTable) return;
    const message = `as CSV it would have more than ${longestTable} characters, the limit (32 MB)`;
    throw new Refused([{ code: "too-large", path: "", message }]);
  }

  text(): string {
    return [...this.#lines, ""].join("\n");
  }
}

/** Writes the values of a column; the first that cannot be is a fault. */
function textsOf(
  values: readonly unknown[],
  toText: CellText,
  column: string,
  row: number,
  faults: Map<string, Fault>,
): string[] {
  return values.map((value, i) => {
    const text = value === null ? "" : toText(value);
    const refuse = (code: string, message: string): string => {
      if (!faults.has(column)) faults.set(column, { code, path: column, message, row: row + i });
      return "";
    };
    if (text === undefined)
      return value instanceof Uint8Array
        ? refuse("not-utf-8", "the cell is not UTF-8 text; write it as text")
        : refuse("out-of-range", "the cell holds a day or a moment that no calendar has");
    if (text.length > longestCell)
      return refuse("long-field", `the cell has ${text.length} characters; the limit is ${longestCell} (100 kB)`);
    return text;
  });
}

async function decode(bytes: Uint8Array): Promise<DecodedTable> {
  const { columns, groups } = checkLayout(metadataOf(bytes), bytes.length);
  const writers = columns.map((column) => cellTextOf(column) as CellText);
  const lines = new Lines();
  const compressors = unpackers();
  if (columns.length > 0) lines.add(columns.map(({ name }) => name));
  let row = 1;
  for (const { rows, chunks } of groups) {
    const faults = new Map<string, Fault>();
    const texts: string[][] = [];
    for (const [c, column] of columns.entries()) {
      const values = await valuesOf(bytes, column, chunks[c] as ColumnChunk, rows, compressors);
      texts.push(textsOf(values, writers[c] as CellText, column.name, row, faults));
    }
    if (faults.size > 0) throw new Refused([...faults.values()]);
    for (let r = 0; r < rows; r++) lines.add(texts.map((of) => of[r] as string));
    row += rows;
  }
  return { text: lines.text(), breaks: lines.breaks };
}

/**
 * Reads a Parquet file as comma-separated values: what `readCsv` makes of them is the same table. Never throws for what is
 * wrong with the file, but a file that was made for it may take all memory or never end: strangers' files are for
 * `ParquetReader`, which bounds both.
 */
export async function decodeTable(bytes: Uint8Array): Promise<Decoded> {
  try {
    return await decode(bytes);
  } catch (error) {
    if (error instanceof Refused) return { faults: error.faults };
    return { faults: damaged(error instanceof Error ? error.message.slice(0, 120) : "it is damaged").faults };
  }
}
