import { when } from "@uptake/study/target";

export { when };

/** Writes a share as a whole percentage, as in `31%`; `under 1%` and `over 99%` where rounding would hide the rest. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return "under 1%";
  if (rounded === 100 && share < 1) return "over 99%";
  return `${rounded}%`;
}

/** Writes dollars to three figures, as in `$1.25M`. */
export function dollars(amount: number): string {
  const size = Math.abs(amount);
  const sign = amount < 0 && size >= 0.5 ? "−" : "";
  if (size < 999.5) return `${sign}$${Math.round(size)}`;
  const [by, unit] = size >= 999.5e6 ? [1e9, "B"] : size >= 999.5e3 ? [1e6, "M"] : [1e3, "k"];
  const scaled = size / by;
  return `${sign}$${scaled.toFixed(scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2)}${unit}`;
}

/** Begins a sentence about an index, as in `In May of year 3` or `At the start`. */
export function inMonth(month: number): string {
  return capital(atMonth(month));
}

/** Names an index within a sentence, as in `in May of year 3` or `at the start`. */
export function atMonth(month: number): string {
  return `${month === 0 ? "at" : "in"} ${when(month)}`;
}

/** Counts years from months, as in `5 years` or `18 months`. */
export function duration(months: number): string {
  if (months % 12 !== 0) return `${months} ${months === 1 ? "month" : "months"}`;
  return months === 12 ? "1 year" : `${months / 12} years`;
}

/** Writes a text with a capital at its beginning. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
