import { openProgram, type Program } from "../numerics/program.ts";
import { decisionKey, hashText } from "../numerics/random.ts";
import type { Climate, Counts, DistrictState, TeachersState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { PassMemory, type TablesRead } from "./pass-memory.ts";
import type { Tables } from "./tables.ts";
import type { TeacherConstants } from "./teacher-constants.ts";
import { teachersWasm } from "./teachers-wasm.ts";

/** What wasm/teachers.c gives. */
interface Exports extends Program {
  /** Moves the teachers of what is laid out at an address. */
  move(address: number): void;
}

/** The decisions in the pass, in the order in which wasm/teachers.c has their keys. */
const decisions = ["awareness", "trying", "lapsing", "owning"].map(hashText);

/**
 * The pass over teachers of `moveTeachers` in WebAssembly: the same bits in two thirds of the time. It works in a memory
 * of its own, into which a state's arrays are copied each month, and out of which what has changed; what stays the same in
 * a run is copied once, by `bind`. The state's own arrays are as anyone else left them and sees them.
 */
export class CompiledPass {
  readonly #exports: Exports;
  #memory: PassMemory | undefined;
  #size = "";
  /**
   * The words of the state last bound, which it shares with its copies and with no other. They stand for it, since they are
   * small: the state would be kept by a reference, and by a weak one until the thread next rests.
   */
  #bound: DistrictState["words"] | undefined;
  #tables: Tables | undefined;

  /** @throws Error where there is no WebAssembly, or where a page's policy forbids it. */
  constructor() {
    this.#exports = openProgram(teachersWasm);
  }

  /**
   * Copies what of a state stays the same in a run, unless it, or a copy of it, was the last to be bound.
   *
   * @throws RangeError where there is no memory for a district as large.
   */
  bind(state: DistrictState): void {
    const { population, words } = state;
    if (this.#bound === words) return;
    const { schools, teachers, schoolStart, tieStart, ties, visitTie, visitRank } = population;
    const size = `${schools} ${teachers} ${ties.length}`;
    if (size !== this.#size) {
      this.#memory = new PassMemory(this.#exports, population);
      this.#tables = undefined;
      this.#size = size;
    }
    const { arrays } = this.#memory!;
    words.forEach(({ w0, w1 }, s) => {
      arrays.words[2 * s] = w0;
      arrays.words[2 * s + 1] = w1;
    });
    arrays.ties.schoolStart.set(schoolStart);
    arrays.ties.tieStart.set(tieStart);
    arrays.ties.ties.set(ties);
    arrays.ties.visitTie.set(visitTie);
    arrays.ties.visitRank.set(visitRank);
    this.#bound = words;
  }

  /** Moves the teachers of the state last bound, as `moveTeachers` does. */
  move(state: DistrictState, tables: Tables, constants: TeacherConstants, at: Month): void {
    const memory = this.#memory!;
    const { arrays, address } = memory;
    const { teacher } = state;
    // A complete graph's tables are refilled each month.
    if (this.#tables !== tables || constants.mixedDepth >= 0) copyTables(arrays.tables, tables);
    this.#tables = tables;
    writeMonth(memory, state, tables, constants, at);
    arrays.open.set(state.school.open);
    copyClimate(arrays.climate, state.climate);
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
}

/** Writes the numbers of a month in the order in which wasm/teachers.c has them. */
function writeMonth(
  { numbers, words }: PassMemory,
  state: DistrictState,
  { owner, failure, quietLeast, lapseMost, pushMost }: Tables,
  { forgetting, compliantLoss, mixedDepth, hear, use }: TeacherConstants,
  { t, season }: Month,
): void {
  numbers.set([forgetting, compliantLoss, mixedDepth, hear, use, owner, failure, quietLeast, lapseMost]);
  numbers.set(pushMost, 9);
  words[0] = state.population.schools;
  words[1] = season === "teaching" ? 1 : 0;
  decisions.forEach((decision, k) => {
    const { a, b } = decisionKey(state.key, decision, t);
    words[2 + 2 * k] = a;
    words[3 + 2 * k] = b;
  });
}

function copyTables(to: TablesRead, from: Tables): void {
  for (const name of Object.keys(to) as (keyof TablesRead)[]) to[name].set(from[name]);
}

// Every array is named below: in a loop over names each copy, of which a month has thirty, would cost twice as much.

function copyClimate(to: Climate, from: Climate): void {
  to.keep.set(from.keep);
  to.tryOdds.set(from.tryOdds);
  to.complianceOdds.set(from.complianceOdds);
  to.complies.set(from.complies);
  to.practiceGrowth.set(from.practiceGrowth);
  to.supportGrowth.set(from.supportGrowth);
  to.peerGrowth.set(from.peerGrowth);
  to.novice.set(from.novice);
  to.spread.set(from.spread);
  to.capUnits.set(from.capUnits);
  to.ownAt.set(from.ownAt);
  to.ownRate.set(from.ownRate);
  to.lapseOdds.set(from.lapseOdds);
  to.compliantLapse.set(from.compliantLapse);
  to.tryingLapse.set(from.tryingLapse);
  to.joint.set(from.joint);
  to.visibility.set(from.visibility);
  to.visits.set(from.visits);
}

type Moved = Pick<TeachersState, "stage" | "depth" | "months" | "compliant">;

function copyMoved(to: Moved, from: Moved): void {
  to.stage.set(from.stage);
  to.depth.set(from.depth);
  to.months.set(from.months);
  to.compliant.set(from.compliant);
}

function copyCounts(to: Counts, from: Counts): void {
  to.stages.set(from.stages);
  to.depthSum.set(from.depthSum);
  to.deep.set(from.deep);
  to.compliant.set(from.compliant);
  to.recentlyLapsed.set(from.recentlyLapsed);
  to.flows.set(from.flows);
}
