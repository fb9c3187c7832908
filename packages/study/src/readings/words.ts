/** Writes a number of things, as in `1 colleague` and `3 colleagues`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Writes a share as a whole percentage. */
export function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

/** Joins words as a sentence does: `a, b and c`. */
export function listed(words: readonly string[], last: "and" | "or" = "and"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
