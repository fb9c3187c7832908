import type { Outcome } from "@uptake/study/evaluate";
import { asyncBufferFromFile, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { BadInput } from "../host/fault.ts";

/** Reads what stands in the metadata of a shard under a name. */
export function factOf({ key_value_metadata: facts = [] }: FileMetaData, name: string): string | undefined {
  return facts.find(({ key }) => key === name)?.value;
}

/** Reads the metadata of a shard. @throws Error of the library where the file is no Parquet. */
export async function shardMetadata(path: string): Promise<FileMetaData> {
  return parquetMetadataAsync(await asyncBufferFromFile(path));
}

function numbersIn(bytes: Uint8Array): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: bytes.byteLength / 8 }, (_, i) => view.getFloat64(i * 8, true));
}

/**
 * Reads the runs in rows `from` to `to` of a shard: their numbers, and what each gave.
 *
 * @throws BadInput where its rows cannot be read, as of one that something else wrote and sealed.
 */
export async function readShard(path: string, from: number, to: number): Promise<(readonly [number, Outcome])[]> {
  try {
    return await rowsOf(path, from, to);
  } catch (error) {
    // What the system refuses says itself what it is.
    if (error instanceof Error && "syscall" in error) throw error;
    const message = "holds rows that cannot be read; delete it, and make the shard again";
    throw new BadInput([{ file: path, code: "damaged", path: "", message }]);
  }
}

async function rowsOf(path: string, from: number, to: number): Promise<(readonly [number, Outcome])[]> {
  const rows = await parquetReadObjects({
    file: await asyncBufferFromFile(path),
    columns: ["run", "checksum", "failed", "numbers"],
    rowStart: from,
    rowEnd: to,
    utf8: false,
  });
  return rows.map(({ run, checksum, failed, numbers }) =>
    numbers === null
      ? [run, { stage: "simulate", cause: failed }]
      : [run, { checksum, values: numbersIn(numbers as Uint8Array) }],
  );
}
