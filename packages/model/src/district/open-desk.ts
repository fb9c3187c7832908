import { CompiledTies } from "./compiled-ties.ts";
import { type DeskSize, makeDesk, type OpenDesk, placeTies, type TieChances } from "./school-ties.ts";

/** Teachers of a district from which a program is opened: as many as for their months. It would pay from some 30 on. */
const LEAST_TEACHERS = 100;

/** Opens a desk for a district at which the ties of its schools are placed. */
export type OpenDesks = (chances: TieChances, size: DeskSize) => OpenDesk;

/** Undefined until it is first needed; null where there is no WebAssembly, or no memory for it. */
let compiled: CompiledTies | null | undefined;

/** Opens a desk at which ties are placed by TypeScript. */
export function openPlainDesk(chances: TieChances, size: DeskSize): OpenDesk {
  return { desk: makeDesk(chances, size, (View, length) => new View(length)), place: placeTies };
}

/** Opens a desk for a district, at which the faster of two programs places the same ties. It is good until the next. */
export function openDesk(chances: TieChances, size: DeskSize): OpenDesk {
  if (size.slots >= LEAST_TEACHERS && compiled !== null) {
    try {
      compiled ??= new CompiledTies();
      return compiled.open(chances, size);
    } catch {
      compiled = null;
    }
  }
  return openPlainDesk(chances, size);
}
