import { fileURLToPath } from "node:url";

/** Returns the words by which a worker starts this program, wherever it stands: with the same Node, from the same files. */
export function workerCommand(folder: string): readonly string[] {
  const program = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
  return [process.execPath, program, "shard", "run", folder];
}
