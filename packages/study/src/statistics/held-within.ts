/** Holds the least and the most that a value can be. */
export type ValueRange = readonly [least: number, most: number];

/** Range of what has no bounds. */
export const anyValue: ValueRange = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** Range of shares and chances. */
export const ofShares: ValueRange = [0, 1];

/** Range of counts, dollars and sizes. */
export const noneOrMore: ValueRange = [0, Number.POSITIVE_INFINITY];

/** Returns the range of a difference of two values that are each within a range. */
export const ofDifferences = ([least, most]: ValueRange): ValueRange => [least - most, most - least];

/** Holds the ends of an interval of a mean within what its values can be, where the mean is too; null ends stay. */
export function heldWithin<One extends { readonly low: number | null; readonly high: number | null }>(
  interval: One,
  [least, most]: ValueRange,
): One {
  const { low, high } = interval;
  return {
    ...interval,
    low: low === null ? null : Math.max(least, low),
    high: high === null ? null : Math.min(most, high),
  };
}
