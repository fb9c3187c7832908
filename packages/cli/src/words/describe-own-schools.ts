import type { SeriesSummary } from "@uptake/study";
import type { Answer } from "./answer.ts";
import { interval, percent } from "./format.ts";
import { joined as listed } from "./joined.ts";

/** May of years 1, 3 and 5. */
const mays = [10, 34, 58] as const;

/** Writes a share in each May within the horizon, with its interval; a dash where no school is of the kind. */
function inMays(series: SeriesSummary, months: readonly number[]): string {
  const at = (column: readonly (number | null)[], month: number): number | null => column[month] ?? null;
  const shares = months.map((month) => {
    const mean = at(series.mean, month);
    return mean === null ? "–" : `${percent(mean)} (${interval(at(series.low, month), at(series.high, month))})`;
  });
  return shares.every((share) => share === "–") ? "none" : shares.join(", ");
}

/**
 * Says how many teachers use the practice in the programme's own schools, founded and joined apart, in a line; nothing
 * where no school is ever in it, or the horizon ends before the first May.
 */
export function describeOwnSchools({
  adoptionFounded: founded,
  adoptionJoined: joined,
}: Pick<Answer, "adoptionFounded" | "adoptionJoined">): string {
  const months = mays.filter((month) => month < (founded?.month.length ?? 0));
  const [last] = months.slice(-1);
  if (!founded || !joined || last === undefined) return "";
  const [ofFounded, ofJoined] = [inMays(founded, months), inMays(joined, months)];
  if (ofFounded === "none" && ofJoined === "none") return "";
  const years = months.map((month) => (month + 2) / 12);
  const when = `${years.length === 1 ? "year" : "years"} ${listed(years.map(String))}`;
  return `In its own schools: founded ${ofFounded}; joined ${ofJoined}, in May of ${when} (teachers who use or own; 95% interval).\n`;
}
