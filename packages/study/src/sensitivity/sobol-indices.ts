import { InputError, square } from "@uptake/model";
import { emptySeed, outOfRange, wrongHalfWidth, wrongLength } from "../design/checks.ts";
import { sortedQuantile } from "../statistics/quantile.ts";
import { bootstrap, type Interval, percentileInterval } from "./bootstrap.ts";
import { type SaltelliDesign, saltelliWidth } from "./saltelli-design.ts";

/** Sets how Sobol indices are computed. */
export interface SobolIndicesOptions {
  /** Half-width that every interval should have at most, as a share of the variance (default 0.1; a choice). */
  readonly halfWidth?: number;
  /** Number of bootstrap samples, 100 … 100,000 (default 1,000). */
  readonly resamples?: number;
  /** Text that the bootstrap follows from (default: the design's seed). */
  readonly seed?: string;
}

/** Holds the shares of the output's variance that go through one input. */
export interface InputIndices {
  /** Name of the input. */
  readonly name: string;
  /** Share due to the input alone: what knowing it would take away on average. */
  readonly first: Interval;
  /** Share that involves the input at all: what would be left if all but it were known. */
  readonly total: Interval;
}

/** Holds the indices of a factor, and whether its total index is told apart from luck's. */
export interface FactorIndices extends InputIndices {
  /** Says whether the factor's total index is above or below that of luck; null without luck. */
  readonly againstLuck: "more" | "less" | "cannot tell" | null;
}

/** Holds the Sobol indices of one output. */
export interface SobolIndices {
  /** Indices of each factor, in the design's order; empty where there are none. */
  readonly factors: readonly FactorIndices[];
  /** Indices of luck; its total index is the share of the variance due to seed noise. Null without luck. */
  readonly luck: InputIndices | null;
  /** Mean of the output; null where there are no rows. */
  readonly mean: number | null;
  /** Variance of the output; null where there are no rows. */
  readonly variance: number | null;
  /** Base rows used. */
  readonly rows: number;
  /** Base rows left out because an evaluation had no finite value. */
  readonly dropped: number;
  /** Largest half-width of the intervals. */
  readonly halfWidth: number | null;
  /** Says that there are too few rows to tell the indices apart as finely as asked. */
  readonly tooFew: boolean;
  /** Number of rows, a power of two, at which the half-width asked for may be expected; null where it is reached. */
  readonly rowsNeeded: number | null;
  /** Says why there are too few rows, or why there are no indices. */
  readonly reason: string | null;
}

/** Fewest rows whose spread says anything of the spread of an estimate (a choice). */
const FEWEST_ROWS = 16;

/**
 * Computes first-order indices (Saltelli and others 2010) and total indices (Jansen 1999) of the outputs `values`, one
 * for each point of `design` in its order; null or not finite where there is none. Intervals are the middle 95% of a
 * bootstrap over rows, which takes rows for independent: they are rather too wide, since the rows are evenly spread.
 *
 * @throws InputError when there is not one value for each point, or an option is out of range.
 */
export function sobolIndices(
  design: SaltelliDesign,
  values: ArrayLike<number | null>,
  options: SobolIndicesOptions = {},
): SobolIndices {
  const { halfWidth: asked = 0.1, resamples = 1000, seed = design.seed } = options;
  check(design, values, asked, resamples, seed);
  const names = design.luck ? [...design.factors, "luck"] : design.factors;
  const rows = finiteRows(values, saltelliWidth(design.factors.length, design.luck), design.rows);
  const dropped = design.rows - rows.length;
  const terms = termsOf(rows, names.length);
  const whole = estimate(terms, new Float64Array(rows.length).fill(1));
  if (rows.length < 2 || terms.constant) return untold(design, terms, rows, dropped);
  const samples = bootstrap(rows.length, resamples, seed, (weights) => {
    const { first, total } = estimate(terms, weights);
    const luck = total[design.factors.length] ?? 0;
    return [...first, ...total, ...total.map((index) => index - luck)];
  });
  const inputs = names.map((name, i) => ({
    name,
    first: percentileInterval(whole.first[i]!, samples[i]!),
    total: percentileInterval(whole.total[i]!, samples[names.length + i]!),
  }));
  return {
    factors: inputs.slice(0, design.factors.length).map((input, i) => ({
      ...input,
      againstLuck: design.luck ? verdict(samples[2 * names.length + i]!) : null,
    })),
    luck: design.luck ? inputs.at(-1)! : null,
    mean: terms.centre,
    variance: whole.variance,
    rows: rows.length,
    dropped,
    ...precision(inputs, rows.length, asked),
  };
}

function check(
  design: SaltelliDesign,
  values: ArrayLike<number | null>,
  halfWidth: number,
  resamples: number,
  seed: string,
): void {
  const issues = [
    ...outOfRange("resamples", resamples, 100, 100_000),
    ...emptySeed(seed),
    ...wrongHalfWidth(halfWidth),
    ...wrongLength(values, design.points),
  ];
  if (issues.length > 0) throw new InputError(issues);
}

