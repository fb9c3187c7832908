import type { DiffusionSet } from "./diffusion-set.ts";
import { exposureOf } from "./histories.ts";

/** Holds what simple contagion adds to a hazard in which every period and every site has a level of its own. */
export interface FreeLevels {
  /** Rise in the log-odds from full exposure (κ), and its standard error. */
  readonly strength: number;
  readonly error: number;
  /** Gain in log-likelihood over the same hazard without contagion. */
  readonly gain: number;
}

/**
 * Fits the log-odds of adopting as a sum of a level per period, a level per site and strength · exposure, people being
 * otherwise alike: the rival that grants time and place everything they can explain. Logistic regression by Newton's steps.
 */
export function withFreeLevels(set: DiffusionSet): FreeLevels {
  const { periods, sites, site, adopted } = set;
  const width = periods + sites.length;
  const rows: { readonly columns: readonly number[]; readonly share: number; readonly event: number }[] = [];
  adopted.forEach((when, person) => {
    for (let period = 1; period <= Math.min(when, periods); period++) {
      const place = site[person]! === 0 ? [] : [periods + site[person]! - 1];
      const share = exposureOf(set, person, period) / 16;
      rows.push({ columns: [period - 1, ...place, width - 1], share, event: Number(when === period) });
    }
  });

  const climb = (columns: number) => {
    const b = new Array<number>(columns).fill(0);
    const information = (): { matrix: number[][]; gradient: number[]; value: number } => {
      const matrix = b.map(() => new Array<number>(columns).fill(0));
      const gradient = new Array<number>(columns).fill(0);
      let value = 0;
      for (const row of rows) {
        const used = row.columns.filter((column) => column < columns);
        const weight = (column: number): number => (column === width - 1 ? row.share : 1);
        const chance = 1 / (1 + Math.exp(-used.reduce((sum, column) => sum + b[column]! * weight(column), 0)));
        value += Math.log(row.event === 1 ? chance : 1 - chance);
        for (const i of used) {
          gradient[i]! += weight(i) * (row.event - chance);
          for (const j of used) matrix[i]![j]! += weight(i) * weight(j) * chance * (1 - chance);
        }
      }
      return { matrix, gradient, value };
    };
    for (let step = 0; step < 12; step++) {
      const { matrix, gradient } = information();
      solve(matrix, gradient).forEach((change, i) => {
        b[i]! += change;
      });
    }
    return { b, ...information() };
  };
  const none = climb(width - 1);
  const pushed = climb(width);
  const last = new Array<number>(width).fill(0);
  last[width - 1] = 1;
  return {
    strength: pushed.b[width - 1]!,
    error: Math.sqrt(solve(pushed.matrix, last)[width - 1]!),
    gain: pushed.value - none.value,
  };
}

/** Solves `matrix` · x = `right` for a positive definite matrix, by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i]!]);
  const n = a.length;
  for (let i = 0; i < n; i++)
    for (let k = i + 1; k < n; k++) {
      const factor = a[k]![i]! / a[i]![i]!;
      if (factor !== 0) for (let j = i; j <= n; j++) a[k]![j]! -= factor * a[i]![j]!;
    }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = a[i]![n]!;
    for (let j = i + 1; j < n; j++) sum -= a[i]![j]! * x[j]!;
    x[i] = sum / a[i]![i]!;
  }
  return x;
}
