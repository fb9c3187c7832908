import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contentOf, ended } from "./small-study.ts";

/** More than are kept in memory, so that their runs are folded as they come. */
const replicates = 1_200;

/** After how many finished runs, of plan and business as usual, the study is killed. */
const moments = [40, 1_100, 2_300];

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-folded-"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Starts the study of a folder, in a process with a module of this folder loaded before. */
function start(folder: string, module: string): ChildProcess {
  const main = [fileOf("../../packages/cli/dist/main.js"), "study", "study.yaml", "--threads", "1", "--out", "results"];
  return spawn(process.execPath, ["--import", new URL(module, import.meta.url).href, ...main], { cwd: folder });
}

function makeFolder(name: string): string {
  const folder = join(cwd, name);
  mkdirSync(folder);
  writeFileSync(
    join(folder, "study.yaml"),
    `kind: run\nreplicates: ${replicates}\nbottleneck: false\nscenario: { district: small-rural, strategy: coaching-only, horizon: 12, funded: 6, target: { month: 12, share: 0.4 } }\n`,
  );
  return folder;
}

/** Returns how many runs a folder keeps. */
function rowsOf(folder: string): number {
  const path = join(folder, "results/journal.jsonl");
  return existsSync(path) ? readFileSync(path, "latin1").split('\n{"run"').length - 1 : 0;
}

/** Runs the study of a folder, which is killed amid keeping runs, once so many are kept; returns how many are. */
async function kill(folder: string, rows: number): Promise<number> {
  const { signal } = await ended(start(folder, `./die-at.mjs?rows=${rows}`));
  expect(signal).toBe("SIGKILL");
  return rowsOf(folder);
}

test("runs that are folded as they come are kept on the disk, and gone on from in as little memory", {
  timeout: 900_000,
}, async () => {
  const finish = async (folder: string): Promise<number> => {
    const { code, err } = await ended(start(folder, "./tell-peak.mjs"));
    expect(code, err).toBe(0);
    return Number(/^peak (\d+)$/m.exec(err)?.[1]) / 1024 / 1024;
  };
  const alone = await finish(makeFolder("whole"));
  const whole = contentOf(join(cwd, "whole/results"));
  expect([...whole.keys()]).toContain("receipt.json");
  expect(whole.get("answer.json")).toContain("were folded into means and percentiles");
  for (const moment of moments) {
    const folder = makeFolder(`killed-${moment}`);
    const kept = await kill(folder, moment);
    expect(kept).toBe(moment);
    const peak = await finish(folder);
    expect(contentOf(join(folder, "results"))).toEqual(whole);
    process.stdout.write(
      `folded: ${replicates} replicates killed with ${kept} runs kept and gone on with to identical files; ${peak.toFixed(0)} MB, ${alone.toFixed(0)} MB uninterrupted\n`,
    );
    expect(peak).toBeLessThanOrEqual(1.25 * alone);
  }
});
