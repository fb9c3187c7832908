import type { RosterColumns } from "@uptake/model";
import { readColumns } from "@uptake/study/roster";
import type { Fault } from "../host/fault.ts";

/** Reads the columns that `--column` gives; everything wrong is added to `faults`. */
export function columnsOf(given: readonly string[] | undefined, faults: Fault[]): RosterColumns {
  const pairs = (given ?? []).map((text): readonly [string, string | undefined] => {
    const at = text.indexOf("=");
    return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
  });
  return readColumns(pairs, faults, () => "--column");
}
