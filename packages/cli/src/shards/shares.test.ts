import { expect, test } from "vitest";
import { blockOf, rowOf, runsOfShard, shardOf, sharesWords } from "./shares.ts";

test.for([
  { runs: 11, shards: 3 },
  { runs: 11, shards: 3, block: 2 },
  { runs: 100, shards: 7, block: 5 },
  { runs: 3, shards: 3, block: 4 },
])("every run of %o is in one shard, in the row that is told", (shares) => {
  const rows = Array.from({ length: shares.shards }, () => 0);
  for (let run = 0; run < shares.runs; run++) {
    for (const [index, row] of rows.entries()) expect(rowOf(shares, index, run)).toBe(row);
    rows[shardOf(shares, run)]!++;
  }
  expect(rows.map((_, index) => runsOfShard(shares, index))).toEqual(rows);
});

test("blocks are of several runs only where each shard has many, and of no more than are read at a time", () => {
  expect([blockOf(600, 6, 10), blockOf(2_000, 6, 10), blockOf(2_000_000, 50, 1_700)]).toEqual([1, 5, 154]);
  expect(sharesWords({ runs: 9, shards: 3 })).toBe(
    "shard i of 0 to 2 holds runs i, i + 3, i + 6 and so on, counted from 0",
  );
  expect(sharesWords({ runs: 9, shards: 3, block: 2 })).toContain("holds blocks of 2 runs: i, i + 3");
});
