/**
 * Tells of each item whether no other is at least as good in every measure and better in one. Measures are numbers of
 * which more is better; equals stay, and an item with a measure that is NaN does not.
 */
export function nondominated(measures: readonly (readonly number[])[]): boolean[] {
  const beats = (one: readonly number[], other: readonly number[]): boolean =>
    one.every((value, m) => value >= (other[m] as number)) && one.some((value, m) => value > (other[m] as number));
  return measures.map((own) => !own.some(Number.isNaN) && !measures.some((other) => beats(other, own)));
}
