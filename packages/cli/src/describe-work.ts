import { availableParallelism } from "node:os";
import type { WorkAhead } from "@uptake/study";
import { counted } from "./format.ts";

/** Writes a time to two figures, as in `40 s` or `2.5 min`. */
export function describeTime(milliseconds: number): string {
  if (milliseconds < 1000) return "under a second";
  const seconds = milliseconds / 1000;
  if (seconds < 99.5) return `${Number(seconds.toPrecision(2))} s`;
  const minutes = seconds / 60;
  return minutes < 99.5 ? `${Number(minutes.toPrecision(2))} min` : `${Number((minutes / 60).toPrecision(2))} h`;
}

/** Says how much work is ahead and about how long it takes, on one core and on all there are. */
export function describeWork({ runs, millisecondsPerRun }: WorkAhead, cores: number = availableParallelism()): string {
  if (millisecondsPerRun === null) return `${counted(runs, "run")} ahead.`;
  const all = runs * millisecondsPerRun;
  const several = cores > 1 && all >= 1000 ? `, about ${describeTime(all / cores)} on ${cores}` : "";
  const time = all < 1000 ? describeTime(all) : `about ${describeTime(all)}`;
  return `${counted(runs, "run")} ahead: ${time} on one core${several}.`;
}
