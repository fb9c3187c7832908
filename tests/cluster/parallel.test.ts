import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { needs } from "../shared.ts";
import { killHard, processesWith, type Running, until } from "./processes.ts";
import { filesOf, holding, installed, program, type Started, start, status, sweep, uptake } from "./uptake.ts";

const shards = 3;

/** Marks what a test starts, so that it finds its own processes among all. */
const mark = "UPTAKE_CLUSTER_TEST";

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-parallel-"));
  mkdirSync(join(cwd, "hold"));
  if (!installed(["parallel"])) return;
  writeFileSync(join(cwd, "study.yaml"), sweep(15));
  await uptake(cwd, ["study", "study.yaml", "--out", "local"]);
  await uptake(cwd, ["shard", "plan", "study.yaml", "--shards", String(shards), "--out", "retried"]);
  cpSync(join(cwd, "retried"), join(cwd, "resumed"), { recursive: true });
});
afterAll(() => {
  killHard(processesWith(mark, cwd).map(({ pid }) => pid));
  rmSync(cwd, { recursive: true });
});

/** Starts the shards of a plan under GNU parallel, one at a time. */
function parallel(plan: string, ...options: readonly string[]): Started {
  const worker = [...program, "shard", "run", plan, "--index", "{}"];
  const numbers = Array.from({ length: shards }, (_, shard) => String(shard));
  const command = ["parallel", "--jobs", "1", "--joblog", `${plan}.log`, ...options, ...worker, ":::", ...numbers];
  return start(cwd, holding(join(cwd, "hold"), { ...process.env, [mark]: cwd }), command);
}

/** Holds the worker of a shard before it has finished, until what is returned is called. */
function hold(shard: number): () => void {
  const file = join(cwd, `hold/shard-0000${shard}.parquet`);
  writeFileSync(file, "");
  return () => rmSync(file);
}

/** Waits for the worker that makes a shard. */
const worker = (shard: number): Promise<Running> =>
  until(`shard ${shard} is being made`, 120, () =>
    processesWith(mark, cwd).find(({ command }) => command[0] === process.execPath && command.at(-1) === String(shard)),
  );

/** Merges a plan and compares the result with that of one machine, file by file. */
async function expectMergedLikeLocal(plan: string): Promise<void> {
  await uptake(cwd, ["shard", "merge", plan, "--out", `${plan}-merged`]);
  expect(filesOf(join(cwd, `${plan}-merged`))).toEqual(filesOf(join(cwd, "local")));
}

test("GNU parallel tries a shard again whose process was killed", async (context) => {
  needs(context, "GNU parallel (apt-get install parallel)", installed(["parallel"]));
  const release = hold(0);
  const run = parallel("retried", "--retries", "3");
  killHard([(await worker(0)).pid]);
  expect(existsSync(join(cwd, "retried/shard-00000.parquet"))).toBe(false);
  release();
  expect(await run.ended).toMatchObject({ code: 0 });
  expect((await status(cwd, "retried")).missing).toEqual([]);
  await expectMergedLikeLocal("retried");
});

test("GNU parallel goes on where it was killed", async (context) => {
  needs(context, "GNU parallel (apt-get install parallel)", installed(["parallel"]));
  const release = hold(1);
  const run = parallel("resumed");
  const { pid } = await worker(1);
  killHard([run.pid, pid]);
  expect(await run.ended).toMatchObject({ signal: "SIGKILL" });
  expect((await status(cwd, "resumed")).missing).toEqual([1, 2]);
  release();
  expect(await parallel("resumed", "--resume-failed").ended).toMatchObject({ code: 0 });
  expect((await status(cwd, "resumed")).missing).toEqual([]);
  await expectMergedLikeLocal("resumed");
});
