import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import { killHard, processesWith, until } from "./processes.ts";

/** Programs a Slurm of its own needs; Debian's packages slurm-wlm and munge bring them. */
export const slurmPrograms = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo", "scancel"] as const;

export type NodeName = "n1" | "n2";

/** A Slurm of two nodes on this machine, with everything it writes in one folder. */
export interface Slurm {
  /** Environment in which Slurm's commands speak to this Slurm. */
  readonly environment: NodeJS.ProcessEnv;
  /** Seconds from nothing to two idle nodes. */
  readonly startSeconds: number;
  /** Runs one of Slurm's commands and returns what it prints, line by line. */
  ask(command: string, ...options: readonly string[]): string[];
  /** Kills a node as a power cut would: its daemon, the steps it runs and their processes. Returns how many it killed. */
  killNode(node: NodeName): number;
  /** Ends all of it: daemons, steps, jobs. */
  stop(): Promise<void>;
}

/**
 * Starts a Slurm of two nodes with one core each. Needs root, as Debian's Slurm does.
 *
 * @param folder Where it keeps its configuration, state, logs and sockets.
 * @throws Error with the end of its logs when the nodes are not idle within 30 s.
 */
export async function startSlurm(folder: string): Promise<Slurm> {
  const start = performance.now();
  for (const name of ["state", "log", "munge", "spool-n1", "spool-n2"]) mkdirSync(join(folder, name), { mode: 0o755 });
  writeFileSync(join(folder, "munge/key"), randomBytes(1024), { mode: 0o600 });
  const file = join(folder, "slurm.conf");
  writeFileSync(file, configuration(folder, await freePorts(3)));
  const environment = { ...process.env, SLURM_CONF: file };

  const daemons: ChildProcess[] = [];
  const daemon = (program: string, ...options: readonly string[]): ChildProcess => {
    const log = openSync(join(folder, `log/${program}-${daemons.length}.out`), "a");
    const child = spawn(program, options, { env: environment, stdio: ["ignore", log, log] });
    daemons.push(child);
    return child;
  };
  const at = (option: string, path: string): string => `--${option}=${join(folder, path)}`;
  const munge = [at("key-file", "munge/key"), at("socket", "munge.sock"), at("seed-file", "munge/seed")];
  daemon("munged", "--foreground", "--force", ...munge, at("pid-file", "munged.pid"), at("log-file", "log/munged.log"));
  daemon("slurmctld", "-D", "-c");
  const nodes: Readonly<Record<NodeName, ChildProcess>> = {
    n1: daemon("slurmd", "-D", "-N", "n1"),
    n2: daemon("slurmd", "-D", "-N", "n2"),
  };

  const ask = (command: string, ...options: readonly string[]): string[] =>
    execFileSync(command, options, { env: environment, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })
      .split("\n")
      .filter((line) => line !== "");
  const stop = async (): Promise<void> => {
    killHard(daemons.flatMap(({ pid }) => pid ?? []));
    // A job may start a process while others are being killed.
    await until("all processes of Slurm ended", 10, () => {
      const left = processesWith("SLURM_CONF", file);
      killHard(left.map(({ pid }) => pid));
      return left.length === 0;
    });
  };
  try {
    await until("both nodes are idle", 30, () => idle(ask));
  } catch (error) {
    await stop();
    throw new Error(
      `${(error as Error).message}\n${readFileSync(join(folder, "log/slurmctld.log"), "utf8").slice(-2000)}`,
    );
  }
  const killNode = (node: NodeName): number => {
    const all = processesWith("SLURM_CONF", file);
    const own = all.filter(({ environment: of }) => of.get("SLURMD_NODENAME") === node);
    const parents = new Set(own.map(({ parent }) => parent));
    const steps = all.filter(({ pid, command }) => parents.has(pid) && command[0]?.startsWith("slurmstepd"));
    const pids = [nodes[node].pid as number, ...[...steps, ...own].map(({ pid }) => pid)];
    killHard(pids);
    return pids.length;
  };
  return { environment, startSeconds: (performance.now() - start) / 1000, ask, killNode, stop };
}

function idle(ask: Slurm["ask"]): boolean {
  try {
    const states = ask("sinfo", "-h", "-N", "-o", "%T");
    return states.length === 2 && states.every((state) => state === "idle");
  } catch {
    return false; // Its controller does not answer yet.
  }
}

/**
 * Finds ports that nothing listens on, below those that systems hand out to whoever asks for any: one of these might be
 * given to a browser before Slurm takes it.
 */
async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(20_000, 32_768);
    if (await isFree(port)) found.add(port);
  }
  return [...found];
}

/** Tells whether a port can be listened on. */
function isFree(port: number): Promise<boolean> {
  return new Promise((tell) => {
    const server = createServer();
    server.once("error", () => tell(false));
    server.listen(port, () => server.close(() => tell(true)));
  });
}

/** Writes the configuration: no cgroups, no accounting; a node that is silent for ten seconds is down. */
function configuration(folder: string, [controller, first, second]: readonly number[]): string {
  const host = hostname().split(".")[0];
  return `ClusterName=ci
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${controller}
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=${folder}/munge.sock
CredType=cred/munge
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool-%n
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd-%n.pid
SlurmctldLogFile=${folder}/log/slurmctld.log
SlurmdLogFile=${folder}/log/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=5,batch_sched_delay=0,sched_min_interval=50000,bf_interval=2
MaxArraySize=100001
MaxJobCount=200000
MpiDefault=none
ReturnToService=2
SlurmdTimeout=10
KillWait=2
JobRequeue=1
NodeName=n1 NodeHostname=${host} NodeAddr=127.0.0.1 Port=${first} CPUs=1 State=UNKNOWN
NodeName=n2 NodeHostname=${host} NodeAddr=127.0.0.1 Port=${second} CPUs=1 State=UNKNOWN
PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
`;
}
