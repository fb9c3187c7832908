import type { TargetOf } from "@uptake/model";
import { chance } from "../statistics/chance.ts";
import { noneOrMore, ofShares } from "../statistics/held-within.ts";
import { meanOfPresent } from "../statistics/mean-of-present.ts";
import { presentOf, type Units } from "../statistics/worlds-of.ts";
import type { CountryPart, StateDistrict } from "./country-result.ts";

/** Holds what is read of the run of a district, at the month asked about; cost at the end. */
export interface DistrictReading {
  readonly teachers: number;
  /** Shares of teachers, and of whatever the target is of. */
  readonly adoption: number;
  readonly deep: number;
  readonly reached: number;
  readonly cost: number;
}

/** Sums kept of each replicate. */
const kept = ["teachers", "adopters", "deep", "reached", "outOf", "cost"] as const;

/** Says what the parts of a country are told of. */
export interface PartsAsked {
  readonly of: TargetOf;
  /** Share to be reached; null where the target's month is not simulated. */
  readonly share: number | null;
  readonly units: Units;
}

/** Returns how many of what the target is of there are in a district. */
function outOf(of: TargetOf, { schools, students }: StateDistrict, teachers: number): number {
  if (of === "students") return students;
  return of === "schools" ? schools : teachers;
}

/** Adds up the districts of a state, or of all, replicate by replicate. */
export class PartSums {
  readonly #state: string;
  readonly #sums: Readonly<Record<(typeof kept)[number], Float64Array>>;
  #districts = 0;
  #schools = 0;
  #teachers = 0;
  #students = 0;

  constructor(state: string, replicates: number) {
    this.#state = state;
    const sums = kept.map((name) => [name, new Float64Array(replicates)] as const);
    this.#sums = Object.fromEntries(sums) as Record<(typeof kept)[number], Float64Array>;
  }

  /** Counts a district. */
  count({ schools, teachers, students }: StateDistrict): void {
    this.#districts++;
    this.#schools += schools;
    this.#teachers += teachers;
    this.#students += students;
  }

  /** Adds the run of a district in replicate `r`; NaN, of a run that failed, leaves the replicate out. */
  add(district: StateDistrict, r: number, read: DistrictReading, of: TargetOf): void {
    const { teachers, adopters, deep, reached, outOf: all, cost } = this.#sums;
    const counted = outOf(of, district, read.teachers);
    teachers[r] = (teachers[r] as number) + read.teachers;
    adopters[r] = (adopters[r] as number) + read.adoption * read.teachers;
    deep[r] = (deep[r] as number) + read.deep * read.teachers;
    reached[r] = (reached[r] as number) + read.reached * counted;
    all[r] = (all[r] as number) + counted;
    cost[r] = (cost[r] as number) + read.cost;
  }

  /** Tells what the districts come to together. */
  part({ share, units }: PartsAsked): CountryPart {
    const { teachers, adopters, deep, reached, outOf: all, cost } = this.#sums;
    const shares = reached.map((sum, r) => sum / (all[r] as number));
    const told = presentOf(shares, units);
    return {
      state: this.#state,
      districts: this.#districts,
      schools: this.#schools,
      teachers: this.#teachers,
      students: this.#students,
      reached: meanOfPresent(shares, units, ofShares),
      adoption: meanOfPresent(
        adopters.map((sum, r) => sum / (teachers[r] as number)),
        units,
        ofShares,
      ),
      deep: meanOfPresent(
        deep.map((sum, r) => sum / (teachers[r] as number)),
        units,
        ofShares,
      ),
      adopters: meanOfPresent(adopters, units, noneOrMore),
      cost: meanOfPresent(cost, units, noneOrMore),
      chance:
        share === null || told.values.length === 0
          ? null
          : chance(
              told.values.map((value) => value >= share),
              told.units,
            ),
    };
  }
}
