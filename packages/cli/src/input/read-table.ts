import { decodedText, type EncodingNote, encodingNotes, mostFileBytes } from "@uptake/study/files";
import { BadInput } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { isYamlName } from "./file-name.ts";
import { beginsAsParquet, beginsEncrypted } from "./parquet/magic.ts";
import { ParquetReader } from "./parquet/parquet-reader.ts";
import { decodedUtf8, readBytes, refuse, refuseNoText } from "./read-text.ts";
import { ofRows, ofTextFile, type TableText } from "./table-text.ts";

/** Reads the bytes of a table, at most 32 MB. */
const tableBytes = (host: Host, file: string): Promise<Uint8Array> => readBytes(host, file, mostFileBytes);

/** Reads a table in Parquet; undefined where the file is none. @throws BadInput where it cannot be read. */
async function ofParquet(file: string, bytes: Uint8Array): Promise<TableText | undefined> {
  if (beginsEncrypted(bytes)) return refuse(file, "unsupported-parquet", "is encrypted; write it without encryption");
  if (!beginsAsParquet(bytes)) {
    if (!/\.parquet$/i.test(file)) return undefined;
    return refuse(file, "not-parquet", "is called .parquet, but does not begin as Parquet does");
  }
  const reader = new ParquetReader();
  try {
    const decoded = await reader.read(bytes);
    if ("faults" in decoded) throw new BadInput(decoded.faults.map((fault) => ({ file, ...fault })));
    return ofRows(decoded.text, decoded.breaks);
  } finally {
    reader.close();
  }
}

/**
 * Reads a table of at most 32 MB: comma-separated values in UTF-8, or Parquet, which is known by how it begins.
 *
 * @throws BadInput when it cannot be read, is too large, or is neither.
 */
export async function readTable(host: Host, file: string): Promise<TableText> {
  const bytes = await tableBytes(host, file);
  const table = await ofParquet(file, bytes);
  if (table) return table;
  refuseNoText(file, bytes);
  return ofTextFile(decodedUtf8(file, bytes));
}

/** How a text in JSON begins. */
const json = /^\s*[[{]\s*["{]/;
const notATable =
  "is JSON and no table; a district.json that an import wrote is named in a scenario, as district: FILE";

/** Holds the table of a roster, and what to know of how it was read. */
export interface RosterText extends TableText {
  readonly notes: readonly EncodingNote[];
}

/**
 * Reads a roster of at most 32 MB: Parquet, or text in UTF-8, UTF-16 with a byte-order mark, else Windows-1252, which is
 * noted.
 *
 * @throws BadInput when it cannot be read, is too large, is neither, or is JSON or YAML.
 */
export async function readRosterText(host: Host, file: string): Promise<RosterText> {
  const bytes = await tableBytes(host, file);
  const table = await ofParquet(file, bytes);
  if (table) return { ...table, notes: [] };
  refuseNoText(file, bytes);
  if (isYamlName(file)) return refuse(file, "not-a-table", "is YAML and no table; a roster is CSV or Parquet");
  const read = decodedText(bytes);
  if (read === undefined) return refuse(file, "not-text", "is text neither in UTF-8 nor in UTF-16 or Windows-1252");
  if (json.test(read.text)) return refuse(file, "not-a-table", notATable);
  return { ...ofTextFile(read.text), notes: encodingNotes(read.encoding) };
}
