import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BadInput } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { type ProgramEnd, runProgram } from "../host/run-program.ts";
import { shellQuoted } from "../words/shell-quoted.ts";
import type { ShardPlan } from "./plan-file.ts";
import { type SlurmArray, slurmArrays } from "./slurm-arrays.ts";
import { workerCommand } from "./worker-command.ts";

/** Folder, beside the shards, of what tasks say. */
const logsName = "logs";

/** What programs of Slurm say where no controller answers, or none is known. */
const unreached = /contact slurm|configuration source|connection refused|controller not responding/i;

/** Most characters of what a program said that are told behind our own words. */
const mostQuoted = 200;

/** Says why a program of Slurm failed: in words where no cluster can be reached, else in its own. */
function whyFailed(program: string, { code, out, err }: ProgramEnd): string {
  const said = err.trim() || out.trim();
  if (program !== "scontrol" && !unreached.test(said)) return `${program} failed: ${said || `code ${code}`}`;
  const last = said.slice(said.lastIndexOf("\n") + 1).slice(0, mostQuoted) || `nothing, with code ${code}`;
  return `Slurm is installed here, but no cluster answers: this host knows no controller (slurmctld), or cannot reach it. Try “scontrol ping”; submit from a login node of the cluster, or use --parallel, which needs no cluster. ${program} says: ${last}`;
}

/** Runs a program of Slurm. @throws BadInput where it is not installed; Error where it fails, in its words or ours. */
async function slurm(host: Host, argv: readonly [string, ...string[]]): Promise<ProgramEnd> {
  const end = await runProgram(host, argv);
  if (end === undefined) {
    const message = `${argv[0]} is not installed here, or not in PATH: give this where Slurm's commands are, as on a login node, or use --parallel`;
    throw new BadInput([{ code: "not-installed", path: "--slurm", message }]);
  }
  if (end.code !== 0) throw new Error(whyFailed(argv[0], end));
  return end;
}

/** Asks Slurm below which number the tasks of an array must be. */
async function maxArraySize(host: Host): Promise<number> {
  const { out } = await slurm(host, ["scontrol", "show", "config"]);
  const found = Number(/^MaxArraySize\s*=\s*(\d+)/m.exec(out)?.[1]);
  // A site without arrays has 0.
  if (found > 0) return found;
  throw new Error("this Slurm takes no job arrays: its MaxArraySize is 0 or not told");
}

/** Writes the script of a task: its argument is added to the number of the task. */
async function writeScript(folder: string): Promise<string> {
  const path = join(folder, "slurm-task.sh");
  const command = workerCommand(folder).map(shellQuoted).join(" ");
  const text = `#!/bin/sh\nSIM_SHARD_INDEX=$((SLURM_ARRAY_TASK_ID + $1))\nexport SIM_SHARD_INDEX\nexec ${command}\n`;
  await writeFile(`${path}.tmp`, text, { mode: 0o755 });
  await rename(`${path}.tmp`, path);
  return path;
}

/** Submits one array and returns its number. */
async function submitArray(
  host: Host,
  { offset, tasks }: SlurmArray,
  { script, name, logs, args }: { script: string; name: string; logs: string; args: readonly string[] },
): Promise<string> {
  const ours = ["--parsable", `--job-name=${name}`, `--output=${join(logs, "%A_%a.txt")}`];
  const { out } = await slurm(host, ["sbatch", ...ours, ...args, `--array=${tasks}`, script, String(offset)]);
  const [job] = /^\d+/.exec(out.trim()) ?? [];
  if (job === undefined) throw new Error(`sbatch did not say which job it is: ${out.trim()}`);
  return job;
}

/**
 * Submits shards as job arrays, each within what Slurm allows, with further arguments of `sbatch`, and returns the numbers of
 * the jobs.
 *
 * @throws BadInput where Slurm is not installed; Error where no cluster answers, or in its words where it refuses.
 */
export async function submitSlurm(
  host: Host,
  folder: string,
  { plan }: ShardPlan,
  { shards, args }: { readonly shards: readonly number[]; readonly args: readonly string[] },
): Promise<string[]> {
  const most = await maxArraySize(host);
  const logs = join(folder, logsName);
  await mkdir(logs, { recursive: true });
  const script = await writeScript(folder);
  const jobs: string[] = [];
  for (const array of slurmArrays(shards, most))
    jobs.push(await submitArray(host, array, { script, logs, args, name: `uptake-${plan.slice(0, 8)}` }));
  return jobs;
}

/** Counts the tasks of jobs that Slurm has yet to end, by their state; an array that waits may be told of as one. */
export async function slurmQueue(host: Host, jobs: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { out } = await slurm(host, ["squeue", "--noheader", `--user=${process.getuid?.() ?? ""}`, "--format=%F %T"]);
  const counts = new Map<string, number>();
  for (const line of out.split("\n")) {
    const [job = "", state = ""] = line.trim().split(/\s+/);
    if (jobs.includes(job)) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}
