import type { Population } from "../district/population.ts";
import { funnelSeries } from "../measures/funnel.ts";
import type { Grouping } from "../measures/groups.ts";
import { layInMemory, type Place, type Program } from "../numerics/program.ts";
import type { Climate, Counts, SchoolsState, TeachersState } from "../state/district-state.ts";
import { EXPOSURES, MOST_COUNTED, type Tables } from "./tables.ts";

/** The arrays of the tables that the pass over teachers reads. */
export type TablesRead = Pick<
  Tables,
  "exposure" | "share" | "quiet" | "push" | "disposition" | "memory" | "lapseDepth" | "lapseExposure" | "reciprocal"
>;

/** The arrays of schools that set their support and climate. */
export type SchoolsRead = Pick<
  SchoolsState,
  | "open"
  | "member"
  | "mandated"
  | "mandate"
  | "legitimacy"
  | "norm"
  | "risk"
  | "hours"
  | "pressure"
  | "principal"
  | "capacity"
  | keyof SchoolsMoved
>;

/** Those of them that change with it. */
export type SchoolsMoved = Pick<
  SchoolsState,
  "memberMonths" | "designTime" | "designTeams" | "contact" | "reliance" | "support" | "mandateNow"
>;

/** The arrays of schools that say what a month has come to, beside those above. */
export type SchoolsCounted = Pick<
  SchoolsState,
  "teachers" | "invited" | "joined" | "dropped" | "untaught" | "taughtThisYear"
>;

/** Holds what measures need to know of schools and their students, as a `Grouping` and an `Enrolment` have it. */
export interface StudentsRead extends Pick<Grouping, "tiers" | "bands"> {
  readonly students: Float64Array;
  readonly lowIncomeShare: Float64Array;
  readonly teachers: Int32Array;
  /** Students of each group by school, group after group. */
  readonly groupStudents: Float64Array;
  /** 1 for each group that is sorted toward less deep teachers. */
  readonly groupBehind: Uint8Array;
  /** Where each group's student-years begin. */
  readonly groupPlace: Int32Array;
}

/** Holds what says who leaves in July, and a list of those who do. */
export interface LeavingRead {
  readonly experience: Uint8Array;
  readonly taken: Uint8Array;
  readonly odds: Float64Array;
  readonly left: Int32Array;
}

/** Holds what a month adds to a tally: see the struct of the same name in wasm/month.h. */
export interface SumsMade {
  readonly sums: Float64Array;
  /** Student-years, three numbers a group: all, low-income, others, then those of the roster. */
  readonly studentYears: Float64Array;
  readonly funnel: Int32Array;
  readonly groupUsers: Int32Array;
  readonly groupTeachers: Int32Array;
}

/** Holds arrays that a month reads and writes, each as a state has it under the same name. */
export interface MonthArrays {
  readonly tables: TablesRead;
  /** Both words of each school. */
  readonly words: Int32Array;
  readonly ties: Pick<Population, "schoolStart" | "tieStart" | "ties" | "visitTie" | "visitRank">;
  /** Numbers that schools have in common, in all months and in this. */
  readonly constants: Float64Array;
  readonly month: Float64Array;
  readonly school: SchoolsRead;
  readonly climate: Climate;
  readonly teacher: Omit<TeachersState, "experience">;
  readonly counts: Counts;
  readonly counted: SchoolsCounted;
  readonly students: StudentsRead;
  readonly made: SumsMade;
  readonly leaving: LeavingRead;
  /** Room for two numbers of each school. */
  readonly levels: Float64Array;
}

/** Numbers and words of a month, which stand before the addresses of the arrays. */
const NUMBERS = 15;
const WORDS = 15;
/** Lengths of the records of wasm/month.h. */
const CONSTANTS = 32;
const MONTH = 35;
const SUMS = 16;

/** Says for how much there is room. */
export interface MonthSize {
  readonly schools: number;
  readonly teachers: number;
  /** Ties: as many or more. */
  readonly ties: number;
  /** Groups of students that the roster tells apart. */
  readonly groups: number;
}

