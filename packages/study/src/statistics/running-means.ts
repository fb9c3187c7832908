import { effectiveOf } from "./chance.ts";
import type { MeanInterval } from "./mean-interval.ts";
import { tQuantile } from "./t-quantile.ts";
import { type Probability, wilson } from "./wilson.ts";

/** Most degrees of freedom asked of Student's t: with more its quantile is the same to five figures. */
const mostFreedom = 100_000;

/**
 * Holds sums over many rows of numbers, of which any cell may have no value (NaN), so that means and their intervals can
 * be told in memory that does not grow with the rows. All rows of a unit are added before anything is asked.
 *
 * Values are taken less the first of their cell, so that little is lost where they are large and alike.
 */
export class RunningMeans {
  readonly #first: Float64Array;
  /** Sums of values, and how many there are. */
  readonly #sum: Float64Array;
  readonly #count: Float64Array;
  /** The same over the unit under way. */
  readonly #unitSum: Float64Array;
  readonly #unitCount: Float64Array;
  /** Units with a value; sums over them of squares of their sums, of sums times counts, and of squares of counts. */
  readonly #units: Float64Array;
  readonly #squares: Float64Array;
  readonly #products: Float64Array;
  readonly #countSquares: Float64Array;
  /** Sums of squares of values, and over units of squares of their sums over their counts. */
  readonly #valueSquares: Float64Array;
  readonly #unitMeans: Float64Array;
  #unit: number | undefined;

  /** Begins with no row; rows have `width` cells. */
  constructor(width: number) {
    this.#first = new Float64Array(width).fill(Number.NaN);
    [this.#sum, this.#count, this.#unitSum, this.#unitCount] = quartet(width);
    [this.#units, this.#squares, this.#products, this.#countSquares] = quartet(width);
    this.#valueSquares = new Float64Array(width);
    this.#unitMeans = new Float64Array(width);
  }

  /** Adds a row of a unit, as of a world: rows of one follow one another. */
  add(row: Float64Array, unit: number): void {
    if (unit !== this.#unit) this.#endUnit();
    this.#unit = unit;
    for (let cell = 0; cell < row.length; cell++) {
      const value = row[cell]!;
      if (Number.isNaN(value)) continue;
      if (this.#unitCount[cell] === 0 && this.#count[cell] === 0) this.#first[cell] = value;
      const less = value - this.#first[cell]!;
      this.#unitSum[cell]! += less;
      this.#unitCount[cell]! += 1;
      this.#valueSquares[cell]! += less * less;
    }
  }

  /** Returns the mean of a cell and its 95% interval, as `meanInterval` does to rounding; null without a value. */
  meanOf(cell: number): MeanInterval | null {
    this.#endUnit();
    const replicates = this.#count[cell]!;
    if (replicates === 0) return null;
    const offset = this.#sum[cell]! / replicates;
    const mean = this.#first[cell]! + offset;
    const units = this.#units[cell]!;
    if (units < 2) return { mean, low: null, high: null, replicates };
    const squares = this.#residualSquares(cell, offset);
    const half = quantileOf(units) * Math.sqrt(varianceOf(units, squares, replicates));
    return { mean, low: mean - half, high: mean + half, replicates };
  }

  /** Returns the half-width that no number of replicates goes below, as `leastHalfWidth` does to rounding; null where that is. */
  leastHalfWidthOf(cell: number): number | null {
    this.#endUnit();
    const replicates = this.#count[cell]!;
    const units = this.#units[cell]!;
    if (units < 2 || units === replicates) return null;
    const squares = this.#residualSquares(cell, this.#sum[cell]! / replicates);
    const luck = Math.max(0, this.#valueSquares[cell]! - this.#unitMeans[cell]!) / (replicates - units);
    return quantileOf(units) * Math.sqrt(Math.max(0, varianceOf(units, squares, replicates) - luck / replicates));
  }

  /** Returns the share of a cell of zeros and ones with its 95% interval, as `chance` does to rounding; null without a value. */
  chanceOf(cell: number): Probability | null {
    this.#endUnit();
    const replicates = this.#count[cell]!;
    if (replicates === 0) return null;
    const first = this.#first[cell]!;
    const hits = this.#sum[cell]! + first * replicates;
    const units = this.#units[cell]!;
    if (units === replicates || units === 1) return wilson(hits, replicates);
    const effective = effectiveOf({
      replicates,
      hits,
      size: this.#countSquares[cell]! / replicates,
      worlds: units,
      squares: (share) => this.#residualSquares(cell, share - first),
    });
    const { low, high } = wilson((hits / replicates) * effective, effective);
    return { probability: hits / replicates, low, high, replicates };
  }

  /** Adds the sums of the unit under way to those of all. */
  #endUnit(): void {
    if (this.#unit === undefined) return;
    this.#unit = undefined;
    for (let cell = 0; cell < this.#first.length; cell++) {
      const count = this.#unitCount[cell]!;
      if (count === 0) continue;
      const sum = this.#unitSum[cell]!;
      this.#sum[cell]! += sum;
      this.#count[cell]! += count;
      this.#units[cell]! += 1;
      this.#squares[cell]! += sum * sum;
      this.#products[cell]! += sum * count;
      this.#countSquares[cell]! += count * count;
      this.#unitMeans[cell]! += (sum * sum) / count;
      this.#unitSum[cell] = 0;
      this.#unitCount[cell] = 0;
    }
  }

  /** Adds up squares of the sums, within units, of values less the first and less `offset`. */
  #residualSquares(cell: number, offset: number): number {
    const sum = this.#squares[cell]! - 2 * offset * this.#products[cell]! + offset * offset * this.#countSquares[cell]!;
    return Math.max(0, sum);
  }
}

const quantileOf = (units: number): number => tQuantile(Math.min(units - 1, mostFreedom));

/** Returns the variance of a mean from the squares of sums, within units, of residuals. */
const varianceOf = (units: number, squares: number, replicates: number): number =>
  ((units / (units - 1)) * squares) / replicates / replicates;

const quartet = (width: number): [Float64Array, Float64Array, Float64Array, Float64Array] => [
  new Float64Array(width),
  new Float64Array(width),
  new Float64Array(width),
  new Float64Array(width),
];
