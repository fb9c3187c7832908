import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { finishWriting, halfWritten } from "./staging.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-staging-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

/** Makes a folder with a result. */
function folderOf(name: string): string {
  const folder = join(cwd, name);
  mkdirSync(folder);
  for (const file of ["answer.json", "only-old.csv", "receipt.json"]) writeFileSync(join(folder, file), "old");
  return folder;
}

test("what another process is writing is left alone", () => {
  const folder = folderOf("other");
  const theirs = join(folder, `.uptake-writing-${process.ppid}-abc`);
  mkdirSync(theirs);
  for (const name of [".uptake-writing-4194303-abc", `.uptake-writing-${process.pid}-abc`, ".uptake-writing-odd"])
    mkdirSync(join(folder, name, "new"), { recursive: true });
  finishWriting(folder);
  expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([`.uptake-writing-${process.ppid}-abc`]);
  expect(halfWritten(folder)).toBe(false);
});

test("what a folder from elsewhere says is unfinished reaches no file outside of it", () => {
  const folder = folderOf("sent");
  writeFileSync(join(cwd, "mine.txt"), "mine");
  for (const name of ["new", "old"]) mkdirSync(join(folder, ".uptake-written", name), { recursive: true });
  const say = (change: unknown): void =>
    writeFileSync(join(folder, ".uptake-written", "files.json"), JSON.stringify(change));
  for (const change of [{ come: [], go: ["../mine.txt"] }, { come: ["../mine.txt"], go: [] }, { come: [] }, null]) {
    say(change);
    expect(() => finishWriting(folder)).toThrow(/names what no result of ours is called/);
  }
  expect(readFileSync(join(cwd, "mine.txt"), "utf8")).toBe("mine");
  say({ come: [], go: ["only-old.csv"] });
  finishWriting(folder);
  expect(readdirSync(folder)).not.toContain("only-old.csv");
});
