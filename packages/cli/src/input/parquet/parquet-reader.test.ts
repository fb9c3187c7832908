import { readFileSync } from "node:fs";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, expect, test } from "vitest";
import { decodeTable } from "./decode-table.ts";
import { ParquetReader } from "./parquet-reader.ts";

const reader = new ParquetReader();
afterAll(() => reader.close());

const sound = readFileSync(new URL("../../../test-support/parquet/polars.parquet", import.meta.url));

test("a file is read in a process of its own as in this one", async () => {
  expect(await reader.read(sound)).toEqual(await decodeTable(sound));
});

test("a file for which memory is too small ends that process and is refused in words; others are read on", async () => {
  const data = Array.from({ length: 200_000 }, (_, i) => `school ${i}`);
  const large = new Uint8Array(parquetWriteBuffer({ columnData: [{ name: "school", data, type: "STRING" }] }));
  const small = new ParquetReader(16);
  try {
    const message = "takes more than 16 MB of memory to read; it may be damaged";
    expect(await small.read(large)).toEqual({ faults: [{ code: "not-parquet", path: "", message }] });
    expect(await small.read(sound)).toHaveProperty("text");
  } finally {
    small.close();
  }
  expect(await reader.read(large)).toHaveProperty("text");
});

test("a file that takes too long is given up, and the next is read", async () => {
  reader.close();
  const message = "is not read within 1 s; it may be damaged";
  // No process starts in so short a time.
  expect(await reader.read(sound, 0.001)).toEqual({ faults: [{ code: "not-parquet", path: "", message }] });
  expect(await reader.read(sound)).toHaveProperty("text");
});
