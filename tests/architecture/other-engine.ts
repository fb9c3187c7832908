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

/**
 * Does something as another engine might: every function of `Math` that may differ between engines answers with the number
 * next to the right one. Operators cannot be replaced so; the sources are read for `**`.
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
  const restore = (): void => {
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
