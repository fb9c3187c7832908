import { type Box, limitBetween, type Restriction, restrict, type Tally, tally, within } from "./box.ts";
import type { OutcomeTable } from "./outcome-table.ts";

/** Holds one box of a peeling trajectory with what is in it. */
export interface Step extends Tally {
  readonly box: Box;
}

interface Slab extends Tally {
  readonly restriction: Restriction;
}

/**
 * Peels a box off the rows marked in `among`: again and again the slab of about `alpha` of the box's rows (or one
 * category) whose loss raises density most per row lost, until the outcome is yes throughout or fewer than `least` rows,
 * 1 or more, would be left. Returns the steps, the whole first. Equal gains go to the earlier input, low end first.
 *
 * Source: Friedman and Fisher 1999; gain per row lost, which is fair to slabs of unlike size, from Kwakkel and
 * Jaxa-Rozen 2016.
 */
export function peel(table: OutcomeTable, among: Uint8Array, alpha: number, least: number): Step[] {
  let marks: Uint8Array = among.slice();
  const steps: Step[] = [{ box: [], ...tally(table, marks) }];
  for (;;) {
    const last = steps.at(-1) as Step;
    if (last.hits === last.rows) return steps;
    const slab = bestSlab(table, marks, last, alpha, least);
    if (slab === undefined) return steps;
    marks = within(table, [slab.restriction], marks);
    const box = restrict(last.box, slab.restriction);
    steps.push({ box, rows: last.rows - slab.rows, hits: last.hits - slab.hits });
  }
}

function bestSlab(table: OutcomeTable, marks: Uint8Array, box: Tally, alpha: number, least: number): Slab | undefined {
  const size = Math.max(1, Math.floor(alpha * box.rows));
  let best: Slab | undefined;
  let most = Number.NEGATIVE_INFINITY;
  table.inputs.forEach((input, i) => {
    const slabs =
      input.kind === "category"
        ? categories(table, i, marks)
        : [end(table, i, marks, size, 1), end(table, i, marks, size, -1)];
    for (const slab of slabs) {
      if (slab === undefined || box.rows - slab.rows < least) continue;
      const density = (box.hits - slab.hits) / (box.rows - slab.rows);
      const gain = (density - box.hits / box.rows) / slab.rows;
      if (gain <= most) continue;
      most = gain;
      best = slab;
    }
  });
  return best;
}

/** Returns the slab at the low (1) or high (−1) end of a numeric input: at least `size` rows, ties kept together. */
function end(table: OutcomeTable, index: number, marks: Uint8Array, size: number, way: 1 | -1): Slab | undefined {
  const order = table.orders[index] as Int32Array;
  const { name, values } = table.inputs[index] as { name: string; values: readonly number[] };
  let rows = 0;
  let hits = 0;
  let last = Number.NaN;
  for (let place = way > 0 ? 0 : order.length - 1; place >= 0 && place < order.length; place += way) {
    const row = order[place] as number;
    if (marks[row] !== 1) continue;
    const value = values[row] as number;
    if (rows >= size && value !== last) {
      const kind = way > 0 ? "above" : "below";
      return { restriction: { input: name, kind, limit: limitBetween(last, value) }, rows, hits };
    }
    rows++;
    hits += table.outcome[row] as number;
    last = value;
  }
  return undefined;
}

/** Returns one slab for each category that is in the box. */
function categories(table: OutcomeTable, index: number, marks: Uint8Array): Slab[] {
  const { name, values } = table.inputs[index] as { name: string; values: readonly string[] };
  const counts = new Map<string, { rows: number; hits: number }>();
  for (let row = 0; row < table.rows; row++) {
    if (marks[row] !== 1) continue;
    const count = counts.get(values[row] as string) ?? { rows: 0, hits: 0 };
    count.rows++;
    count.hits += table.outcome[row] as number;
    counts.set(values[row] as string, count);
  }
  const names = [...counts.keys()].sort();
  return names.map((out) => {
    const kept = names.filter((one) => one !== out);
    return { restriction: { input: name, kind: "among", categories: kept }, ...(counts.get(out) as Tally) };
  });
}
