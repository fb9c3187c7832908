import type { Column } from "./table.ts";

/** Names what a column of a table holds, in the words of its Parquet file. */
export type ColumnType = "BOOLEAN" | "INT32" | "DOUBLE" | "STRING";

/** Holds a value of a table. */
export type Value = string | number | boolean | null;

/** Returns a value as it is written: a number that is not finite is no value. */
export function writtenValue(value: Value): Value {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

const wholeNumber = (value: number): boolean => (value | 0) === value && !Object.is(value, -0);

/**
 * Finds the type of a column from its values: whole numbers are INT32 where all are, other numbers DOUBLE. A column
 * without any value is DOUBLE, or STRING where its unit is `–`.
 *
 * @throws Error when it mixes types.
 */
export function columnType({ name, unit }: Column, values: readonly Value[]): ColumnType {
  const present = values.map(writtenValue).filter((value) => value !== null);
  if (present.length === 0) return unit === "–" ? "STRING" : "DOUBLE";
  const kinds = new Set(present.map((value) => typeof value));
  if (kinds.size > 1) throw new Error(`column ${name} mixes ${[...kinds].sort().join(" and ")}`);
  if (kinds.has("string")) return "STRING";
  if (kinds.has("boolean")) return "BOOLEAN";
  return (present as number[]).every(wholeNumber) ? "INT32" : "DOUBLE";
}
