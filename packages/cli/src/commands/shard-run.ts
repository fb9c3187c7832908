import { join } from "node:path";
import { BadInput, collect, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { Interrupted } from "../host/interrupted.ts";
import { Progress } from "../host/progress.ts";
import { runners } from "../host/workers.ts";
import { threadCount } from "../input/options.ts";
import { makeShard } from "../shards/make-shard.ts";
import type { ShardPlan } from "../shards/plan-file.ts";
import { shardIndex } from "../shards/shard-index.ts";
import { shardName } from "../shards/shard-names.ts";
import { isFinished } from "../shards/shard-states.ts";
import { runsOfShard } from "../shards/shares.ts";
import { counted } from "../words/format.ts";
import { openPlan } from "./open-plan.ts";

/** Holds the options of `uptake shard run` as they were given. */
export interface RawShardRun {
  readonly index?: string;
  readonly threads?: string;
  readonly again?: boolean;
  readonly json?: boolean;
}

/** Answers `uptake shard run`: makes one shard of a plan, unless it is finished. */
export async function shardRun(host: Host, folder: string, raw: RawShardRun): Promise<void> {
  const { plan, folder: target } = await openPlan(host, folder);
  const faults: Fault[] = [];
  const index = await collect(faults, undefined, () => shardIndex(raw.index, plan.shards, host.env ?? {}));
  const threads = threadCount(raw, faults) ?? 1;
  if (index === undefined || faults.length > 0) throw new BadInput(faults);
  const say = (made: boolean): void => {
    const runs = runsOfShard(plan, index);
    const words = `Shard ${index} of 0 to ${plan.shards - 1}: ${counted(runs, "run")} ${made ? "made" : "were finished already"}, in ${join(folder, shardName(index))}.`;
    host.out(`${raw.json ? JSON.stringify({ shard: index, shards: plan.shards, runs, made }) : words}\n`);
  };
  if (!raw.again && (await isFinished(target, plan, index))) {
    say(false);
    return;
  }
  await make(host, target, plan, { index, threads });
  say(true);
}

/** Makes a shard; a person may stop it, and then nothing of it is written. */
async function make(
  host: Host,
  target: string,
  plan: ShardPlan,
  { index, threads }: { readonly index: number; readonly threads: number },
): Promise<void> {
  const runs = runners(threads);
  const progress = new Progress(host, `Shard ${index}`);
  const end = new AbortController();
  const deaf = host.onInterrupt?.(() =>
    end.abort(new Interrupted("Stopped. Nothing of this shard is kept; others are.")),
  );
  try {
    await makeShard(target, plan, index, {
      evaluate: runs.evaluate,
      signal: end.signal,
      onProgress: (done, total) => void progress.update(done, total),
    });
  } catch (error) {
    throw end.signal.aborted ? end.signal.reason : error;
  } finally {
    progress.end();
    deaf?.();
    runs.dispose();
  }
}
