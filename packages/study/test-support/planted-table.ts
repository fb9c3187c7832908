import { derive, rootKey, uniform } from "@uptake/model";

/** Draws `count` inputs evenly over 0 … 1, and an outcome of chance `chance(row)`. */
export function plantedTable(
  seed: string,
  rows: number,
  count: number,
  chance: (at: (input: number) => number) => number,
) {
  const key = rootKey(seed);
  const inputs = Array.from({ length: count }, (_, j) => ({
    name: `x${j}`,
    kind: "number" as const,
    values: Array.from({ length: rows }, (_, row) => uniform(derive(key, j), row)),
  }));
  const outcome = Array.from(
    { length: rows },
    (_, row) => uniform(derive(key, 99), row) < chance((j) => inputs[j]?.values[row] as number),
  );
  return { inputs, outcome };
}
