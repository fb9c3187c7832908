import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Journal } from "@uptake/study/evaluate";
import { whyRefused } from "./describe-system-error.ts";
import type { Host } from "./host.ts";

/** Names the study that a journal belongs to: its kind and name, and the file that it was read from, without its folder. */
export interface JournalOwner {
  readonly kind: string;
  readonly name: string;
  readonly file?: string;
}

/** Most characters of the line that names the owner: a name has 200, and a file 255. */
const longestOwner = 4096;

/** Makes a folder and those above it that are missing, one by one, as `writeFolder` does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Reads who a journal belongs to, from its first line; undefined where there is no journal, or it does not say. */
function ownerOf(file: string): JournalOwner | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = Buffer.alloc(longestOwner);
  const handle = openSync(file, "r");
  try {
    const [line = ""] = bytes.toString("utf8", 0, readSync(handle, bytes)).split("\n");
    const { study } = JSON.parse(line) as { study?: JournalOwner };
    return typeof study?.kind === "string" && typeof study.name === "string" ? study : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  } finally {
    closeSync(handle);
  }
}

const same = (a: JournalOwner, b: JournalOwner): boolean => a.kind === b.kind && a.name === b.name && a.file === b.file;

/** Returns the study that a journal belongs to when that is another than `owner`. */
export function otherOwner(host: Host, path: string, owner: JournalOwner): JournalOwner | undefined {
  const found = ownerOf(resolve(host.cwd, path));
  return found === undefined || same(found, owner) ? undefined : found;
}

/** Removes a journal, unless it belongs to another study. */
export async function removeJournal(host: Host, path: string, owner: JournalOwner): Promise<void> {
  if (otherOwner(host, path, owner) === undefined) await rm(resolve(host.cwd, path), { force: true });
}

/**
 * Keeps a journal in a file, such as `journal.jsonl` in the out folder, which is made when there is something to keep; its
 * first line names the `owner`. Where the file cannot be written, or belongs to another study, the work goes on without
 * it, and the user is told once.
 */
export function fileJournal(host: Host, path: string, owner: JournalOwner): Journal {
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
        if (!begun) {
          if (otherOwner(host, path, owner)) throw new Error("another study keeps its runs there");
          makeFolder(dirname(file));
        }
        // What an interruption cut off must not swallow the first line.
        const head = begun ? "" : existsSync(file) ? "\n" : `${JSON.stringify({ study: owner })}\n`;
        appendFileSync(file, `${head}${lines.join("\n")}\n`);
        begun = true;
      } catch (error) {
        failed = true;
        host.err(`warning: finished runs cannot be kept in ${path}: ${whyRefused(error)}\n`);
      }
    },
  };
}
