/** Parts into which the span of the values is divided. */
const PARTS = 1024;

/**
 * Returns the value that would come at place `rank`, from 0, if those from `first` up to `end` were sorted. Counts them by
 * parts of their span and sorts only the part where the place lies. The values must be finite numbers.
 */
export function nthLowest(values: Float64Array, first: number, end: number, rank: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = first; i < end; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const scale = PARTS / (high - low);
  // Values so close together that a part of their span is not to be had are sorted as they are.
  if (!(scale < Number.MAX_VALUE)) return values.slice(first, end).sort()[rank]!;
  const counts = new Int32Array(PARTS + 1);
  for (let i = first; i < end; i++) counts[Math.floor((values[i]! - low) * scale)]! += 1;
  let part = 0;
  let below = 0;
  while (below + counts[part]! <= rank) below += counts[part++]!;
  const inside = new Float64Array(counts[part]!);
  let n = 0;
  for (let i = first; i < end; i++) if (Math.floor((values[i]! - low) * scale) === part) inside[n++] = values[i]!;
  return inside.sort()[rank - below]!;
}
