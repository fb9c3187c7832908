import { appendFileSync, existsSync, mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Journal } from "@uptake/study/evaluate";
import { whyRefused } from "./describe-system-error.ts";
import type { Host } from "./host.ts";

/** Makes a folder and those above it that are missing, one by one, as `writeFolder` does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/**
 * Keeps a journal in a file, such as `journal.jsonl` in the out folder, which is made when there is something to keep.
 * Where the file cannot be written the work goes on without it, and the user is told once.
 */
export function fileJournal(host: Host, path: string): Journal {
  const file = resolve(host.cwd, path);
  let begun = false;
  let failed = false;
  return {
    read: async () => {
      try {
        return (await readFile(file, "utf8")).split("\n");
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
        throw error;
      }
    },
    append: (lines) => {
      if (failed) return;
      try {
        if (!begun) makeFolder(dirname(file));
        // What an interruption cut off must not swallow the first line.
        appendFileSync(file, `${begun ? "" : "\n"}${lines.join("\n")}\n`);
        begun = true;
      } catch (error) {
        failed = true;
        host.err(`warning: finished runs cannot be kept in ${path}: ${whyRefused(error)}\n`);
      }
    },
  };
}
