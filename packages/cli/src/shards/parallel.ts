import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BadInput } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { runProgram } from "../host/run-program.ts";
import { commandLine, shellQuoted } from "../words/shell-quoted.ts";
import { workerCommand } from "./worker-command.ts";

/** Names of the files that GNU parallel is given, and writes, beside the shards. */
const commandName = "parallel.sh";
const joblogName = "parallel.log";

/** Says how GNU parallel shares shards out. */
export interface ParallelOptions {
  readonly shards: readonly number[];
  /** Times that a shard is tried in all. */
  readonly attempts: number;
  /** Jobs at a time on each host, as GNU parallel takes them (default as it has it: one a core). */
  readonly jobs?: string | undefined;
  /** File of hosts that are reached by ssh (default: this one alone). */
  readonly sshloginfile?: string | undefined;
  readonly signal: AbortSignal;
}

/** Makes shards by GNU parallel, here or on hosts, and waits for its end; a joblog and the command stay in the folder. */
export async function runParallel(host: Host, folder: string, options: ParallelOptions): Promise<void> {
  const { shards, attempts, jobs, sshloginfile, signal } = options;
  const command = `${workerCommand(folder).map(shellQuoted).join(" ")} --index {}`;
  const args = [
    `--joblog=${join(folder, joblogName)}`,
    `--retries=${attempts}`,
    ...(jobs === undefined ? [] : [`--jobs=${jobs}`]),
    ...(sshloginfile === undefined ? [] : [`--sshloginfile=${sshloginfile}`]),
    command,
  ];
  const list = shards.map(String);
  const said = `#!/bin/sh\n${commandLine(["parallel"], [...args, ":::", ...list])}\n`;
  await writeFile(join(folder, commandName), said, { mode: 0o755 });
  const end = await runProgram(host, ["parallel", ...args], {
    input: `${list.join("\n")}\n`,
    onErr: (text) => host.err(text),
    signal,
  });
  if (end !== undefined) return;
  const message = "GNU parallel is not installed here, or not in PATH: install it (package parallel), or use --slurm";
  throw new BadInput([{ code: "not-installed", path: "--parallel", message }]);
}
