import type { ColumnChunk, PageHeader } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import { mostOfPage } from "./limits.ts";
import { damaged, Refused } from "./refused.ts";

/** Fewest bytes that a value of a dictionary takes, of any type that has one. */
const leastOfDictionary = 4;

/** Checks what the head of a page says, and returns how many rows it has. */
function rowsOf(page: PageHeader, column: string, rows: number, left: number): number {
  const { type, compressed_page_size: packed, uncompressed_page_size: unpacked } = page;
  if (!(packed >= 0 && packed <= left && unpacked >= 0 && unpacked <= mostOfPage))
    throw damaged("a page says that it holds what it cannot hold");
  if (type === "DICTIONARY_PAGE") {
    const values = page.dictionary_page_header?.num_values ?? -1;
    if (values >= 0 && values * leastOfDictionary <= unpacked) return 0;
    throw damaged("a dictionary says that it holds what it cannot hold");
  }
  const head = page.data_page_header ?? page.data_page_header_v2;
  if (head === undefined || !(head.num_values >= 0 && head.num_values <= rows))
    throw damaged("a page has other rows than it says");
  if (head.encoding === "DELTA_BYTE_ARRAY") {
    const message = "is written in the encoding DELTA_BYTE_ARRAY, which is not read; write it in the usual one";
    throw new Refused([{ code: "unsupported-parquet", path: column, message }]);
  }
  const second = page.data_page_header_v2;
  if (second !== undefined) {
    const { num_nulls: nulls, definition_levels_byte_length: levels, repetition_levels_byte_length: repeats } = second;
    if (
      !(
        nulls >= 0 &&
        nulls <= second.num_values &&
        levels >= 0 &&
        repeats === 0 &&
        levels <= Math.min(packed, unpacked)
      )
    )
      throw damaged("a page says that it holds what it cannot hold");
  }
  return head.num_values;
}

/**
 * Checks the heads of the pages in `bytes`, a column's part of a row group of `rows` rows, before any is unpacked: sizes
 * within the file and the limits, and as many rows as the group has.
 *
 * @throws Refused where they are not.
 */
export function checkPages(bytes: ArrayBuffer, { meta_data: says }: ColumnChunk, rows: number): void {
  const reader = { view: new DataView(bytes), offset: 0 };
  const column = says?.path_in_schema[0] ?? "";
  let found = 0;
  while (found < rows) {
    if (reader.offset >= bytes.byteLength) throw damaged("a column has fewer rows than it says");
    const page = parquetHeader(reader);
    found += rowsOf(page, column, rows - found, bytes.byteLength - reader.offset);
    reader.offset += page.compressed_page_size;
  }
}
