import { DEPTH_SHIFT, LAPSED_BIT, USING_MASK } from "./signal.ts";
import { exposureColumn, type Tables } from "./tables.ts";

/** Holds what a teacher sees of a crowd of colleagues. */
export interface Crowd {
  /** Exposure in sixteenths: a column of the tables. */
  column: number;
  /** Mean depth of those who use the practice, 0 … 65535; 0 where nobody does. */
  depth: number;
}

/**
 * Adds up the signals of more colleagues than a sum of them could hold, as only supplied networks have: those whom
 * ties[from] … ties[to − 1] name, and the one visited (−1 for nobody).
 */
export function seeCrowd(
  signal: Int32Array,
  ties: Int32Array,
  from: number,
  to: number,
  visit: number,
  { failure }: Tables,
  crowd: Crowd,
): void {
  let using = 0;
  let lapsed = 0;
  let depths = 0;
  const add = (seen: number): void => {
    using += seen & USING_MASK;
    lapsed += (seen & LAPSED_BIT) === 0 ? 0 : 1;
    depths += seen >>> DEPTH_SHIFT;
  };
  for (let j = from; j < to; j++) add(signal[ties[j]!]!);
  if (visit >= 0) add(signal[visit]!);
  const degree = to - from + (visit >= 0 ? 1 : 0);
  crowd.column = failure < 0 ? 0 : exposureColumn(using, lapsed, degree, failure);
  crowd.depth = depths * (using === 0 ? 0 : 1 / using);
}