/** Places the arrays of a district in the order in which wasm/month.h has their addresses. */
function placeArrays({ schools, teachers, ties, groups }: MonthSize, place: Place): MonthArrays {
  const bytes = (length: number): Uint8Array => place(Uint8Array, length);
  const shorts = (length: number): Uint16Array => place(Uint16Array, length);
  const integers = (length: number): Int32Array => place(Int32Array, length);
  const reals = (length: number): Float64Array => place(Float64Array, length);
  return {
    tables: {
      exposure: bytes((MOST_COUNTED + 1) << 10),
      share: reals(EXPOSURES),
      quiet: reals(EXPOSURES),
      push: reals(4 * 8 * EXPOSURES),
      disposition: reals(1021),
      memory: reals(64),
      lapseDepth: reals(64),
      lapseExposure: reals(EXPOSURES),
      reciprocal: reals(33),
    },
    words: integers(2 * schools),
    ties: {
      schoolStart: integers(schools + 1),
      tieStart: integers(teachers + 1),
      // A look takes four ties at a time, and counts none behind the last.
      ties: integers(ties + 3),
      visitTie: integers(teachers),
      visitRank: bytes(teachers),
    },
    constants: reals(CONSTANTS),
    month: reals(MONTH),
    school: {
      open: bytes(schools),
      member: bytes(schools),
      mandated: bytes(schools),
      mandate: reals(schools),
      legitimacy: reals(schools),
      norm: reals(schools),
      risk: reals(schools),
      hours: reals(schools),
      pressure: reals(schools),
      principal: reals(schools),
      capacity: reals(schools),
      memberMonths: reals(schools),
      designTime: reals(schools),
      designTeams: reals(schools),
      contact: reals(schools),
      reliance: reals(schools),
      support: reals(schools),
      mandateNow: reals(schools),
    },
    climate: {
      keep: reals(schools),
      tryOdds: reals(schools),
      complianceOdds: reals(schools),
      practiceGrowth: reals(schools),
      supportGrowth: reals(schools),
      peerGrowth: reals(schools),
      novice: reals(schools),
      spread: reals(schools),
      capUnits: reals(schools),
      ownAt: reals(schools),
      ownRate: reals(schools),
      lapseOdds: reals(schools),
      compliantLapse: reals(schools),
      tryingLapse: reals(schools),
      joint: reals(schools),
      visits: reals(schools),
      visibility: bytes(schools),
      complies: bytes(schools),
    },
    teacher: {
      disposition: shorts(teachers),
      threshold: bytes(teachers),
      person: integers(teachers),
      signal: integers(teachers),
      stage: bytes(teachers),
      depth: shorts(teachers),
      months: bytes(teachers),
      compliant: bytes(teachers),
      nextSignal: integers(teachers),
    },
    counts: {
      stages: integers(schools * 6),
      depthSum: reals(schools),
      deep: integers(schools * 3),
      compliant: integers(schools),
      recentlyLapsed: integers(schools),
      flows: integers(schools * 8),
    },
    counted: {
      teachers: integers(schools),
      invited: bytes(schools),
      joined: bytes(schools),
      dropped: bytes(schools),
      untaught: reals(schools),
      taughtThisYear: reals(schools),
    },
    students: {
      tiers: bytes(schools),
      bands: bytes(schools),
      students: reals(schools),
      lowIncomeShare: reals(schools),
      teachers: integers(schools),
      groupStudents: reals(groups * schools),
      groupBehind: bytes(groups),
      groupPlace: integers(groups),
    },
    made: {
      sums: reals(SUMS),
      studentYears: reals(3 * (3 + groups)),
      funnel: integers(6 * funnelSeries.length),
      groupUsers: integers(6),
      groupTeachers: integers(6),
    },
    leaving: {
      experience: bytes(teachers),
      taken: bytes(teachers),
      odds: reals(8 * schools),
      // One more than can be: the next is noted before it is known to leave.
      left: integers(teachers + 1),
    },
    levels: reals(2 * schools),
  };
}

/**
 * Holds a district as it is laid out in the memory of the compiled month: numbers and words, which change with every month,
 * the addresses of the arrays, and the arrays. It is good until the next is laid out in the same memory.
 */
export class MonthMemory {
  readonly address: number;
  readonly numbers: Float64Array;
  readonly words: Int32Array;
  readonly arrays: MonthArrays;

  /** @throws RangeError where there is no memory for a district as large. */
  constructor(program: Program, size: MonthSize) {
    const header = 8 * NUMBERS + 4 * WORDS;
    const { address, arrays } = layInMemory(program, header, (place) => placeArrays(size, place));
    const { buffer } = program.memory;
    this.address = address;
    this.arrays = arrays;
    this.numbers = new Float64Array(buffer, address, NUMBERS);
    this.words = new Int32Array(buffer, address + 8 * NUMBERS, WORDS);
  }
}
