import { InputError } from "@uptake/model";
import { checkSize, emptySeed, MOST_ROWS, notPowerOfTwo } from "../design/checks.ts";
import type { DesignPoint } from "../design/design-point.ts";
import { checkFactors, type Factor } from "../design/factor.ts";
import { SOBOL_DIMENSIONS, sobolSequence } from "../design/sobol-sequence.ts";
import { valuesAt } from "../design/value-at.ts";

/** Sets how a Saltelli design is drawn. */
export interface SaltelliOptions {
  /** Number of base rows, a power of two (default 1,024). */
  readonly rows?: number;
  /** Text that the scrambling of the base rows follows from, not empty (default `uptake`). */
  readonly seed?: string;
  /** Says whether luck is one more input (default true); without it every evaluation has luck 0. */
  readonly luck?: boolean;
}

/** Holds the evaluations that {@link sobolIndices} needs, as data. */
export interface SaltelliDesign {
  /** Says which design it is. */
  readonly kind: "saltelli";
  /** Names of the factors, in the order of a point's values. */
  readonly factors: readonly string[];
  /** Base rows, a power of two. */
  readonly rows: number;
  /** Text that the design follows from. */
  readonly seed: string;
  /** Whether luck is one of the inputs. */
  readonly luck: boolean;
  /**
   * Lists the evaluations row by row: A, B, then A with each factor in turn taken from B, then A with the luck of B. A
   * design with more rows begins with those of a shorter one, so finished evaluations need no repeating.
   */
  readonly points: readonly DesignPoint[];
}

/** Returns how many evaluations a base row of a design takes: factors + 2, and one more for luck. */
export function saltelliWidth(factors: number, luck: boolean): number {
  return factors + 2 + (luck ? 1 : 0);
}

/**
 * Lists the evaluations for the Sobol indices of `factors` (Saltelli and others, Computer Physics Communications 181,
 * 2010). Matrices A and B are the halves of a scrambled Sobol sequence. Row r has luck 2r in A and 2r + 1 in B: luck is
 * independent between rows and shared by a row's neighbours, as replicates of a comparison share it. What is neither a
 * factor nor held at a value counts as luck.
 *
 * @throws InputError when a factor cannot vary, there are over 200, `rows` is no power of two, the seed is empty, or
 *   there are over 1,000,000 evaluations or 40,000,000 values.
 */
export function saltelliDesign(factors: readonly Factor[], options: SaltelliOptions = {}): SaltelliDesign {
  const { rows = 1024, seed = "uptake", luck = true } = options;
  checkFactors(factors);
  const issues = [...notPowerOfTwo("rows", rows, MOST_ROWS), ...emptySeed(seed)];
  const most = SOBOL_DIMENSIONS / 2;
  if (factors.length > most) {
    const message = `${factors.length} factors are too many`;
    issues.push({ code: "too-many", path: "factors", message, value: factors.length, allowed: `1 to ${most}` });
  }
  if (issues.length > 0) throw new InputError(issues);
  checkSize(rows * saltelliWidth(factors.length, luck), factors.length);
  const points = sobolSequence(rows, 2 * factors.length, { scramble: seed }).flatMap((place, r): DesignPoint[] => {
    const a = valuesAt(factors, place.slice(0, factors.length));
    const b = valuesAt(factors, place.slice(factors.length));
    const lucks: readonly [number, number] = luck ? [2 * r, 2 * r + 1] : [0, 0];
    const mixed = factors.map((_, i) => ({ values: a.with(i, b[i]!), luck: lucks[0] }));
    const redrawn = luck ? [{ values: a, luck: lucks[1] }] : [];
    return [{ values: a, luck: lucks[0] }, { values: b, luck: lucks[1] }, ...mixed, ...redrawn];
  });
  return { kind: "saltelli", factors: factors.map(({ name }) => name), rows, seed, luck, points };
}
