// Writes differences of shares in percentage points, with a decimal below ten.

import { decimal } from "./numbers.js";

/** Writes a difference of shares in points without the noun, as in `−4.2` or `12`. */
export function inPoints(share: number): string {
  const scaled = share * 100;
  return decimal(scaled, Math.abs(scaled) < 9.95 ? 1 : 0);
}

/** Puts a plus before a written number that is above zero. */
export function withPlus(text: string): string {
  return text.startsWith("−") || text === decimal(0) ? text : `+${text}`;
}

const withNoun = (text: string): string => `${text} ${/^[−+]?1$/.test(text) ? "point" : "points"}`;

/** Writes a difference of shares, as in `−4.2 points` or `1 point`. */
export function pointsOf(share: number): string {
  return withNoun(inPoints(share));
}

/** Writes the size of a difference of shares, as in `4.2 points`. */
export function sizeInPoints(share: number): string {
  return pointsOf(Math.abs(share));
}

/** Writes a difference of shares with its sign, as in `+4.2 points`. */
export function signedPoints(share: number): string {
  return withNoun(withPlus(inPoints(share)));
}

/** Writes an interval of differences without the noun, as in `−9.1 to 12`. */
export function pointsBetween(low: number, high: number): string {
  return `${inPoints(low)} to ${inPoints(high)}`;
}
