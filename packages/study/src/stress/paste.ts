import {
  type Box,
  inputOf,
  limitBetween,
  meets,
  type Restriction,
  restrict,
  type Tally,
  tally,
  within,
  without,
} from "./box.ts";
import type { OutcomeTable } from "./outcome-table.ts";

interface Wider extends Tally {
  readonly box: Box;
}

/**
 * Pastes rows back on a box among the rows marked in `among`: again and again relaxes the one restriction, by about
 * `alpha` of the box's rows or one category, that leaves the highest density, as long as density does not fall. A
 * restriction with nothing left beyond it goes. Source: Friedman and Fisher 1999.
 */
export function paste(table: OutcomeTable, box: Box, among: Uint8Array, alpha: number): Box {
  let best: Wider = { box, ...tally(table, within(table, box, among)) };
  for (;;) {
    const before = best;
    const size = Math.max(1, Math.floor(alpha * before.rows));
    let density = before.hits / before.rows;
    for (const restriction of before.box) {
      for (const wider of relaxed(table, before, restriction, among, size)) {
        const reached = wider.hits / wider.rows;
        if (wider.rows === before.rows || reached < density || (reached === density && best !== before)) continue;
        density = reached;
        best = wider;
      }
    }
    if (best === before) return before.box;
  }
}

/** Returns the boxes that relaxing one restriction gives: one for a limit, one for each category added back. */
function relaxed(table: OutcomeTable, from: Wider, restriction: Restriction, among: Uint8Array, size: number): Wider[] {
  const rest = without(from.box, restriction);
  const input = inputOf(table, restriction);
  const outside = within(table, rest, among);
  for (let row = 0; row < table.rows; row++) if (meets(restriction, input, row)) outside[row] = 0;
  if (restriction.kind === "among") {
    const values = input.values as readonly string[];
    const names = [...new Set(values.filter((_, row) => outside[row] === 1))].sort();
    return names.map((name) => {
      const marks = outside.map((mark, row) => (values[row] === name ? mark : 0));
      const box =
        names.length === 1
          ? rest
          : restrict(from.box, { ...restriction, categories: [...restriction.categories, name].sort() });
      return joined(table, from, box, marks);
    });
  }
  const order = table.orders[table.inputs.indexOf(input)] as Int32Array;
  const values = input.values as readonly number[];
  const beyond = order.filter((row) => outside[row] === 1);
  if (restriction.kind === "above") beyond.reverse();
  let taken = Math.min(size, beyond.length);
  const value = (place: number): number => values[beyond[place] as number] as number;
  while (taken > 0 && taken < beyond.length && value(taken) === value(taken - 1)) taken++;
  const marks = new Uint8Array(table.rows);
  for (const row of beyond.subarray(0, taken)) marks[row] = 1;
  const box =
    taken === beyond.length
      ? rest
      : restrict(from.box, { ...restriction, limit: limitBetween(value(taken), value(taken - 1)) });
  return [joined(table, from, box, marks)];
}

function joined(table: OutcomeTable, from: Tally, box: Box, marks: Uint8Array): Wider {
  const added = tally(table, marks);
  return { box, rows: from.rows + added.rows, hits: from.hits + added.hits };
}
