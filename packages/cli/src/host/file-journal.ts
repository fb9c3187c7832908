import { appendFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Journal } from "@uptake/study/evaluate";
import { whyRefused } from "./describe-system-error.ts";
import type { Host } from "./host.ts";
import { makeFolders } from "./made-folders.ts";
import { readLines } from "./read-lines.ts";

/** Keeps lines in a file. */
export interface FileJournal extends Journal {
  read(): AsyncIterable<string>;
  /** Tells whether all that was appended is kept: false once the file could not be written. */
  readonly complete: () => boolean;
}

/**
 * Keeps a journal in a file, such as `journal.jsonl` in the out folder, which is made when there is something to keep.
 * Where the file cannot be written the work goes on without it, and the user is told once.
 */
export function fileJournal(host: Host, path: string): FileJournal {
  const file = resolve(host.cwd, path);
  let begun = false;
  let failed = false;
  return {
    read: () => readLines(file),
    complete: () => !failed,
    append: (lines) => {
      if (failed) return;
      try {
        if (!begun) makeFolders(dirname(file));
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
