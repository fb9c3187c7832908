/** Holds the ends of a 95% interval, null where there is none. */
interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

type Cells = (number | null)[];

/** Writes a mean and the ends of its 95% interval as three cells, empty where there is no mean. */
export function meanCells(of: (Ends & { readonly mean: number | null }) | null | undefined): Cells {
  return [of?.mean ?? null, of?.low ?? null, of?.high ?? null];
}

/** Writes an estimate, as of a difference, likewise. */
export function estimateCells(of: (Ends & { readonly estimate: number | null }) | null | undefined): Cells {
  return [of?.estimate ?? null, of?.low ?? null, of?.high ?? null];
}

/** Writes a chance likewise. */
export function chanceCells(of: (Ends & { readonly probability: number | null }) | null | undefined): Cells {
  return [of?.probability ?? null, of?.low ?? null, of?.high ?? null];
}
