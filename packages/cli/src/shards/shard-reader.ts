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

/** Holds what a shard says of a run: the bytes of its numbers, or why it failed. */
export type ReadRun =
  | { readonly checksum: string; readonly numbers: Uint8Array }
  | { readonly failed: string; readonly numbers: null };

/** Returns what a run gave, whose numbers are made of their bytes only now: many runs are read at a time. */
export function outcomeOf(run: ReadRun): Outcome {
  if (run.numbers === null) return { stage: "simulate", cause: run.failed };
  return { checksum: run.checksum, values: numbersIn(run.numbers) };
}

function numbersIn(bytes: Uint8Array): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: bytes.byteLength / 8 }, (_, i) => view.getFloat64(i * 8, true));
}

/** Columns that a shard is read back from. */
const columns = ["run", "checksum", "failed", "numbers"];

/** Shards whose metadata are remembered. */
const mostRemembered = 64;

/** Leaves out of the metadata of a shard what is said of columns that are not read back. */
function readBack(metadata: FileMetaData): FileMetaData {
  const row_groups = metadata.row_groups.map((group) => ({
    ...group,
    columns: group.columns.filter(({ meta_data }) => columns.includes(meta_data?.path_in_schema[0] ?? "")),
  }));
  return { ...metadata, row_groups };
}

/** Reads runs back from shards, whose metadata it remembers of the last ones that were read. */
export class ShardReader {
  readonly #metadata = new Map<string, FileMetaData>();

  /**
   * Reads the runs in rows `from` to `to` of a shard, each with its number.
   *
   * @throws BadInput where its rows cannot be read, as of one that something else wrote and sealed.
   */
  async read(path: string, from: number, to: number): Promise<(readonly [number, ReadRun])[]> {
    try {
      return await this.#rows(path, from, to);
    } catch (error) {
      // What the system refuses says itself what it is.
      if (error instanceof Error && "syscall" in error) throw error;
      const message = "holds rows that cannot be read; delete it, and make the shard again";
      throw new BadInput([{ file: path, code: "damaged", path: "", message }]);
    }
  }

  async #rows(path: string, from: number, to: number): Promise<(readonly [number, ReadRun])[]> {
    const file = await asyncBufferFromFile(path);
    const metadata = this.#metadata.get(path) ?? readBack(await parquetMetadataAsync(file));
    this.#metadata.delete(path);
    this.#metadata.set(path, metadata);
    const [oldest] = this.#metadata.keys();
    if (this.#metadata.size > mostRemembered && oldest !== undefined) this.#metadata.delete(oldest);
    const rows = await parquetReadObjects({ file, metadata, columns, rowStart: from, rowEnd: to, utf8: false });
    return rows.map(({ run, ...rest }) => [run, rest as ReadRun]);
  }
}
