import { mkdirSync, rmdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Tells whether there is anything at a path. */
function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // A file stands where one of the path's folders would.
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return false;
    throw error;
  }
}

/** Returns the folders on the way to `path` that are not there yet, the outermost first, and what stands above them. */
export function missingFolders(path: string): { missing: readonly string[]; above: string } {
  const missing: string[] = [];
  let above = path;
  while (!isThere(above) && dirname(above) !== above) {
    missing.unshift(above);
    above = dirname(above);
  }
  return { missing, above };
}

/** Makes a folder; tells whether it was this process that did, where another may at the same moment. */
function make(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST" && statSync(folder).isDirectory()) return false;
    throw error;
  }
}

/**
 * Makes a folder and those above it that are missing, and returns which, the outermost first; none stays where one is
 * refused.
 *
 * @throws what the system says.
 */
export function makeFolders(path: string): readonly string[] {
  const made: string[] = [];
  try {
    // One by one: Node's recursive mkdir never returns where the system refuses a folder as /proc does.
    for (const folder of missingFolders(path).missing) if (make(folder)) made.push(folder);
    return made;
  } catch (error) {
    removeFolders(made);
    throw error;
  }
}

/** Removes folders that were made, the innermost first, unless something is in them. */
export function removeFolders(made: readonly string[]): void {
  try {
    for (const folder of [...made].reverse()) rmdirSync(folder);
  } catch {
    // Something else was put there meanwhile, which stays.
  }
}
