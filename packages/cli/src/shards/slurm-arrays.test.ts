import { expect, test } from "vitest";
import { slurmArrays } from "./slurm-arrays.ts";

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

test("tasks of an array are below its largest size, and with its offset are the shards", () => {
  expect(slurmArrays(upTo(2500), 1001).map(({ offset, tasks }) => [offset, tasks])).toEqual([
    [0, "0-1000"],
    [1001, "0-1000"],
    [2002, "0-497"],
  ]);
  expect(slurmArrays([1000, 1001, 1003], 1001).map(({ offset, tasks }) => [offset, tasks])).toEqual([
    [0, "1000"],
    [1001, "0,2"],
  ]);
  expect(slurmArrays([], 1001)).toEqual([]);
});

test("lists too long for one argument are cut", () => {
  const odd = upTo(30_000).filter((shard) => shard % 2 === 1);
  const arrays = slurmArrays(odd, 100_001);
  expect(arrays.every(({ tasks }) => tasks.length <= 60_000)).toBe(true);
  expect(arrays.flatMap(({ offset, tasks }) => tasks.split(",").map((task) => Number(task) + offset))).toEqual(odd);
});
