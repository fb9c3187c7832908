import { type EffectLevel, effectLevels } from "./beliefs.ts";
import { parameters } from "./parameters.ts";
import type { WorldTable } from "./world-table.ts";

const effects = parameters.flatMap(({ effect, harm }, place) => (effect ? [{ place, harm: harm === true }] : []));

/** Returns the places of rows in the order of their values in a column, equal ones in the order of the rows. */
function order(values: readonly number[]): number[] {
  return values.map((_, row) => row).sort((a, b) => values[a]! - values[b]! || a - b);
}

/** Adds the rank of each row, twice over so that ties have whole ones, from 0 to 2 (n − 1). */
function addRanks(values: readonly number[], harm: boolean, sums: Float64Array): void {
  const rows = order(values);
  const most = 2 * (rows.length - 1);
  for (let first = 0; first < rows.length; ) {
    let last = first;
    while (last + 1 < rows.length && values[rows[last + 1]!] === values[rows[first]!]) last++;
    const rank = first + last;
    for (let i = first; i <= last; i++) sums[rows[i]!] = sums[rows[i]!]! + (harm ? most - rank : rank);
    first = last + 1;
  }
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
  effects.forEach(({ harm }, e) => {
    addRanks(columns[e]!, harm, sums);
  });
  const sorted = columns.map((values) => [...values].sort((a, b) => a - b));
  const rows = table.rows.map((row) => [...row]);
  order([...sums]).forEach((row, rank) => {
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
function quantile(sorted: readonly number[], share: number): number {
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
    const sorted = table.rows.map((row) => row[place]!).sort((a, b) => a - b);
    return { place, value: quantile(sorted, harm ? 1 - share : share) };
  });
  known.set(level, values);
  return values;
}
