import { InputError, type Issue } from "@uptake/model";

/** Most rows of a sequence that is balanced at powers of two: 2²⁰. */
export const MOST_ROWS = 1_048_576;

/** Most evaluations that one design may ask for, and most numbers in its points (320 MB). */
const MOST_POINTS = 1_000_000;
const MOST_NUMBERS = 40_000_000;

/** Returns the issue with a number that must be whole and within `low` … `high`, if there is one. */
export function outOfRange(path: string, value: number, low: number, high: number): Issue[] {
  if (Number.isInteger(value) && value >= low && value <= high) return [];
  const allowed = `a whole number, ${low} to ${high}`;
  return [{ code: "out-of-range", path, message: `${value} is out of range`, value, allowed }];
}

/** Returns the issue with a half-width asked for, as a share, that is not above 0 and at most 1, if there is one. */
export function wrongHalfWidth(value: number): Issue[] {
  if (value > 0 && value <= 1) return [];
  const message = `${value} is out of range`;
  return [{ code: "out-of-range", path: "halfWidth", message, value, allowed: "above 0, at most 1" }];
}

/** Returns the issue with values of a design that are not one a point, if there is one. */
export function wrongLength(values: ArrayLike<unknown>, points: readonly unknown[]): Issue[] {
  if (values.length === points.length) return [];
  const message = `there are ${values.length} values for ${points.length} points`;
  return [{ code: "wrong-length", path: "values", message, value: values.length }];
}

/** Returns the issue with a number of rows that must be a power of two up to `high`, if there is one. */
export function notPowerOfTwo(path: string, value: number, high: number): Issue[] {
  if (!(Number.isInteger(value) && value >= 1 && value <= high)) return outOfRange(path, value, 1, high);
  if ((value & (value - 1)) === 0) return [];
  const below = 0x80000000 >>> Math.clz32(value);
  const nearest = [below, 2 * below].filter((one) => one <= high).join(" or ");
  return [{ code: "not-a-power-of-two", path, message: `${value} breaks the balance of the sequence`, value, nearest }];
}

/**
 * Checks how many points of `dimensions` numbers a design asks for.
 *
 * @throws InputError when there are over `most` (default 1,000,000), or over 40,000,000 numbers in all.
 */
export function checkSize(points: number, dimensions: number, most: number = MOST_POINTS): void {
  const allowed = Math.min(most, Math.floor(MOST_NUMBERS / dimensions));
  if (points <= allowed) return;
  const message = `the design asks for ${points} points`;
  throw new InputError([{ code: "too-large", path: "", message, value: points, allowed: `at most ${allowed}` }]);
}

/** Returns the issue with an empty seed, if it is. */
export function emptySeed(seed: string): Issue[] {
  return seed === "" ? [{ code: "empty", path: "seed", message: "the seed is empty", value: seed }] : [];
}
