import { type EffectLevel, effectLevels } from "./beliefs.ts";
import { parameterNumbers } from "./parameter-numbers.ts";
import type { WorldTable } from "./world-table.ts";

const effects = parameterNumbers.flatMap(({ effect, harm }, place) => (effect ? [{ place, harm: harm === true }] : []));

/** Sorts numbers, the smallest first; without a function to compare them, which would be called a million times. */
const sortedOf = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();

/** Returns how many of the sorted values are less than `value`, or no more than it where it is `included`. */
function countBelow(sorted: Float64Array, value: number, included: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle]!;
    if (found < value || (included && found === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds the rank of each row, twice over so that ties have whole ones, from 0 to 2 (n − 1). */
function addRanks(values: readonly number[], sorted: Float64Array, harm: boolean, sums: Float64Array): void {
  const most = 2 * (sorted.length - 1);
  values.forEach((value, row) => {
    const rank = countBelow(sorted, value, false) + countBelow(sorted, value, true) - 1;
    sums[row] = sums[row]! + (harm ? most - rank : rank);
  });
}

const tied = new WeakMap<WorldTable, WorldTable["rows"]>();

/**
 * Returns the rows of a table with its effects tied to one common factor: the world whose effects have the r-th mean rank
 * takes the r-th smallest value of every effect, and the r-th largest of every cost of a lever. Each effect keeps its
 * values.
 */
export function withCommonEffects(table: WorldTable): WorldTable["rows"] {
  const known = tied.get(table);
  if (known) return known;
  const columns = effects.map(({ place }) => table.rows.map((row) => row[place]!));
  const sums = new Float64Array(table.rows.length);
  const sorted = columns.map(sortedOf);
  effects.forEach(({ harm }, e) => {
    addRanks(columns[e]!, sorted[e]!, harm, sums);
  });
  const rows = table.rows.map((row) => [...row]);
  const byRank = table.rows.map((_, row) => row).sort((a, b) => sums[a]! - sums[b]! || a - b);
  byRank.forEach((row, rank) => {
    effects.forEach(({ place, harm }, e) => {
      rows[row]![place] = sorted[e]![harm ? rows.length - 1 - rank : rank]!;
    });
  });
  tied.set(table, rows);
  return rows;
}

/** Holds the value of one effect, by its place in the record. */
export interface EffectValue {
  readonly place: number;
  readonly value: number;
}

/** Returns the quantile of sorted values, between neighbours in proportion. */
function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (at - below);
}

const levels = new WeakMap<WorldTable, Map<EffectLevel, readonly EffectValue[]>>();

/** Returns the value of every effect at a level: its quartile among the worlds of a table, the other one of a cost. */
export function effectsAt(level: EffectLevel, table: WorldTable): readonly EffectValue[] {
  const known = levels.get(table) ?? new Map<EffectLevel, readonly EffectValue[]>();
  levels.set(table, known);
  const found = known.get(level);
  if (found) return found;
  const share = (effectLevels.indexOf(level) + 1) / 4;
  const values = effects.map(({ place, harm }): EffectValue => {
    const sorted = sortedOf(table.rows.map((row) => row[place]!));
    return { place, value: quantile(sorted, harm ? 1 - share : share) };
  });
  known.set(level, values);
  return values;
}
