import { readFileSync } from "node:fs";
import { mean } from "./support.ts";

/** Holds a row of a table by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** Matches the commas between fields: those outside quotes. */
const between = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/;

/** Reads a table of comma-separated values, one row a line, as the calibration sets are. */
export function readTable(file: string): Row[] {
  const [head, ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
  const names = head!.split(between).map((name) => name.replaceAll('"', ""));
  return lines.map((line) => {
    const fields = line.split(between);
    return Object.fromEntries(names.map((name, k) => [name, fields[k]!.replaceAll('"', "")]));
  });
}

/** Returns the value below which a share `p` of `values` lies, between neighbours by proportion. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const below = sorted[low]!;
  return below + (at - low) * ((sorted[low + 1] ?? below) - below);
}

/** Returns Pearson's correlation of the pairs (x[i], y[i]). */
export function correlation(x: readonly number[], y: readonly number[]): number {
  const centreX = mean(x);
  const centreY = mean(y);
  let both = 0;
  let squaresX = 0;
  let squaresY = 0;
  x.forEach((value, i) => {
    both += (value - centreX) * (y[i]! - centreY);
    squaresX += (value - centreX) ** 2;
    squaresY += (y[i]! - centreY) ** 2;
  });
  return both / Math.sqrt(squaresX * squaresY);
}

/** Returns a source of numbers 0 … 1 that is the same in every run (a linear congruential generator). */
export function steadyRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Holds a value and its 95% interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Returns `statistic` of `units` with its bootstrap interval, drawing whole units (schools, districts) anew. */
export function bootstrap<T>(units: readonly T[], statistic: (units: readonly T[]) => number, times = 200): Interval {
  const random = steadyRandom(units.length);
  const again = Array.from({ length: times }, () =>
    statistic(units.map(() => units[Math.floor(random() * units.length)]!)),
  ).filter((value) => Number.isFinite(value));
  return { value: statistic(units), low: quantile(again, 0.025), high: quantile(again, 0.975) };
}

/** Returns the mean of what several runs gave and the range of the runs. */
export function spreadOf(values: readonly number[]): Interval {
  return { value: mean(values), low: Math.min(...values), high: Math.max(...values) };
}

/** Writes a value with its interval, as in `.189 (.184–.193)`. */
export function print({ value, low, high }: Interval, digits = 3): string {
  return `${value.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}

/** Says whether a value lies within an interval, its ends included. */
export const inside = (value: number, { low, high }: Pick<Interval, "low" | "high">): boolean =>
  value >= low && value <= high;
