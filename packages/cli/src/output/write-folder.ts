import { access, constants, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";

/** Returns the folders on the way to `path` that are not there yet, the outermost first, and what stands above them. */
async function missingFolders(path: string): Promise<{ missing: readonly string[]; above: string }> {
  const missing: string[] = [];
  let above = path;
  while ((await stat(above).catch(() => undefined)) === undefined && dirname(above) !== above) {
    missing.unshift(above);
    above = dirname(above);
  }
  return { missing, above };
}

/** Finds out whether `--out` can be a folder, before hours are spent; a fault is added to `faults`. */
export async function checkFolder(host: Host, folder: string | undefined, faults: Fault[]): Promise<void> {
  if (folder === undefined) return;
  const fault = (code: string, message: string): unknown => faults.push({ code, path: "--out", message });
  if (folder === "") {
    fault("empty", "is empty");
    return;
  }
  const { above } = await missingFolders(resolve(host.cwd, folder));
  if (!(await stat(above)).isDirectory()) fault("not-a-folder", `“${folder}” cannot be a folder: ${above} is a file`);
  else if (await access(above, constants.W_OK).catch(() => true)) fault("read-only", `${above} may not be written to`);
}

/**
 * Writes files into a folder, all or none: they are written beside it under a temporary name and moved when complete.
 * An existing folder keeps its other files. Nothing is left behind on failure.
 */
export async function writeFolder(
  host: Host,
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  const target = resolve(host.cwd, folder);
  const waiting = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const { missing } = await missingFolders(dirname(target));
  try {
    // One by one: Node's recursive mkdir never returns where the system refuses a folder as /proc does.
    for (const one of [...missing, waiting]) await mkdir(one);
    for (const [name, content] of files) await writeFile(join(waiting, name), content);
    if (await stat(target).catch(() => undefined)) await moveInto(waiting, target, [...files.keys()]);
    else await rename(waiting, target);
  } catch (error) {
    if (missing[0] !== undefined) await rm(missing[0], { recursive: true, force: true });
    throw error;
  } finally {
    await rm(waiting, { recursive: true, force: true });
  }
}

/** Moves files into a folder that is there, in place of those of the same names; puts everything back on failure. */
async function moveInto(waiting: string, target: string, names: readonly string[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const name of names) {
      const file = join(target, name);
      const kept = join(waiting, `${name}.kept`);
      const before = await stat(file).catch(() => undefined);
      if (before && !before.isFile()) throw new Error(`${file} is not a file`);
      if (before) {
        await rename(file, kept);
        undo.unshift(() => rename(kept, file));
      }
      await rename(join(waiting, name), file);
      undo.unshift(() => rm(file));
    }
  } catch (error) {
    for (const step of undo) await step();
    throw error;
  }
}
