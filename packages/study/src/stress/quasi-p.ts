import { binomialTail } from "./binomial-tail.ts";
import { type Box, inputOf, meets } from "./box.ts";
import type { OutcomeTable } from "./outcome-table.ts";

/**
 * Computes the quasi-p-value of each restriction of a box, among the rows marked in `among`: the chance that rows drawn
 * from the box without that restriction hold as many hits as the box does, by an exact binomial test. Large where the
 * restriction adds nothing. It is "quasi" because the same rows found the box: true false-alarm rates are higher. Where
 * several rows share a case (a world, say), `rowsPerCase` counts that many rows as one.
 *
 * Source: Bryant and Lempert 2010, Technological Forecasting and Social Change 77, 34–49.
 */
export function quasiPValues(table: OutcomeTable, box: Box, among: Uint8Array, rowsPerCase = 1): number[] {
  // How many restrictions each row misses, and the last of those.
  const misses = new Uint16Array(table.rows);
  const missed = new Uint16Array(table.rows);
  box.forEach((restriction, i) => {
    const input = inputOf(table, restriction);
    for (let row = 0; row < table.rows; row++) {
      if (among[row] !== 1 || meets(restriction, input, row)) continue;
      misses[row] = (misses[row] as number) + 1;
      missed[row] = i;
    }
  });
  const alone = box.map(() => ({ rows: 0, hits: 0 }));
  const whole = { rows: 0, hits: 0 };
  for (let row = 0; row < table.rows; row++) {
    if (among[row] !== 1 || (misses[row] as number) > 1) continue;
    const one = misses[row] === 0 ? whole : (alone[missed[row] as number] as typeof whole);
    one.rows++;
    one.hits += table.outcome[row] as number;
  }
  const { rows, hits } = whole;
  const cases = Math.round(rows / rowsPerCase);
  const caseHits = Math.min(cases, Math.round(hits / rowsPerCase));
  return alone.map((one) => {
    const all = rows + one.rows;
    return all === 0 ? 1 : binomialTail(caseHits, cases, (hits + one.hits) / all);
  });
}

/** Drops from a box, largest first, the restrictions whose quasi-p-value exceeds `level`. */
export function prune(table: OutcomeTable, box: Box, among: Uint8Array, level: number, rowsPerCase = 1): Box {
  let kept = box;
  while (kept.length > 0) {
    const values = quasiPValues(table, kept, among, rowsPerCase);
    const largest = Math.max(...values);
    if (largest <= level) return kept;
    const drop = values.indexOf(largest);
    kept = kept.filter((_, i) => i !== drop);
  }
  return kept;
}
