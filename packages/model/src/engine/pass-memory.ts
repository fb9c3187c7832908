import type { Population } from "../district/population.ts";
import { layInMemory, type Place, type Program } from "../numerics/program.ts";
import type { Climate, Counts, TeachersState } from "../state/district-state.ts";
import { EXPOSURES, MOST_COUNTED, type Tables } from "./tables.ts";

/** The arrays of the tables that the pass reads. */
export type TablesRead = Pick<
  Tables,
  "exposure" | "share" | "quiet" | "push" | "disposition" | "memory" | "lapseDepth" | "lapseExposure" | "reciprocal"
>;

/** Holds arrays that the pass over teachers reads and writes, each as a state has it under the same name. */
export interface PassArrays {
  readonly tables: TablesRead;
  /** Both words of each school. */
  readonly words: Int32Array;
  readonly ties: Pick<Population, "schoolStart" | "tieStart" | "ties" | "visitTie" | "visitRank">;
  readonly open: Uint8Array;
  readonly climate: Climate;
  readonly teacher: Omit<TeachersState, "experience">;
  readonly counts: Counts;
  /** Room for sums along a school's ties. */
  readonly sums: Int32Array;
}

/** Numbers and words of a month, before the addresses of the arrays. */
const NUMBERS = 13;
const WORDS = 10;

/** Places the arrays of a district in the order in which wasm/teachers.c has their addresses. */
function placeArrays({ schools, teachers, ties }: Population, place: Place): PassArrays {
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
      ties: integers(ties.length),
      visitTie: integers(teachers),
      visitRank: bytes(teachers),
    },
    open: bytes(schools),
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
    sums: integers(ties.length + 1),
  };
}

/**
 * Holds a district as it is laid out in the memory of the compiled pass: thirteen numbers and ten words, which change with
 * every month, the addresses of the arrays, and the arrays. It is good until the next is laid out in the same memory.
 */
export class PassMemory {
  readonly address: number;
  readonly numbers: Float64Array;
  readonly words: Int32Array;
  readonly arrays: PassArrays;

  /** @throws RangeError where there is no memory for a district as large. */
  constructor(program: Program, population: Population) {
    const header = 8 * NUMBERS + 4 * WORDS;
    const { address, arrays } = layInMemory(program, header, (place) => placeArrays(population, place));
    const { buffer } = program.memory;
    this.address = address;
    this.arrays = arrays;
    this.numbers = new Float64Array(buffer, address, NUMBERS);
    this.words = new Int32Array(buffer, address + 8 * NUMBERS, WORDS);
  }
}
