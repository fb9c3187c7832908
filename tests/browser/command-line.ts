import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./serve.ts";

/** Runs the command line with `--json`, and returns what it prints. */
export async function commandLine(...argv: readonly string[]): Promise<ReturnType<typeof JSON.parse>> {
  const program = join(root, "packages/cli/dist/main.js");
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...argv, "--json"], { maxBuffer: 1e9 });
  return JSON.parse(stdout);
}
