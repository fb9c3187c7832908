import { type Change, describeChange } from "@uptake/model/upgrade";
import { describeFault, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";

/** Tells what was changed in an older file when it was read, and where in the file that stands. */
export interface PlacedChange extends Change {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Makes a fault of a change, to find and to print its place as those of faults are. */
const asFault = (change: PlacedChange): Fault => {
  const { from: value, to: _, why: __, ...place } = change;
  return { ...place, code: "upgraded", message: describeChange(change), value };
};

/** Finds where a change stands, as `locate` finds it for faults. */
export function placeChange(change: Change, locate: (fault: Fault) => Fault): PlacedChange {
  const { path, file, line, column } = locate(asFault(change));
  const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
  return { ...place, ...(column === undefined ? {} : { column }), ...change, path };
}

/** Says on stderr what was changed in older files, a line each. */
export function tellChanges(host: Host, changes: readonly PlacedChange[]): void {
  for (const change of changes) host.err(`note: ${describeFault(asFault(change))}\n`);
}
