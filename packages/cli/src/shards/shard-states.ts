import { stat } from "node:fs/promises";
import type { ShardPlan } from "./plan-file.ts";
import { isSealed } from "./seal.ts";
import { runsOfShard, shardPath } from "./shard-names.ts";
import { factOf, shardMetadata } from "./shard-reader.ts";

/** Says what there is of a shard: `says` in words, unless it is finished. */
export interface ShardState {
  readonly shard: number;
  readonly state: "finished" | "missing" | "damaged" | "foreign";
  readonly says: string;
}

/** Looks at the file of one shard. */
async function stateOf(folder: string, plan: ShardPlan, shard: number): Promise<ShardState> {
  const path = shardPath(folder, shard);
  const damaged = (says: string): ShardState => ({ shard, state: "damaged", says });
  const foreign = (says: string): ShardState => ({ shard, state: "foreign", says });
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return { shard, state: "missing", says: "is not there" };
  if (!found.isFile() || !(await isSealed(path))) return damaged("is cut off, or was changed since it was written");
  const metadata = await shardMetadata(path).catch(() => undefined);
  if (metadata === undefined) return damaged("has its seal, but is no table that can be read");
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

/** Tells whether a shard is there and whole. */
export async function isFinished(folder: string, plan: ShardPlan, shard: number): Promise<boolean> {
  return (await stateOf(folder, plan, shard)).state === "finished";
}
