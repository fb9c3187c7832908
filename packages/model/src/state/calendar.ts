/** Tells the season of scenario month `t` (0 = the first August). */
export type Season = "teaching" | "june" | "july";

/** Months of a school year in which teaching hazards apply. */
export const teachingMonths = 10;

/** Returns the season of month `t`: August to May teach, June holds institutes, in July people change posts. */
export function season(t: number): Season {
  const m = (t + 1) % 12;
  return m === 11 ? "june" : m === 0 ? "july" : "teaching";
}

/** Names the months, in the order of what is left of an index when twelves are taken off: July is 0. */
export const monthNames: readonly string[] = [
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
];

/** Names the calendar month of index `m` (the state after `m` months; index 0 is 1 August of year 1), as in "May of year 3". */
export function monthName(m: number): string {
  if (m === 0) return "start of year 1";
  return `${monthNames[m % 12]} of year ${Math.floor((m - 1) / 12) + 1}`;
}

/** Names an index as people do, as in `May of year 3`; the first of August stands between two years. */
export function when(month: number): string {
  if (month === 0) return "the start";
  return month % 12 === 0 ? `August after year ${month / 12}` : monthName(month);
}
