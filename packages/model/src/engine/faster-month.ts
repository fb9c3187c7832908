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
  move(state, start, ...month) {
    const program = compiledFor(state, start);
    if (program) program.move(state, start, ...month);
    else plainMonth.move(state, start, ...month);
  },

  whoLeaves(state, odds, taken) {
    return (compiled?.bound(state) ? compiled : plainMonth).whoLeaves(state, odds, taken);
  },

  settle(state, start, tally, at) {
    if (compiled?.holds(state, at)) compiled.settle(state, start, tally, at);
    else plainMonth.settle(state, start, tally, at);
  },
};
