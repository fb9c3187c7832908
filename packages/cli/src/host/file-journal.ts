import { appendFileSync, closeSync, openSync, readSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Journal } from "@uptake/study/evaluate";
import { whyRefused } from "./describe-system-error.ts";
import type { Host } from "./host.ts";
import { makeFolders } from "./made-folders.ts";
import { readLines } from "./read-lines.ts";

/** Keeps lines in a file. */
export interface FileJournal extends Journal {
  read(): AsyncIterable<string>;
  /** Returns what the file has now where a line stood; empty where it cannot be read. */
  readAgain(place: number): string;
  /** Tells whether all that was appended is kept: false once the file could not be written. */
  readonly complete: () => boolean;
}

/** Reads bytes of a file, from one place to another; none where it cannot be read, as when somebody deleted it. */
function readBytes(file: string, from: number, to: number): string {
  const bytes = Buffer.alloc(to - from);
  let open: number | undefined;
  try {
    open = openSync(file, "r");
    return bytes.toString("utf8", 0, readSync(open, bytes, 0, bytes.length, from));
  } catch {
    return "";
  } finally {
    if (open !== undefined) closeSync(open);
  }
}

/**
 * Keeps a journal in a file, such as `journal.jsonl` in the out folder, which is made when there is something to keep.
 * Where the file cannot be written the work goes on without it, and the user is told once.
 */
export function fileJournal(host: Host, path: string): FileJournal {
  const file = resolve(host.cwd, path);
  let begun = false;
  let failed = false;
  /** Where the lines end that were read, the first place being where the first begins. */
  let ends = [0];
  return {
    read: () => {
      const found = [0];
      ends = found;
      return readLines(file, undefined, (end) => found.push(end));
    },
    readAgain: (place) => readBytes(file, ends[place] as number, ends[place + 1] as number),
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
