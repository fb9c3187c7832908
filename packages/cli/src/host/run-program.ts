import { spawn } from "node:child_process";
import type { Host } from "./host.ts";

/** Holds what a program that ended said. */
export interface ProgramEnd {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Says how another program is run. */
export interface RunProgramOptions {
  /** Text that it reads (default none). */
  readonly input?: string;
  /** Hears what it says of its progress as it does (default: it is kept till the end). */
  readonly onErr?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** Most characters kept of what a program says. */
const mostKept = 1 << 20;

/**
 * Runs another program with arguments that no shell reads, in the environment of the host, and waits for its end; undefined
 * where there is no such program.
 */
export function runProgram(
  host: Host,
  [program, ...args]: readonly [string, ...string[]],
  { input, onErr, signal }: RunProgramOptions = {},
): Promise<ProgramEnd | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: host.cwd,
      env: { ...host.env },
      stdio: ["pipe", "pipe", "pipe"],
      ...(signal ? { signal } : {}),
    });
    const said = { out: "", err: "" };
    const keep = (name: "out" | "err", text: string): void => {
      said[name] = (said[name] + text).slice(-mostKept);
    };
    child.stdout.setEncoding("utf8").on("data", (text: string) => keep("out", text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      keep("err", text);
      onErr?.(text);
    });
    child.on("error", (error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? resolve(undefined) : reject(error)));
    child.on("close", (code) => resolve({ code: code ?? 1, ...said }));
    // A program that ends before it has read all says why itself.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input ?? "");
  });
}