/** Returns the rows of `width` values of which all are finite. */
function finiteRows(values: ArrayLike<number | null>, width: number, count: number): number[][] {
  const rows = Array.from({ length: count }, (_, r) => Array.from({ length: width }, (_, k) => values[r * width + k]));
  return rows.filter((row): row is number[] => row.every(Number.isFinite));
}

/** Holds what each row adds to the estimates, around a centre that takes the size of the mean out of them. */
interface Terms {
  readonly centre: number;
  readonly constant: boolean;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly first: readonly Float64Array[];
  readonly total: readonly Float64Array[];
}

function termsOf(rows: readonly (readonly number[])[], inputs: number): Terms {
  const centre = rows.reduce((sum, [a, b]) => sum + a! + b!, 0) / (2 * rows.length);
  const over = (term: (row: readonly number[]) => number) => Float64Array.from(rows, term);
  const each = (term: (a: number, b: number, mixed: number) => number) =>
    Array.from({ length: inputs }, (_, i) =>
      over((row) => term(row[0]! - centre, row[1]! - centre, row[2 + i]! - centre)),
    );
  return {
    centre,
    constant: rows.every(([a, b]) => a === rows[0]![0] && b === a),
    sums: over(([a, b]) => a! - centre + (b! - centre)),
    squares: over(([a, b]) => square(a! - centre) + square(b! - centre)),
    first: each((a, b, mixed) => b * (mixed - a)),
    total: each((a, _, mixed) => square(a - mixed) / 2),
  };
}

/** Computes variance and indices with each row counted as often as its weight says; the weights sum to their number. */
function estimate(terms: Terms, weights: Float64Array): { variance: number; first: number[]; total: number[] } {
  const mean = (term: Float64Array): number => {
    let sum = 0;
    for (let r = 0; r < weights.length; r++) sum += weights[r]! * term[r]!;
    return sum / weights.length;
  };
  const variance = mean(terms.squares) / 2 - square(mean(terms.sums) / 2);
  const share = (term: Float64Array): number => (variance > 0 ? mean(term) / variance : 0);
  return { variance, first: terms.first.map(share), total: terms.total.map(share) };
}

/** Returns the lowest power of two that is at least `count`. */
function powerOfTwo(count: number): number {
  let power = 1;
  while (power < count) power *= 2;
  return power;
}

function verdict(ascending: Float64Array): "more" | "less" | "cannot tell" {
  if (sortedQuantile(ascending, 0.025) > 0) return "more";
  return sortedQuantile(ascending, 0.975) < 0 ? "less" : "cannot tell";
}

function precision(
  inputs: readonly InputIndices[],
  rows: number,
  asked: number,
): Pick<SobolIndices, "halfWidth" | "tooFew" | "rowsNeeded" | "reason"> {
  const widths = inputs.flatMap(({ name, first, total }) => [
    { what: `the first-order index of ${name}`, half: (first.high! - first.low!) / 2 },
    { what: `the total index of ${name}`, half: (total.high! - total.low!) / 2 },
  ]);
  const widest = widths.reduce((one, other) => (other.half > one.half ? other : one));
  if (rows >= FEWEST_ROWS && widest.half <= asked) {
    return { halfWidth: widest.half, tooFew: false, rowsNeeded: null, reason: null };
  }
  const untrusted = rows < FEWEST_ROWS;
  const rowsNeeded = untrusted ? FEWEST_ROWS : powerOfTwo(rows * square(widest.half / asked));
  const reason = untrusted
    ? `${rows} rows are too few for an interval; at least ${FEWEST_ROWS} are needed`
    : `${widest.what} is known to ±${widest.half.toFixed(2)}, not to the ±${asked} asked for; about ${rowsNeeded} rows are needed`;
  return { halfWidth: widest.half, tooFew: true, rowsNeeded, reason };
}

/** Returns the answer where there is no variance to share out, or none that could be seen. */
function untold(design: SaltelliDesign, terms: Terms, rows: readonly unknown[], dropped: number): SobolIndices {
  const nothing: Interval = { estimate: null, low: null, high: null };
  const input = (name: string): InputIndices => ({ name, first: nothing, total: nothing });
  const tooFew = rows.length < 2;
  return {
    factors: design.factors.map((name) => ({ ...input(name), againstLuck: design.luck ? "cannot tell" : null })),
    luck: design.luck ? input("luck") : null,
    mean: rows.length === 0 ? null : terms.centre,
    variance: tooFew ? null : 0,
    rows: rows.length,
    dropped,
    halfWidth: null,
    tooFew,
    rowsNeeded: tooFew ? FEWEST_ROWS : null,
    reason: tooFew
      ? `${rows.length} of ${design.rows} rows have a value for every evaluation`
      : "the output is the same in every row, so there is nothing to share out",
  };
}
