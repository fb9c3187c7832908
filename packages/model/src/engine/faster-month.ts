import type { DistrictState } from "../state/district-state.ts";
import { CompiledMonth } from "./compiled-month.ts";
import type { MonthProgram, Start } from "./month-program.ts";
import { plainMonth } from "./plain-month.ts";

/** Teachers from which the compiled month is faster, its copies included. */
const LEAST_TEACHERS = 100;

/** Undefined until it is first needed; null where there is no WebAssembly, or no memory for it. */
let compiled: CompiledMonth | null | undefined;

/** Returns the compiled month, bound to a state, or nothing where another is faster, or there is none. */
function compiledFor(state: DistrictState, start: Start): CompiledMonth | null {
  if (state.population.teachers < LEAST_TEACHERS || compiled === null) return null;
  try {
    compiled ??= new CompiledMonth();
    compiled.bind(state, start);
  } catch {
    compiled = null;
  }
  return compiled;
}

/** The month by the faster of two programs with the same bits: in WebAssembly, or of small districts in TypeScript. */
export const fasterMonth: MonthProgram = {
  feel(state, start, common, at, add) {
    const program = add ? null : compiledFor(state, start);
    if (program) program.feel(state, start, common, at);
    else plainMonth.feel(state, start, common, at, add);
  },

  move(state, start, tables, constants, at) {
    const program = compiledFor(state, start) ?? plainMonth;
    program.move(state, start, tables, constants, at);
  },

  whoLeaves(state, key, odds, taken) {
    const program = compiled?.bound(state) ? compiled : plainMonth;
    return program.whoLeaves(state, key, odds, taken);
  },

  settle(state, start, tally, at) {
    const program = compiled?.holds(state, at) ? compiled : plainMonth;
    program.settle(state, start, tally, at);
  },
};
