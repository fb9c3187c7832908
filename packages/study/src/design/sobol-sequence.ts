import { derive, draw, hashText, InputError, type Key, rootKey } from "@uptake/model";
import { checkSize, emptySeed, MOST_ROWS, notPowerOfTwo, outOfRange } from "./checks.ts";
import { joeKuo } from "./joe-kuo.ts";

/** Most dimensions of a Sobol sequence: enough for two matrices of 200 factors. */
export const SOBOL_DIMENSIONS: number = joeKuo.length + 1;

/** Sets how a Sobol sequence is randomised. */
export interface SobolOptions {
  /** Scrambles the points under this seed, each still evenly spread and the whole still balanced (default: not). */
  readonly scramble?: string;
}

/**
 * Returns the first `rows` points of the Sobol sequence in the unit cube, in Gray-code order, with the direction numbers
 * of Joe and Kuo (2008); unscrambled they are SciPy's. More rows begin with the same points, more dimensions with the
 * same coordinates. `rows` is a power of two, 1 … 2²⁰, for the sequence is balanced only there.
 *
 * With `scramble`, Owen's nested uniform scrambling (Monte Carlo and Quasi-Monte Carlo Methods, 1995): the bit after
 * each prefix is flipped or not by a draw of its own. Estimates are then unbiased, and two seeds are independent.
 *
 * @throws InputError when `rows` is no such power, `dimensions` is not within 1 … 400, the seed is empty, or there are over
 *   40,000,000 numbers.
 */
export function sobolSequence(rows: number, dimensions: number, options: SobolOptions = {}): number[][] {
  const issues = [
    ...notPowerOfTwo("rows", rows, MOST_ROWS),
    ...outOfRange("dimensions", dimensions, 1, SOBOL_DIMENSIONS),
  ];
  if (options.scramble !== undefined) issues.push(...emptySeed(options.scramble));
  if (issues.length > 0) throw new InputError(issues);
  checkSize(rows, dimensions, MOST_ROWS);
  const points = Array.from({ length: rows }, () => new Array<number>(dimensions));
  const root = options.scramble === undefined ? null : derive(rootKey(options.scramble), scrambling);
  for (let d = 0; d < dimensions; d++) {
    const directions = directionNumbers(d);
    const levels = root === null ? null : levelKeys(derive(root, d));
    let bits = 0;
    for (let r = 0; r < rows; r++) {
      if (r > 0) bits = (bits ^ directions[trailingZeros(r)]!) >>> 0;
      points[r]![d] = (levels === null ? bits : scrambled(bits, levels)) / 4294967296;
    }
  }
  return points;
}

const scrambling = hashText("nested uniform scrambling");

/** Returns the 32 direction numbers of a dimension, the first bit highest. */
function directionNumbers(dimension: number): Uint32Array {
  const directions = new Uint32Array(32);
  if (dimension === 0) return directions.map((_, i) => 0x80000000 >>> i);
  const [polynomial, ...initial] = joeKuo[dimension - 1]! as [number, ...number[]];
  const degree = initial.length;
  for (let i = 0; i < 32; i++) {
    if (i < degree) {
      directions[i] = initial[i]! * (0x80000000 >>> i);
      continue;
    }
    const oldest = directions[i - degree]!;
    let next = oldest ^ (oldest >>> degree);
    for (let k = 1; k < degree; k++) if ((polynomial >>> (degree - k)) & 1) next ^= directions[i - k]!;
    directions[i] = next;
  }
  return directions;
}

function trailingZeros(value: number): number {
  return 31 - Math.clz32(value & -value);
}

function levelKeys(dimension: Key): Key[] {
  return Array.from({ length: 32 }, (_, level) => derive(dimension, level));
}

/** Flips each bit or not by a draw that depends on the bits above it, so that points with a common prefix keep one. */
function scrambled(bits: number, levels: readonly Key[]): number {
  let flips = 0;
  for (let level = 0; level < 32; level++) {
    const prefix = level === 0 ? 0 : bits >>> (32 - level);
    const { a, b } = levels[level]!;
    flips |= (draw(a, b, prefix) >>> 31) << (31 - level);
  }
  return (bits ^ flips) >>> 0;
}
