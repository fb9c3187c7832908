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
  const length = values.length / width;
  const all = new Float64Array(values.length);
  for (let column = 0, to = 0; column < width; column++) {
    for (let from = column; from < values.length; from += width, to++) all[to] = values[from]!;
  }
  return Array.from({ length: width }, (_, column) => all.subarray(column * length, (column + 1) * length));
}
