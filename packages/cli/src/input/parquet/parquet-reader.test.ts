import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, expect, test } from "vitest";
import { decodeTable } from "./decode-table.ts";
import { ParquetReader } from "./parquet-reader.ts";

const reader = new ParquetReader();
afterAll(() => reader.close());

const sound = readFileSync(new URL("../../../test-support/parquet/polars.parquet", import.meta.url));
/** Takes seconds to read. */
const slow = new Uint8Array(
  parquetWriteBuffer({ columnData: ["a", "b", "c"].map((name) => ({ name, data: new Array(2_000_000).fill("a") })) }),
);

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

test("the process ends at once, in the midst of a file, when whoever asked is there no more", async () => {
  const program = fileURLToPath(new URL("../../../dist/input/parquet/decode-process.js", import.meta.url));
  const child = fork(program, [], { serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const ended = once(child, "exit");
  child.send(sound);
  await once(child, "message");
  child.send(slow, () => child.disconnect());
  expect(await ended).toEqual([null, "SIGKILL"]);
});

test("a file that takes too long is given up, and the next is read", async () => {
  const message = "is not read within 0.001 s; it may be damaged";
  expect(await reader.read(slow, 0.001)).toEqual({ faults: [{ code: "not-parquet", path: "", message }] });
  expect(await reader.read(sound)).toHaveProperty("text");
});

test("an answer that comes too late is refused too, where this thread was held up and hears it before its timer", async () => {
  await reader.read(sound);
  // Timers that come due are heard after messages in the turn after one that a timer began.
  await new Promise((resolve) => setTimeout(resolve, 5));
  const reading = reader.read(sound, 0.001);
  const end = performance.now() + 500;
  while (performance.now() < end);
  expect(await reading).toHaveProperty("faults");
  expect(await reader.read(sound)).toHaveProperty("text");
});
