/** Holds a mean with its 95% interval, whose ends are null where there is none. */
interface Mean {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Writes a mean and the ends of its 95% interval as three cells, empty where there is no mean. */
export function meanCells(of: Mean | null | undefined): (number | null)[] {
  return [of?.mean ?? null, of?.low ?? null, of?.high ?? null];
}
