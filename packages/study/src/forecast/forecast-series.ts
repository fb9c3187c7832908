import { InputError, type Issue } from "@uptake/model";

/** Holds how many of a population had taken something up, each time it was counted. */
export interface ForecastSeries {
  /** Name of the series. */
  readonly name: string;
  /** Says where the figures come from. */
  readonly source: string;
  /** Names one period, as in `year`. */
  readonly period: string;
  /** When each count was made, in whole periods from the first, which is 0; rising. */
  readonly times: readonly number[];
  /** People, places or others who had taken it up by then, whole numbers that do not fall. */
  readonly counts: readonly number[];
  /** All who could, a whole number. */
  readonly population: number;
}

/** Fewest counts that anything is fitted to. */
export const fewestFitted = 4;

/** Says how many counts are fitted to before the rest is predicted. */
export interface Cut {
  /** Shares of the counts, above 0 and below 1 (default a half and two thirds). */
  readonly shares?: readonly number[];
  /** Fewest counts, a whole number, 2 or more: a start and one step (default {@link fewestFitted}). */
  readonly least?: number;
}

/** Lists how many of `counts` counts are fitted to, each number once, fewest first. */
export function fittedCounts(counts: number, { shares = [1 / 2, 2 / 3], least = fewestFitted }: Cut = {}): number[] {
  const all = shares.map((share) => Math.max(least, Math.round(share * counts)));
  return [...new Set(all)].sort((a, b) => a - b);
}

/**
 * Checks a series and where it is cut.
 *
 * @throws InputError naming every fault: too few counts to fit and hold out, times that do not rise from 0, counts that are
 * no whole numbers, fall, or exceed the population; a cut out of range.
 */
export function checkForecastSeries(series: ForecastSeries, cut: Cut = {}): void {
  const { name, times, counts, population } = series;
  const issues: Issue[] = [];
  const check = (path: string, value: unknown, holds: boolean, message: string, allowed?: string): void => {
    const issue = { code: "bad-series", path, value, message: `${name}: ${message}` };
    if (!holds) issues.push(allowed === undefined ? issue : { ...issue, allowed });
  };
  const { shares = [1 / 2, 2 / 3], least = fewestFitted } = cut;
  const inside = shares.length > 0 && shares.every((share) => share > 0 && share < 1);
  check("shares", shares, inside, "a share fitted is out of range", "above 0, below 1");
  const enough = Number.isInteger(least) && least >= 2;
  check("least", least, enough, "the fewest counts fitted is out of range", "a whole number, 2 or more");
  const needed = Math.max(...fittedCounts(counts.length, cut)) + 1;
  const short = `${counts.length} counts are too few to fit to ${needed - 1} and hold one out`;
  check("counts", counts.length, counts.length >= needed, short, `${needed} or more`);
  check("times", times.length, times.length === counts.length, "there are not as many times as counts");
  const people = Number.isInteger(population) && population >= 1;
  check("population", population, people, "the population is no number of people", "a whole number, 1 or more");
  counts.forEach((count, k) => {
    const whole = Number.isInteger(count) && count >= 0;
    check(`counts[${k}]`, count, whole, `${count} is no count`, "a whole number, 0 or more");
    const some = !people || count <= population;
    check(`counts[${k}]`, count, some, `${count} is more than the population`, `0 to ${population}`);
    const before = counts[k - 1];
    const fell = before !== undefined && count < before;
    check(`counts[${k}]`, count, !fell, `${count} is fewer than the ${before} before it`, `${before} or more`);
  });
  times.forEach((time, k) => {
    const before = times[k - 1];
    const rises = Number.isInteger(time) && (before === undefined ? time === 0 : time > before);
    check(`times[${k}]`, time, rises, "the times do not rise from 0 in whole periods");
  });
  if (issues.length > 0) throw new InputError(issues);
}
