import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { needs } from "../shared.ts";
import { killHard, processesWith, until } from "./processes.ts";
import { type NodeName, type Slurm, slurmPrograms, startSlurm } from "./slurm.ts";
import {
  type Ended,
  filesOf,
  holding,
  installed,
  program,
  type Started,
  start,
  status,
  sweep,
  uptake,
} from "./uptake.ts";

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

/**
 * Waits for a worker on a node that makes runs, of one shard or any: the shard stands there under an unfinished name, and
 * not yet whole.
 */
function workerOn(node: NodeName, { environment }: Slurm, wanted?: number): Promise<Worker> {
  const conf = environment["SLURM_CONF"] as string;
  return until(`a worker on ${node} makes runs of shard ${wanted ?? "any"}`, 400, () => {
    const unfinished = readdirSync(join(cwd, "plan")).filter((name) => name.endsWith(".tmp"));
    return processesWith("SLURM_CONF", conf)
      .filter(({ command, environment: of }) => command[0] === process.execPath && of.get("SLURMD_NODENAME") === node)
      .map(({ pid, environment: of }) => ({ pid, shard: Number(of.get("SLURM_ARRAY_TASK_ID")) }))
      .filter(({ shard }) => wanted === undefined || shard === wanted)
      .find(({ pid, shard }) => unfinished.some((name) => name.startsWith(`${stemOf(shard)}.${pid}-`)));
  });
}

const stemOf = (shard: number): string => `shard-${String(shard).padStart(5, "0")}`;

test("a study outlives a node and a worker of a Slurm, to the same bytes as on one machine", async (context) => {
  needs(context, "Slurm (apt-get install slurm-wlm munge)", installed(slurmPrograms));
  needs(context, "root, as Debian's Slurm does", process.getuid?.() === 0);
  const began = performance.now();
  writeFileSync(join(cwd, "study.yaml"), sweep(100));
  await uptake(cwd, ["study", "study.yaml", "--out", "local"]);
  await uptake(cwd, ["shard", "plan", "study.yaml", "--shards", String(shards), "--out", "plan"]);

  slurm = await startSlurm(mkdtempSync(join(cwd, "slurm-")));
  // Slurm itself would have a task of a node that is gone wait for two minutes.
  const options = ["--slurm", "--sbatch-args=--no-requeue", "--poll", "1", "--attempts", "2"];
  // No worker finishes its shard before it is killed.
  const held = join(cwd, "hold");
  mkdirSync(held);
  writeFileSync(join(held, "all"), "");
  const environment = holding(held, slurm.environment);
  const submit = (...more: readonly string[]): Started =>
    start(cwd, environment, [...program, "shard", "submit", "plan", ...options, ...more]);

  const first = submit();
  const onDead = await workerOn("n1", slurm);
  const processes = slurm.killNode("n1");
  const killed = await workerOn("n2", slurm);
  killHard([killed.pid]);
  expect((await status(cwd, "plan")).missing).toEqual(expect.arrayContaining([onDead.shard, killed.shard]));
  // The command submits both again; one of them is killed once more, and it may try no further.
  const again = join(held, `${stemOf(onDead.shard)}.parquet`);
  writeFileSync(again, "");
  rmSync(join(held, "all"));
  killHard([(await workerOn("n2", slurm, onDead.shard)).pid]);
  rmSync(again);
  expect(submitted(await first.ended, 1)).toEqual([shards, 2]);
  expect((await status(cwd, "plan")).missing).toEqual([onDead.shard]);

  expect(submitted(await submit("--missing").ended, 0)).toEqual([1]);
  expect((await status(cwd, "plan")).missing).toEqual([]);
  await uptake(cwd, ["shard", "merge", "plan", "--out", "merged"]);
  const [merged, local] = [filesOf(join(cwd, "merged")), filesOf(join(cwd, "local"))];
  expect([...merged.keys()]).toEqual([...local.keys()]);
  expect([...local.keys()].filter((name) => merged.get(name) !== local.get(name))).toEqual([]);

  const seconds = Math.round((performance.now() - began) / 1000);
  const { shard } = onDead;
  console.log(
    [
      `Slurm: two nodes up in ${slurm.startSeconds.toFixed(1)} s; ${shards} shards`,
      `killed: node n1 amid shard ${shard} (${processes} processes), shard ${killed.shard} on n2, shard ${shard} again on n2`,
      `submitted again: 2, then 1; ${seconds} s in all`,
      `${local.size} files compared, all the same to the byte`,
    ].join("; "),
  );
});

/** Reads how many shards were submitted, time after time, from what a command said that ended with `code`. */
function submitted({ code, out, err }: Ended, expected: number): number[] {
  expect({ code, out, err }).toMatchObject({ code: expected });
  return [...err.matchAll(/^(\d+) shards? submitted/gm)].map(([, count]) => Number(count));
}
