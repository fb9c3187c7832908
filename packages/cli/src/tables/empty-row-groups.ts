/** Number of rows 0, then a list of row groups that is empty and of no type, as they stand in a file's metadata (Thrift, compact protocol). */
const untyped = [0x16, 0x00, 0x19, 0x00];

/** What the last byte must be: an empty list of structures. */
const structures = 0x0c;

/**
 * Gives the empty list of row groups of a Parquet file without rows the type that it must have; changes `file` in place.
 * hyparquet-writer takes the type of a list from its first element and writes 0 where there is none, which readers that
 * check types refuse, as that of Rust does (`findings/hyparquet-writer-no-rows-rust.sh`).
 */
export function typeEmptyRowGroups(file: Uint8Array): void {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(file.length - 8, true);
  const metadata = file.subarray(file.length - 8 - length, file.length - 8);
  // Only names of columns stand before it, and those hold no control characters.
  const at = metadata.findIndex((_, i) => untyped.every((byte, b) => metadata[i + b] === byte));
  if (at >= 0) metadata[at + untyped.length - 1] = structures;
}
