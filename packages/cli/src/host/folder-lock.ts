import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { makeFolders, removeFolders } from "./made-folders.ts";
import { isNear, isRunning, ownMark, type ProcessMark, readMark } from "./process-mark.ts";
import { sha256 } from "./sha256.ts";

/** Hidden file that says which process writes to a folder. */
export const lockName = ".uptake-lock";

/** Milliseconds that a process may take between making its lock and writing in it who it is. */
const writingTime = 5_000;

/** Refuses a folder that another process writes to; the message says which and what helps, and begins with “is being”. */
export class FolderInUse extends Error {}

/** Locks that this process holds, how often each was asked for, and the folders that were made for it. */
const held = new Map<string, { times: number; readonly made: readonly string[] }>();
process.on("exit", () => {
  for (const [path, { made }] of held) release(path, made);
});

function release(path: string, made: readonly string[]): void {
  rmSync(path, { force: true });
  removeFolders(made);
}

/** Returns the content of a file; undefined where there is none. */
function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Makes a file with a content; tells whether it was not there. Nothing of it stays where the disk is full. */
function create(path: string, content: string): boolean {
  let file: number;
  try {
    file = openSync(path, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  try {
    if (writeSync(file, content) === Buffer.byteLength(content)) return true;
    throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC", syscall: "write", path });
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Tells who holds a lock of a content; undefined where nobody does any more. A lock without content was just made. */
function holder(path: string, content: string): ProcessMark | "somebody" | undefined {
  const mark = readMark(content);
  if (mark !== undefined) return isRunning(mark) ? mark : undefined;
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return performance.timeOrigin + performance.now() - made < writingTime ? "somebody" : undefined;
}

/**
 * Takes a lock, a file made only where there is none; returns who has it where that is somebody else. That of a process
 * that has ended is taken over by whoever first makes a file named after its content, so that of many one does.
 */
function take(path: string, content: string): ProcessMark | "somebody" | undefined {
  for (;;) {
    if (create(path, content)) return undefined;
    const found = contentOf(path);
    if (found === undefined) continue;
    const other = holder(path, found);
    if (other !== undefined) return other;
    const heir = `${path}-${sha256(found).slice(0, 8)}`;
    const before = take(heir, content);
    if (before !== undefined) return before;
    // Whoever took it over before this one looked has changed what stands there.
    if (contentOf(path) === found) {
      renameSync(heir, path);
      return undefined;
    }
    rmSync(heir, { force: true });
  }
}

/** Says who writes to a folder, and what helps. */
function inUse(other: ProcessMark | "somebody", folder: string): FolderInUse {
  if (other === "somebody") return new FolderInUse("is being written to by another process; wait for it to end");
  const { pid, host } = other;
  const machine = isNear(other) ? "" : ` of ${host}`;
  const gone = isNear(other) ? "" : `, or delete ${join(folder, lockName)} where it runs no more`;
  return new FolderInUse(
    `is being written to by another command, process ${pid}${machine}; wait for it to end${gone}, or choose another folder`,
  );
}

/**
 * Keeps other processes from writing to a folder, which is made where it is missing; returns what ends that, and removes
 * folders made for it that are empty then. What ends this process ends it too, and where it is killed, or its machine
 * stops, the next one on the machine takes over. One process may lock a folder several times.
 *
 * @throws FolderInUse at once where another process writes to it; what the system says where it cannot be written to.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, lockName);
  const own = held.get(path);
  if (own) own.times++;
  else {
    const made = makeFolders(folder);
    try {
      const other = take(path, JSON.stringify(ownMark()));
      if (other !== undefined) throw inUse(other, folder);
    } catch (error) {
      removeFolders(made);
      throw error;
    }
    held.set(path, { times: 1, made });
  }
  let ended = false;
  return () => {
    const lock = held.get(path);
    if (ended || lock === undefined) return;
    ended = true;
    lock.times--;
    if (lock.times > 0) return;
    held.delete(path);
    release(path, lock.made);
  };
}

/** Refuses a folder that another process is writing to, without touching it. @throws FolderInUse */
export function refuseInUse(folder: string): void {
  const path = join(folder, lockName);
  if (held.has(path)) return;
  const content = contentOf(path);
  const other = content === undefined ? undefined : holder(path, content);
  if (other !== undefined) throw inUse(other, folder);
}
