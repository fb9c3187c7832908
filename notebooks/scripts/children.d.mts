import type { ChildProcess, SpawnOptions } from "node:child_process";

/** Starts a program in a group of its own; its output is shown. */
export function start(command: string, args: readonly string[], options?: SpawnOptions): ChildProcess;

/** Ends every program that was started, and what it has started. */
export function endAll(): void;
