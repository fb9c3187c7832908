import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ended, ended, program } from "./small-study.ts";

/** A disk of a megabyte, with a folder of it as it is seen from here. */
export interface SmallDisk {
  /** How the disk was made, in words. */
  readonly way: string;
  readonly folder: string;
  /** Runs the program in the folder. */
  run(...argv: string[]): Promise<Ended>;
  close(): Promise<void>;
}

const megabyte = ["-t", "tmpfs", "-o", "size=1m", "kept"];

/** Mounts the disk, which root may. */
function mounted(): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "uptake-disk-"));
  const { status } = spawnSync("mount", [...megabyte, folder], { stdio: "ignore" });
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    way: "mounted",
    folder,
    run: (...argv) => ended(spawn(process.execPath, [program, ...argv], { cwd: folder })),
    close: async () => {
      spawnSync("umount", [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Mounts the disk in a namespace of its own, which some systems let any user do; a shell holds it open. */
async function unshared(): Promise<SmallDisk | undefined> {
  const inside = mkdtempSync(join(tmpdir(), "uptake-disk-"));
  const script = `mount ${megabyte.join(" ")} ${inside} && echo ready && read -r end`;
  const shell = spawn("unshare", ["-rm", "sh", "-c", script], { stdio: ["pipe", "pipe", "ignore"] });
  const closed = once(shell, "close").catch(() => undefined);
  const ready = await Promise.race([once(shell.stdout, "data"), closed.then(() => undefined)]);
  const close = async (): Promise<void> => {
    shell.stdin.end("\n");
    await closed;
    rmSync(inside, { recursive: true });
  };
  if (ready === undefined) {
    await close();
    return undefined;
  }
  const enter = ["-t", String(shell.pid), "-U", "-m", "--preserve-credentials", `--wd=${inside}`];
  return {
    way: "mounted in a namespace of its own",
    folder: `/proc/${shell.pid}/root${inside}`,
    run: (...argv) => ended(spawn("nsenter", [...enter, process.execPath, program, ...argv])),
    close,
  };
}

/** Makes a disk of a megabyte, where this machine lets it: undefined where it does not. */
export async function smallDisk(): Promise<SmallDisk | undefined> {
  return mounted() ?? (await unshared());
}

/**
 * Runs the program in a folder where no file may be larger than so many kilobytes, which every user may ask for.
 */
export function runWithin(folder: string, kilobytes: number, ...argv: string[]): Promise<Ended> {
  mkdirSync(folder, { recursive: true });
  // dash counts in 512 bytes.
  const limited = `ulimit -f ${kilobytes * 2}; exec "$@"`;
  return ended(spawn("sh", ["-c", limited, "sh", process.execPath, program, ...argv], { cwd: folder }));
}
