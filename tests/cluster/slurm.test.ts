import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { needs } from "../shared.ts";
import { killHard, processesWith, until } from "./processes.ts";
import { type NodeName, type Slurm, slurmPrograms, startSlurm } from "./slurm.ts";
import { filesOf, installed, program, start, status, sweep, uptake } from "./uptake.ts";

const shards = 12;

let cwd: string;
let slurm: Slurm | undefined;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-slurm-"));
});
afterAll(async () => {
  await slurm?.stop();
  rmSync(cwd, { recursive: true });
});

/** A worker amid its shard. */
interface Worker {
  readonly pid: number;
  readonly shard: number;
}

/** Waits for a worker on a node that makes runs: its shard stands there under an unfinished name, and not yet whole. */
function workerOn(node: NodeName, { environment }: Slurm): Promise<Worker> {
  const conf = environment["SLURM_CONF"] as string;
  return until(`a worker on ${node} makes runs`, 120, () => {
    const unfinished = readdirSync(join(cwd, "plan")).filter((name) => name.endsWith(".tmp"));
    return processesWith("SLURM_CONF", conf)
      .filter(({ command, environment: of }) => command[0] === process.execPath && of.get("SLURMD_NODENAME") === node)
      .map(({ pid, environment: of }) => ({ pid, shard: Number(of.get("SLURM_ARRAY_TASK_ID")) }))
      .find(({ pid, shard }) => unfinished.some((name) => name.startsWith(`${stemOf(shard)}.${pid}-`)));
  });
}

const stemOf = (shard: number): string => `shard-${String(shard).padStart(5, "0")}`;

test("a study outlives a node and a worker of a Slurm, to the same bytes as on one machine", async (context) => {
  needs(context, "Slurm (apt-get install slurm-wlm munge)", installed(slurmPrograms));
  needs(context, "root, as Debian's Slurm does", process.getuid?.() === 0);
  const began = performance.now();
  writeFileSync(join(cwd, "study.yaml"), sweep(150));
  await uptake(cwd, ["study", "study.yaml", "--out", "local"]);
  await uptake(cwd, ["shard", "plan", "study.yaml", "--shards", String(shards), "--out", "plan"]);

  slurm = await startSlurm(mkdtempSync(join(cwd, "slurm-")));
  // A task of a node that is gone waits two minutes where Slurm itself is to start it again.
  const options = ["--slurm", "--sbatch-args", "--no-requeue", "--poll", "1"];
  const submit = start(cwd, slurm.environment, [...program, "shard", "submit", "plan", ...options]);
  const onDead = await workerOn("n1", slurm);
  const processes = slurm.killNode("n1");
  const killed = await workerOn("n2", slurm);
  killHard([killed.pid]);
  const lost = [onDead.shard, killed.shard].sort((a, b) => a - b);
  expect((await status(cwd, "plan")).missing).toEqual(expect.arrayContaining(lost));

  const { code, out, err } = await submit.ended;
  expect({ code, err }).toMatchObject({ code: 0 });
  expect(out).toContain(`${shards} of ${shards} shards finished.`);
  expect(submitted(err)).toEqual([shards, lost.length]);
  expect(await status(cwd, "plan")).toMatchObject({ missing: [] });

  await uptake(cwd, ["shard", "merge", "plan", "--out", "merged"]);
  const [merged, local] = [filesOf(join(cwd, "merged")), filesOf(join(cwd, "local"))];
  expect([...merged.keys()]).toEqual([...local.keys()]);
  expect([...local.keys()].filter((name) => merged.get(name) !== local.get(name))).toEqual([]);

  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    [
      `Slurm: two nodes up in ${slurm.startSeconds.toFixed(1)} s; ${shards} shards`,
      `killed: node n1 amid shard ${onDead.shard} (${processes} processes), and the worker of shard ${killed.shard} on n2`,
      `submitted again: ${lost.length}; ${seconds} s in all`,
      `${local.size} files compared, all the same to the byte`,
    ].join("; "),
  );
});

/** Reads how many shards were submitted, time after time, from what the command said. */
function submitted(err: string): number[] {
  return [...err.matchAll(/^(\d+) shards? submitted/gm)].map(([, count]) => Number(count));
}
