import { thousands } from "@uptake/model";
import { dollars, percent } from "./words.ts";

/** Holds an estimate with its 95% interval; null where the interval is not known. */
export interface Interval {
  /** The estimate. */
  readonly value: number;
  /** Lower end of the 95% interval. */
  readonly low: number | null;
  /** Upper end of the 95% interval. */
  readonly high: number | null;
}

/** Tells whether a unit is a share, chance or probability, which is written in percent, its differences in points. */
export const isShare = (unit: string): boolean => /^(share|chance|probability)\b/.test(unit);
const isDollars = (unit: string): boolean => /^(\$|dollars?\b)/.test(unit);
const minus = (text: string): string => text.replace("-", "−");

/** Writes a number to three figures, as in `1,240` or `0.0312`. */
export function number(value: number): string {
  const rounded = Number(value.toPrecision(3));
  if (Math.abs(rounded) >= 1000) return minus(thousands(rounded));
  // Small numbers are written out, to the third figure.
  const exponent = Number(/e-(\d+)$/.exec(String(rounded))?.[1] ?? 0);
  return minus(exponent === 0 ? String(rounded) : rounded.toFixed(Math.min(100, exponent + 2)).replace(/\.?0+$/, ""));
}

/** Writes percentage points, with a decimal below ten. */
function points(value: number): string {
  const scaled = value * 100;
  return minus(String(Number(scaled.toFixed(Math.abs(scaled) < 9.95 ? 1 : 0)) || 0));
}

function noun(unit: string, text: string): string {
  return text === "1" ? unit.replace(/^(month|point|year|teacher|school|hour)s\b/, "$1") : unit;
}

const withUnit = (text: string, unit: string): string => (unit === "" ? text : `${text} ${noun(unit, text)}`);

/** Writes a percentage below zero as far from it as one above: what is under 1% is then over −1%. */
function below(percentage: string): string {
  const turnedWords: Readonly<Record<string, string>> = { "under 1%": "over −1%", "over 99%": "under −99%" };
  return percentage === "0%" ? percentage : (turnedWords[percentage] ?? `−${percentage}`);
}

/**
 * Writes a quantity in its unit. Units that begin with `share`, `chance` or `probability` are fractions, written as
 * percentages; those that begin with `$` or `dollars` are money; any other stands behind the number as it is.
 */
export function quantity(value: number, unit: string): string {
  if (isShare(unit)) return value < 0 ? below(percent(-value)) : percent(value);
  return isDollars(unit) ? dollars(value) : withUnit(numberOf(value, unit), unit);
}

/** Writes a number to three figures, but points as differences of shares are written. */
const numberOf = (value: number, unit: string): string => (unit === "points" ? points(value / 100) : number(value));

/** Writes a quantity without the noun behind it, which an axis names. */
export function brief(value: number, unit: string): string {
  return isShare(unit) || isDollars(unit) ? quantity(value, unit) : numberOf(value, unit);
}

/** Writes the name of what is measured with its unit, but where the percentages of a share say it. */
export function titled(name: string, unit: string): string {
  return isShare(unit) || unit === "" ? name : `${name}, ${unit}`;
}

/** Writes the size of a difference in a unit: points of a share, else as {@link quantity}. */
export function difference(value: number, unit: string): string {
  return isShare(unit) ? withUnit(points(value), "points") : quantity(value, unit);
}

/** Writes a difference with its sign, as in `+3.2 points`; without where it is written as none. */
export function signed(value: number, unit: string): string {
  const text = difference(value, unit);
  return value > 0 && text !== difference(0, unit) ? `+${text}` : text;
}

/** Writes points as `pt`, for where there is little room. */
export function abbreviated(difference: string): string {
  return difference.replace(/ points?$/, " pt");
}

/** Writes a range of quantities, or of differences, with its unit once, as in `10 to 16 points`. */
export function range(low: number, high: number, unit: string, of: "quantity" | "difference" = "quantity"): string {
  if (isShare(unit) && of === "difference") return `${points(low)} to ${points(high)} points`;
  if (isShare(unit) || isDollars(unit)) return `${quantity(low, unit)} to ${quantity(high, unit)}`;
  return withUnit(`${numberOf(low, unit)} to ${numberOf(high, unit)}`, unit);
}

/** Says the 95% interval of an estimate; that it is not known where it is not. */
export function intervalText(
  { low, high }: Interval,
  unit: string,
  of: "quantity" | "difference" = "quantity",
): string {
  return known(low) && known(high) ? `95% interval ${range(low, high, unit, of)}` : "no interval";
}

/** Tells whether something is a finite number. */
export function known(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** Tells whether there is an estimate, and it is a finite number. */
export function isTold(estimate: Interval | null | undefined): estimate is Interval {
  return known(estimate?.value);
}

/** Tells whether an estimate lies clear of zero: its interval does not hold it. Without an interval nothing is clear. */
export function clear({ low, high }: Interval): boolean {
  return known(low) && known(high) && (low > 0 || high < 0);
}

/** Turns an estimate round: the first less the second into the second less the first. */
export function turned({ value, low, high }: Interval): Interval {
  return { value: -value, low: high && -high, high: low && -low };
}

/** Joins words as a sentence does: `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
