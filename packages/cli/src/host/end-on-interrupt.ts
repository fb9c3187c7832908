import { interruptedCode } from "./host.ts";

/** Ends this process at once where a person asks to stop (Ctrl-C) and no command listens, as while it starts. Call it once. */
export function endOnInterrupt(): void {
  process.on("SIGINT", () => {
    if (process.listenerCount("SIGINT") > 1) return;
    process.stderr.write("Stopped.\n");
    process.exit(interruptedCode);
  });
}
