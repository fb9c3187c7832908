import { yearsByGroup } from "../measures/students.ts";
import { passStudents } from "../measures/students-reached.ts";
import type { Tally } from "../measures/tally.ts";
import { openProgram, type Program, roundUp } from "../numerics/program.ts";
import { decisionKey, hashText, type Key } from "../numerics/random.ts";
import type { DistrictState } from "../state/district-state.ts";
import { firstFounded } from "../state/first-founded.ts";
import type { Month } from "../state/month.ts";
import { closeSums, openSums } from "./compiled-sums.ts";
import {
  copyClimate,
  copyCounted,
  copyCounts,
  copyMoved,
  copySchools,
  copySchoolsMoved,
  copyStudents,
  copyTables,
} from "./month-copies.ts";
import { MonthMemory } from "./month-memory.ts";
import type { Start } from "./month-program.ts";
import { monthWasm } from "./month-wasm.ts";
import { type SchoolsMonth, writeSchoolConstants, writeSchoolsMonth } from "./schools-month.ts";
import type { Tables } from "./tables.ts";
import type { TeacherConstants } from "./teacher-constants.ts";

/** What the program of wasm/ gives; each works on what is laid out at an address. */
interface Exports extends Program {
  /** Sets support and climate of the schools. */
  feel(address: number): void;
  /** Moves the teachers. */
  move(address: number): void;
  /** Lists who leaves in July; returns how many. */
  leave(address: number): number;
  /** Settles what the month has come to. */
  settle(address: number): void;
}

/** Room for ties comes in steps of so many: a district's replicates, which differ a little in it, share one layout. */
const TIES = 4096;

/** The decisions of teachers, in the order in which wasm/month.h has their keys. */
const decisions = ["awareness", "trying", "lapsing", "owning"].map(hashText);

/**
 * The months of `plainMonth` in WebAssembly: the same bits in less time. It works in a memory of its own, into which a
 * state's arrays are copied each month, and out of which what has changed; what stays the same in a run is copied once, by
 * `bind`. The state's own arrays are as anyone else left them and sees them, but for what teachers feel.
 */
export class CompiledMonth {
  readonly #exports: Exports;
  #memory: MonthMemory | undefined;
  #size = "";
  /**
   * The words of the state last bound, which it shares with its copies and with no other. They stand for it, since they are
   * small: the state would be kept by a reference, and by a weak one until the thread next rests.
   */
  #bound: DistrictState["words"] | undefined;
  #tables: Tables | undefined;
  #start: Start | undefined;
  /** The last month that the schools of the state last bound felt here, so that they are laid out as they are. */
  #felt = -1;

  /** @throws Error where there is no WebAssembly, or where a page's policy forbids it. */
  constructor() {
    this.#exports = openProgram(monthWasm);
  }

