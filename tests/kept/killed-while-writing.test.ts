import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transformWithEsbuild } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { finishWriting } from "../../packages/cli/src/output/staging.ts";

/** Files of a result in two generations: each has one that the other has not. */
const files = {
  old: ["answer.json", "columns.csv", "only-old.csv", "receipt.json", "report.html"],
  new: ["answer.json", "columns.csv", "only-new.csv", "receipt.json", "report.html"],
};
type Generation = keyof typeof files;

/** A program that writes results over those in a folder again and again, or once, and is killed. */
const writer = `
import { mkdirSync, writeFileSync } from "node:fs";
import { openStaging, publish } from "./staging.mjs";
const files = ${JSON.stringify(files)};
const folder = process.argv[2];
const write = (next, gone) => {
  const staging = openStaging(folder);
  for (const name of files[next]) writeFileSync(staging + "/new/" + name, next);
  publish(staging, folder, [gone]);
};
if (process.argv[3] !== undefined) write("new", "only-old.csv");
else {
  console.log("ready");
  for (;;) {
    write("new", "only-old.csv");
    write("old", "only-new.csv");
  }
}
`;

/** Stands for node:fs, and ends the process without warning before a change to the disk, counted from 1. */
const mortal = `
import * as fs from "node:fs";
export * from "node:fs";
let left = Number(process.argv[3] ?? Infinity);
const dying = (act) => (...given) => {
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
  return act(...given);
};
export const renameSync = dying(fs.renameSync);
export const mkdirSync = dying(fs.mkdirSync);
export const writeFileSync = dying(fs.writeFileSync);
export const rmSync = dying(fs.rmSync);
`;

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-staging-"));
  for (const name of ["staging", "flush"]) {
    const path = new URL(`../../packages/cli/src/output/${name}.ts`, import.meta.url).pathname;
    const { code } = await transformWithEsbuild(readFileSync(path, "utf8"), path);
    writeFileSync(
      join(cwd, `${name}.mjs`),
      code.replace('"node:fs"', '"./fs.mjs"').replace("./flush.ts", "./flush.mjs"),
    );
  }
  writeFileSync(join(cwd, "fs.mjs"), mortal);
  writeFileSync(join(cwd, "writer.mjs"), writer);
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Makes a folder with an old result, a file of the user and a journal. */
function folderOf(name: string): string {
  const folder = join(cwd, name);
  mkdirSync(folder);
  for (const file of files.old) writeFileSync(join(folder, file), "old");
  for (const file of ["journal.jsonl", "notes.txt"]) writeFileSync(join(folder, file), "mine");
  return folder;
}

const visible = (folder: string): string[] => readdirSync(folder).filter((name) => !name.startsWith("."));
const ofResult = (folder: string): string[] =>
  visible(folder).filter((name) => !["journal.jsonl", "notes.txt"].includes(name));

/** Returns whose files stand in a folder. */
const generations = (folder: string): Set<string> =>
  new Set(ofResult(folder).map((name) => readFileSync(join(folder, name), "utf8")));

/** Expects that files of two results never stand together, and that all are there where the receipt is. */
function expectUnmixed(folder: string): void {
  const found = [...generations(folder)] as Generation[];
  expect(found.length).toBeLessThanOrEqual(1);
  if (visible(folder).includes("receipt.json")) expect(ofResult(folder)).toEqual(files[found[0] as Generation]);
  for (const file of ["journal.jsonl", "notes.txt"]) expect(readFileSync(join(folder, file), "utf8")).toBe("mine");
}

/** Expects one whole result, and nothing hidden beside it; returns which. */
function expectFinished(folder: string): Generation {
  finishWriting(folder);
  const [found, ...others] = [...generations(folder)] as Generation[];
  expect(others).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual([...files[found as Generation], "journal.jsonl", "notes.txt"].sort());
  return found as Generation;
}

/** Runs the writer until it ends or is killed, some time after it is ready. */
function run(folder: string, ending: { readonly step: number } | { readonly after: number }): Promise<string | null> {
  const more = "step" in ending ? [String(ending.step)] : [];
  const child = spawn(process.execPath, [join(cwd, "writer.mjs"), folder, ...more]);
  if ("after" in ending) child.stdout.once("data", () => void setTimeout(() => child.kill("SIGKILL"), ending.after));
  return new Promise((done) => child.once("exit", (_, signal) => done(signal)));
}

describe("a process that is killed while it writes results over others", () => {
  test("before any step leaves one result whole, once the next command has finished it", async () => {
    const ends: Generation[] = [];
    for (let step = 1; step < 60; step += 4) {
      const lanes = [step, step + 1, step + 2, step + 3].map(async (at) => {
        const folder = folderOf(`step-${at}`);
        const signal = await run(folder, { step: at });
        expectUnmixed(folder);
        return { at, signal, end: expectFinished(folder) };
      });
      const found = await Promise.all(lanes);
      for (const { end } of found) ends.push(end);
      if (found.some(({ signal }) => signal === null)) break;
    }
    // The old result until the new one is complete, then the new one.
    expect(ends.join()).toMatch(/^(old,){5}(new,?){10,}$/);
  });
  test("at any moment leaves one result whole, once the next command has finished it", async () => {
    let moment = 1;
    const random = (): number => {
      moment = (moment * 48_271) % 2_147_483_647;
      return moment / 2_147_483_647;
    };
    for (let round = 0; round < 6; round++) {
      const lanes = [0, 1, 2, 3].map(async (lane) => {
        const folder = folderOf(`moment-${round}-${lane}`);
        expect(await run(folder, { after: 30 * random() })).toBe("SIGKILL");
        expectUnmixed(folder);
        expectFinished(folder);
      });
      await Promise.all(lanes);
    }
  });
});
