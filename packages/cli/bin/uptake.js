#!/usr/bin/env node
/**
 * Starts the command line. In a checkout it first compiles whatever changed since the last build, speaking on stderr
 * only; the published package ships compiled and skips that.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = dirname(dirname(fileURLToPath(import.meta.url)));
if (existsSync(join(cli, "src"))) compileWhatChanged();
await import("../dist/main.js");

function compileWhatChanged() {
  const { dependencies } = JSON.parse(readFileSync(join(cli, "package.json"), "utf8"));
  const ours = Object.keys(dependencies).filter((name) => name.startsWith("@uptake/"));
  const folders = [cli, ...ours.map((name) => join(dirname(cli), name.slice("@uptake/".length)))];
  const marks = folders.map((folder) => join(folder, "dist/.tsbuildinfo"));
  const fresh = folders.every((folder, i) => {
    const built = modified(marks[i]);
    return newest(join(folder, "src")) <= built && modified(join(folder, "tsconfig.json")) <= built;
  });
  if (fresh && existsSync(join(cli, "dist/main.js"))) return;
  const now = new Date();
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const { status } = spawnSync(process.execPath, [compiler, "-b", cli], { stdio: ["ignore", 2, 2] });
  // A failed build is marked old, or the next call would run what it left behind.
  for (const mark of marks) if (existsSync(mark)) utimesSync(mark, now, status === 0 ? now : 0);
  if (status !== 0) process.exit(1);
}

/** Returns when the newest file or folder under `folder` was modified; a removed file shows in its folder's time. */
function newest(folder) {
  let time = modified(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    time = Math.max(time, entry.isDirectory() ? newest(path) : modified(path));
  }
  return time;
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
