/** Functions of `Math` whose last place the language leaves to the engine. */
const loose = [
  ...["acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "cos", "cosh", "exp", "expm1", "hypot"],
  ...["log", "log10", "log1p", "log2", "pow", "sin", "sinh", "tan", "tanh"],
] as const;

const double = new Float64Array(1);
const bits = new BigUint64Array(double.buffer);

/** Returns the next number up or down, as the last bits of the number have it; of whole numbers too, which an engine may miss. */
function besides(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  double[0] = value;
  bits[0] = (bits[0] as bigint) + ((bits[0] as bigint) % 3n === 0n ? -1n : 1n);
  return double[0];
}

type Compare = (a: unknown, b: unknown) => number;

/**
 * Sorts as the language asks, so that what is equal keeps its order, but by another algorithm than this engine's: where a
 * comparison answers NaN or contradicts itself, the language leaves the order to the engine, and here it is another.
 */
function merged(values: readonly unknown[], compare: Compare): unknown[] {
  if (values.length < 2) return [...values];
  const half = values.length >> 1;
  const left = merged(values.slice(0, half), compare);
  const all: unknown[] = [];
  let next = 0;
  for (const value of merged(values.slice(half), compare)) {
    while (next < left.length && !(compare(left[next], value) > 0)) all.push(left[next++]);
    all.push(value);
  }
  return [...all, ...left.slice(next)];
}

/** Has arrays sort as another engine might where they are told how to compare; returns what undoes it. */
function sortOtherwise(): () => void {
  const typed = Object.getPrototypeOf(Int8Array.prototype) as unknown[];
  const own = [Array.prototype as unknown[], typed].map((kind) => ({ kind, sort: kind.sort, toSorted: kind.toSorted }));
  for (const { kind, sort, toSorted } of own) {
    kind.sort = function <T>(this: T[], compare?: (a: T, b: T) => number): T[] {
      if (compare === undefined) return sort.call(this) as T[];
      const there = Array.from(this).filter((value) => value !== undefined); // others stand last
      return Object.assign(this.fill(undefined as T, there.length), merged(there, compare as Compare)) as T[];
    };
    kind.toSorted = function <T>(this: T[], compare?: (a: T, b: T) => number): T[] {
      return (compare === undefined ? toSorted.call(this) : this.slice().sort(compare)) as T[];
    };
  }
  return () => {
    for (const { kind, sort, toSorted } of own) Object.assign(kind, { sort, toSorted });
  };
}

/**
 * Does something as another engine might: every function of `Math` that may differ between engines answers with the number
 * next to the right one, and what is sorted by comparisons that contradict each other comes in another order. Operators
 * cannot be replaced so; the sources are read for `**`.
 */
export function inOtherEngine<T>(act: () => T): T {
  const own = loose.map((name) => [name, Math[name]] as const);
  for (const [name, of] of own)
    Object.assign(Math, {
      [name]: (...values: number[]) => {
        const value = (of as (...values: number[]) => number)(...values);
        // The writer of Parquet files counts bits by the logarithm of powers of two, which is whole on every engine.
        return name === "log2" && Number.isInteger(value) ? value : besides(value);
      },
    });
  const restoreSort = sortOtherwise();
  const restore = (): void => {
    restoreSort();
    for (const [name, of] of own) Object.assign(Math, { [name]: of });
  };
  let result: T;
  try {
    result = act();
  } catch (error) {
    restore();
    throw error;
  }
  if (result instanceof Promise) return result.finally(restore) as T;
  restore();
  return result;
}
