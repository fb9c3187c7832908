import type { Value } from "../tables/table.ts";
import { count } from "../words/format.ts";

/** Writes a number with a true minus sign. */
const signed = (text: string): string => text.replace(/^-/, "−");

/** Tells whether a unit is that of a difference of shares. */
const isDifference = (unit: string): boolean => /\b(less|difference|change|points?)\b/i.test(unit);

/** Writes a value of a table for people: shares as percentages, money in whole dollars, other numbers to four figures. */
export function readable(value: Value, unit: string): string {
  if (value === null || (typeof value === "number" && !Number.isFinite(value))) return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (/^(share|probability|chance)\b/i.test(unit)) {
    const shown = signed(zeroed((value * 100).toFixed(1)));
    return isDifference(unit) ? `${shown} points` : `${shown}%`;
  }
  const size = Math.abs(value);
  const minus = value < 0 ? "−" : "";
  if (unit.startsWith("$")) return size < 100 && size > 0 ? `${minus}$${size.toFixed(2)}` : `${minus}$${count(size)}`;
  if (unit === "year") return String(value);
  if (Number.isInteger(value) || size >= 10_000) return `${minus}${count(size)}`;
  if (size < 1e-4) return signed(value.toExponential(2)).replace("e-", " × 10^−");
  return signed(String(Number(value.toPrecision(4))));
}

/** Takes the sign off a zero. */
function zeroed(text: string): string {
  return Number(text) === 0 ? text.replace("-", "") : text;
}
