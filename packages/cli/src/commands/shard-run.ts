import { join, resolve } from "node:path";
import { version } from "@uptake/model";
import { BadInput, collect, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { Interrupted } from "../host/interrupted.ts";
import { Progress } from "../host/progress.ts";
import { sourcesPrint } from "../host/sources-print.ts";
import { runners, threadCount } from "../host/workers.ts";
import { makeShard } from "../shards/make-shard.ts";
import { readPlan, type ShardPlan } from "../shards/plan-file.ts";
import { shardIndex } from "../shards/shard-index.ts";
import { planName, runsOfShard, shardName } from "../shards/shard-names.ts";
import { isFinished } from "../shards/shard-states.ts";
import { counted } from "../words/format.ts";

/** Holds the options of `uptake shard run` as they were given. */
export interface RawShardRun {
  readonly index?: string;
  readonly threads?: string;
  readonly again?: boolean;
  readonly json?: boolean;
}

/** Says whose plan it is, where another version made it, or other sources: its runs would have other numbers here. */
export function otherSources(plan: ShardPlan): string | undefined {
  if (plan.version !== version) return `is a plan of uptake ${plan.version}, this is ${version}`;
  if (plan.sources === sourcesPrint()) return undefined;
  return `is a plan of other sources of uptake ${version} than those installed here`;
}

/** Refuses a plan that another version made, or other sources. */
export function checkSources(folder: string, plan: ShardPlan): void {
  const file = join(folder, planName);
  const message = otherSources(plan);
  if (message === undefined) return;
  const advice = `${message}; install the same on every machine, or plan the study again`;
  throw new BadInput([{ file, code: "another-version", path: "", message: advice, value: plan.version }]);
}

/** Answers `uptake shard run`: makes one shard of a plan, unless it is finished. */
export async function shardRun(host: Host, folder: string, raw: RawShardRun): Promise<void> {
  const plan = await readPlan(host, folder);
  checkSources(folder, plan);
  const faults: Fault[] = [];
  const index = await collect(faults, undefined, () => shardIndex(raw.index, plan.shards, host.env ?? {}));
  const threads = await collect(faults, undefined, () => threadCount(raw.threads ?? "1"));
  if (index === undefined || threads === undefined) throw new BadInput(faults);
  const target = resolve(host.cwd, folder);
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
