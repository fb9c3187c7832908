import { CompiledMonth } from "./compiled-month.ts";
import type { MonthProgram } from "./month-program.ts";
import { plainMonth } from "./plain-month.ts";

/** Teachers from which the compiled month is faster, its copies included. */
const LEAST_TEACHERS = 100;

/** Undefined until it is first needed; null where there is no WebAssembly, or no memory for it. */
let compiled: CompiledMonth | null | undefined;

/** The month by the faster of two programs with the same bits: in WebAssembly, or of small districts in TypeScript. */
export const fasterMonth: MonthProgram = {
  move(state, counting, ...month) {
    if (state.population.teachers >= LEAST_TEACHERS && compiled !== null) {
      try {
        compiled ??= new CompiledMonth();
        compiled.bind(state, counting);
      } catch {
        compiled = null;
      }
      if (compiled) {
        compiled.move(state, ...month);
        return;
      }
    }
    plainMonth.move(state, counting, ...month);
  },

  settle(state, counting, tally, at) {
    if (compiled?.holds(state, at)) compiled.settle(state, counting, tally, at);
    else plainMonth.settle(state, counting, tally, at);
  },
};
