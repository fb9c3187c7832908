import { count, type District, type Flow, flows, openSchools, type School } from "./state.ts";

/** Names the stocks of the funnel in the order of the codes of stages. */
const stocks = ["unaware", "aware", "trying", "using", "owning", "lapsed"] as const;

/** Names what is counted in each group of schools. */
export type Counted = (typeof stocks)[number] | Flow | "schools";

/** Lists what is counted in each group of schools. */
export const countedInFunnel: readonly Counted[] = [...stocks, ...flows, "schools"];

/** Counts a group of schools at one index. */
export type GroupCounts = Record<Counted, number>;

/** Counts member and other schools at one index, each by third of poverty, low to high. */
export interface FunnelCounts {
  readonly member: readonly GroupCounts[];
  readonly other: readonly GroupCounts[];
}

/** Counts, over all districts, where schools and teachers are at an index, and what they did in the month before. */
export function countFunnel(districts: readonly District[]): FunnelCounts {
  const funnel = { member: [0, 1, 2].map(nothing), other: [0, 1, 2].map(nothing) };
  for (const school of districts.flatMap(openSchools)) {
    const group = funnel[school.member ? "member" : "other"][school.third]!;
    group.schools += 1;
    stocks.forEach((name, stage) => {
      group[name] += count(school.posts, stage);
    });
    for (const name of flows) group[name] += school.flows[name];
  }
  return funnel;
}

function nothing(): GroupCounts {
  return Object.fromEntries(countedInFunnel.map((name) => [name, 0])) as GroupCounts;
}

/**
 * Returns the third of poverty of each school, 0 low to 2 high: the district's ordinary schools stand in a row by poverty,
 * and a school belongs to the third of the row of teachers in which its middle lies. Founded schools are in the middle.
 */
export function thirdsOf(schools: readonly Pick<School, "poverty" | "n" | "founded">[]): number[] {
  const ordinary = schools.filter(({ founded }) => !founded);
  const row = [...ordinary].sort((a, b) => a.poverty - b.poverty);
  const teachers = row.reduce((sum, { n }) => sum + n, 0);
  return schools.map((school) => {
    if (school.founded) return 1;
    const before = row.slice(0, row.indexOf(school)).reduce((sum, { n }) => sum + n, 0);
    return Math.min(2, Math.floor((3 * (before + school.n / 2)) / teachers));
  });
}
