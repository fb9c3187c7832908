import { openSeries } from "../numerics/open-series.ts";

/** Holds whole numbers by index while a run is under way: a row of `width` an index, so that a month writes to one place. */
export interface Rows {
  readonly width: number;
  readonly values: Int32Array;
}

/** Opens rows of zeros for `horizon` months. */
export function openRows(horizon: number, width: number): Rows {
  return { width, values: new Int32Array((horizon + 1) * width) };
}

/** Turns the columns into series, which share one buffer. */
export function columnsOf({ width, values }: Rows): Float64Array[] {
  const fresh = openSeries(width, values.length / width);
  const columns: Float64Array[] = [];
  for (let column = 0; column < width; column++) {
    const series = fresh();
    for (let m = 0, from = column; m < series.length; m++, from += width) series[m] = values[from]!;
    columns.push(series);
  }
  return columns;
}
