import { readdir } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { Host } from "../host/host.ts";
import type { ShardPlan } from "./plan-file.ts";
import { slurmQueue } from "./slurm.ts";

/** Times in a row that Slurm may not answer, as while its controller is started anew. */
const mostSilences = 30;

/** Counts the shards that are there, whole or not. */
async function there(folder: string): Promise<number> {
  return (await readdir(folder)).filter((name) => /^shard-\d{5}\.parquet$/.test(name)).length;
}

/** Waits until no task of some jobs is left in the queue, looking every so many seconds, and tells what it sees. */
export async function watchSlurm(
  host: Host,
  folder: string,
  { shards }: ShardPlan,
  {
    jobs,
    seconds,
    signal,
  }: { readonly jobs: readonly string[]; readonly seconds: number; readonly signal: AbortSignal },
): Promise<void> {
  let told = "";
  let silences = 0;
  for (;;) {
    try {
      const queue = await slurmQueue(host, jobs);
      silences = 0;
      const states = [...queue].map(([state, count]) => `${count} ${state.toLowerCase()}`).join(", ");
      const now = `${await there(folder)} of ${shards} shards there${states === "" ? "" : `; in the queue: ${states}`}`;
      if (now !== told) host.err(`${now}\n`);
      told = now;
      if (queue.size === 0) return;
    } catch (error) {
      silences++;
      if (silences > mostSilences) throw error;
      if (silences === 1) host.err(`Slurm does not answer, and is asked again: ${(error as Error).message}\n`);
    }
    await setTimeout(seconds * 1000, undefined, { signal });
  }
}
