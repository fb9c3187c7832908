import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BadInput } from "../host/fault.ts";
import { ShardReader } from "./shard-reader.ts";

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-shard-reader-"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

test("a shard whose rows cannot be read is refused in words", async () => {
  const path = join(cwd, "shard-00000.parquet");
  writeFileSync(path, "PAR1 no table \u0002\0\0\0PAR1");
  const read = new ShardReader().read(path, 0, 1);
  await expect(read).rejects.toBeInstanceOf(BadInput);
  await expect(read).rejects.toThrow("holds rows that cannot be read; delete it, and make the shard again");
});

test("one that is not there is told of by the system", async () => {
  await expect(new ShardReader().read(join(cwd, "none.parquet"), 0, 1)).rejects.toThrow("ENOENT");
});
