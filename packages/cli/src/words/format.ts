import { thousands as count, when } from "@uptake/model";

export { count, when };

/** Writes a share as a whole percentage; “–” for none. */
export function percent(share: number | null): string {
  if (share === null) return "–";
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return "<1%";
  if (rounded === 100 && share < 1) return ">99%";
  return `${rounded === 0 ? 0 : rounded}%`;
}

/** Writes a difference of shares in percentage points, with its sign. */
export function points(difference: number | null): string {
  if (difference === null) return "–";
  const rounded = Math.round(difference * 100);
  return rounded === 0 ? "0" : rounded > 0 ? `+${rounded}` : `−${-rounded}`;
}

/** Writes an interval, as in `41–46%`. */
export function interval(low: number | null, high: number | null): string {
  if (low === null || high === null) return "–";
  return `${Math.max(0, Math.round(low * 100))}–${Math.min(100, Math.round(high * 100))}%`;
}

/** Writes dollars to three figures, as in `$1.25M`. */
export function dollars(amount: number | null): string {
  if (amount === null) return "–";
  const size = Math.abs(amount);
  const sign = amount < 0 && size >= 0.5 ? "−" : "";
  const scaled = (by: number, unit: string): string =>
    `${sign}$${(size / by).toFixed(size / by >= 99.5 ? 0 : size / by >= 9.95 ? 1 : 2)}${unit}`;
  if (size >= 999_500_000) return scaled(1e9, "B");
  if (size >= 999_500) return scaled(1e6, "M");
  return size >= 9_950 ? `${sign}$${Math.round(size / 1000)}k` : `${sign}$${Math.round(size)}`;
}

/** Writes an interval of dollars, as in `$1.20M to $1.31M`. */
export function dollarInterval(low: number | null, high: number | null): string {
  return low === null || high === null ? "–" : `${dollars(low)} to ${dollars(high)}`;
}

/** Writes a whole number with its noun, as in `1 school` or `3,412 teachers`. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${Math.round(value) === 1 ? "" : "s"}`;
}

/** Counts months, which a median may lie between, as in `16.5 months`. */
export function countedMonths(value: number): string {
  return Number.isInteger(value) ? counted(value, "month") : `${value} months`;
}

/** Names an index with its preposition, as in `in May of year 3` or `at the start`. */
export function inMonth(month: number): string {
  return `${month === 0 ? "at" : "in"} ${when(month)}`;
}

/** Writes a text with a capital at its beginning. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const bars = "▁▂▃▄▅▆▇█";

/** Draws shares 0 … 1 as a line of bars, on a scale from 0 to 100%. */
export function sparkline(shares: readonly (number | null)[]): string {
  return shares.map((share) => bars[Math.min(7, Math.floor((share ?? 0) * 8))]).join("");
}
