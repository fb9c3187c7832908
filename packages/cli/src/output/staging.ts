import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { flushFiles, flushFolder } from "./flush.ts";

/** Begins the name of a hidden folder, within the folder of results, that files are written to before they appear. */
const writing = ".uptake-writing-";

/** Hidden folder of files that are complete: they are being moved to their places, and the move is always finished. */
const written = ".uptake-written";

/** Name of the list, beside complete files, of those that come and of those of an earlier result that go. */
const list = "files.json";

/** Holds the names of files that come, and of files of an earlier result that go without another in their place. */
interface Change {
  readonly come: readonly string[];
  readonly go: readonly string[];
}

/** File that says that a folder is complete: it is the first to go and the last to come. */
const seal = "receipt.json";

/** Hidden folders that this process is writing to; what ends the process clears them away. */
const open = new Set<string>();
process.on("exit", () => {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
});

/** Tells whether the process that opened a hidden folder is there no more. */
function abandoned(name: string, path: string): boolean {
  if (open.has(path)) return false;
  const id = Number(/^\d+/.exec(name.slice(writing.length))?.[0]);
  // A process of the same number that is not writing here, this one too, is another.
  if (!(id > 0) || id === process.pid) return true;
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/**
 * Finishes what was interrupted in a folder: moves files that were complete to their places, and clears away those that
 * were not. Every command that writes to a folder, or verifies it, does this first.
 */
export function finishWriting(folder: string): void {
  if (!existsSync(folder)) return;
  if (existsSync(join(folder, written))) appear(folder);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.startsWith(writing) && abandoned(name, path)) rmSync(path, { recursive: true, force: true });
  }
}

/** Tells whether the files of a folder are not all in their places, since a move to them was interrupted. */
export function halfWritten(folder: string): boolean {
  return existsSync(join(folder, written));
}

/** Returns a path within `folder` that no other process takes. */
const hidden = (folder: string): string => join(folder, `${writing}${process.pid}-${randomBytes(4).toString("hex")}`);

/** Makes a hidden folder within `folder`, which is there; its files are written to `new` in it. */
export function openStaging(folder: string): string {
  const path = hidden(folder);
  mkdirSync(path);
  open.add(path);
  mkdirSync(join(path, "new"));
  mkdirSync(join(path, "old"));
  return path;
}

/** Clears a hidden folder away. */
export function closeStaging(path: string): void {
  rmSync(path, { recursive: true, force: true });
  open.delete(path);
}

/**
 * Lets the files in `new` of a hidden folder appear in `folder`, in place of those of the same names and of `gone`. From
 * the moment that it has its new name, a killed process leaves it to the next to finish. First the old files go, the
 * receipt before all others; then the new ones come, the receipt last: never do files of two results stand side by side.
 * Puts everything back when the system refuses a step.
 */
export function publish(path: string, folder: string, gone: readonly string[]): void {
  const change: Change = { come: readdirSync(join(path, "new")), go: gone };
  for (const name of change.come) {
    const file = join(folder, name);
    if (existsSync(file) && !statSync(file).isFile()) throw new Error(`${file} is not a file`);
  }
  writeFileSync(join(path, list), JSON.stringify(change));
  if (halfWritten(folder)) appear(folder);
  // Before a name says that files are complete they must be so even where the power fails.
  flushFiles(join(path, "new"));
  flushFiles(path);
  renameSync(path, join(folder, written));
  flushFolder(folder);
  open.delete(path);
  try {
    appear(folder);
  } catch (error) {
    putBack(folder);
    throw error;
  }
}

/** Orders names so that the receipt comes first. */
const sealFirst = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => Number(b === seal) - Number(a === seal));

const sealLast = (names: readonly string[]): string[] => sealFirst(names).reverse();

/** Moves a file, unless it is moved already or was never there. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || existsSync(from)) throw error;
  }
}

const isPlain = (names: unknown): boolean =>
  Array.isArray(names) && names.every((name) => typeof name === "string" && /^[\w-][\w.-]*$/.test(name));

/** Reads what a change is made of. Whoever sent the folder may have written it, so it may only name files of the folder. */
function changeIn(from: string): Change {
  const change = JSON.parse(readFileSync(join(from, list), "utf8")) as Change;
  if (isPlain(change?.come) && isPlain(change.go)) return change;
  throw new Error(`${join(from, list)} names what no result of ours is called; nothing was moved`);
}

/** Moves old files out and new ones in, from wherever an earlier attempt ended. */
function appear(folder: string): void {
  const from = join(folder, written);
  // Where a new file still waits, what stands in its place is old.
  const come = readdirSync(join(from, "new"));
  for (const name of sealFirst([...come, ...changeIn(from).go])) move(join(folder, name), join(from, "old", name));
  for (const name of sealLast(come)) move(join(from, "new", name), join(folder, name));
  flushFolder(folder);
  clear(folder);
}

/** Undoes what `appear` began; where that is refused too, the change is still there to be finished later. */
function putBack(folder: string): void {
  const from = join(folder, written);
  const waiting = new Set(readdirSync(join(from, "new")));
  const come = changeIn(from).come.filter((name) => !waiting.has(name));
  for (const name of sealFirst(come)) move(join(folder, name), join(from, "new", name));
  for (const name of sealLast(readdirSync(join(from, "old")))) move(join(from, "old", name), join(folder, name));
  clear(folder);
}

/** Clears away what a finished change leaves, under another name, so that what a kill leaves of it is no change. */
function clear(folder: string): void {
  const path = hidden(folder);
  renameSync(join(folder, written), path);
  rmSync(path, { recursive: true, force: true });
}
