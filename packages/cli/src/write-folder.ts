import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Fault } from "./fault.ts";
import type { Host } from "./host.ts";

/** Finds out whether `--out` can be a folder, before hours are spent. */
export async function checkFolder(host: Host, folder: string | undefined, faults: Fault[]): Promise<void> {
  if (folder === undefined) return;
  if (folder === "") faults.push({ code: "empty", path: "--out", message: "is empty" });
  const found = await stat(resolve(host.cwd, folder)).catch(() => undefined);
  if (found && !found.isDirectory()) faults.push({ code: "not-a-folder", path: "--out", message: `“${folder}” is a file, not a folder` });
}

/**
 * Writes files into a folder, all or none: they are written beside it under a temporary name and moved when complete.
 * An existing folder keeps its other files. Nothing is left behind on failure.
 */
export async function writeFolder(host: Host, folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const target = resolve(host.cwd, folder);
  const waiting = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const made = await mkdir(dirname(target), { recursive: true });
  try {
    await mkdir(waiting);
    for (const [name, text] of files) await writeFile(join(waiting, name), text);
    if (await stat(target).catch(() => undefined)) {
      for (const name of files.keys()) await rename(join(waiting, name), join(target, name));
    } else await rename(waiting, target);
  } catch (error) {
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(waiting, { recursive: true, force: true });
  }
}
