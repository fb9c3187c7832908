import { InputError, type Issue } from "@uptake/model";
import { beyondLimit } from "./beyond-limit.ts";
import { decodedText, type FileText } from "./decoded-text.ts";

/** Largest file read, in bytes (32 MB). */
export const mostFileBytes: number = 32 * 1024 * 1024;

/** Says that a file of so many bytes is too large to be read. */
export function tooLarge(bytes: number): Issue {
  return { code: "too-large", path: "", message: `the file has ${beyondLimit(bytes, mostFileBytes)}`, value: bytes };
}

/** What files that are no text begin with, what they are, and what to do. */
const beginnings: readonly (readonly [bytes: readonly number[], code: string, message: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], "picture", "the file is a picture (PNG), and holds no text"],
  [[0xff, 0xd8, 0xff], "picture", "the file is a picture (JPEG), and holds no text"],
  [[0x47, 0x49, 0x46, 0x38], "picture", "the file is a picture (GIF), and holds no text"],
  [[0x52, 0x49, 0x46, 0x46], "picture", "the file is a picture or a sound (RIFF), and holds no text"],
  [[0x25, 0x50, 0x44, 0x46], "document", "the file is a document (PDF); a table is read as CSV"],
  [
    [0x50, 0x4b, 0x03, 0x04],
    "spreadsheet",
    "the file is a spreadsheet (.xlsx) or an archive; save the sheet as CSV UTF-8",
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], "spreadsheet", "the file is an old spreadsheet (.xls); save the sheet as CSV UTF-8"],
  [[0x50, 0x41, 0x52, 0x31], "parquet", "the file is a table in Parquet; save it as CSV"],
  [[0x1f, 0x8b], "archive", "the file is compressed (gzip); unpack it"],
];

/** Says what a file is, where it begins like one that is no text; undefined otherwise. */
export function noText(bytes: Uint8Array): Issue | undefined {
  const known = beginnings.find(([begin]) => begin.every((byte, i) => bytes[i] === byte));
  return known && { code: known[1], path: "", message: known[2] };
}

const refuse = (code: string, message: string): InputError => new InputError([{ code, path: "", message }]);

/**
 * Reads a file as text, and says how it was encoded: UTF-8, UTF-16 where its byte-order mark says so, else Windows-1252, in
 * which spreadsheets and many states save tables. A byte-order mark is dropped.
 *
 * @throws InputError that names what the file is, where it is too large, empty, a picture, a spreadsheet or no text.
 */
export function textOfFile(bytes: Uint8Array): FileText {
  if (bytes.length > mostFileBytes) throw new InputError([tooLarge(bytes.length)]);
  if (bytes.length === 0) throw refuse("empty", "the file is empty");
  const other = noText(bytes);
  if (other) throw new InputError([other]);
  const read = decodedText(bytes);
  if (read === undefined) throw refuse("not-text", "the file is text neither in UTF-8 nor in UTF-16 or Windows-1252");
  if (read.text.includes("\0")) throw refuse("not-text", "the file is no text");
  if (read.text.trim() === "") throw refuse("empty", "the file is empty: nothing but space");
  return read;
}
