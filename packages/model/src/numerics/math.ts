/**
 * Transcendental functions built from + − × ÷, floor and square root only, in a fixed order, so that every engine
 * returns the same bits. `Math.exp`, `Math.log`, `Math.sin`, `**` and the like may differ in the last place between
 * engines.
 */

/** Bound on log-odds: beyond ±30 a probability is 0 or 1 to within one draw in 2³². */
export const LOG_ODDS_LIMIT = 30;

/** Powers of two from 2⁻¹⁰⁷⁴ to 2¹⁰²³, each exact. */
const POWERS: Float64Array = (() => {
  const powers = new Float64Array(2098);
  powers[1074] = 1;
  for (let i = 1075; i < powers.length; i++) powers[i] = powers[i - 1]! * 2;
  for (let i = 1073; i >= 0; i--) powers[i] = powers[i + 1]! * 0.5;
  return powers;
})();

/** Returns e to the power `x`, to about 1 part in 10¹⁵; 0 below −708, Infinity above 709. */
export function exp(x: number): number {
  if (x > 709) return Number.POSITIVE_INFINITY;
  if (x < -708) return 0;
  return expWithin(x);
}

/** Returns the same where it is neither 0 nor Infinity: −708 ≤ `x` ≤ 709. */
function expWithin(x: number): number {
  const n = Math.floor(x * 1.4426950408889634 + 0.5);
  const r = x - n * 0.693145751953125 - n * 1.4286068203094173e-6;
  // Taylor's series by Horner's rule: |r| ≤ 0.35, so 13 terms leave less than 10⁻¹⁷.
  let p = 1.6059043836821613e-10;
  p = 2.08767569878681e-9 + p * r;
  p = 2.505210838544172e-8 + p * r;
  p = 2.755731922398589e-7 + p * r;
  p = 2.7557319223985893e-6 + p * r;
  p = 2.48015873015873e-5 + p * r;
  p = 0.0001984126984126984 + p * r;
  p = 0.001388888888888889 + p * r;
  p = 0.008333333333333333 + p * r;
  p = 0.041666666666666664 + p * r;
  p = 0.16666666666666666 + p * r;
  p = 0.5 + p * r;
  p = 1 + p * r;
  p = 1 + p * r;
  return p * POWERS[n + 1074]!;
}

const BITS: DataView = new DataView(new ArrayBuffer(8));

/** Returns the natural logarithm of `x`, to about 1 part in 10¹⁵: −Infinity at 0, NaN below 0. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let n = 0;
  let m = x;
  if (m < 2.2250738585072014e-308) {
    m *= 18014398509481984;
    n = -54;
  }
  BITS.setFloat64(0, m, true);
  const exponent = (BITS.getInt32(4, true) >>> 20) - 1023;
  n += exponent;
  m *= POWERS[1074 - exponent]!;
  if (m > 1.4142135623730951) {
    m *= 0.5;
    n++;
  }
  const s = (m - 1) / (m + 1);
  const z = s * s;
  // The series of 2·artanh(s): |s| ≤ 0.172, so 11 terms leave less than 10⁻¹⁷.
  let p = 0.047619047619047616;
  p = 0.05263157894736842 + p * z;
  p = 0.058823529411764705 + p * z;
  p = 0.06666666666666667 + p * z;
  p = 0.07692307692307693 + p * z;
  p = 0.09090909090909091 + p * z;
  p = 0.1111111111111111 + p * z;
  p = 0.14285714285714285 + p * z;
  p = 0.2 + p * z;
  p = 0.3333333333333333 + p * z;
  const twice = 2 * s;
  return n * 0.693145751953125 + (n * 1.4286068203094173e-6 + (twice + twice * z * p));
}

/**
 * Returns `x` to the power `y`: by multiplication for whole `y` from −16 to 16, otherwise as exp(y·log x), which is NaN for
 * negative `x`. 1 when `y` is 0; 0 when `x` is 0 and `y` positive, Infinity when negative.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x === 0) return y > 0 ? 0 : Number.POSITIVE_INFINITY;
  const times = Math.abs(y);
  if (times <= 16 && times === Math.floor(times)) {
    let product = 1;
    for (let i = 0; i < times; i++) product *= x;
    return y > 0 ? product : 1 / product;
  }
  return exp(y * log(x));
}

/** Returns `x` times itself. */
export function square(x: number): number {
  return x * x;
}

