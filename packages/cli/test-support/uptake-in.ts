import { main } from "../src/command-line.ts";
import { listeningHost } from "./listening-host.ts";

/** Runs the command line in a folder, and returns its exit code and what it said; `debug` has it tell whole errors. */
export async function uptakeIn(
  cwd: string,
  argv: readonly string[],
  debug: boolean = false,
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const host = listeningHost(cwd, debug);
  const code = await main(argv, host);
  return { code, ...host.said };
}
