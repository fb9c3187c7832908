import { stat } from "node:fs/promises";
import type { ShardPlan } from "./plan-file.ts";
import { isSealed } from "./seal.ts";
import { shardPath } from "./shard-names.ts";
import { factOf, shardMetadata } from "./shard-reader.ts";
import { runsOfShard } from "./shares.ts";

/** Says what there is of a shard: `says` in words, unless it is finished. */
export interface ShardState {
  readonly shard: number;
  readonly state: "finished" | "missing" | "damaged" | "foreign";
  readonly says: string;
}

/** Looks at the file of one shard: at every byte, unless only what it says of itself is asked for. */
async function stateOf(folder: string, plan: ShardPlan, shard: number, everyByte = true): Promise<ShardState> {
  const path = shardPath(folder, shard);
  const damaged = (says: string): ShardState => ({ shard, state: "damaged", says });
  const foreign = (says: string): ShardState => ({ shard, state: "foreign", says });
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return { shard, state: "missing", says: "is not there" };
  const cutOff = "is cut off, or was changed since it was written";
  if (!found.isFile() || (everyByte && !(await isSealed(path)))) return damaged(cutOff);
  const metadata = await shardMetadata(path).catch(() => undefined);
  if (metadata === undefined) return damaged(everyByte ? "has its seal, but is no table that can be read" : cutOff);
  if (factOf(metadata, "uptake.version") !== plan.version || factOf(metadata, "uptake.sources") !== plan.sources)
    return foreign(`is of another version, uptake ${factOf(metadata, "uptake.version")}`);
  if (factOf(metadata, "uptake.plan") !== plan.plan) return foreign("is of another plan");
  if (factOf(metadata, "uptake.shard") !== String(shard))
    return foreign(`is shard ${factOf(metadata, "uptake.shard")} under another name`);
  if (Number(metadata.num_rows) !== runsOfShard(plan, shard)) return damaged("has another number of runs");
  return { shard, state: "finished", says: "" };
}

/** Looks at the file of every shard of a plan, one after another, or of those asked for. */
export async function shardStates(
  folder: string,
  plan: ShardPlan,
  onProgress: (done: number, total: number) => void | Promise<void> = () => undefined,
): Promise<ShardState[]> {
  const states: ShardState[] = [];
  for (let shard = 0; shard < plan.shards; shard++) {
    states.push(await stateOf(folder, plan, shard));
    await onProgress(shard + 1, plan.shards);
  }
  return states;
}

/** Lists the shards that are there and say that they are of the plan, without looking at every byte of them. */
export async function shardsThere(folder: string, plan: ShardPlan): Promise<number[]> {
  const there: number[] = [];
  for (let shard = 0; shard < plan.shards; shard++)
    if ((await stateOf(folder, plan, shard, false)).state === "finished") there.push(shard);
  return there;
}

/** Tells whether a shard is there and whole. */
export async function isFinished(folder: string, plan: ShardPlan, shard: number): Promise<boolean> {
  return (await stateOf(folder, plan, shard)).state === "finished";
}
