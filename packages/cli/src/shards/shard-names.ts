import { join } from "node:path";

/** Names of the files that a folder of shards begins with: what is planned, and the runs that are asked for. */
export const planName = "plan.json";
export const runsName = "runs.jsonl";

/** Most shards of a plan: their numbers have five digits. */
export const mostShards = 100_000;

/** Returns the name of the file of a shard, as in `shard-00003.parquet`. */
export function shardName(index: number): string {
  return `shard-${String(index).padStart(5, "0")}.parquet`;
}

/** Returns the path of the file of a shard. */
export function shardPath(folder: string, index: number): string {
  return join(folder, shardName(index));
}
