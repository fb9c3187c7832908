import type { Value } from "./table.ts";

/** Returns a value as it is written: a number that is not finite is no value. */
export function writtenValue(value: Value): Value {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}
