import { layInMemory, openProgram, type Program } from "../numerics/program.ts";
import { type DeskSize, makeDesk, type OpenDesk, type TieChances } from "./school-ties.ts";
import { tiesWasm } from "./ties-wasm.ts";

/** What wasm/ties.c gives. */
interface Exports extends Program {
  /** Draws the ties of the school for which the desk at an address is set. */
  drawTies(address: number): void;
}

/** Numbers and words of a school, before the addresses of the arrays. */
const NUMBERS = 4;
const WORDS = 6;

/** The draw of `drawSchoolTies` in WebAssembly: the same ties in less time, on a desk in a memory of its own. */
export class CompiledTies {
  readonly #exports: Exports;

  /** @throws Error where there is no WebAssembly, or where a page's policy forbids it. */
  constructor() {
    this.#exports = openProgram(tiesWasm);
  }

  /**
   * Opens a desk, which is good until the next is opened.
   *
   * @throws RangeError where there is no memory for a district as large.
   */
  open(chances: TieChances, size: DeskSize): OpenDesk {
    const program = this.#exports;
    const header = 8 * NUMBERS + 4 * WORDS;
    const { address, arrays: desk } = layInMemory(program, header, (place) => makeDesk(chances, size, place));
    const { buffer } = program.memory;
    const { odds, crossLimit, closureLimit, returnLimit } = chances;
    new Float64Array(buffer, address, NUMBERS).set([odds, crossLimit, closureLimit, returnLimit]);
    const words = new Int32Array(buffer, address + 8 * NUMBERS, WORDS);
    const draw = (): void => {
      words[0] = desk.start;
      words[1] = desk.size;
      words[2] = desk.outside;
      words[3] = desk.skip;
      words[4] = desk.a;
      words[5] = desk.b;
      program.drawTies(address);
    };
    return { desk, draw };
  }
}
