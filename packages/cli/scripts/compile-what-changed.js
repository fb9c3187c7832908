import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Returns when a file's content, or its place, last changed: an older file that is put in its place shows too. */
function changed(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? Math.max(found.mtimeMs, found.ctimeMs) : 0;
}

/** Tells whether a source or folder under `folder` changed after `time`; a removed file shows in its folder's own time. */
function anyAfter(folder, time) {
  if (changed(folder) > time) return true;
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return anyAfter(path, time);
    return !entry.name.endsWith(".test.ts") && changed(path) > time;
  });
}

/** Sets the time of what is compiled of the package in `folder`, where there is any. */
function mark(folder, time) {
  const info = join(folder, "dist/.tsbuildinfo");
  if (existsSync(info)) utimesSync(info, time, time);
}

/** Tells whether what is compiled of the package in `folder` is not of its present sources and settings. */
export function isStale(folder) {
  const built = statSync(join(folder, "dist/.tsbuildinfo"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const settings = ["package.json", "tsconfig.json", "../../tsconfig.base.json"];
  return settings.some((name) => changed(join(folder, name)) > built) || anyAfter(join(folder, "src"), built);
}

/** Milliseconds between two looks at whether another program has finished. */
const pause = 50;

/**
 * Returns the number of the program that made a lock and has ended; undefined where it runs still. One that is just writing
 * its number does, and one whose lock is gone since it was found is waited for as well: the next look tells.
 */
function endedHolder(lock) {
  let number = 0;
  try {
    number = Number(readFileSync(lock, "utf8"));
    if (number !== 0) process.kill(number, 0);
    return undefined;
  } catch (error) {
    return error.code === "EPERM" || error.code === "ENOENT" ? undefined : number;
  }
}

/**
 * Removes the lock of a program that has ended. Of many that find it one does so at a time, and looks again first: another
 * may have made a lock of its own there meanwhile.
 */
function removeEnded(lock, number) {
  alone(`${lock}-${number}`, () => {
    if (Object.is(endedHolder(lock), number)) rmSync(lock, { force: true });
  });
}

/** Does `work` while no other program does work under the same lock, a file; one that ended without opening it is ignored. */
export function alone(lock, work) {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const ended = endedHolder(lock);
      if (ended === undefined) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
      else removeEnded(lock, ended);
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Compiles the command line in folder `cli` and the packages it is made of where they changed; tells whether all is well. */
export function compileWhatChanged(cli) {
  const { dependencies } = JSON.parse(readFileSync(join(cli, "package.json"), "utf8"));
  const ours = Object.keys(dependencies).filter((name) => name.startsWith("@uptake/"));
  const folders = [cli, ...ours.map((name) => join(dirname(cli), name.slice("@uptake/".length)))];
  const current = () => existsSync(join(cli, "dist/main.js")) && !folders.some(isStale);
  if (current()) return true;
  mkdirSync(join(cli, "dist"), { recursive: true });
  // Of two that start at once, one compiles and the other finds that it has.
  return alone(join(cli, "dist/.compiling"), () => current() || compile(cli, folders));
}

function compile(cli, folders) {
  const now = new Date();
  // The compiler compares times of content alone, and would pass over an older file that was put in a newer one's place.
  for (const folder of folders) if (isStale(folder)) mark(folder, 0);
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const { status } = spawnSync(process.execPath, [compiler, "-b", cli], { stdio: ["ignore", 2, 2] });
  // A failed build is marked old, or the next call would run what it left behind.
  for (const folder of folders) mark(folder, status === 0 ? now : 0);
  return status === 0;
}
