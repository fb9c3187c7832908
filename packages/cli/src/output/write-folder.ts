import { mkdirSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { whyRefused } from "../host/describe-system-error.ts";
import type { Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { receiptBeside } from "../receipt/read-receipt.ts";
import { sha256 } from "../receipt/sha256.ts";
import { closeStaging, finishWriting, openStaging, publish } from "./staging.ts";

/** Bytes written to find out whether the disk is full; a result takes more. */
const triedBytes = 64 * 1024;

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
function missingFolders(path: string): { missing: readonly string[]; above: string } {
  const missing: string[] = [];
  let above = path;
  while (!isThere(above) && dirname(above) !== above) {
    missing.unshift(above);
    above = dirname(above);
  }
  return { missing, above };
}

/** Removes folders that were made, the innermost first, unless something is in them. */
function removeFolders(made: readonly string[]): void {
  try {
    for (const folder of [...made].reverse()) rmdirSync(folder);
  } catch {
    // Something else was put there meanwhile, which stays.
  }
}

/**
 * Finds out whether `--out` can be a folder and be written to, by doing so, before hours are spent; a fault is added to
 * `faults`. Finishes, or clears away, what an earlier command was writing there when it was killed.
 */
export async function checkFolder(host: Host, folder: string | undefined, faults: Fault[]): Promise<void> {
  if (folder === undefined) return;
  const fault = (code: string, message: string): unknown => faults.push({ code, path: "--out", message });
  if (folder === "") {
    fault("empty", "is empty");
    return;
  }
  const target = resolve(host.cwd, folder);
  // All in one go, so that nobody stops it in between.
  const made: string[] = [];
  try {
    const { missing, above } = missingFolders(target);
    if (!statSync(above).isDirectory()) {
      fault("not-a-folder", `“${folder}” cannot be a folder: ${above} is a file`);
      return;
    }
    finishWriting(target);
    // One by one: Node's recursive mkdir never returns where the system refuses a folder as /proc does.
    for (const one of missing) {
      mkdirSync(one);
      made.push(one);
    }
    const staging = openStaging(target);
    try {
      writeFileSync(join(staging, "new", "tried"), Buffer.alloc(triedBytes));
    } finally {
      closeStaging(staging);
    }
  } catch (error) {
    fault("read-only", `“${folder}” cannot be written to: ${whyRefused(error)}`);
  } finally {
    removeFolders(made);
  }
}

/** Lists files of the earlier result in a folder, as they were written, that have no other in their place. */
async function filesGone(host: Host, target: string, files: ReadonlyMap<string, unknown>): Promise<string[]> {
  const before = files.has("receipt.json") ? await receiptBeside(host, target) : undefined;
  const names = Object.keys(before?.files ?? {}).filter((name) => !files.has(name));
  const ours = names.map(async (name) => {
    const content = await readFile(join(target, name)).catch(() => undefined);
    return content !== undefined && sha256(content) === before?.files[name] ? [name] : [];
  });
  return (await Promise.all(ours)).flat();
}

/**
 * Writes files into a folder, all or none: they are written to a hidden folder within it and moved when complete, which
 * is finished by the next command on the folder where this one is killed meanwhile. Files of an earlier result go; others
 * stay. Nothing is left behind on failure. `write` writes one file.
 *
 * @throws Error in words when the system refuses.
 */
export async function writeFolder(
  host: Host,
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  write: (path: string, content: string | Uint8Array) => Promise<void> = writeFile,
): Promise<void> {
  const target = resolve(host.cwd, folder);
  const made: string[] = [];
  let staging: string | undefined;
  try {
    for (const one of missingFolders(target).missing) {
      mkdirSync(one);
      made.push(one);
    }
    staging = openStaging(target);
    for (const [name, content] of files) await write(join(staging, "new", name), content);
    publish(staging, target, await filesGone(host, target, files));
  } catch (error) {
    if (staging !== undefined) closeStaging(staging);
    removeFolders(made);
    throw new Error(`nothing was written to ${folder}: ${whyRefused(error)}`, { cause: error });
  }
}
