import type { Issue } from "../../issue.ts";
import type { Change, Upgraded, UpgradeStep } from "./change.ts";

/**
 * Runs a file of `version` through the steps that bring it to the newest: `steps[0]` leads from version 1 to 2, and so on.
 * No step is left out, so each knows only the version before its own.
 */
export function runSteps<File>(file: File, version: number, steps: readonly UpgradeStep<File>[]): Upgraded<File> {
  let upgraded = file;
  const changes: Change[] = [];
  for (const step of steps.slice(version - 1)) {
    const next = step(upgraded);
    upgraded = next.file;
    changes.push(...next.changes);
  }
  return { file: upgraded, changes };
}

/** Refuses a version that is yet to come; `what` is the kind of file, as in “scenario”. Undefined for any other. */
export function futureVersion(given: unknown, newest: number, what: string): Issue | undefined {
  if (typeof given !== "number" || !(given > newest)) return undefined;
  const message = `the ${what} was made by a newer version of this program, which is needed to read it`;
  return { code: "future-version", path: "version", message, value: given, allowed: `1 to ${newest}` };
}

/** Tells whether a value is the number of a version up to the newest. */
export function isVersion(given: unknown, newest: number): given is number {
  return Number.isInteger(given) && (given as number) >= 1 && (given as number) <= newest;
}
