import { monthName } from "@uptake/model";

/** Names an index as people do, as in `May of year 3`; the first of August stands between two years. */
export function when(month: number): string {
  if (month === 0) return "the start";
  return month % 12 === 0 ? `August after year ${month / 12}` : monthName(month);
}
