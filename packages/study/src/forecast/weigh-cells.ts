import { exp, pow } from "@uptake/model";
/** Holds a point: the middle of a cell of a grid over 0 … 1 in each dimension. */
export type Cell = readonly number[];

/** Cells of a grid. */
const size = 1000;
/** Grids, each over the box in which the one before found likely cells. */
const grids = 4;
/** Log-likelihood below the most likely cell's at which a cell no longer counts. */
const negligible = 9;
/** Cells that count however unlikely they are: a ridge may run between the cells of a coarse grid. */
const always = 40;

/**
 * Weighs the cells of a grid over 0 … 1 in each dimension by likelihood, all cells of a grid being alike before. The grid
 * is laid again over the box that holds every cell that counts, up to three times, until that box no longer shrinks.
 */
export function weighCells(
  dimensions: number,
  logLikelihood: (cell: Cell) => number,
): { readonly cells: readonly Cell[]; readonly weights: readonly number[] } {
  const along = Math.round(pow(size, 1 / dimensions));
  let box: readonly (readonly [number, number])[] = Array.from({ length: dimensions }, () => [0, 1] as const);
  for (let grid = 1; ; grid++) {
    const cells = cellsOf(box, along);
    const logs = cells.map(logLikelihood);
    const most = Math.max(...logs);
    const weights = logs.map((log) => exp(log - most));
    const nth = logs.toSorted((a, b) => b - a)[Math.min(always, logs.length) - 1]!;
    const likely = cells.filter((_, i) => logs[i]! >= Math.min(most - negligible, nth));
    const next = box.map(([low, high], d): [number, number] => {
      const half = (high - low) / along / 2;
      const values = likely.map((cell) => cell[d]!);
      return [Math.min(...values) - half, Math.max(...values) + half];
    });
    const volume = next.reduce((product, [low, high], d) => (product * (high - low)) / (box[d]![1] - box[d]![0]), 1);
    if (grid === grids || volume > 0.5) return { cells, weights };
    box = next;
  }
}

/** Lists the cells of a grid over a box. */
function cellsOf(box: readonly (readonly [number, number])[], along: number): Cell[] {
  return box.reduce<number[][]>(
    (cells, [low, high]) =>
      cells.flatMap((cell) =>
        Array.from({ length: along }, (_, i) => [...cell, low + ((high - low) * (i + 0.5)) / along]),
      ),
    [[]],
  );
}
