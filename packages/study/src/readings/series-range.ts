/** Series that are no shares: counts and dollars of none or more, and the gap, a difference of two shares. */
const others: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["teachers", [0, Number.POSITIVE_INFINITY]],
  ["cost", [0, Number.POSITIVE_INFINITY]],
  ["gap", [-1, 1]],
]);

/** Returns the least and the most that a series of {@link measured} can be: 0 and 1 for a share, no bound for what is observed of an own mechanism. */
export function seriesRange(series: string): readonly [least: number, most: number] {
  if (series.startsWith("observed.")) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return others.get(series) ?? [0, 1];
}
