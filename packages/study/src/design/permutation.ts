import { integer, type Key } from "@uptake/model";

/** Returns 0 … `length`−1 in random order: Fisher and Yates' shuffle, drawn under `key` from slot `from` on. */
export function permutation(length: number, key: Key, from = 0): number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = integer(key, from + i, i + 1);
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}
