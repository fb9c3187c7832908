import { count } from "./format.ts";

/** Ranges that are written out at most; of the rest only their number is. */
const mostRanges = 20;

/** Writes whole numbers in rising order as ranges, as in `0, 3–7, 12`. */
export function numberRanges(numbers: readonly number[], dash: string = "–", most: number = mostRanges): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const shown = ranges.slice(0, most).map(([from, to]) => (from === to ? `${from}` : `${from}${dash}${to}`));
  const left = ranges.slice(most).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return `${shown.join(", ")}${left > 0 ? ` and ${count(left)} more` : ""}`;
}
