/** Writes a share (0 … 1) as a percentage; what is not quite nothing or all is told from it. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return "<1%";
  if (whole === 100 && share < 1) return ">99%";
  return `${whole}%`;
}

/** Rounds a difference of shares to whole percentage points, without its sign. */
export function point(share: number): number {
  return Math.round(Math.abs(share) * 100);
}

/** Writes the size of a difference of shares, as in `1 point` or `12 points`. */
export function points(share: number): string {
  return `${point(share)} ${point(share) === 1 ? "point" : "points"}`;
}

/** Writes a difference of shares in points with its sign, as in `+12` or `−3`. */
export function signed(share: number): string {
  return `${point(share) === 0 ? "" : share > 0 ? "+" : "−"}${point(share)}`;
}

/** Writes an interval of differences in points, unbroken, as in `−3 to 12`. */
export function range(low: number, high: number): string {
  const [a = 0, b = 0] = [low, high].map((end) => Math.round(end * 100));
  return `${a < 0 ? "−" : ""}${Math.abs(a)} to ${b < 0 ? "−" : ""}${Math.abs(b)}`.replaceAll(" ", "\u00a0");
}

const thousands = new Intl.NumberFormat("en-US");

/** Writes a count with its thousands, as in `1,250`. */
export function count(value: number): string {
  return thousands.format(Math.round(value));
}

/** Writes how many of the runs reach a target, ready for what they reach, as in `1 of 100 runs reaches`. */
export function runsReach(reached: number, runs: number): string {
  return `${count(reached)} of ${count(runs)} runs ${Math.round(reached) === 1 ? "reaches" : "reach"}`;
}

/** Writes a number of at most `digits` decimals, without trailing zeros, as in `−0.5`; never a zero with a sign. */
export function decimal(value: number, digits = 2): string {
  return String(Number(value.toFixed(digits))).replace("-", "−");
}
