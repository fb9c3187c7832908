import { square } from "@uptake/model";
/**
 * Returns the intraclass correlation of a 0/1 outcome between sites, by the analysis-of-variance estimator: what lies
 * between sites beyond binomial noise, as a share of all variance. 0 on average where sites differ by chance alone, so a
 * sample may give a value below 0; NaN for fewer than two sites, or where all members have the same outcome.
 *
 * @param adopters Members of each site with the outcome.
 * @param members Members of each site, in the same order, at least 1.
 */
export function intraclassCorrelation(adopters: ArrayLike<number>, members: ArrayLike<number>): number {
  const sites = members.length;
  let people = 0;
  let squares = 0;
  let all = 0;
  for (let s = 0; s < sites; s++) {
    people += members[s]!;
    squares += square(members[s]!);
    all += adopters[s]!;
  }
  const mean = all / people;
  let between = 0;
  let within = 0;
  for (let s = 0; s < sites; s++) {
    const share = adopters[s]! / members[s]!;
    between += members[s]! * square(share - mean);
    within += adopters[s]! * (1 - share);
  }
  between /= sites - 1;
  within /= people - sites;
  const size = (people - squares / people) / (sites - 1);
  return (between - within) / (between + (size - 1) * within);
}