  /**
   * Copies what teachers of a state keep throughout a run, unless it, or a copy of it, was the last to be bound.
   *
   * @throws RangeError where there is no memory for a district as large.
   */
  bind(state: DistrictState, { enrolment }: Start): void {
    const { population, words } = state;
    if (this.#bound === words) return;
    const { schools, teachers, schoolStart, tieStart, ties, visitTie, visitRank } = population;
    const room = roundUp(ties.length, TIES);
    const groups = enrolment.groups.length;
    const size = `${schools} ${teachers} ${room} ${groups}`;
    if (size !== this.#size) {
      this.#memory = new MonthMemory(this.#exports, { schools, teachers, ties: room, groups });
      this.#tables = undefined;
      this.#size = size;
    }
    const { arrays, words: integers } = this.#memory!;
    integers[0] = schools;
    words.forEach(({ w0, w1 }, s) => {
      arrays.words[2 * s] = w0;
      arrays.words[2 * s + 1] = w1;
    });
    arrays.ties.schoolStart.set(schoolStart);
    arrays.ties.tieStart.set(tieStart);
    arrays.ties.ties.set(ties);
    arrays.ties.ties.fill(0, ties.length);
    arrays.ties.visitTie.set(visitTie);
    arrays.ties.visitRank.set(visitRank);
    this.#bound = words;
    this.#start = undefined;
    this.#felt = -1;
  }

  /** Copies what its schools keep throughout, once. */
  #bindSchools(state: DistrictState, start: Start): void {
    if (this.#start === start) return;
    const { grouping, enrolment, constants } = start;
    const { arrays, numbers, words } = this.#memory!;
    writeSchoolConstants(arrays.constants, constants);
    copyStudents(arrays.students, grouping, enrolment);
    numbers[SORTING] = enrolment.sorting;
    words.set([firstFounded(state), enrolment.groups.length, grouping.comparable ? 1 : 0], 2);
    this.#start = start;
  }

  /** Tells whether a state, or a copy of it, was the last to be bound. */
  bound({ words }: DistrictState): boolean {
    return this.#bound === words;
  }

  /** Tells whether the schools of a state felt month `at` here. */
  holds(state: DistrictState, { t }: Month): boolean {
    return this.bound(state) && this.#felt === t;
  }

  /**
   * Moves the schools of the state last bound, as `plainMonth` does where nothing is added, but for the state's own record of
   * what teachers feel.
   */
  feel(state: DistrictState, start: Start, common: SchoolsMonth, at: Month): void {
    const { arrays, address, words } = this.#memory!;
    this.#bindSchools(state, start);
    words[TEACHING] = at.season === "teaching" ? 1 : 0;
    writeSchoolsMonth(arrays.month, common, at);
    copySchools(arrays.school, state.school);
    this.#exports.feel(address);
    copySchoolsMoved(state.school, arrays.school);
    this.#felt = at.t;
  }

  /** Moves the teachers of the state last bound, by what they have come to feel here or else by the state's record of it. */
  move(state: DistrictState, _: Start, tables: Tables, constants: TeacherConstants, at: Month): void {
    const memory = this.#memory!;
    const { arrays, address } = memory;
    const { teacher } = state;
    // A complete graph's tables are refilled each month.
    if (this.#tables !== tables || constants.mixedDepth >= 0) copyTables(arrays.tables, tables);
    this.#tables = tables;
    writeMonth(memory, state, tables, constants, at);
    if (this.#felt !== at.t) {
      arrays.school.open.set(state.school.open);
      copyClimate(arrays.climate, state.climate);
    }
    arrays.teacher.disposition.set(teacher.disposition);
    arrays.teacher.threshold.set(teacher.threshold);
    arrays.teacher.person.set(teacher.person);
    arrays.teacher.signal.set(teacher.signal);
    copyMoved(arrays.teacher, teacher);
    this.#exports.move(address);
    copyMoved(teacher, arrays.teacher);
    copyCounts(state.counts, arrays.counts);
    const { signal, nextSignal } = teacher;
    nextSignal.set(arrays.teacher.nextSignal);
    teacher.signal = nextSignal;
    teacher.nextSignal = signal;
  }

  /** Lists who leaves of the state that was moved last, as `plainMonth` does. */
  whoLeaves({ teacher }: DistrictState, { a, b }: Key, odds: Float64Array, taken: Uint8Array): Int32Array {
    const { address, words, arrays } = this.#memory!;
    const { leaving: to } = arrays;
    words[EXIT] = a;
    words[EXIT + 1] = b;
    to.odds.set(odds);
    to.taken.set(taken);
    to.experience.set(teacher.experience);
    arrays.teacher.compliant.set(teacher.compliant);
    const count = this.#exports.leave(address);
    teacher.experience.set(to.experience);
    return to.left.slice(0, count);
  }

  /** Settles the month that was moved last, which {@link CompiledMonth.holds} must confirm, as `plainMonth` does. */
  settle(state: DistrictState, { enrolment }: Start, tally: Tally, { t, season, equityPriority }: Month): void {
    const { address, numbers, arrays } = this.#memory!;
    const { school, counts } = state;
    if (season === "july") {
      passStudents(state);
      // July opens schools that are founded.
      copySchools(arrays.school, school);
      copyCounts(arrays.counts, counts);
    }
    const years = season === "teaching" ? yearsByGroup(tally.studentTally, enrolment) : [];
    numbers[EQUITY] = equityPriority;
    copyCounted(arrays.counted, school);
    openSums(arrays.made, tally, t + 1, years);
    this.#exports.settle(address);
    closeSums(arrays.made, tally, t + 1, years);
    school.capacity.set(arrays.school.capacity);
    school.taughtThisYear.set(arrays.counted.taughtThisYear);
  }
}

/** Places of what does not change with every month among the numbers. */
const SORTING = 13;
const EQUITY = 14;
/** Places among the words of whether it is a month of teaching, the first key of a decision, and that of exits in July. */
const TEACHING = 1;
const KEYS = 5;
const EXIT = 13;

/** Writes the numbers of a month in the order in which wasm/month.h has them. */
function writeMonth(
  { numbers, words }: MonthMemory,
  state: DistrictState,
  { owner, failure, quietLeast, lapseMost, pushMost }: Tables,
  { forgetting, compliantLoss, mixedDepth, hear, use }: TeacherConstants,
  { t, season }: Month,
): void {
  numbers.set([forgetting, compliantLoss, mixedDepth, hear, use, owner, failure, quietLeast, lapseMost]);
  numbers.set(pushMost, 9);
  words[TEACHING] = season === "teaching" ? 1 : 0;
  decisions.forEach((decision, k) => {
    const { a, b } = decisionKey(state.key, decision, t);
    words[KEYS + 2 * k] = a;
    words[KEYS + 2 * k + 1] = b;
  });
}
