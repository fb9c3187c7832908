import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Names a process so that another can tell whether it still runs. */
export interface ProcessMark {
  readonly pid: number;
  /** Name of its machine. */
  readonly host: string;
  /** Linux's name of the machine's present start, of the processes that see each other, and of this one's start; else empty. */
  readonly boot: string;
  readonly space: string;
  readonly born: string;
}

/** Returns what `read` gives; an empty text where the system has no such thing. */
function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}

const boot = (): string => orNothing(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
const space = (): string => orNothing(() => readlinkSync("/proc/self/ns/pid"));

/** Returns when a process began, in ticks of its machine: its number alone may be another's by now. */
function born(pid: number): string {
  const text = orNothing(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  // The second field, the name in brackets, may hold anything.
  return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

/** Returns the mark of this process. */
export function ownMark(): ProcessMark {
  const { pid } = process;
  return { pid, host: hostname(), boot: boot(), space: space(), born: born(pid) };
}

/** Reads a mark that was written as JSON; undefined where it is none. */
export function readMark(text: string): ProcessMark | undefined {
  try {
    const mark = JSON.parse(text) as ProcessMark;
    const texts = [mark.host, mark.boot, mark.space, mark.born];
    return Number.isSafeInteger(mark.pid) && mark.pid > 0 && texts.every((one) => typeof one === "string")
      ? mark
      : undefined;
  } catch {
    return undefined;
  }
}

/** Tells whether a process is of this machine, and would be seen from here if it still ran. */
export function isNear(mark: ProcessMark): boolean {
  return mark.host === hostname() && (mark.boot !== boot() || mark.space === space());
}

/** Tells whether a process still runs; one of another machine is taken to. */
export function isRunning(mark: ProcessMark): boolean {
  if (!isNear(mark)) return true;
  if (mark.boot !== boot()) return false;
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    // What another user runs is there, and may not be told anything.
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const now = born(mark.pid);
  return now === "" || now === mark.born;
}
