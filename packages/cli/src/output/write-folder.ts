import { statSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { whyRefused } from "../host/describe-system-error.ts";
import type { Fault } from "../host/fault.ts";
import type { FileContent } from "../host/file-content.ts";
import { FolderInUse, lockFolder } from "../host/folder-lock.ts";
import type { Host } from "../host/host.ts";
import { missingFolders } from "../host/made-folders.ts";
import { sha256 } from "../host/sha256.ts";
import { receiptBeside } from "../receipt/read-receipt.ts";
import { closeStaging, finishWriting, openStaging, publish } from "./staging.ts";

/** Bytes written to find out whether the disk is full; a result takes more. */
const triedBytes = 64 * 1024;

/**
 * Finds out whether `--out` can be a folder and be written to, by doing so, before hours are spent; a fault is added to
 * `faults`, as where another command is writing there. Finishes, or clears away, what an earlier one was writing when it
 * was killed.
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
  try {
    const { above } = missingFolders(target);
    if (!statSync(above).isDirectory()) {
      fault("not-a-folder", `“${folder}” cannot be a folder: ${above} is a file`);
      return;
    }
    const unlock = lockFolder(target);
    try {
      finishWriting(target);
      const staging = openStaging(target);
      try {
        writeFileSync(join(staging, "new", "tried"), Buffer.alloc(triedBytes));
      } finally {
        closeStaging(staging);
      }
    } finally {
      unlock();
    }
  } catch (error) {
    if (error instanceof FolderInUse) fault("in-use", `“${folder}” ${error.message}`);
    else fault("read-only", `“${folder}” cannot be written to: ${whyRefused(error)}`);
  }
}

/** Lists files of the earlier result in a folder, as they were written, that have no other in their place. */
async function filesGone(host: Host, target: string, files: ReadonlySet<string>): Promise<string[]> {
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
 * stay. Nothing is left behind on failure. Each file is asked for when the one before it is written. `write` writes one
 * file. Returns the names of the files.
 *
 * @throws Error in words when the system refuses.
 */
export async function writeFolder(
  host: Host,
  folder: string,
  files: Iterable<readonly [name: string, content: FileContent]>,
  write: (path: string, content: FileContent) => Promise<void> = writeFile,
): Promise<readonly string[]> {
  const target = resolve(host.cwd, folder);
  let unlock: (() => void) | undefined;
  let staging: string | undefined;
  try {
    unlock = lockFolder(target);
    staging = openStaging(target);
    const names = new Set<string>();
    for (const [name, content] of files) {
      await write(join(staging, "new", name), content);
      names.add(name);
    }
    publish(staging, target, await filesGone(host, target, names));
    return [...names];
  } catch (error) {
    if (staging !== undefined) closeStaging(staging);
    const why = error instanceof FolderInUse ? `it ${error.message}` : whyRefused(error);
    throw new Error(`nothing was written to ${folder}: ${why}`, { cause: error });
  } finally {
    unlock?.();
  }
}
