import { whyRefused } from "./describe-system-error.ts";

/**
 * Ends the process when what it says cannot be written: well where a reader stopped early, such as `head`, and with 1 and
 * in words otherwise, as where stdout is a file on a full disk. What a command wrote into a folder is not touched by it.
 */
export function endWhenUnwritten(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    process.stderr.write(`uptake failed: the answer cannot be written to stdout: ${whyRefused(error)}\n`);
    process.exit(1);
  });
  // Where nobody can be told of an error, the answer may still be written.
  process.stderr.on("error", () => {});
}