/** Returns the natural logarithm of 1 + `x`, to about 1 part in 10¹⁵ also where `x` is near 0; −Infinity at −1, NaN below. */
export function log1p(x: number): number {
  const sum = 1 + x;
  // What rounding took from the sum comes back with the quotient (Kahan).
  return sum === 1 || x === Number.POSITIVE_INFINITY ? x : (log(sum) * x) / (sum - 1);
}

/** Returns the hyperbolic tangent of `x`, to about 1 part in 10¹⁵ also where `x` is near 0. */
export function tanh(x: number): number {
  if (Math.abs(x) > 20) return Math.sign(x);
  const power = exp(2 * x);
  // e^2x − 1 with what rounding took from the power given back (Kahan).
  const rest = power === 1 ? 2 * x : ((power - 1) * 2 * x) / log(power);
  return rest / (rest + 2);
}

/** Returns the number, −1 … 1, whose hyperbolic tangent is `x`, to about 1 part in 10¹⁵; ±Infinity at ±1, NaN beyond. */
export function atanh(x: number): number {
  return x < 0 ? -atanh(-x) : 0.5 * log1p((2 * x) / (1 - x));
}

/** Returns the sine of `x`, −π/2 … π/2, to about 1 part in 10¹⁵. */
export function sin(x: number): number {
  const z = x * x;
  // Taylor's series by Horner's rule: 12 terms leave less than 10⁻¹⁸ at π/2.
  let p = 1;
  for (let k = 22; k >= 2; k -= 2) p = 1 - (z / (k * (k + 1))) * p;
  return x * p;
}

/** Returns the angle, −π/2 … π/2, whose tangent is `x`, to about 1 part in 10¹⁵. */
export function atan(x: number): number {
  if (x < 0) return -atan(-x);
  if (x > 1) return 1.5707963267948966 - atan(1 / x);
  // Twice half the angle: the series then ends sooner.
  const half = x / (1 + Math.sqrt(1 + x * x));
  const quarter = half / (1 + Math.sqrt(1 + half * half));
  const z = quarter * quarter;
  let p = 0;
  for (let k = 25; k >= 1; k -= 2) p = 1 / k - z * p;
  return 4 * quarter * p;
}

/** Returns `x` held within `low` … `high`. */
export function clamp(x: number, low: number, high: number): number {
  return x < low ? low : x > high ? high : x;
}

/** Returns `x` held within 0 … 1. */
export function unit(x: number): number {
  return x < 0 ? 0 : x > 1 ? 1 : x;
}

/** Returns the odds e^x with the log-odds held within ±30. */
export function odds(logOdds: number): number {
  return expWithin(clamp(logOdds, -LOG_ODDS_LIMIT, LOG_ODDS_LIMIT));
}

/** Returns a power of two that is more than {@link odds} of the same, by 0.7 to 102%: a bound that costs a look-up. */
export function oddsAtMost(logOdds: number): number {
  const bits = clamp(logOdds, -LOG_ODDS_LIMIT, LOG_ODDS_LIMIT) * 1.4426950408889634;
  return POWERS[Math.ceil(bits + 0.01) + 1074]!;
}

/** Returns the probability 1/(1+e^−x) with the log-odds held within ±30. */
export function logistic(logOdds: number): number {
  const o = odds(logOdds);
  return o / (1 + o);
}

/** Returns the log-odds of probability `p`, 0 < p < 1. */
export function logit(p: number): number {
  return log(p / (1 - p));
}

/** Returns the hazard of one of `periods` equal parts of a period whose whole hazard is `hazard` (0 ≤ hazard < 1). */
export function partHazard(hazard: number, periods: number): number {
  return hazard <= 0 ? 0 : 1 - exp(log(1 - hazard) / periods);
}

/** Returns the chance whose odds are `factor` times those of the chance `p`; `p` itself, to the bit, when that is 1. */
export function eased(p: number, factor: number): number {
  return (factor * p) / (1 + (factor - 1) * p);
}
