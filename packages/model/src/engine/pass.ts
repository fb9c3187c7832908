import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { CompiledPass } from "./compiled-pass.ts";
import type { Tables } from "./tables.ts";
import type { TeacherConstants } from "./teacher-constants.ts";
import { moveTeachers } from "./teachers.ts";

/** Teachers from which the compiled pass is faster, its copies included. */
const LEAST_TEACHERS = 100;

/** Undefined until it is first needed; null where there is no WebAssembly, or no memory for it. */
let compiled: CompiledPass | null | undefined;

/** Moves every teacher by a month as {@link moveTeachers} does, by the faster of two programs with the same bits. */
export function passTeachers(state: DistrictState, tables: Tables, constants: TeacherConstants, at: Month): void {
  if (state.population.teachers >= LEAST_TEACHERS && compiled !== null) {
    try {
      compiled ??= new CompiledPass();
      compiled.bind(state);
    } catch {
      compiled = null;
    }
    if (compiled) {
      compiled.move(state, tables, constants, at);
      return;
    }
  }
  moveTeachers(state, tables, constants, at);
}
