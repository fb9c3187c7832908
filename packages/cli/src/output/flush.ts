import { closeSync, fsyncSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Waits until what was written at a path is on the disk. Some systems do so for no folder. */
function flush(path: string, how: "r" | "r+", mayRefuse: boolean): void {
  let file: number | undefined;
  try {
    file = openSync(path, how);
    fsyncSync(file);
  } catch (error) {
    if (!mayRefuse) throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Waits until the names in a folder are on the disk, where the system does so. */
export function flushFolder(folder: string): void {
  flush(folder, "r", true);
}

/** Waits until the files of a folder, and their names, are on the disk. @throws what the system says, as of a full disk. */
export function flushFiles(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile()) flush(join(folder, entry.name), "r+", false);
  flushFolder(folder);
}
