import { prepare, type ScenarioInput, scenario, simulate, type World } from "@uptake/model";
import { alikeSchools } from "./alike-schools.ts";

/** Describes a programme whose members are counted: how hard its practice is, and the support it gives. */
export interface Programme {
  /** Complexity of the practice, in place of the world's `practice.complexity`. */
  readonly complexity: number;
  /** Teachers to a coach. */
  readonly teachersPerCoach: number;
  /** Whether coaches stay after the first year. */
  readonly steady: boolean;
}

/** Twelve districts, so that no single office decides; small schools, since only schools are counted. */
const districts = Array.from({ length: 12 }, (_, d) => alikeSchools(`district-${d}`, 20, 2));
const schools = 240;

/**
 * Counts member schools by year through whole runs of one world. Schools are invited every month of a first year, with
 * coaches at work; then nobody is invited, and year 0 of the count begins. Only the programme's complexity and support
 * differ between programmes.
 *
 * @param years Years counted after the first, 1 or more (default 5).
 * @param district Where it is counted (default 12 districts of 20 small schools alike).
 * @returns Members at the start of years 0 … `years`: schools by default, a share of the schools in a district given.
 */
export async function membershipYears(
  world: World,
  { complexity, teachersPerCoach, steady }: Programme,
  seed: string,
  years = 5,
  district: ScenarioInput["district"] = districts,
): Promise<number[]> {
  const horizon = 12 * (years + 1);
  const plan = await prepare(
    scenario({
      district,
      horizon,
      funded: horizon,
      levers: {
        entry: { cohorts: 1, every: 1, order: "random", end: 12 },
        coaching: { teachersPerCoach, end: steady ? horizon : 12 },
      },
      parameters: { draw: "fixed", values: { ...world, "practice.complexity": complexity } },
    }),
  );
  const { members } = simulate(plan, { seed, replicate: 0 }).measures;
  const count = district === districts ? schools : 1;
  return Array.from({ length: years + 1 }, (_, year) => count * members[12 * (year + 1)]!);
}

/** Returns drops per school-year at risk, from members at the start of each year, between years `from` and `to`. */
export function dropHazard(members: readonly number[], from: number = 0, to: number = members.length - 1): number {
  let atRisk = 0;
  for (let year = from; year < to; year++) atRisk += members[year]!;
  return (members[from]! - members[to]!) / atRisk;
}
