import { InputError } from "@uptake/model";
import { BadInput, collect, describeFault, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { type RawOptions, wholeNumber } from "../input/options.ts";
import { tellChanges } from "../input/placed-change.ts";
import { checkFolder } from "../output/write-folder.ts";
import { replacedBy } from "../run/replaced-fields.ts";
import { type PlannedShards, planShards } from "../shards/plan-shards.ts";
import { mostShards } from "../shards/shard-names.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { type ReadStudy, readStudy } from "../studies/study-file.ts";
import { aboutTime } from "../words/duration.ts";
import { count, counted } from "../words/format.ts";
import { nextLines, ownCommand } from "../words/shell-quoted.ts";

/** Holds the options of `uptake shard plan` as they were given. */
export interface RawShardPlan extends RawOptions {
  readonly shards?: string;
  readonly tasks?: string;
}

/** Tasks at a time for which times are told where nobody says how many there are. */
const usualTasks = 10;

/** Answers `uptake shard plan`: shares the runs of a study out among shards, and says what they cost. */
export async function shardPlan(host: Host, kinds: Kinds, file: string, raw: RawShardPlan): Promise<void> {
  const faults: Fault[] = [];
  const folder = raw.out;
  if (folder === undefined)
    faults.push({ code: "missing", path: "--out", message: "is needed: a folder for the plan and its shards" });
  await checkFolder(host, folder, faults);
  const asked = wholeNumber(faults, "--shards", raw.shards, [1, mostShards], "shards", undefined);
  const tasks = wholeNumber(faults, "--tasks", raw.tasks, [1, mostShards], "tasks", usualTasks);
  const read = await collect(faults, undefined, () => readStudy(host, file, kinds, replacedBy(raw, faults)));
  if (folder === undefined || !read || faults.length > 0) throw new BadInput(faults);
  for (const warning of read.warnings) host.err(`warning: ${describeFault(warning)}\n`);
  tellChanges(host, read.changes);
  const planned = await located(read, planShards(host, folder, read.study, { kinds, asked }));
  host.out(raw.json ? `${JSON.stringify(facts(planned, tasks))}\n` : describe(host, folder, planned, tasks));
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

/** Holds what all runs cost, from what a run costs on average. */
interface Cost {
  readonly processorHours: number;
  readonly secondsPerShard: number;
  /** Hours until all shards are made, so many of them at a time. */
  readonly hoursOnTasks: number;
  readonly megabytes: number;
}

/** Returns what all runs cost; undefined where nothing could be measured. */
function costOf(
  { plan: { runs, shards }, secondsPerRun, bytesPerRun }: PlannedShards,
  tasks: number,
): Cost | undefined {
  if (secondsPerRun === null || bytesPerRun === null) return undefined;
  const seconds = runs * secondsPerRun;
  return {
    processorHours: seconds / 3600,
    secondsPerShard: seconds / shards,
    hoursOnTasks: (Math.ceil(shards / tasks) * (seconds / shards)) / 3600,
    megabytes: (runs * bytesPerRun) / 1e6,
  };
}

function facts(planned: PlannedShards, tasks: number): object {
  const { plan, secondsPerRun, bytesPerRun } = planned;
  const { study, shards, runs, version, sources } = plan;
  const { kind, name, seed } = study;
  const none = { processorHours: null, secondsPerShard: null, hoursOnTasks: null, megabytes: null };
  const cost = costOf(planned, tasks) ?? none;
  const counts = { runs, shards, tasks, secondsPerRun, bytesPerRun };
  return { kind, name, seed, version, sources, ...counts, ...cost, plan: plan.plan };
}

/** Says how long a thread of this machine takes, in all and for a shard, how long several tasks do, and how large shards are. */
function costWords(planned: PlannedShards, tasks: number): string {
  const { plan, secondsPerRun, bytesPerRun } = planned;
  const { shards } = plan;
  const cost = costOf(planned, tasks);
  if (cost === undefined || secondsPerRun === null || bytesPerRun === null)
    return "What a run costs could not be measured: none of those tried succeeded.\n";
  const one = cost.secondsPerShard;
  const short =
    one < 60 && shards > 1
      ? " Shards that last minutes lose less to being started: give fewer, or leave --shards out.\n"
      : "";
  const run = `${twoFigures(secondsPerRun * 1000)} ms a run`;
  const hours = `${twoFigures(cost.processorHours)} processor hours`;
  const together =
    shards > 1 ? `; with ${counted(tasks, "task")} at a time ${aboutTime(cost.hoursOnTasks * 3600)} in all` : "";
  return [
    `In one thread of this machine ${aboutTime(cost.processorHours * 3600)} in all, ${aboutTime(one)} a shard (measured: ${run}).\n`,
    `About ${hours}${together}. About ${twoFigures(cost.megabytes)} MB of shards (measured: ${twoFigures(bytesPerRun / 1000)} kB a run).\n`,
    short.trimStart(),
  ].join("");
}

const twoFigures = (value: number): string =>
  value >= 100 ? count(Number(value.toPrecision(2))) : String(Number(value.toPrecision(2)));

function describe(host: Host, folder: string, planned: PlannedShards, tasks: number): string {
  const { study, shards, runs } = planned.plan;
  const say = (...argv: string[]): string => ownCommand(host, "shard", ...argv);
  return [
    `${study.kind} study “${study.name}”, seed “${study.seed}”: ${counted(runs, "run")} in ${counted(shards, "shard")}.\n`,
    costWords(planned, tasks),
    nextLines([
      say("submit", folder, "--slurm"),
      say("run", folder, "--index", "0"),
      say("merge", folder, "--out", "out/merged"),
    ]),
  ].join("");
}
