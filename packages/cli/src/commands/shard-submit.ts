import { BadInput, collect, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { Interrupted } from "../host/interrupted.ts";
import { Refuted } from "../host/refuted.ts";
import { wholeNumber } from "../input/options.ts";
import { splitWords } from "../input/split-words.ts";
import { runParallel } from "../shards/parallel.ts";
import type { ShardPlan } from "../shards/plan-file.ts";
import { shardStates } from "../shards/shard-states.ts";
import { submitSlurm } from "../shards/slurm.ts";
import { watchSlurm } from "../shards/watch-slurm.ts";
import { counted } from "../words/format.ts";
import { ownCommand } from "../words/shell-quoted.ts";
import { openPlan } from "./open-plan.ts";
import { lackingLines } from "./shard-status.ts";

/** Holds the options of `uptake shard submit` as they were given. */
export interface RawShardSubmit {
  readonly slurm?: boolean;
  readonly parallel?: boolean;
  readonly missing?: boolean;
  readonly sbatchArgs?: string;
  readonly attempts?: string;
  readonly poll?: string;
  readonly wait?: boolean;
  readonly jobs?: string;
  readonly sshloginfile?: string;
}

/** Holds these options once they are checked. */
interface Submit {
  readonly args: readonly string[];
  readonly attempts: number;
  readonly seconds: number;
}

/** Arguments of sbatch without which the array would be another than that of the shards. */
const own = /^(--array|-a|--parsable|--wait|-W|--wrap|--test-only)(=|$)/;

/** Checks options. @throws BadInput with everything that is wrong. */
async function check(raw: RawShardSubmit): Promise<Submit> {
  const faults: Fault[] = [];
  const conflict = (path: string, message: string): unknown => faults.push({ code: "conflict", path, message });
  if (raw.slurm && raw.parallel) conflict("--parallel", "cannot be given beside --slurm");
  if (!raw.slurm && !raw.parallel)
    faults.push({ code: "missing", path: "--slurm", message: "is needed, or --parallel: how are shards to be run?" });
  const args = (await collect(faults, undefined, () => splitWords(raw.sbatchArgs ?? "", "--sbatch-args"))) ?? [];
  for (const one of args)
    if (own.test(one)) conflict("--sbatch-args", `may not hold ${one}, which the shards say themselves`);
  if (raw.parallel && raw.sbatchArgs !== undefined) conflict("--sbatch-args", "is of use only with --slurm");
  if (raw.slurm && raw.jobs !== undefined) conflict("--jobs", "is of use only with --parallel");
  if (raw.slurm && raw.sshloginfile !== undefined) conflict("--sshloginfile", "is of use only with --parallel");
  const attempts = wholeNumber(faults, "--attempts", raw.attempts, [1, 100], "times", 3);
  const seconds = wholeNumber(faults, "--poll", raw.poll, [1, 3600], "seconds", 10);
  if (faults.length > 0) throw new BadInput(faults);
  return { args, attempts, seconds };
}

/** Lists the shards of a plan that are not finished, and says so in lines. */
async function lackingOf(folder: string, plan: ShardPlan): Promise<{ shards: number[]; lines: string[] }> {
  const states = await shardStates(folder, plan);
  const shards = states.filter(({ state }) => state !== "finished").map(({ shard }) => shard);
  return { shards, lines: lackingLines(states) };
}

/** Submits shards to Slurm, waits, and submits again what is missing, at most so many times in all. */
async function bySlurm(
  host: Host,
  folder: string,
  plan: ShardPlan,
  {
    args,
    attempts,
    seconds,
    first,
    wait,
    signal,
  }: Submit & { first: readonly number[]; wait: boolean; signal: AbortSignal },
): Promise<void> {
  let shards = first;
  for (let attempt = 1; attempt <= attempts && shards.length > 0; attempt++) {
    const jobs = await submitSlurm(host, folder, plan, { shards, args });
    const again = attempt > 1 ? ` (attempt ${attempt} of ${attempts})` : "";
    host.err(
      `${counted(shards.length, "shard")} submitted${again}: ${jobs.length === 1 ? "job" : "jobs"} ${jobs.join(", ")}\n`,
    );
    if (!wait) return;
    await watchSlurm(host, folder, plan, { jobs, seconds, signal });
    shards = (await lackingOf(folder, plan)).shards;
  }
}

/** Answers `uptake shard submit`: has shards made by a cluster, or by several hosts. */
export async function shardSubmit(host: Host, given: string, raw: RawShardSubmit): Promise<void> {
  const { plan, folder } = await openPlan(host, given);
  const submit = await check(raw);
  const all = Array.from({ length: plan.shards }, (_, shard) => shard);
  const first = raw.missing ? (await lackingOf(folder, plan)).shards : all;
  const wait = raw.wait !== false || raw.parallel === true;
  const how = raw.slurm ? "--slurm" : "--parallel";
  const end = new AbortController();
  const deaf = host.onInterrupt?.(() => end.abort());
  try {
    const { signal } = end;
    if (first.length > 0 && raw.slurm) await bySlurm(host, folder, plan, { ...submit, first, wait, signal });
    if (first.length > 0 && raw.parallel) {
      const { jobs, sshloginfile } = raw;
      await runParallel(host, folder, { shards: first, attempts: submit.attempts, jobs, sshloginfile, signal });
    }
  } catch (error) {
    if (!end.signal.aborted) throw error;
    const left = raw.slurm ? "What is submitted goes on without it (scancel ends it)." : "What is finished is kept.";
    throw new Interrupted(
      `Stopped. ${left} Go on with: ${ownCommand(host, "shard", "submit", given, "--missing", how)}`,
    );
  } finally {
    deaf?.();
  }
  if (!wait) {
    host.out(`Submitted. See how far it is with: ${ownCommand(host, "shard", "status", given)}\n`);
    return;
  }
  const { lines, shards } = await lackingOf(folder, plan);
  const head = `${plan.shards - shards.length} of ${counted(plan.shards, "shard")} finished.`;
  host.out(`${[head, ...lines].join("\n")}\n`);
  if (shards.length > 0) throw new Refuted();
}
