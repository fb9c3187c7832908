import { InputError } from "@uptake/model";
import { BadInput, collect, describeFault, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import type { RawOptions } from "../input/options.ts";
import { tellChanges } from "../input/placed-change.ts";
import { checkFolder } from "../output/write-folder.ts";
import { replacedBy } from "../run/replaced-fields.ts";
import { type PlannedShards, planShards } from "../shards/plan-shards.ts";
import { mostShards } from "../shards/shard-names.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { type ReadStudy, readStudy } from "../studies/study-file.ts";
import { aboutTime } from "../words/duration.ts";
import { counted } from "../words/format.ts";
import { commandLine } from "../words/shell-quoted.ts";

/** Holds the options of `uptake shard plan` as they were given. */
export interface RawShardPlan extends RawOptions {
  readonly shards?: string;
}

function readCount(given: string | undefined, faults: Fault[]): number | undefined {
  if (given === undefined) return undefined;
  const value = /^\d{1,6}$/.test(given.trim()) ? Number(given) : Number.NaN;
  if (value >= 1 && value <= mostShards) return value;
  const message = `“${given}” is not a number of shards`;
  faults.push({ code: "out-of-range", path: "--shards", message, value: given, allowed: `1 to ${mostShards}` });
  return undefined;
}

/** Answers `uptake shard plan`: shares the runs of a study out among shards, and says how long they take. */
export async function shardPlan(host: Host, kinds: Kinds, file: string, raw: RawShardPlan): Promise<void> {
  const faults: Fault[] = [];
  const folder = raw.out;
  if (folder === undefined)
    faults.push({ code: "missing", path: "--out", message: "is needed: a folder for the plan and its shards" });
  await checkFolder(host, folder, faults);
  const asked = readCount(raw.shards, faults);
  const read = await collect(faults, undefined, () => readStudy(host, file, kinds, replacedBy(raw, faults)));
  if (folder === undefined || !read || faults.length > 0) throw new BadInput(faults);
  for (const warning of read.warnings) host.err(`warning: ${describeFault(warning)}\n`);
  tellChanges(host, read.changes);
  const planned = await located(read, planShards(host, folder, read.study, { kinds, asked }));
  host.out(raw.json ? `${JSON.stringify(facts(planned))}\n` : describe(host, folder, planned));
}

/** Says where in the study file what is wrong stands. */
async function located<T>({ locate }: ReadStudy, act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof InputError) throw new BadInput(error.issues.map(locate));
    if (error instanceof BadInput)
      throw new BadInput(error.faults.map((fault) => (fault.path.startsWith("--") ? fault : locate(fault))));
    throw error;
  }
}

function facts({ plan, secondsPerRun }: PlannedShards): object {
  const { study, shards, runs, version, sources } = plan;
  const { kind, name, seed } = study;
  const seconds = secondsPerRun === null ? null : secondsPerRun * runs;
  const secondsPerShard = seconds === null ? null : seconds / shards;
  return { kind, name, seed, version, sources, runs, shards, secondsPerRun, secondsPerShard, plan: plan.plan };
}

/** Says how long a thread of this machine takes: in all, and for a shard. */
function timesOf({ plan: { runs, shards }, secondsPerRun }: PlannedShards): string {
  if (secondsPerRun === null) return "How long a run takes could not be measured: none of those tried succeeded.\n";
  const all = runs * secondsPerRun;
  const one = all / shards;
  const short =
    one < 60 && shards > 1
      ? " Shards that last minutes lose less to being started: give fewer, or leave --shards out.\n"
      : "";
  const run = `${Number((secondsPerRun * 1000).toPrecision(2))} ms a run`;
  return `In one thread of this machine ${aboutTime(all)} in all, ${aboutTime(one)} a shard (measured: ${run}).\n${short.trimStart()}`;
}

function describe(host: Host, folder: string, planned: PlannedShards): string {
  const { study, shards, runs } = planned.plan;
  const say = (...argv: string[]): string => commandLine(host.program ?? ["uptake"], ["shard", ...argv]);
  return [
    `${study.kind} study “${study.name}”, seed “${study.seed}”: ${counted(runs, "run")} in ${counted(shards, "shard")}.\n`,
    timesOf(planned),
    `Next:  ${say("submit", folder, "--slurm")}\n`,
    `       ${say("run", folder, "--index", "0")}\n`,
    `       ${say("merge", folder, "--out", "out/merged")}\n`,
  ].join("");
}
