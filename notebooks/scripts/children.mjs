// Starts programs that end with whoever started them, with all that they have started themselves.

import { spawn } from "node:child_process";

const started = new Set();

/** Starts a program in a group of its own; its output is shown. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: "inherit", ...options, detached: process.platform !== "win32" });
  started.add(child);
  child.on("exit", () => end(child));
  return child;
}

/** Ends every program that was started, and what it has started: a compiler leaves its watcher behind otherwise. */
export function endAll() {
  for (const child of started) end(child);
}

function end(child) {
  started.delete(child);
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill();
    else process.kill(-child.pid, "SIGTERM");
  } catch {
    // It has ended already, with all it started.
  }
}
